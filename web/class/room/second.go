package room

import (
	"bytes"
	"encoding/json"

	"holdtheline/quiz/puzzle"
)

// second is a message of a seat with its answer in the second vote on an item.
type second struct {
	Do     string          `json:"do"` // again; no event of a session is called that
	Item   string          `json:"item"`
	Answer json.RawMessage `json:"answer"`
}

const again = "again"

// maxSecond is the largest second answer in bytes, as for answers in a log.
const maxSecond = 16 << 10

// ProposeSecond checks a seat's answer in the second vote on an item and folds it into
// the seat, as [Room.Propose] does with events. The same answer again is proposed
// without data. The error is a *MismatchError if another one was given before, and a
// *RefusedError if it can't be taken.
func (r *Room) ProposeSecond(s *Seat, item string, answer []byte) (*Proposal, error) {
	if s.damaged {
		return nil, ErrVersion
	}
	it, ok := r.set.Item(item)
	if !ok || r.stepOf[item] == "" {
		return nil, &RefusedError{Problem: "This length of the case has no such question."}
	}
	var compact bytes.Buffer
	if len(answer) > maxSecond {
		return nil, &RefusedError{Large: true, Problem: "The answer is too large."}
	}
	if _, err := it.Mark(answer); err != nil {
		return nil, &RefusedError{Problem: "The answer can't be marked: " + err.Error() + "."}
	}
	if err := json.Compact(&compact, answer); err != nil {
		return nil, &RefusedError{Problem: "The answer is not JSON."}
	}
	p := &Proposal{Expected: s.seq}
	if given, ok := s.second[item]; ok {
		if !bytes.Equal(given, compact.Bytes()) {
			return nil, &MismatchError{Next: s.next}
		}
		return p, nil
	}
	if refused := r.inTimeAgain(item, now); refused != nil {
		return nil, refused
	}
	p.second = &second{Do: again, Item: item, Answer: compact.Bytes()}
	plain, err := json.Marshal(p.second)
	if err != nil {
		return nil, &RefusedError{Problem: "The answer is not JSON."}
	}
	s.setSecond(p.second)
	p.Data = s.seal.Seal(nil, nil, plain, nil)
	return p, nil
}

// inTimeAgain refuses a second answer while the second vote isn't open.
func (r *Room) inTimeAgain(item string, seq uint64) *RefusedError {
	switch {
	case r.settings.Pace != Together:
		return &RefusedError{Problem: "Only a class that plays together votes twice."}
	case !r.votes[r.stepOf[item]].second.open(seq):
		return &RefusedError{Late: true, Problem: "The second vote on this question is not open."}
	}
	return nil
}

func (s *Seat) setSecond(a *second) {
	if s.second == nil {
		s.second = map[string]json.RawMessage{}
	}
	if _, given := s.second[a.Item]; !given {
		s.second[a.Item] = a.Answer
	}
}

// readSecond reads a second answer, unless the message is of the log.
func readSecond(plain []byte) (*second, bool) {
	if !bytes.HasPrefix(plain, []byte(`{"do":"`+again+`"`)) {
		return nil, false
	}
	var a second
	if json.Unmarshal(plain, &a) != nil {
		return nil, false
	}
	return &a, true
}

// secondMark returns the mark of a seat's second answer to an item.
func (r *Room) secondMark(s *Seat, item string) (puzzle.Mark, bool) {
	answer, given := s.second[item]
	it, ok := r.set.Item(item)
	if !given || !ok {
		return puzzle.Mark{}, false
	}
	mark, err := it.Mark(answer)
	return mark, err == nil
}
