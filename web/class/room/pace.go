package room

import (
	"fmt"
	"slices"

	"holdtheline/quiz/session"
)

// A Phase is what a class that plays together does at a step.
type Phase string

// The phases, in their order.
const (
	Read    Phase = "read"
	Vote    Phase = "vote"    // first answers are taken
	Discuss Phase = "discuss" // the vote is closed
	Revote  Phase = "revote"  // second answers are taken
	Reveal  Phase = "reveal"  // the evidence is shown
)

// Pace is where a class that plays together is.
type Pace struct {
	Version int    `json:"version"` // counts the changes
	Step    string `json:"step"`
	Phase   Phase  `json:"phase"`
	Paused  bool   `json:"paused,omitempty"` // the teacher asks everybody to look up
}

// follows lists the phases that may follow a phase at the same step.
var follows = map[Phase][]Phase{
	Read:    {Vote},
	Vote:    {Discuss, Reveal},
	Discuss: {Revote, Reveal},
	Revote:  {Reveal},
}

// A PaceError says why the class can't go where it was told to.
type PaceError struct {
	Problem string
	Now     Pace // where the class is
	Stale   bool // it was decided on another version
}

func (e *PaceError) Error() string { return e.Problem }

// ProposePace returns the record that takes the class to a step and phase. It was
// decided on the version expect. done is true if the class is there already because of
// this very decision, so that sending it twice does no harm. The error is a
// *PaceError.
func (r *Room) ProposePace(to Pace, expect int) (record Record, done bool, err error) {
	refuse := func(stale bool, format string, args ...any) (Record, bool, error) {
		return Record{}, false, &PaceError{Problem: fmt.Sprintf(format, args...), Now: r.pace, Stale: stale}
	}
	now := r.pace
	if now.Version == expect+1 && now.Step == to.Step && now.Phase == to.Phase && now.Paused == to.Paused {
		return Record{}, true, nil
	}
	at := r.stepIndex(now.Step)
	i := r.stepIndex(to.Step)
	switch {
	case r.settings.Pace != Together:
		return refuse(false, "In this class everybody plays at their own pace, so there is nothing to lead.")
	case expect != now.Version:
		return refuse(true, "The class has gone on meanwhile: look where it is, and decide again.")
	case i < 0:
		return refuse(false, "This length of the case has no such step.")
	case !slices.Contains([]Phase{Read, Vote, Discuss, Revote, Reveal}, to.Phase):
		return refuse(false, "A phase is one of read, vote, discuss, revote and reveal.")
	case i == at && to.Phase == now.Phase: // paused, or going on
	case i == at && to.Phase == Vote && len(r.plan[i].Items) == 0:
		return refuse(false, "This step asks nothing, so there is nothing to vote on.")
	case i == at && slices.Contains(follows[now.Phase], to.Phase):
	case i == at+1 && to.Phase == Read && (now.Phase == Read || now.Phase == Reveal):
	default:
		return refuse(false, "A step goes through read, vote, discuss, revote and reveal, and then the next step is read. The class is at %q, phase %s.", now.Step, now.Phase)
	}
	to.Version = now.Version + 1
	return Record{Do: Paced, Pace: &to}, false, nil
}

func (r *Room) stepIndex(id string) int {
	return slices.IndexFunc(r.plan, func(s session.Step) bool { return s.ID == id })
}

// A poll is when answers were taken at a step, in sequence numbers of messages:
// those of the records that opened and closed it. 0 is never.
type poll struct{ opened, closed uint64 }

// open reports whether a message with a number came while answers were taken.
func (p poll) open(seq uint64) bool {
	return p.opened != 0 && p.opened < seq && (p.closed == 0 || seq < p.closed)
}

// now is a number later than all messages so far.
const now = ^uint64(0)

// votes are the two polls of a step.
type votes struct{ first, second poll }

// setPace folds the record of a pace.
func (r *Room) setPace(to Pace, seq uint64) {
	v := r.votes[r.pace.Step]
	if r.pace.Phase != to.Phase || r.pace.Step != to.Step {
		switch r.pace.Phase {
		case Vote:
			v.first.closed = seq
		case Revote:
			v.second.closed = seq
		}
		r.votes[r.pace.Step] = v
		v = r.votes[to.Step]
		switch to.Phase {
		case Vote:
			v.first.opened = seq
		case Revote:
			v.second.opened = seq
		}
		r.votes[to.Step] = v
		// What may be shown of the answers depends on the phase.
		for _, step := range r.plan {
			if step.ID == to.Step || step.ID == r.pace.Step {
				for _, item := range step.Items {
					r.changed(item, seq)
				}
			}
		}
	}
	r.pace, r.paceNumber = to, seq
}
