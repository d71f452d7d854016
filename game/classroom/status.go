package classroom

import "time"

// A Phase is what a class that plays together does at a step.
type Phase string

// The phases, in their order.
const (
	Read    Phase = "read"
	Vote    Phase = "vote"    // first answers are taken
	Discuss Phase = "discuss" // pupils talk
	Revote  Phase = "revote"  // second answers are taken
	Reveal  Phase = "reveal"  // the evidence is shown
)

// Pace is where a class that plays together is.
type Pace struct {
	Version int    `json:"version"` // counts the changes; 0 before the first
	Step    string `json:"step"`
	Phase   Phase  `json:"phase"`
	Paused  bool   `json:"paused"` // the teacher asks everybody to look up
}

// Trouble says why joining failed. It is empty where it didn't.
type Trouble string

// The troubles.
const (
	Unknown     Trouble = "unknown"     // there is no such class
	Full        Trouble = "full"        // it has no seat left
	Unreachable Trouble = "unreachable" // the server can't be reached, or can't do it now
	NoNames     Trouble = "names"       // too many names were asked for
)

// A Status is what a pupil sees of the class. Two can be compared.
type Status struct {
	Class     Class
	Seat      string // empty before the pupil has joined
	Name      string
	MayRename bool
	Busy      bool // joining, or asking for another name
	Fetching  bool // the game so far is being fetched from the server
	Trouble   Trouble
	Pace      Pace // of a class that plays together; Step is empty until it is known
	// Offline says that the server hasn't been reached for a while. Nothing is lost.
	Offline bool
	Left    Reason
}

// Status returns what to show at a time.
func (s *Sync) Status(now time.Time) Status {
	r := &s.record
	return Status{
		Class: r.Class, Seat: r.Seat, Name: r.Name, MayRename: r.Names < MostNames, Busy: s.joining || s.renaming,
		Fetching: s.fetching(), Trouble: s.trouble, Pace: s.pace, Left: r.Left,
		Offline: r.Left == "" && !s.failing.IsZero() && now.Sub(s.failing) >= quiet,
	}
}

// fetching reports whether the game on the server has to be known before one is begun.
func (s *Sync) fetching() bool { return s.inClass() && !s.record.Whole && len(s.log) == 0 }

func (s *Sync) inClass() bool { return s.record.Seat != "" && s.record.Left == "" }
