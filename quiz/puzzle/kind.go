package puzzle

import (
	"fmt"
	"slices"
	"strings"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/evidence"
)

// Kind names a kind of question, as the case file and reports spell it.
type Kind = casefile.PuzzleKind

// A Spec is what the program knows of one kind of puzzle, in one value: it stands
// in the file of the kind, and once in the list of [Specs]. Everything else that
// has to know the kinds asks that list, and an [Item] for what it can do.
type Spec interface {
	Kind() Kind
	Skill() Skill
	// Keys lists the keys of the case file that the kind takes, besides those that
	// every puzzle has.
	Keys() []Key
	// New makes the item of a puzzle. ok is false when something that it names is
	// missing, or nobody could say what is right: [Spec.Check] refuses such a case.
	New(x *evidence.Index, p *casefile.Puzzle) (it Item, ok bool)
	// Check says what is unsound about a puzzle, whose place in the case is path.
	// Names that lead nowhere and missing keys have been said already.
	Check(f Findings, x *evidence.Index, p *casefile.Puzzle, path string)
}

// A Key is a key of the case file that some kinds of puzzle take.
type Key struct {
	Name     string
	Optional bool // a puzzle of the kind may leave it out
}

// specs lists every kind of puzzle, in the order in which they are told.
var specs = []Spec{order, weigh, date, trace, spot, slips, who}

// Specs lists every kind of puzzle once.
func Specs() []Spec { return slices.Clone(specs) }

// SpecOf returns what is known of a kind of puzzle.
func SpecOf(k Kind) (Spec, bool) {
	i := slices.IndexFunc(specs, func(s Spec) bool { return s.Kind() == k })
	if i < 0 {
		return nil, false
	}
	return specs[i], true
}

// Kinds lists the kinds of puzzle, as the case file spells them.
func Kinds() []Kind {
	kinds := make([]Kind, len(specs))
	for i, s := range specs {
		kinds[i] = s.Kind()
	}
	return kinds
}

// AllKinds lists the kinds of all items: those of the desk, and those of puzzles.
func AllKinds() []Kind { return append([]Kind{KindVerdict, KindTabs}, Kinds()...) }

// Takers lists the kinds of puzzle that take a key of the case file. Of a key that
// every puzzle has, such as its title, there are none.
func Takers(key string) []Kind {
	var kinds []Kind
	for _, s := range specs {
		if slices.ContainsFunc(s.Keys(), func(k Key) bool { return k.Name == key }) {
			kinds = append(kinds, s.Kind())
		}
	}
	return kinds
}

// about is the part of a Spec that is plain data.
type about struct {
	kind  Kind
	skill Skill
	keys  string // separated by spaces; a question mark follows an optional one
}

func (a about) Kind() Kind   { return a.kind }
func (a about) Skill() Skill { return a.skill }

func (a about) Keys() []Key {
	var keys []Key
	for _, name := range strings.Fields(a.keys) {
		bare, optional := strings.CutSuffix(name, "?")
		keys = append(keys, Key{Name: bare, Optional: optional})
	}
	return keys
}

// entry is what the items of the kind have in common.
func (a about) entry(x *evidence.Index, p *casefile.Puzzle) entry {
	return entry{id: p.ID, kind: a.kind, skill: a.skill, title: p.Title, weight: weight(p.Weight), hint: p.Hint, x: x}
}

// Findings take what is unsound in a case. Package check has them.
type Findings interface {
	// Say tells a problem at a path of the case, without a full stop, and what to do
	// next.
	Say(path, next, format string, args ...any)
	// Has reports whether a problem has been told at a path.
	Has(path string) bool
	// Moment says so when a date is open on a side, and reports whether it is not.
	Moment(path string, d edtf.Date) bool
	// PublicBy says so when a reference was not certainly public at t.
	PublicBy(path, ref string, t edtf.Date)
	// Source says so when a reference names a paragraph instead of a source.
	Source(path, ref string)
}

// atLeast says so when there is too little to choose from, where there is
// anything.
func atLeast(f Findings, path, what string, have, need int) {
	if have > 0 && have < need {
		f.Say(path, fmt.Sprintf("add %d more", need-have), "there are %d %s, but it takes at least %d", have, what, need)
	}
}
