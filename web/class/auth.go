package class

import (
	"context"
	"net/http"
	"strings"

	"holdtheline/web/class/live"
	"holdtheline/web/class/room"
)

// maxSecret is the largest secret that is looked at, in bytes.
const maxSecret = 128

// cookieName returns the name of the cookie with the teacher's secret of a class. Each
// class has its own, so that a teacher can lead several.
func cookieName(code string) string { return "class-" + code }

// bearer returns the secret of a request's Authorization header.
func bearer(r *http.Request) string {
	scheme, secret, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	if !strings.EqualFold(scheme, "Bearer") || len(secret) > maxSecret {
		return ""
	}
	return strings.TrimSpace(secret)
}

// A caller is who makes a call, as far as the request shows.
type caller struct {
	code, address string
	secret        string // as Bearer
	cookie        string
	counted       *counted
}

// counted is what a call was counted as. Who calls is looked at again whenever the state
// of the class is in doubt, and counted once.
type counted struct {
	unknown, welcome bool
	tooMany          error // of a call that was welcome
}

func (h *Handler) caller(r *http.Request, code string) caller {
	c := caller{code: code, address: h.address(r), secret: bearer(r), counted: &counted{}}
	if cookie, err := r.Cookie(cookieName(code)); err == nil && len(cookie.Value) <= maxSecret {
		c.cookie = cookie.Value
	}
	return c
}

// isTeacher reports whether the call is by the class's teacher.
func (c caller) isTeacher(r *room.Room) bool { return r.IsTeacher(c.secret) || r.IsTeacher(c.cookie) }

// unknown is the problem of a call without the right secret.
func (h *Handler) unknown(c caller, detail string) error {
	if (c.secret != "" || c.cookie != "") && !c.counted.unknown {
		c.counted.unknown = true
		if wait := h.wrongKeys.take(c.code, 1); wait > 0 {
			return later(http.StatusTooManyRequests, wait, "Too many wrong keys were sent for this class. Wait a moment.")
		}
	}
	return problem(http.StatusUnauthorized, detail)
}

// welcome notes that a call had the right secret, and counts it.
func (h *Handler) welcome(c caller, as string) error {
	if c.counted.welcome {
		return c.counted.tooMany
	}
	c.counted.welcome = true
	h.known.add(c.address, c.code)
	if wait := h.byKey.take(c.code+" "+as, 1); wait > 0 {
		c.counted.tooMany = live.Final(later(http.StatusTooManyRequests, wait, "These are too many calls at once. Wait a moment."))
	}
	return c.counted.tooMany
}

// teacher returns an error unless the call is by the class's teacher.
func (h *Handler) teacher(r *room.Room, c caller) error {
	if !c.isTeacher(r) {
		return h.unknown(c, "Only the teacher of this class can do this. Open the link that you got when you opened the class.")
	}
	return h.welcome(c, "teacher")
}

// pupil returns the seat whose key the call has.
func (h *Handler) pupil(r *room.Room, c caller) (*room.Seat, error) {
	seat, ok := r.ByKey(c.secret)
	if !ok {
		return nil, h.unknown(c, "This key opens no seat of the class. Ask the teacher for a new link.")
	}
	return seat, h.welcome(c, seat.ID)
}

// owner returns the seat with an id if the call has its key.
func (h *Handler) owner(r *room.Room, c caller, id string) (*room.Seat, error) {
	if _, removed := r.WasRemoved(id); removed {
		return nil, problem(http.StatusGone, "The teacher has taken this seat out of the class.")
	}
	seat, err := h.pupil(r, c)
	if err == nil && seat.ID != id {
		return nil, problem(http.StatusForbidden, "This key is of another seat.")
	}
	return seat, err
}

// signIn turns the teacher's secret into a cookie.
func (h *Handler) signIn(w http.ResponseWriter, r *http.Request, c caller) error {
	c.cookie = ""
	var expires room.Settings
	if err := h.view(r.Context(), c, func(class *room.Room) error {
		expires = class.Settings()
		return h.teacher(class, c)
	}); err != nil {
		return err
	}
	h.setCookie(w, r, c, c.secret, int(expires.Expires.Sub(h.cfg.Clock.Now()).Seconds()))
	w.WriteHeader(http.StatusNoContent)
	return nil
}

// signOut takes the cookie away.
func (h *Handler) signOut(w http.ResponseWriter, r *http.Request, c caller) error {
	h.setCookie(w, r, c, "", -1)
	w.WriteHeader(http.StatusNoContent)
	return nil
}

// setCookie sets the cookie for some seconds. Over plain HTTP, as on a laptop in a
// classroom, it can't be Secure.
func (h *Handler) setCookie(w http.ResponseWriter, r *http.Request, c caller, secret string, seconds int) {
	http.SetCookie(w, &http.Cookie{
		Name: cookieName(c.code), Value: secret, Path: "/api/classes/" + c.code, MaxAge: seconds,
		HttpOnly: true, SameSite: http.SameSiteStrictMode,
		Secure: r.TLS != nil || h.cfg.BehindProxy && r.Header.Get("X-Forwarded-Proto") == "https",
	})
}

// view looks at a class, with guesses of codes counted.
func (h *Handler) view(ctx context.Context, c caller, look func(*room.Room) error) error {
	return h.counted(c, h.hub.View(ctx, c.code, func(r *room.Room, _ uint64) error { return look(r) }))
}
