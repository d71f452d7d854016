package session

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"

	"holdtheline/quiz/internal/quote"
	"holdtheline/quiz/puzzle"
)

// A RefusedError says why an event was refused. The session is unchanged.
type RefusedError struct {
	Event   EventKind
	Problem string // why it was refused
	Next    string // what to do instead
}

func (e *RefusedError) Error() string {
	return fmt.Sprintf("%q was refused: %s; %s", quote.Short(string(e.Event)), e.Problem, e.Next)
}

// Apply checks an event, appends it to the log and folds it into the state. A
// refused event changes nothing; the error is a *RefusedError, or the
// *puzzle.AnswerError of a malformed answer.
func (s *Session) Apply(e Event) error {
	if err := s.check(e); err != nil {
		return err
	}
	e.Answer = compact(e.Answer)
	size := s.size + len(EncodeEvent(e))
	if size > MaxBytes {
		return &RefusedError{Event: e.Kind, Problem: fmt.Sprintf("the log of this session would be larger than %d MB", MaxBytes>>20), Next: "begin a new session"}
	}
	s.size = size
	s.fold(e)
	s.log = append(s.log, e)
	return nil
}

// compact copies JSON in the form that the log has.
func compact(answer json.RawMessage) json.RawMessage {
	var out bytes.Buffer
	if len(answer) == 0 || json.Compact(&out, answer) != nil {
		return nil
	}
	return out.Bytes()
}

func (s *Session) check(e Event) error {
	refuse := func(problem, next string) error {
		return &RefusedError{Event: e.Kind, Problem: problem, Next: next}
	}
	if e.Config != nil && e.Kind != Started {
		return refuse("only \"started\" carries a configuration", "leave it out")
	}
	switch e.Kind {
	case Started:
		return refuse("the session has already started", "begin a new session instead")
	case Went:
		if s.find(e.Step) < 0 {
			return refuse(fmt.Sprintf("this length has no step %q", quote.Short(e.Step)), "go to one of the plan's steps")
		}
		if s.config.Mode == Test && !s.Done() && s.find(e.Step) < s.at {
			return refuse("a test has no way back before its end", "go on to the end first")
		}
		if !s.CanGo(e.Step) {
			return refuse(fmt.Sprintf("step %q has not been reached", quote.Short(e.Step)), "answer everything on the last step first, and take one step at a time")
		}
		return nil
	case Opened:
		return s.checkOpened(e, refuse)
	case Drafted, Answered, Hinted, Retried:
		return s.checkItem(e, refuse)
	default:
		return refuse("no event is called that", "use started, went, opened, drafted, answered, hinted or retried")
	}
}

func (s *Session) checkOpened(e Event, refuse func(problem, next string) error) error {
	i := s.find(e.Step)
	if i < 0 || i != s.at {
		return refuse(fmt.Sprintf("the player is not at step %q", quote.Short(e.Step)), "go there first")
	}
	tabs, ok := s.tabsOffered(s.steps[i])
	if !ok || !slices.Contains(tabs, e.Source) {
		return refuse(fmt.Sprintf("%q is not a tab of step %q", quote.Short(e.Source), quote.Short(e.Step)), "open one of the tabs offered there")
	}
	if s.settled(s.steps[i]) {
		return refuse("the step's first verdict has been given", "open tabs before the verdict")
	}
	return nil
}

// tabsOffered reads the beat and not its item: tabs may be opened even at a beat
// where no tab adds anything, so that none is marked.
func (s *Session) tabsOffered(step Step) ([]string, bool) {
	for _, room := range s.set.Case().Rooms {
		for _, beat := range room.Beats {
			if beat.ID == step.Beat {
				return beat.Tabs, true
			}
		}
	}
	return nil, false
}

func (s *Session) checkItem(e Event, refuse func(problem, next string) error) error {
	p := s.items[e.Item]
	it, ok := s.set.Item(e.Item)
	switch {
	case p == nil || !ok:
		return refuse(fmt.Sprintf("this length has no item %q to answer", quote.Short(e.Item)), "use an item of the plan's steps")
	case p.step != s.at:
		return refuse(fmt.Sprintf("item %q is not asked on this step", quote.Short(e.Item)), fmt.Sprintf("go to step %q first", s.steps[p.step].ID))
	case s.config.Mode != Practice && (e.Kind == Hinted || e.Kind == Retried):
		return refuse("in assessment there are no hints and one go", "play in practice mode for that")
	case e.Kind == Retried && p.open:
		return refuse(fmt.Sprintf("item %q can be answered already", quote.Short(e.Item)), "answer it")
	case e.Kind != Retried && !p.open:
		return refuse(fmt.Sprintf("item %q has been answered", quote.Short(e.Item)), s.afterAnswer())
	}
	switch e.Kind {
	case Drafted:
		if len(e.Answer) > mostAnswer || !json.Valid(e.Answer) {
			return refuse("the draft is not JSON of a reasonable size", "send the answer as it stands so far")
		}
	case Answered:
		if len(e.Answer) > mostAnswer {
			return refuse("the answer is not of a reasonable size", "send it without spaces")
		}
		if _, err := it.Mark(e.Answer); err != nil {
			return err
		}
		if !p.saidAsIs && s.asDealt(e.Item, e.Answer) {
			return refuse("the cards lie as they were dealt", "move a card, or say that this order is meant (a draft equal to the deal)")
		}
	}
	return nil
}

func (s *Session) afterAnswer() string {
	if s.config.Mode == Practice {
		return "retry it first"
	}
	return "in assessment an answer is final"
}

// asDealt reports whether an order is exactly as dealt.
func (s *Session) asDealt(item string, answer json.RawMessage) bool {
	form := s.Form(item)
	return form.Draft(answer).AsDealt()
}

// fold applies a checked event to the state.
func (s *Session) fold(e Event) {
	switch e.Kind {
	case Went:
		s.at = s.find(e.Step)
		s.furthest = max(s.furthest, s.at)
	case Opened:
		if !slices.Contains(s.opened[e.Step], e.Source) {
			s.opened[e.Step] = append(s.opened[e.Step], e.Source)
		}
	case Drafted:
		p := s.items[e.Item]
		p.draft = bytes.Clone(e.Answer)
		p.saidAsIs = p.saidAsIs || s.asDealt(e.Item, e.Answer)
	case Answered:
		p := s.items[e.Item]
		p.answers = append(p.answers, bytes.Clone(e.Answer))
		p.open, p.draft, p.saidAsIs = false, nil, false
		delete(s.forms, e.Item) // made anew if it is shown again; a server keeps thousands of sessions
	case Hinted:
		s.items[e.Item].hinted = true
	case Retried:
		s.items[e.Item].open = true
	}
}

// Explained reports whether answers are explained by now: in a test that is so once
// it is handed in, and otherwise always.
func (s *Session) Explained() bool { return s.config.Mode != Test || s.Done() }

// Explain explains the latest answer to an item. ok is false while the item is not
// answered, and while answers aren't explained.
func (s *Session) Explain(item string) (e puzzle.Explanation, ok bool) {
	it, found := s.set.Item(item)
	answer, answered := s.Answer(item)
	if !found || !answered || !s.Explained() {
		return puzzle.Explanation{}, false
	}
	e, err := it.Explain(answer)
	return e, err == nil
}
