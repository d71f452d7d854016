package packed

import (
	"encoding/json"
	"slices"
	"strconv"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// What the numbers of the configuration stand for. The lists only grow at their
// ends.
var (
	lengths = []casefile.Length{casefile.Quick, casefile.Lesson, casefile.Full}
	modes   = []session.Mode{session.Practice, session.Assessment, session.Test}
	whens   = []session.When{"", session.Before, session.After}
)

// Widths in bits.
const (
	printBits = 32 // of a fingerprint's beginning
	kindBits  = 2  // of length, mode and when
	beganBits = 39
	triesBits = 2
	manyBits  = 6 // for tries from manyTries on
)

const (
	printDigits = printBits / 4
	yearZero    = -62_167_219_200 // in Unix seconds
	manyTries   = 1<<triesBits - 1
	mostTries   = manyTries + 1<<manyBits - 1 // more of one item count as these; it bounds what a forged text costs
)

// Pack returns a session as a text of at most [MaxText] characters. The error wraps
// [ErrTooLong]; no game gets there on the screen, whatever is tried.
func Pack(s *session.Session) (string, error) { return PackWithin(s, MaxText) }

// PackWithin is like Pack, with another bound than MaxText.
func PackWithin(s *session.Session, most int) (string, error) {
	given := answersOf(s)
	for middle := mostTries; ; middle /= 2 {
		p := packer{s: s, given: given, middle: middle, at: s.At()}
		p.pack()
		if text := frame(p.bits); len(text) <= most {
			return text, nil
		}
		if middle == 0 {
			return "", ErrTooLong
		}
	}
}

// Key returns a text that is the same for a session and for what was packed of it,
// wherever in it the player was then: by it, one that arrives twice is recognised.
func Key(s *session.Session) string {
	p := packer{s: s, given: answersOf(s), at: s.Furthest()}
	p.pack()
	return frame(p.bits)
}

// answersOf are all answers, by item.
func answersOf(s *session.Session) map[string][]json.RawMessage {
	given := map[string][]json.RawMessage{}
	for _, e := range s.Log() {
		if e.Kind == session.Answered {
			given[e.Item] = append(given[e.Item], e.Answer)
		}
	}
	return given
}

// A packer packs one session.
type packer struct {
	writer
	s      *session.Session
	given  map[string][]json.RawMessage // all answers, by item
	middle int                          // how many tries of an item to keep between the first and the last
	at     int                          // where the player is
}

func (p *packer) pack() {
	cfg := p.s.Config()
	begins, _ := strconv.ParseUint(cfg.Fingerprint[:min(printDigits, len(cfg.Fingerprint))], 16, printBits)
	p.number(begins, printBits)
	p.number(uint64(slices.Index(lengths, cfg.Length)), kindBits)
	p.number(uint64(slices.Index(modes, cfg.Mode)), kindBits)
	p.number(uint64(slices.Index(whens, cfg.When)), kindBits)
	p.bit(cfg.Led)
	p.long(cfg.Seed)
	p.number(uint64(cfg.Began.Unix()-yearZero), beganBits)
	steps := p.s.Steps()
	p.below(p.at, len(steps))
	p.below(p.s.Furthest(), len(steps))
	for _, step := range steps[:p.s.Furthest()+1] {
		p.step(step)
	}
}

func (p *packer) step(step session.Step) {
	tabs := tabsOf(p.s.Set(), step)
	var opened []int
	for _, source := range p.s.Opened(step.ID) {
		opened = append(opened, slices.Index(tabs, source))
	}
	p.picked(opened, len(tabs))
	for _, item := range step.Items {
		p.item(item)
	}
}

func (p *packer) item(item string) {
	answers := p.given[item]
	if len(answers) > mostTries {
		answers = append(slices.Clip(answers[:1]), answers[len(answers)-mostTries+1:]...)
	}
	tries := len(answers)
	p.number(uint64(min(tries, manyTries)), triesBits)
	if tries >= manyTries {
		p.number(uint64(tries-manyTries), manyBits)
	}
	if p.s.Config().Mode == session.Practice {
		p.bit(p.s.Hinted(item))
		if tries > 0 {
			p.bit(!p.s.Answered(item)) // being tried again
		}
	}
	if between := tries - 2; between > 0 {
		kept := min(between, p.middle)
		p.below(kept, between+1)
		answers = append(slices.Clip(answers[:1]), answers[tries-1-kept:]...)
	}
	for _, answer := range answers {
		p.answer(p.s.Form(item), answer)
	}
}

// tabsOf lists the tabs that a step offers, whether or not they are marked.
func tabsOf(set *puzzle.Set, step session.Step) []string {
	for _, room := range set.Case().Rooms {
		for _, beat := range room.Beats {
			if beat.ID == step.Beat {
				return beat.Tabs
			}
		}
	}
	return nil
}
