package room

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	"holdtheline/quiz/puzzle"
)

// A State is what is shown of a class: all of it, or what has changed since a number.
// Lists then hold only what has changed. Which fields are set depends on whom it is
// for; see [Room.ForTeacher] and [Room.ForPupil].
type State struct {
	Number uint64    `json:"number"` // of the last change; ask for what follows with it
	Full   bool      `json:"full"`   // nothing is left out, so whatever isn't there is gone
	Now    time.Time `json:"now"`    // of the server
	Pace   *Pace     `json:"pace,omitempty"`

	// For the teacher.
	Seats   []SeatState `json:"seats,omitempty"`
	Removed []string    `json:"removed,omitempty"` // seats
	Items   []ItemState `json:"items,omitempty"`   // in playing order

	// For a pupil, while the class plays together.
	Count *Count `json:"count,omitempty"`
	You   *You   `json:"you,omitempty"`
}

// A SeatState is what a teacher sees of a pupil.
type SeatState struct {
	Seat     string    `json:"seat"`
	Name     string    `json:"name"`
	Step     string    `json:"step,omitempty"` // empty before the game is begun
	Since    time.Time `json:"since"`          // when the pupil came to the step
	Last     time.Time `json:"last"`           // when the last event arrived
	Next     int       `json:"next"`           // events in the log
	Answered int       `json:"answered"`       // items
	Done     bool      `json:"done"`           // has reached the debrief
	// Current tells whether everything that the class votes on is answered, in this
	// round, where the class plays together.
	Current bool `json:"current"`
}

// An ItemState is how a class has answered an item.
type ItemState struct {
	Item   string `json:"item"`
	Step   string `json:"step"`
	First  Round  `json:"first"`
	Second *Round `json:"second,omitempty"` // nil if nobody answered again
}

// A Round is the answers to an item in one vote.
type Round struct {
	Answered int           `json:"answered"`
	Answers  []AnswerCount `json:"answers"` // the commonest first
	// Marks are missing while a vote on the item is open.
	Mark  *float64 `json:"mark,omitempty"`  // the mean, 0 to 1
	Right *int     `json:"right,omitempty"` // answers that earn full marks
}

// An AnswerCount is an answer and how many have given it. Answers to a verdict differ
// if their certainty does.
type AnswerCount struct {
	Answer json.RawMessage `json:"answer"`
	Count  int             `json:"count"`
	Mark   *float64        `json:"mark,omitempty"` // missing while a vote is open
}

// Count is how many of a class have answered what it votes on.
type Count struct {
	Seats    int `json:"seats"`
	Answered int `json:"answered"`
}

// You is what a pupil sees of their own seat.
type You struct {
	Seat string `json:"seat"`
	Name string `json:"name"`
	Next int    `json:"next"` // events in the log
}

// ForTeacher returns the state for the teacher. After is the number of a state seen
// before, or 0. A number that the class has not reached gives the full state. UpTo is
// the number up to which nothing is missing.
func (r *Room) ForTeacher(after, upTo uint64, now time.Time) State {
	st := State{Number: upTo, Now: now.UTC()}
	if after == 0 || after < r.created || after > r.number {
		after, st.Full = 0, true
	}
	if r.paceNumber > after {
		pace := r.pace
		st.Pace = &pace
	}
	paced := r.paceNumber > after // who has answered is asked anew in each phase
	for _, id := range r.order {
		if s := r.seats[id]; s.number > after || paced {
			st.Seats = append(st.Seats, r.seatState(s))
		}
	}
	for id, gone := range r.removed {
		if gone.at > after && !st.Full {
			st.Removed = append(st.Removed, id)
		}
	}
	slices.Sort(st.Removed)
	for _, step := range r.plan {
		for _, item := range append(slices.Clone(step.Items), step.Tabs) {
			if r.items[item] > after {
				st.Items = append(st.Items, r.itemState(step.ID, item))
			}
		}
	}
	return st
}

func (r *Room) seatState(s *Seat) SeatState {
	st := SeatState{
		Seat: s.ID, Name: s.Name, Since: s.since.UTC(), Last: s.last.UTC(),
		Next: s.next, Answered: s.answered, Current: r.current(s),
	}
	if s.session != nil {
		st.Step, st.Done = s.session.Step().ID, s.session.Done()
	}
	return st
}

// current reports whether a seat has answered everything that the class votes on.
func (r *Room) current(s *Seat) bool {
	i := r.stepIndex(r.pace.Step)
	if i < 0 || r.settings.Pace != Together || s.session == nil {
		return false
	}
	for _, item := range r.plan[i].Items {
		if r.pace.Phase == Revote {
			if _, given := s.second[item]; !given {
				return false
			}
		} else if s.session.Tries(item) == 0 {
			return false
		}
	}
	return len(r.plan[i].Items) > 0
}

func (r *Room) itemState(step, item string) ItemState {
	voting := r.pace.Step == step && (r.pace.Phase == Vote || r.pace.Phase == Revote)
	st := ItemState{Item: item, Step: step}
	st.First = r.round(item, voting, func(s *Seat) (json.RawMessage, puzzle.Mark, bool) {
		if s.session == nil {
			return nil, puzzle.Mark{}, false
		}
		answer, given := s.session.First(item)
		if !given {
			return nil, puzzle.Mark{}, false
		}
		mark, ok := s.session.FirstMark(item)
		return answer, mark, ok
	})
	if again := r.round(item, voting, func(s *Seat) (json.RawMessage, puzzle.Mark, bool) {
		mark, ok := r.secondMark(s, item)
		return s.second[item], mark, ok
	}); again.Answered > 0 {
		st.Second = &again
	}
	return st
}

// full is the mark from which an answer counts as right, in view of rounding.
const full = 0.9999

// round counts the answers that the seats have given.
func (r *Room) round(item string, hideMarks bool, given func(*Seat) (json.RawMessage, puzzle.Mark, bool)) Round {
	round := Round{Answers: []AnswerCount{}}
	at := map[string]int{}
	sum, right := 0.0, 0
	for _, id := range r.order {
		answer, mark, ok := given(r.seats[id])
		if !ok {
			continue
		}
		round.Answered++
		sum += mark.Value
		if mark.Value >= full {
			right++
		}
		i, seen := at[string(answer)]
		if !seen {
			i = len(round.Answers)
			at[string(answer)] = i
			count := AnswerCount{Answer: answer}
			if !hideMarks {
				count.Mark = &mark.Value
			}
			round.Answers = append(round.Answers, count)
		}
		round.Answers[i].Count++
	}
	slices.SortStableFunc(round.Answers, func(a, b AnswerCount) int {
		if a.Count != b.Count {
			return b.Count - a.Count
		}
		return strings.Compare(string(a.Answer), string(b.Answer))
	})
	if !hideMarks && round.Answered > 0 {
		mean := sum / float64(round.Answered)
		round.Mark, round.Right = &mean, &right
	}
	return round
}

// ForPupil returns the state for a pupil: where the class is, how many have answered,
// and their own seat. It is always full. While everybody plays at their own pace,
// others are not counted: a pupil is not to be hurried.
func (r *Room) ForPupil(s *Seat, upTo uint64, now time.Time) State {
	st := State{
		Number: upTo, Full: true, Now: now.UTC(),
		You: &You{Seat: s.ID, Name: s.Name, Next: s.next},
	}
	if r.settings.Pace != Together {
		return st
	}
	pace := r.pace
	count := Count{Seats: len(r.seats)}
	for _, other := range r.seats {
		if r.current(other) {
			count.Answered++
		}
	}
	st.Pace, st.Count = &pace, &count
	return st
}
