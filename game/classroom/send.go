package classroom

import (
	"encoding/json"
	"slices"
	"strconv"
)

// toSend returns what to send next, if there is anything.
func (s *Sync) toSend() (c Call, wanted bool) {
	switch {
	case s.record.Left != "":
		return Call{}, false
	case s.record.Seat == "":
		c := s.call(join, "POST", "/seats")
		body, err := json.Marshal(map[string]string{"lang": s.lang})
		c.Bearer, c.ContentType, c.Body = "", "application/json", string(body)
		return c, s.joining && err == nil
	case s.renaming:
		return s.seatCall(rename, "POST", "/name"), true
	case s.held:
		return Call{}, false
	case s.differs || s.fetching():
		return s.seatCall(fetch, "GET", "/log"), true
	case s.acked < len(s.log):
		return s.events(), true
	}
	for _, item := range s.items() {
		if given := s.record.Second[item]; !given.Sent {
			c := s.seatCall(second, "PUT", "/second/"+item)
			c.ContentType, c.Body, c.item = "application/json", string(given.Answer), item
			return c, true
		}
	}
	return Call{}, false
}

// items lists what has second answers, in a settled order.
func (s *Sync) items() []string {
	var items []string
	for item := range s.record.Second {
		items = append(items, item)
	}
	slices.Sort(items)
	return items
}

// events is the call that sends what the server doesn't have yet: everything that came
// while the last call was under way goes at once.
func (s *Sync) events() Call {
	c := s.seatCall(put, "PUT", "/log?from="+strconv.Itoa(s.acked))
	c.ContentType, c.from = "application/jsonl", s.acked
	var body []byte
	for _, line := range s.log[s.acked:] {
		if c.sent > 0 && len(body)+len(line) > mostSent {
			break
		}
		body = append(body, line...)
		if line[len(line)-1] != '\n' {
			body = append(body, '\n')
		}
		c.sent++
	}
	c.Body = string(body)
	return c
}
