package packed

import (
	"fmt"
	"strings"
	"time"

	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// Fingerprint returns how the fingerprint of the case begins that a text was packed
// from, so that a caller with several cases can find it. The error wraps
// [ErrDamaged] or [ErrVersion].
func Fingerprint(text string) (prefix string, err error) {
	bits, err := unframe(text)
	if err != nil {
		return "", err
	}
	r := reader{bits: bits}
	begins := r.number(printBits)
	if r.broken {
		return "", ErrImpossible
	}
	return fmt.Sprintf("%0*x", printDigits, begins), nil
}

// Unpack returns the session of a text. The set must be of the version of the case
// that was played. The error wraps one of this package's errors, and there is then
// no session.
func Unpack(set *puzzle.Set, text string) (*session.Session, error) {
	begins, err := Fingerprint(text)
	if err != nil {
		return nil, err
	}
	if !strings.HasPrefix(set.Fingerprint(), begins) {
		return nil, ErrOtherCase
	}
	bits, err := unframe(text)
	if err != nil {
		return nil, err
	}
	u := unpacker{reader: reader{bits: bits[printBits:]}}
	if err := u.unpack(set); err != nil {
		return nil, err
	}
	if !u.atEnd() {
		return nil, ErrImpossible
	}
	return u.s, nil
}

// An unpacker plays a session again.
type unpacker struct {
	reader
	s *session.Session
}

func (u *unpacker) unpack(set *puzzle.Set) error {
	cfg := session.Config{
		Length: pick(u, lengths), Mode: pick(u, modes), When: pick(u, whens),
	}
	cfg.Led = u.bit()
	cfg.Seed = u.long()
	cfg.Began = time.Unix(int64(u.number(beganBits))+yearZero, 0)
	if u.broken {
		return ErrImpossible
	}
	u.s = session.Start(set, cfg)
	if got := u.s.Config(); got.Length != cfg.Length || got.Mode != cfg.Mode || got.When != cfg.When {
		return fmt.Errorf("%w: the case isn't played in the mode %q", ErrImpossible, cfg.Mode)
	}
	steps := u.s.Steps()
	at, furthest := u.below(len(steps)), u.below(len(steps))
	for i, step := range steps[:furthest+1] {
		if i > 0 {
			if err := u.apply(session.Event{Kind: session.Went, Step: step.ID}); err != nil {
				return err
			}
		}
		if err := u.step(step); err != nil {
			return err
		}
	}
	if at != furthest {
		return u.apply(session.Event{Kind: session.Went, Step: steps[at].ID})
	}
	return nil
}

// pick reads which of a list the configuration has.
func pick[T any](u *unpacker, of []T) (picked T) {
	i := int(u.number(kindBits))
	if i >= len(of) {
		u.broken = true
		return picked
	}
	return of[i]
}

func (u *unpacker) step(step session.Step) error {
	tabs := tabsOf(u.s.Set(), step)
	for _, i := range u.picked(len(tabs)) {
		if err := u.apply(session.Event{Kind: session.Opened, Step: step.ID, Source: tabs[i]}); err != nil {
			return err
		}
	}
	for _, item := range step.Items {
		if err := u.item(item); err != nil {
			return err
		}
	}
	return nil
}

func (u *unpacker) item(item string) error {
	tries := int(u.number(triesBits))
	if tries >= manyTries {
		tries += int(u.number(manyBits))
	}
	hinted, open := false, false
	if u.s.Config().Mode == session.Practice {
		hinted = u.bit()
		open = tries > 0 && u.bit()
	}
	kept := 0
	if between := tries - 2; between > 0 {
		kept = u.below(between + 1)
	}
	if hinted {
		if err := u.apply(session.Event{Kind: session.Hinted, Item: item}); err != nil {
			return err
		}
	}
	var answer []byte
	for try := range tries {
		if leftOut := try > 0 && try < tries-1-kept; !leftOut {
			answer = u.answer(u.s.Form(item))
		}
		if err := u.try(item, try, answer); err != nil {
			return err
		}
	}
	if open {
		return u.apply(session.Event{Kind: session.Retried, Item: item})
	}
	return nil
}

// try gives an answer.
func (u *unpacker) try(item string, try int, answer []byte) error {
	var events []session.Event
	if try > 0 {
		events = append(events, session.Event{Kind: session.Retried, Item: item})
	}
	form := u.s.Form(item)
	if form.Draft(answer).AsDealt() { // the player said that this order is meant
		events = append(events, session.Event{Kind: session.Drafted, Item: item, Answer: answer})
	}
	for _, e := range append(events, session.Event{Kind: session.Answered, Item: item, Answer: answer}) {
		if err := u.apply(e); err != nil {
			return err
		}
	}
	return nil
}

// apply does what the text says, unless that can't have happened.
func (u *unpacker) apply(e session.Event) error {
	if u.broken {
		return ErrImpossible
	}
	if err := u.s.Apply(e); err != nil {
		return fmt.Errorf("%w (%w)", ErrImpossible, err)
	}
	return nil
}
