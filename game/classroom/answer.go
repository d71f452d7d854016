package classroom

import (
	"bytes"
	"encoding/json"
	"time"
)

// reply is what the answers of a server have in common.
type reply struct {
	Status int    `json:"status"` // of a problem
	Next   *int   `json:"next"`
	Kept   int    `json:"kept"`
	Late   bool   `json:"late"`
	Seat   string `json:"seat"`
	Name   string `json:"name"`
	Key    string `json:"key"`
	Item   string `json:"item"`
}

// Answered says how a call of [Sync.Next] ended. For a stream that is its end.
func (s *Sync) Answered(c Call, a Answer, now time.Time) {
	l := &s.send
	switch c.do {
	case look:
		l = &s.ask
	case listen:
		l = &s.stream
	}
	l.busy = false
	if c.do == listen {
		// Whatever ended it: what came since is asked for, and the answer says why.
		s.cut, s.cutting, s.lookNow = false, false, true
	}
	var r reply
	// A page of some proxy in the way is no answer of the server.
	sound := a.Status == 200 && c.do == look || json.Unmarshal(a.Body, &r) == nil || c.do == fetch && a.Status == 200
	problem := sound && a.Status >= 400 && r.Status == a.Status
	if c.do != listen && (a.Status >= 200 && a.Status < 300 && sound || problem && a.Status < 500) && s.taken(c, a, r) {
		s.failing = time.Time{}
		l.failures, l.notBefore = 0, time.Time{}
		if c.do == look {
			l.notBefore = now.Add(pollEvery/2 + time.Duration(s.random()*float64(pollEvery)))
		}
		return
	}
	if s.trouble == "" && c.do == join {
		s.joining, s.trouble = false, Unreachable
		return
	}
	if s.trouble == "" && c.do == rename {
		s.renaming, s.trouble = false, Unreachable
		return
	}
	l.failures++
	if next := now.Add(s.wait(l.failures, a.RetryAfter)); next.After(l.notBefore) {
		l.notBefore = next
	}
	// Of a stream that broke nothing is said: the state is asked for, and that tells.
	if s.failing.IsZero() && a.Status != 429 && c.do != listen && s.record.Left == "" && !s.hidden {
		s.failing = now
	}
}

// taken folds an answer in. It returns false for one that makes no sense now, or that
// asks to try again later.
func (s *Sync) taken(c Call, a Answer, r reply) bool {
	if s.record.Left != "" {
		return true
	}
	switch a.Status {
	case 408, 425, 429:
		if c.do == join || c.do == rename {
			s.joining, s.renaming = false, false
			s.trouble = Full
			if c.do == rename {
				s.trouble, s.record.Names = NoNames, MostNames
				s.keep()
			}
			return true
		}
		return false
	case 401, 403:
		if c.do == look {
			s.differs = true // fetching the log tells whether the seat is gone or has another key
			return true
		}
		s.Leave(Moved)
		return true
	case 404:
		if c.do == join {
			s.joining, s.trouble = false, Unknown
			return true
		}
		s.Leave(Ended)
		return true
	case 410:
		s.Leave(Removed)
		return true
	}
	switch c.do {
	case join:
		return s.joined(a.Status, r)
	case rename:
		s.renaming = false
		if a.Status != 200 || r.Name == "" {
			return false
		}
		s.record.Name = r.Name
		s.record.Names++
		s.keep()
		return true
	case look:
		return a.Status == 200 && s.state(a.Body)
	case fetch:
		return a.Status == 200 && s.fetched(a.Body)
	case second:
		return s.secondTaken(c, a.Status)
	}
	return s.put(c, a.Status, r)
}

func (s *Sync) joined(status int, r reply) bool {
	if status != 201 || r.Seat == "" || r.Key == "" {
		return false
	}
	s.joining = false
	s.record.Seat, s.record.Name, s.record.Key, s.record.Whole, s.record.Names = r.Seat, r.Name, r.Key, true, 0
	s.lookNow = true
	s.keep()
	return true
}

