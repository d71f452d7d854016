package class

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"net/http"
	"strconv"
	"time"

	"holdtheline/web/class/live"
	"holdtheline/web/class/room"
	"holdtheline/web/class/store"
)

// A Problem is the answer to a call that fails (RFC 9457).
type Problem struct {
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail"` // a sentence for a person

	Next *int       `json:"next,omitempty"` // the number of the event that the seat's log takes next
	Kept *int       `json:"kept,omitempty"` // how many of the events that were sent are taken
	Late bool       `json:"late,omitempty"` // the vote on the question isn't open
	Pace *room.Pace `json:"pace,omitempty"` // where the class is

	retry time.Duration
}

func (p *Problem) Error() string { return p.Detail }

func problem(status int, detail string) *Problem {
	return &Problem{Title: http.StatusText(status), Status: status, Detail: detail}
}

// later is a problem that goes away by itself.
func later(status int, wait time.Duration, detail string) *Problem {
	p := problem(status, detail)
	p.retry = wait
	return p
}

// write answers with the problem.
func (p *Problem) write(w http.ResponseWriter) {
	header := w.Header()
	header.Set("Content-Type", "application/problem+json")
	if p.retry > 0 {
		header.Set("Retry-After", strconv.Itoa(int(math.Ceil(p.retry.Seconds()))))
	}
	if p.Status == http.StatusUnauthorized {
		header.Set("WWW-Authenticate", `Bearer realm="class"`)
	}
	w.WriteHeader(p.Status)
	_ = json.NewEncoder(w).Encode(p) // the client may be gone
}

// soon is when to try again what can't be done just now.
const soon = time.Second

// asProblem says what went wrong in the words of HTTP.
func asProblem(err error) *Problem {
	var p *Problem
	var mismatch *room.MismatchError
	var refused *room.RefusedError
	var pace *room.PaceError
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &p):
		return p
	case errors.As(err, &mismatch):
		p := problem(http.StatusConflict, mismatch.Error())
		p.Next = &mismatch.Next
		return p
	case errors.As(err, &refused):
		return refusal(refused)
	case errors.As(err, &pace):
		p := problem(http.StatusUnprocessableEntity, pace.Problem)
		if pace.Stale {
			p = problem(http.StatusConflict, pace.Problem)
		}
		p.Pace = &pace.Now
		return p
	case errors.As(err, &large):
		return problem(http.StatusRequestEntityTooLarge, "What was sent is too large: send at most "+strconv.FormatInt(large.Limit>>10, 10)+" KB at once.")
	case errors.Is(err, room.ErrNone):
		return problem(http.StatusNotFound, "There is no class with this code. Check the six letters; a class is gone after a day, or when the teacher deletes it.")
	case errors.Is(err, room.ErrVersion):
		return problem(http.StatusServiceUnavailable, "This class was begun with another version of the case, which this server can't mark. Open a new class.")
	case errors.Is(err, live.ErrNoSeat):
		return problem(http.StatusNotFound, "This class has no such seat.")
	case errors.Is(err, store.ErrUnavailable), errors.Is(err, store.ErrConflict), errors.Is(err, context.DeadlineExceeded):
		return later(http.StatusServiceUnavailable, soon, "The server can't store or read anything just now. Nothing is lost: try again in a moment.")
	default:
		return problem(http.StatusInternalServerError, "Something is wrong with the server. Try again, and tell whoever runs it.")
	}
}

func refusal(r *room.RefusedError) *Problem {
	p := problem(http.StatusUnprocessableEntity, r.Problem)
	if r.Large {
		p = problem(http.StatusRequestEntityTooLarge, r.Problem)
	}
	p.Late = r.Late
	return p
}
