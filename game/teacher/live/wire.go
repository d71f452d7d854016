package live

import (
	"encoding/json"
	"time"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
)

// What the server says; web/class/README.md is the contract.
type (
	// about is what a class plays.
	about struct {
		Code        string          `json:"code"`
		Case        string          `json:"case"`
		Fingerprint string          `json:"fingerprint"`
		Length      casefile.Length `json:"length"`
		Mode        session.Mode    `json:"mode"`
		Seed        uint64          `json:"seed"`
		Pace        string          `json:"pace"`
		Expires     time.Time       `json:"expires"`
	}
	opened struct {
		Code    string    `json:"code"`
		Teacher string    `json:"teacher"`
		Expires time.Time `json:"expires"`
	}
	problem struct {
		Detail string `json:"detail"`
		Pace   *pace  `json:"pace"` // of a conflict
	}
	pace struct {
		Version int    `json:"version"`
		Step    string `json:"step"`
		Phase   phase  `json:"phase"`
		Paused  bool   `json:"paused,omitempty"`
	}
	state struct {
		Number  uint64    `json:"number"`
		Full    bool      `json:"full"`
		Now     time.Time `json:"now"`
		Pace    *pace     `json:"pace"`
		Seats   []seat    `json:"seats"`
		Removed []string  `json:"removed"`
		Items   []item    `json:"items"`
	}
	seat struct {
		Seat     string    `json:"seat"`
		Name     string    `json:"name"`
		Step     string    `json:"step"`
		Since    time.Time `json:"since"`
		Last     time.Time `json:"last"`
		Answered int       `json:"answered"`
		Done     bool      `json:"done"`
		Current  bool      `json:"current"`
	}
	item struct {
		Item   string `json:"item"`
		Step   string `json:"step"`
		First  round  `json:"first"`
		Second *round `json:"second"`
	}
	round struct {
		Answered int      `json:"answered"`
		Answers  []answer `json:"answers"`
		Mark     *float64 `json:"mark"`
		Right    *int     `json:"right"`
	}
	answer struct {
		Answer json.RawMessage `json:"answer"`
		Count  int             `json:"count"`
		Mark   *float64        `json:"mark"`
	}
	ticket struct {
		Seat string `json:"seat"`
		Name string `json:"name"`
		Link string `json:"link"`
	}
	reports struct {
		Pupils []pupilReport `json:"pupils"`
	}
	pupilReport struct {
		Seat   string         `json:"seat"`
		Name   string         `json:"name"`
		Report *report.Report `json:"report"`
	}
)

// phase is what a class that is led does at a step.
type phase string

// The phases, in their order.
const (
	reading    phase = "read"
	voting     phase = "vote"
	discussing phase = "discuss"
	revoting   phase = "revote"
	revealing  phase = "reveal"
)

// polled tells whether answers are taken in a phase.
func (p phase) polled() bool { return p == voting || p == revoting }

// The paces.
const (
	together = "together"
	free     = "free"
)
