package class

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"holdtheline/web/class/room"
)

const (
	heartbeat = 5 * time.Second
	// writeLimit is how long one event may take to be sent.
	writeLimit = 15 * time.Second
	// teacherGap and pupilGap are the least time between two events. What happens
	// meanwhile comes with the next one.
	teacherGap = 100 * time.Millisecond
	pupilGap   = time.Second
)

// after reads the number of the state that a client has.
func after(r *http.Request) (uint64, error) {
	text := r.URL.Query().Get("after")
	if id := r.Header.Get("Last-Event-ID"); text == "" {
		text = id
	}
	if text == "" {
		return 0, nil
	}
	n, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		return 0, problem(http.StatusBadRequest, "Say with after= which number the state had that you know.")
	}
	return n, nil
}

// look returns the state for whoever makes a call.
func (h *Handler) look(class *room.Room, c caller, after, number uint64) (st room.State, teacher bool, err error) {
	now := h.cfg.Clock.Now()
	if c.isTeacher(class) {
		return class.ForTeacher(after, number, now), true, nil
	}
	if seat, ok := class.ByKey(c.secret); ok {
		return class.ForPupil(seat, number, now), false, nil
	}
	return room.State{}, false, problem(http.StatusGone, "This key opens no seat any more: the teacher has made a new one, or has taken the seat out of the class.")
}

// enter returns an error unless a call is by the teacher or a pupil of a class.
func (h *Handler) enter(class *room.Room, c caller) error {
	if c.isTeacher(class) {
		return h.teacher(class, c)
	}
	_, err := h.pupil(class, c)
	return err
}

// state returns what has changed since a number.
func (h *Handler) state(w http.ResponseWriter, r *http.Request, c caller) error {
	n, err := after(r)
	if err != nil {
		return err
	}
	var st room.State
	if err := h.counted(c, h.hub.View(r.Context(), c.code, func(class *room.Room, number uint64) error {
		if err := h.enter(class, c); err != nil {
			return err
		}
		st, _, err = h.look(class, c, n, number)
		return err
	})); err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, st)
}

// stream sends the state, and then what changes in it, as server-sent events:
//
//	event: state   id: the number   data: a State
//	event: beat    data: {}         every five seconds
//	event: end     data: a Problem  the last one
func (h *Handler) stream(w http.ResponseWriter, r *http.Request, c caller) error {
	n, err := after(r)
	if err != nil {
		return err
	}
	if h.streams.Add(1) > int64(h.cfg.MaxStreams) {
		h.streams.Add(-1)
		return later(http.StatusServiceUnavailable, heartbeat, "This server has as many streams as it can take. Ask for the state from time to time instead.")
	}
	defer h.streams.Add(-1)
	key := c.code + " " + string(room.HashOf(c.secret+" "+c.cookie))
	if !h.own.open(key) {
		return later(http.StatusTooManyRequests, heartbeat, "This key has too many streams open. Ask for the state from time to time instead.")
	}
	defer h.own.close(key)
	watch, err := h.hub.Watch(r.Context(), c.code)
	if err != nil {
		return h.counted(c, err)
	}
	defer watch.Close()

	s := &sending{w: w, control: http.NewResponseController(w)}
	// The limits of the server are for calls that end.
	_ = s.control.SetReadDeadline(time.Time{})
	beat := h.cfg.Clock.After(heartbeat)
	var shown string // what a pupil has seen
	for {
		var st room.State
		var teacher bool
		changed, records, err := watch.Look(r.Context(), func(class *room.Room, number uint64) (err error) {
			if !s.begun {
				if err := h.enter(class, c); err != nil {
					return err
				}
			}
			st, teacher, err = h.look(class, c, n, number)
			return err
		})
		switch {
		case err != nil && !s.begun:
			return err
		case err != nil:
			// A moment without the store is no end: the client comes again.
			if p := asProblem(err); p.retry == 0 {
				s.event("end", "", p)
			}
			return nil
		}
		gap := teacherGap
		if !teacher {
			gap = pupilGap
			if st.Count == nil {
				changed = records // nothing else concerns a pupil who plays alone
			}
		}
		if seen := visible(st); !s.begun || (teacher && changes(st)) || (!teacher && seen != shown) {
			shown, n = seen, st.Number
			if !s.event("state", strconv.FormatUint(st.Number, 10), st) {
				return nil
			}
		}
		// Until the gap is over only what is urgent counts: the beginning of a phase.
		urgent := records
		if teacher {
			urgent = nil
		}
		over := h.cfg.Clock.After(gap)
		var again <-chan struct{}
		for waiting := true; waiting; {
			select {
			case <-again:
				waiting = false
			case <-urgent:
				waiting = false
			case <-over:
				over, again = nil, changed
			case <-beat:
				if !s.event("beat", "", struct{}{}) {
					return nil
				}
				beat = h.cfg.Clock.After(heartbeat)
			case <-r.Context().Done():
				return nil
			case <-h.closing:
				return nil
			}
		}
	}
}

// changes reports whether there is anything new for the teacher in a state.
func changes(st room.State) bool {
	return st.Full || st.Pace != nil || len(st.Seats)+len(st.Removed)+len(st.Items) > 0
}

// visible returns what a pupil sees of a state apart from times and numbers.
func visible(st room.State) string {
	if st.You == nil {
		return ""
	}
	data, err := json.Marshal([]any{st.Pace, st.Count, st.You.Name})
	if err != nil {
		return ""
	}
	return string(data)
}

// sending is a stream of server-sent events.
type sending struct {
	w       http.ResponseWriter
	control *http.ResponseController
	begun   bool
}

// event sends an event and reports whether the client is there.
func (s *sending) event(name, id string, v any) bool {
	data, err := json.Marshal(v)
	if err != nil {
		return false
	}
	if !s.begun {
		s.begun = true
		header := s.w.Header()
		header.Set("Content-Type", "text/event-stream")
		header.Set("X-Accel-Buffering", "no") // nginx
		s.w.WriteHeader(http.StatusOK)
	}
	if id != "" {
		id = "id: " + id + "\n"
	}
	// A server without deadlines, as in tests, says so; then there is none.
	if err := s.control.SetWriteDeadline(time.Now().Add(writeLimit)); err != nil && !errors.Is(err, http.ErrNotSupported) {
		return false
	}
	if _, err := fmt.Fprintf(s.w, "event: %s\n%sdata: %s\n\n", name, id, data); err != nil {
		return false
	}
	return s.control.Flush() == nil
}
