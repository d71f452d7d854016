package class

import (
	"bytes"
	"io"
	"net/http"
	"net/url"
	"strconv"

	"holdtheline/web/class/live"
	"holdtheline/web/class/names"
	"holdtheline/web/class/room"
)

const (
	pupilKey  = 16 // random bytes
	maxNumber = 1_000_000
)

// A ticket is what a pupil gets for a seat.
type ticket struct {
	Seat string `json:"seat"`
	Name string `json:"name"`
	Key  string `json:"key,omitempty"`
	Link string `json:"link,omitempty"`
}

// join gives a pupil a seat.
func (h *Handler) join(w http.ResponseWriter, r *http.Request, c caller) error {
	var lang language
	if err := readJSON(w, r, &lang); err != nil {
		return err
	}
	if err := lang.check(); err != nil {
		return err
	}
	key, err := h.secret(pupilKey)
	if err != nil {
		return err
	}
	seal, err := h.random(room.SealSize)
	if err != nil {
		return err
	}
	var record room.Record
	if _, err := h.hub.Record(r.Context(), c.code, func(class *room.Room) (room.Record, bool, error) {
		if class.Full() {
			return room.Record{}, false, later(http.StatusTooManyRequests, soon, "This class is full: it has "+strconv.Itoa(room.MaxSeats)+" seats. The teacher can take away those that nobody uses.")
		}
		language := names.Language(lang.Language)
		name, err := names.New(language, class.Names(), h.cfg.Random)
		record = room.Record{
			Do: room.Seated, Seat: class.NextSeat(), Name: name, Language: language, Key: room.HashOf(key), Seal: seal,
		}
		return record, false, err
	}); err != nil {
		return h.counted(c, err)
	}
	h.known.add(c.address, c.code)
	return writeJSON(w, http.StatusCreated, ticket{Seat: record.Seat, Name: record.Name, Key: key})
}

// newName gives a pupil another name.
func (h *Handler) newName(w http.ResponseWriter, r *http.Request, c caller) error {
	var record room.Record
	if _, err := h.hub.Record(r.Context(), c.code, func(class *room.Room) (room.Record, bool, error) {
		seat, err := h.owner(class, c, r.PathValue("seat"))
		if err != nil {
			return room.Record{}, false, err
		}
		if !seat.MayRename() {
			return room.Record{}, false, problem(http.StatusTooManyRequests, "You have had many names already. Keep this one.")
		}
		name, err := names.New(seat.Language, class.Names(), h.cfg.Random)
		record = room.Record{Do: room.Named, Seat: seat.ID, Name: name}
		return record, false, err
	}); err != nil {
		return h.counted(c, err)
	}
	return writeJSON(w, http.StatusOK, ticket{Seat: record.Seat, Name: record.Name})
}

// newKey gives a pupil who lost theirs a new key, and the teacher a link with it.
func (h *Handler) newKey(w http.ResponseWriter, r *http.Request, c caller) error {
	key, err := h.secret(pupilKey)
	if err != nil {
		return err
	}
	t := ticket{Seat: r.PathValue("seat"), Key: key}
	if _, err := h.hub.Record(r.Context(), c.code, func(class *room.Room) (room.Record, bool, error) {
		if err := h.teacher(class, c); err != nil {
			return room.Record{}, false, err
		}
		seat, ok := class.Seat(t.Seat)
		if !ok {
			return room.Record{}, false, live.ErrNoSeat
		}
		t.Name = seat.Name
		return room.Record{Do: room.Keyed, Seat: t.Seat, Key: room.HashOf(key)}, false, nil
	}); err != nil {
		return h.counted(c, err)
	}
	// The key is in the fragment, which no server and no log ever sees.
	t.Link = "/?class=" + c.code + "#seat=" + url.QueryEscape(t.Seat) + "&key=" + url.QueryEscape(key)
	return writeJSON(w, http.StatusOK, t)
}

// removeSeat takes a seat out of the class.
func (h *Handler) removeSeat(w http.ResponseWriter, r *http.Request, c caller) error {
	err := h.hub.RemoveSeat(r.Context(), c.code, r.PathValue("seat"), func(class *room.Room) error { return h.teacher(class, c) })
	if err != nil {
		return h.counted(c, err)
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}

// getLog returns a seat's log.
func (h *Handler) getLog(w http.ResponseWriter, r *http.Request, c caller) error {
	var log []byte
	if err := h.view(r.Context(), c, func(class *room.Room) error {
		id := r.PathValue("seat")
		if !c.isTeacher(class) {
			seat, err := h.owner(class, c, id)
			if err == nil {
				log, err = seat.Log()
			}
			return err
		}
		if err := h.teacher(class, c); err != nil {
			return err
		}
		seat, ok := class.Seat(id)
		if !ok {
			return live.ErrNoSeat
		}
		var err error
		log, err = seat.Log()
		return err
	}); err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/jsonl")
	w.WriteHeader(http.StatusOK)
	_, _ = w.Write(log) // the client may be gone
	return nil
}

// putLog appends events to a seat's log.
func (h *Handler) putLog(w http.ResponseWriter, r *http.Request, c caller) error {
	from, err := strconv.ParseUint(r.URL.Query().Get("from"), 10, 32)
	if err != nil || from > maxNumber {
		return problem(http.StatusBadRequest, "Say with from= which number the first event has; the log's first one is 0.")
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxPut))
	if err != nil {
		return bodyError(err)
	}
	outcome, err := h.hub.Append(r.Context(), c.code,
		func(class *room.Room) (*room.Seat, error) { return h.owner(class, c, r.PathValue("seat")) },
		func(class *room.Room, seat *room.Seat) (*room.Proposal, error) {
			return class.Propose(seat, int(from), body)
		})
	if err != nil {
		return h.counted(c, err)
	}
	if outcome.Refusal != nil {
		p := refusal(outcome.Refusal)
		p.Next, p.Kept = &outcome.Next, &outcome.Kept
		return p
	}
	return writeJSON(w, http.StatusOK, struct {
		Next int `json:"next"`
	}{outcome.Next})
}

// putSecond takes a seat's answer in the second vote on a question.
func (h *Handler) putSecond(w http.ResponseWriter, r *http.Request, c caller) error {
	answer, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxPut))
	if err != nil {
		return bodyError(err)
	}
	item := r.PathValue("item")
	if _, err := h.hub.Append(r.Context(), c.code,
		func(class *room.Room) (*room.Seat, error) { return h.owner(class, c, r.PathValue("seat")) },
		func(class *room.Room, seat *room.Seat) (*room.Proposal, error) {
			return class.ProposeSecond(seat, item, bytes.TrimSpace(answer))
		}); err != nil {
		return h.counted(c, err)
	}
	return writeJSON(w, http.StatusOK, struct {
		Item string `json:"item"`
	}{item})
}
