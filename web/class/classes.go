package class

import (
	"context"
	"encoding/binary"
	"errors"
	"net/http"
	"strings"
	"sync"
	"time"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/session"
	"holdtheline/web/class/code"
	"holdtheline/web/class/room"
	"holdtheline/web/class/store"
)

const (
	teacherSecret = 24      // random bytes
	maxSeed       = 999_999 // of those that are dealt; short enough to write on a board
	codeAttempts  = 10
)

// maxJSNumber is the largest whole number that every JSON reader keeps.
const maxJSNumber = 1<<53 - 1

// create opens a class.
func (h *Handler) create(w http.ResponseWriter, r *http.Request, c caller) error {
	var asked struct {
		Case   string          `json:"case"`
		Length casefile.Length `json:"length"`
		Mode   session.Mode    `json:"mode"`
		Seed   *uint64         `json:"seed"`
		Pace   room.PaceKind   `json:"pace"`
	}
	if err := readJSON(w, r, &asked); err != nil {
		return err
	}
	settings := room.Settings{
		Case: asked.Case, Length: asked.Length, Mode: asked.Mode, Pace: asked.Pace,
		Expires: h.cfg.Clock.Now().UTC().Add(h.cfg.Keep).Truncate(time.Second),
	}
	if err := h.complete(&settings, asked.Seed); err != nil {
		return err
	}
	if wait := h.perCreator.take(c.address, 1); wait > 0 {
		return later(http.StatusTooManyRequests, wait, "Many classes were opened from this network. Wait a moment.")
	}
	if err := h.census.room(r.Context(), h); err != nil {
		return err
	}
	secret, err := h.secret(teacherSecret)
	if err != nil {
		return err
	}
	seal, err := h.random(room.SealSize)
	if err != nil {
		return err
	}
	first := room.Record{Do: room.Created, Settings: &settings, Key: room.HashOf(secret), Seal: seal}
	for range codeAttempts {
		made, err := code.New(h.cfg.Random)
		if err != nil {
			return err
		}
		switch err := h.hub.Create(r.Context(), made, first); {
		case errors.Is(err, store.ErrConflict):
			continue // the code is taken
		case err != nil:
			return err
		}
		h.census.add()
		h.known.add(c.address, made)
		return writeJSON(w, http.StatusCreated, struct {
			Code    string    `json:"code"`
			Teacher string    `json:"teacher"`
			Expires time.Time `json:"expires"`
		}{made, secret, settings.Expires})
	}
	return store.ErrUnavailable
}

// complete checks what a class is to play, and fills in what was not said.
func (h *Handler) complete(s *room.Settings, seed *uint64) error {
	if s.Case == "" {
		s.Case = h.cfg.Case
	}
	if s.Length == "" {
		s.Length = casefile.Lesson
	}
	if s.Mode == "" {
		s.Mode = session.Practice
	}
	if s.Pace == "" {
		s.Pace = room.Free
	}
	set, err := h.cases.Set(s.Case)
	switch {
	case err != nil:
		return problem(http.StatusUnprocessableEntity, "This server has no such case.")
	case s.Length != casefile.Quick && s.Length != casefile.Lesson && s.Length != casefile.Full:
		return problem(http.StatusUnprocessableEntity, "A length is quick, lesson or full.")
	case set.Case().Form != "":
		s.Mode = session.Test // whatever was asked for
	case s.Mode != session.Practice && s.Mode != session.Assessment:
		return problem(http.StatusUnprocessableEntity, "A mode is practice or assessment.")
	}
	switch {
	case s.Pace != room.Free && s.Pace != room.Together:
		return problem(http.StatusUnprocessableEntity, "A pace is free or together.")
	case seed != nil && *seed > maxJSNumber:
		return problem(http.StatusUnprocessableEntity, "A seed is a whole number below 2 to the 53rd.")
	}
	s.Fingerprint = set.Fingerprint()
	if seed != nil {
		s.Seed = *seed
		return nil
	}
	random, err := h.random(8)
	if err != nil {
		return err
	}
	s.Seed = 1 + binary.BigEndian.Uint64(random)%maxSeed
	return nil
}

// describe tells anybody with the code what is played.
func (h *Handler) describe(w http.ResponseWriter, r *http.Request, c caller) error {
	var settings room.Settings
	var open bool
	if err := h.view(r.Context(), c, func(class *room.Room) error {
		settings, open = class.Settings(), !class.Full()
		return nil
	}); err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, struct {
		Code string `json:"code"`
		room.Settings
		Open bool `json:"open"` // somebody can join
	}{c.code, settings, open})
}

// deleteClass removes a class.
func (h *Handler) deleteClass(w http.ResponseWriter, r *http.Request, c caller) error {
	if err := h.counted(c, h.hub.Delete(r.Context(), c.code, func(class *room.Room) error { return h.teacher(class, c) })); err != nil {
		return err
	}
	h.setCookie(w, r, c, "", -1)
	w.WriteHeader(http.StatusNoContent)
	return nil
}

// census knows about how many classes the store has.
type census struct {
	mu      sync.Mutex
	classes int
	at      time.Time
}

// censusAge is how old the count may be.
const censusAge = 10 * time.Second

// room returns an error if there are too many classes for another one.
func (c *census) room(ctx context.Context, h *Handler) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if now := h.cfg.Clock.Now(); c.at.IsZero() || now.Sub(c.at) > censusAge || c.classes >= h.cfg.MaxClasses {
		classes, err := h.cfg.Store.Classes(ctx)
		if err != nil {
			return err
		}
		c.classes, c.at = classes, now
	}
	if c.classes >= h.cfg.MaxClasses {
		return later(http.StatusServiceUnavailable, 10*time.Minute, "This server has as many classes as it can take. Delete one that is over, or try again later.")
	}
	return nil
}

func (c *census) add() {
	c.mu.Lock()
	c.classes++
	c.mu.Unlock()
}

// healthy answers while the program runs.
func (h *Handler) healthy(w http.ResponseWriter, _ *http.Request, _ caller) error {
	return writeJSON(w, http.StatusOK, map[string]string{"status": "ok"})
}

// ready answers while the store can be used.
func (h *Handler) ready(w http.ResponseWriter, r *http.Request, _ caller) error {
	select {
	case <-h.closing:
		return later(http.StatusServiceUnavailable, soon, "This server is stopping.")
	default:
	}
	ctx, cancel := context.WithTimeout(r.Context(), readyLimit)
	defer cancel()
	if err := h.cfg.Store.Ready(ctx); err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, map[string]string{"status": "ready"})
}

const readyLimit = 3 * time.Second

// language is what a pupil's client says about itself.
type language struct {
	Language string `json:"lang"`
}

// check refuses what is no language tag.
func (l language) check() error {
	if len(l.Language) > 35 || strings.Trim(l.Language, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		return problem(http.StatusBadRequest, "A language is written like en or de-AT.")
	}
	return nil
}
