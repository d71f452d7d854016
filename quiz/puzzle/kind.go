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

// A Spec defines one kind of puzzle. It is in the file of the kind, and in the list
// of specs. All other code gets the kinds from that list, and asks an [Item] for
// what it can do.
type Spec interface {
	Kind() Kind
	Skill() Skill
	// Asks returns what questions of the kind ask about the sources that they name. The
	// checker, and what fills in a case, go by that and by the keys: their rules hold for
	// a new kind, too.
	Asks() Aspect
	// Keys lists the keys of the case file that the kind takes, apart from those
	// that every puzzle has.
	Keys() []Key
	// New makes the item of a puzzle. ok is false if it names something missing, or
	// the evidence does not decide what is right: [Spec.Check] refuses such a case.
	New(x *evidence.Index, p *casefile.Puzzle) (it Item, ok bool)
	// Check reports what is unsound about the puzzle at path. Unknown names and
	// missing keys have been reported already.
	Check(f Reporter, x *evidence.Index, p *casefile.Puzzle, path string)
}

// A Key is a key of the case file that some kinds of puzzle take.
type Key struct {
	Name     string
	Optional bool // a puzzle of the kind may leave it out
}

// specs lists every kind of puzzle, in the order in which they are shown.
var specs = []Spec{order, weigh, date, trace, spot, slips, who}

// SpecOf returns the spec of a kind of puzzle.
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

// AllKinds lists the kinds of all items: those of the desk, then those of puzzles.
func AllKinds() []Kind { return append([]Kind{KindVerdict, KindTabs}, Kinds()...) }

// KindsWithKey lists the kinds of puzzle that take a key of the case file. It
// is empty for a key that every puzzle has, such as its title.
func KindsWithKey(key string) []Kind {
	var kinds []Kind
	for _, s := range specs {
		if slices.ContainsFunc(s.Keys(), func(k Key) bool { return k.Name == key }) {
			kinds = append(kinds, s.Kind())
		}
	}
	return kinds
}

// Asks reports whether questions of a kind ask this about the sources that they name.
func Asks(k Kind, what Aspect) bool {
	s, ok := SpecOf(k)
	return ok && s.Asks() == what
}

// about is the part of a Spec that is plain data.
type about struct {
	kind  Kind
	skill Skill
	keys  string // separated by spaces; a question mark follows an optional one
	asks  Aspect
}

func (a about) Kind() Kind   { return a.kind }
func (a about) Skill() Skill { return a.skill }
func (a about) Asks() Aspect { return a.asks }

func (a about) Keys() []Key {
	var keys []Key
	for _, name := range strings.Fields(a.keys) {
		bare, optional := strings.CutSuffix(name, "?")
		keys = append(keys, Key{Name: bare, Optional: optional})
	}
	return keys
}

// entry returns what the items of the kind have in common.
func (a about) entry(x *evidence.Index, p *casefile.Puzzle) entry {
	return entry{id: p.ID, kind: a.kind, skill: a.skill, title: p.Title, weight: weight(p.Weight), hint: p.Hint, x: x}
}

// A Reporter collects what is unsound in a case. Package check implements it.
type Reporter interface {
	// Report reports a problem at a path of the case, without a full stop, and the
	// next step.
	Report(path, next, format string, args ...any)
	// Has reports whether a problem has been reported at a path.
	Has(path string) bool
	// Moment reports a problem if a date has no beginning or no end, and returns
	// whether it has both.
	Moment(path string, d edtf.Date) bool
	// PublicBy reports a problem if a reference was not public by t.
	PublicBy(path, ref string, t edtf.Date)
	// Source reports a problem if a reference names a paragraph and not a source.
	Source(path, ref string)
}

// atLeast reports a problem if there is too little to choose from, but not if
// there is nothing.
func atLeast(f Reporter, path, what string, have, need int) {
	if have > 0 && have < need {
		f.Report(path, fmt.Sprintf("add %d more", need-have), "there are %d %s, but it takes at least %d", have, what, need)
	}
}
