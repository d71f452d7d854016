package classroom

import (
	"encoding/json"
	"strings"
)

// Class is what a server tells of a class before anybody joins it.
type Class struct {
	Code        string `json:"code"`
	Case        string `json:"case"`
	Fingerprint string `json:"fingerprint"`
	Length      string `json:"length"`
	Mode        string `json:"mode"`
	Seed        uint64 `json:"seed"`
	Pace        string `json:"pace"`
	Open        bool   `json:"open"` // somebody can join
}

// Together reports whether the teacher leads the class through the steps.
func (c Class) Together() bool { return c.Pace == "together" }

// A Record is what a device keeps of a class.
type Record struct {
	Class Class  `json:"rules"`
	Seat  string `json:"seat,omitempty"` // empty before the pupil has joined
	Name  string `json:"name,omitempty"` // the pseudonym
	Key   string `json:"key,omitempty"`
	Names int    `json:"names,omitempty"` // how many more names were asked for
	// Whole says that the log on the device was compared with the server's: the seat
	// was taken here, or the log was fetched.
	Whole  bool              `json:"whole,omitempty"`
	Second map[string]Second `json:"second,omitempty"` // by item
	Left   Reason            `json:"left,omitempty"`
}

// A Second is the answer in the second vote on an item.
type Second struct {
	Answer json.RawMessage `json:"answer"`
	Sent   bool            `json:"sent,omitempty"` // the server has it
}

// A Reason says why a pupil goes on without the class. It is empty while in class.
type Reason string

// The reasons.
const (
	Ended   Reason = "ended"   // the class is over
	Removed Reason = "removed" // the teacher has taken the seat away
	Moved   Reason = "moved"   // the seat has another key now, for another device
	Parted  Reason = "parted"  // the seat's game was continued elsewhere, and the pupil stays with this one
	Refused Reason = "refused" // the server can't take this game
)

// Key is the key under which the record of a class is kept.
func Key(code string) string { return "class." + strings.ToLower(code) }

// ReadRecord reads a record. ok is false if there is none that can be used.
func ReadRecord(data []byte) (r Record, ok bool) {
	err := json.Unmarshal(data, &r)
	return r, err == nil && r.Class.Code != "" && r.Class.Case != ""
}

// Encode returns the record as it is kept.
func (r Record) Encode() []byte {
	data, err := json.Marshal(r)
	if err != nil {
		return nil // an answer that is no JSON was never taken into it
	}
	return data
}

const (
	// Alphabet holds the letters of a code.
	Alphabet = "BCDFGHJKMNPRSTWXZ"
	// CodeLength is how many letters a code has.
	CodeLength = 6
)

// ParseCode reads a code as people type it: in lower case, with spaces, hyphens or
// dots between the letters.
func ParseCode(typed string) (code string, ok bool) {
	for _, r := range strings.ToUpper(typed) {
		switch {
		case strings.ContainsRune(Alphabet, r):
			code += string(r)
		case !strings.ContainsRune(" \t\u00a0-.+", r):
			return "", false
		}
	}
	return code, len(code) == CodeLength
}

// path is the path of a call about a class.
func path(code, rest string) string { return "api/classes/" + code + rest }

// Describe is the call that asks what a class plays.
func Describe(code string) Call { return Call{Method: "GET", Path: path(code, "")} }

// ReadClass reads the answer to [Describe].
func ReadClass(code string, body []byte) (c Class, ok bool) {
	err := json.Unmarshal(body, &c)
	return c, err == nil && c.Code == code && c.Case != ""
}
