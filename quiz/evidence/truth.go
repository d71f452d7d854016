package evidence

import (
	"fmt"
	"slices"
	"strings"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
)

// A Finding is what the evidence on a claim supports at a moment, by this rule:
//
//   - a prank, once somebody named has said that they made it up;
//   - denied, otherwise, while a side says no, on the record, and nothing has
//     settled it;
//   - real, otherwise, when everybody who can know says so, each of their own;
//   - can't know yet, otherwise.
//
// Only what was public by the moment counts, and only the word of a side: of
// somebody who speaks in person, or of an office that speaks for them. A report
// repeats a word and adds none to it, and who has said the opposite since has taken
// the first word back. Who can know is the case's to say (known_to);
// so is which paragraph says what.
type Finding struct {
	Is        casefile.Verdict
	Explained []string // the paragraphs in which somebody named explains it away
	Denied    []string // the denials that stand
	Settled   []string // the denials that have been settled
	Asserted  []string // the word of those who can know, each of their own
	Silent    []string // who of those who can know has not said so, by id
}

// Finding applies the rule to a claim at the moment t. Among what came out on the
// day of t only the author can say what came first: of it, what came out before
// the end of t counts, and what is cited.
func (x *Index) Finding(cl *casefile.Claim, t edtf.Date, cited []string) Finding {
	spoken := func(refs []string) []string {
		return slices.DeleteFunc(slices.Clone(refs), func(ref string) bool {
			return x.Side(SourceOf(ref)) == "" || !x.outBy(ref, t, cited)
		})
	}
	yes, no := spoken(cl.AssertedBy), spoken(cl.DeniedBy)
	asserted, denied := x.notTakenBack(yes, no), x.notTakenBack(no, yes)
	f := Finding{Explained: spoken(cl.ExplainedBy)}
	for _, denial := range denied {
		if x.settled(cl, denial, t, cited) {
			f.Settled = append(f.Settled, denial)
		} else {
			f.Denied = append(f.Denied, denial)
		}
	}
	for _, who := range cl.KnownTo {
		heard := len(f.Asserted)
		for _, ref := range asserted {
			if source := SourceOf(ref); x.Side(source) == who && x.ofTheirOwn(source) {
				f.Asserted = append(f.Asserted, ref)
			}
		}
		if len(f.Asserted) == heard {
			f.Silent = append(f.Silent, who)
		}
	}
	switch {
	case len(f.Explained) > 0:
		f.Is = casefile.Prank
	case len(f.Denied) > 0:
		f.Is = casefile.Denied
	case len(f.Asserted) > 0 && len(f.Silent) == 0:
		f.Is = casefile.Real
	default:
		f.Is = casefile.Unconfirmed
	}
	return f
}

// Side returns whose word a source is, as a person's id: who speaks in it, or for
// whom it speaks. It is empty for a report and for an unknown source.
func (x *Index) Side(source string) string {
	src, ok := x.c.Source(source)
	switch {
	case !ok:
		return ""
	case src.Speaker != "":
		return src.Speaker
	}
	return src.SpeaksFor
}

// notTakenBack returns the words whose side has not certainly said the opposite
// since.
func (x *Index) notTakenBack(words, opposite []string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(word string) bool {
		return slices.ContainsFunc(opposite, func(later string) bool {
			return x.Side(SourceOf(later)) == x.Side(SourceOf(word)) &&
				edtf.Compare(x.Published(word), x.Published(later)) == edtf.Before
		})
	})
}

// outBy reports whether a paragraph counts at t.
func (x *Index) outBy(ref string, t edtf.Date, cited []string) bool {
	if !x.PublicBy(ref, t) {
		return false
	}
	out, _ := x.Published(ref).Latest()
	moment, _ := t.Latest()
	return !out.After(moment) || slices.Contains(cited, ref)
}

// settled reports whether a denial has been settled by t. One that certainly came
// after what settles it is a new one.
func (x *Index) settled(cl *casefile.Claim, denial string, t edtf.Date, cited []string) bool {
	return slices.ContainsFunc(cl.SettledBy, func(ref string) bool {
		return x.outBy(ref, t, cited) && edtf.Compare(x.Published(ref), x.Published(denial)) != edtf.Before
	})
}

// ofTheirOwn reports whether a source rests on nothing but words of its own side.
func (x *Index) ofTheirOwn(source string) bool {
	side := x.Side(source)
	return !slices.ContainsFunc(x.Origins(source), func(origin string) bool { return x.Side(origin) != side })
}

// Allows reports whether a careful reader could give another status than the
// rule's: it has some of its evidence, and nothing of what rules it out.
func (f Finding) Allows(v casefile.Verdict) bool {
	switch v {
	case casefile.Real:
		return len(f.Asserted) > 0 && len(f.Denied) == 0 && len(f.Explained) == 0
	case casefile.Denied:
		return len(f.Denied) > 0
	case casefile.Prank:
		return len(f.Explained) > 0
	case casefile.Unconfirmed:
		return true
	}
	return false
}

// Decisive returns the paragraphs that make a status what it is: one of them at
// least is to be cited for it. Nothing makes a claim one that can't be known yet.
func (f Finding) Decisive() []string {
	switch f.Is {
	case casefile.Prank:
		return f.Explained
	case casefile.Denied:
		return f.Denied
	case casefile.Real:
		return f.Asserted
	case casefile.Unconfirmed:
	}
	return nil
}

// Why says in a clause without a full stop what makes the finding what it is. It
// is for authors, and names people and paragraphs by id.
func (f Finding) Why() string {
	switch f.Is {
	case casefile.Prank:
		return fmt.Sprintf("somebody named says that they made it up (%s)", listed(f.Explained))
	case casefile.Denied:
		return fmt.Sprintf("a side denies it on the record (%s) and nothing has settled it", listed(f.Denied))
	case casefile.Real:
		return fmt.Sprintf("everybody who can know says so (%s) and nothing stands against it", listed(f.Asserted))
	case casefile.Unconfirmed:
	}
	switch {
	case len(f.Silent) > 0 && len(f.Asserted) > 0:
		return fmt.Sprintf("of those who can know, there is the word of one side (%s) and none of %s", listed(f.Asserted), listed(f.Silent))
	case len(f.Silent) > 0:
		return fmt.Sprintf("nobody who can know has said so (%s)", listed(f.Silent))
	}
	return "the claim does not say who can know (known_to)"
}

func listed(names []string) string { return strings.Join(names, ", ") }