// put folds in the answer to events that were sent.
func (s *Sync) put(c Call, status int, r reply) bool {
	if status != 413 && (r.Next == nil || *r.Next < 0) {
		return false
	}
	switch status {
	case 200:
		s.acked = min(*r.Next, len(s.log), c.from+c.sent)
		// More than was ever sent from here: another device has gone on.
		s.differs = *r.Next > c.from+c.sent && c.from+c.sent == len(s.log)
	case 409:
		if *r.Next < c.from {
			s.acked = *r.Next // the server has less than it had
		} else {
			s.differs = true
		}
	case 422:
		refused := c.from + r.Kept
		if r.Kept < 0 || r.Kept >= c.sent || refused >= len(s.log) {
			return false
		}
		s.acked = refused
		drop := Drop{Event: refused, Line: s.log[refused]}
		again := drop.Event == s.dropped.Event && bytes.Equal(drop.Line, s.dropped.Line)
		if refused == 0 || again || !r.Late && !s.record.Class.Together() {
			// It isn't the class's game, or the event couldn't be dropped; and in a game of
			// one's own nothing comes too late: the server knows another version of the
			// case, say.
			s.Leave(Refused)
			return true
		}
		s.held, s.dropped = true, drop
		s.todo = append(s.todo, drop)
	case 413:
		s.Leave(Refused)
	default:
		return false
	}
	return true
}

// secondTaken folds in the answer to a second answer.
func (s *Sync) secondTaken(c Call, status int) bool {
	all := map[string]Second{}
	for item, given := range s.record.Second {
		all[item] = given
	}
	switch status {
	case 200:
		all[c.item] = Second{Answer: json.RawMessage(c.Body), Sent: true}
	case 409, 413, 422: // another device was faster, or the vote is closed
		delete(all, c.item)
	default:
		return false
	}
	s.record.Second = all
	s.keep()
	return true
}

// fetched compares the server's log with the device's.
func (s *Sync) fetched(log []byte) bool {
	theirs := lines(log)
	if len(theirs) > 0 && !json.Valid(theirs[0]) {
		return false
	}
	same := 0
	for same < min(len(theirs), len(s.log)) && bytes.Equal(bytes.TrimSpace(theirs[same]), bytes.TrimSpace(s.log[same])) {
		same++
	}
	s.differs = false
	if !s.record.Whole {
		s.record.Whole = true
		s.keep()
	}
	switch {
	case same == len(theirs):
		s.acked = same
	case same == len(s.log):
		s.raw, s.log, s.acked, s.held = log, theirs, len(theirs), true
		s.todo = append(s.todo, Adopt{Log: log})
	default:
		s.held = true
		s.todo = append(s.todo, Part{Log: log})
	}
	return true
}

// Take goes on with the server's log after a [Part]. Write follows.
func (s *Sync) Take(log []byte) {
	s.raw, s.log = log, lines(log)
	s.acked = len(s.log)
}

// state folds in where the class is.
func (s *Sync) state(body []byte) bool {
	var st struct {
		Number *uint64 `json:"number"`
		Pace   *Pace   `json:"pace"`
		You    *struct {
			Seat string `json:"seat"`
			Name string `json:"name"`
		} `json:"you"`
	}
	if json.Unmarshal(body, &st) != nil || st.Number == nil {
		return false
	}
	s.lookNow = false
	if st.Pace != nil && (st.Pace.Version >= s.pace.Version) {
		s.pace = *st.Pace
	}
	if st.You != nil && st.You.Seat == s.record.Seat && st.You.Name != "" && st.You.Name != s.record.Name {
		s.record.Name = st.You.Name
		s.keep()
	}
	return true
}

// Heard takes an event of the stream, by its name.
func (s *Sync) Heard(name, data string, now time.Time) {
	if s.record.Left != "" {
		return
	}
	s.heard, s.failing = now, time.Time{}
	s.stream.failures = 0
	switch name {
	case "state":
		s.state([]byte(data))
	case "end":
		s.lookNow = true // the answer to that says why
	}
}
