package evidence

import (
	"fmt"
	"slices"
	"strings"
	"time"

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
// the first word back. Who can know is the case's to say (known_to); so is which
// paragraph says what.
type Finding struct {
	Is        casefile.Verdict
	Explained []string // the paragraphs in which somebody named explains it away
	Denied    []string // the denials that stand
	Asserted  []string // the word of those who can know, each of their own
	Silent    []string // who of those who can know has not said so, by id
}

// Said is what is said of one claim, in the words of all sides.
type Said struct {
	knownTo                         []string
	asserts, denies, settles, jokes []word
}

// A word is a paragraph in which a side speaks for itself.
type word struct {
	ref       string
	side      string // a person's id
	own       bool   // it rests on nothing but words of its own side
	published edtf.Date
}

// Said returns what is said of a claim. It need not be one of the case's.
func (x *Index) Said(cl *casefile.Claim) *Said {
	words := func(refs []string) []word {
		var words []word
		for _, ref := range refs {
			source := SourceOf(ref)
			if side := x.Side(source); side != "" {
				words = append(words, word{ref, side, x.ofTheirOwn(source), x.Published(ref)})
			}
		}
		return words
	}
	return &Said{
		knownTo: cl.KnownTo,
		asserts: words(cl.AssertedBy), denies: words(cl.DeniedBy),
		settles: words(cl.SettledBy), jokes: words(cl.ExplainedBy),
	}
}

// At applies the rule at the moment t. Among what came out on the day of t only the
// author can say what came first: of it, what came out before the end of t counts,
// and what is cited.
func (s *Said) At(t edtf.Date, cited []string) Finding {
	isCited := make(map[string]bool, len(cited))
	for _, ref := range cited {
		isCited[ref] = true
	}
	moment, _ := t.Latest()
	public := func(words []word) []word {
		return slices.DeleteFunc(slices.Clone(words), func(w word) bool {
			out, ok := w.published.Latest()
			return !ok || !PublicBy(w.published, t) || out.After(moment) && !isCited[w.ref]
		})
	}
	yes, no := public(s.asserts), public(s.denies)
	f := Finding{
		Explained: refs(public(s.jokes)),
		Denied:    refs(unsettled(notTakenBack(no, yes), public(s.settles))),
	}
	heard := map[string]bool{}
	for _, w := range notTakenBack(yes, no) {
		if w.own && slices.Contains(s.knownTo, w.side) {
			f.Asserted = append(f.Asserted, w.ref)
			heard[w.side] = true
		}
	}
	for _, who := range s.knownTo {
		if !heard[who] {
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

// notTakenBack returns the words whose side has not certainly said the opposite
// since.
func notTakenBack(words, opposite []word) []word {
	last := map[string]time.Time{}
	for _, w := range opposite {
		if from, ok := w.published.Earliest(); ok && from.After(last[w.side]) {
			last[w.side] = from
		}
	}
	return slices.DeleteFunc(slices.Clone(words), func(w word) bool {
		out, ok := w.published.Latest()
		return ok && out.Before(last[w.side])
	})
}

// unsettled returns the denials that certainly came after everything that settles
// one: any other is settled.
func unsettled(denials, settled []word) []word {
	var last time.Time
	for _, w := range settled {
		if to, ok := w.published.Latest(); ok && to.After(last) {
			last = to
		}
	}
	return slices.DeleteFunc(slices.Clone(denials), func(w word) bool {
		from, ok := w.published.Earliest()
		return len(settled) > 0 && (!ok || !last.Before(from))
	})
}

func refs(words []word) []string {
	var refs []string
	for _, w := range words {
		refs = append(refs, w.ref)
	}
	return refs
}

// Side returns whose word a source is, as a person's id: who speaks in it, or for
// whom it speaks. It is empty for a report and for an unknown source.
func (x *Index) Side(source string) string {
	place, ok := x.place[source]
	if !ok {
		return ""
	}
	src := &x.c.Sources[place]
	if src.Speaker != "" {
		return src.Speaker
	}
	return src.SpeaksFor
}

// ofTheirOwn reports whether a source rests on nothing but words of its own side.
func (x *Index) ofTheirOwn(source string) bool {
	side := x.Side(source)
	return !slices.ContainsFunc(x.Origins(source), func(origin string) bool { return x.Side(origin) != side })
}

// Allows reports whether a careful reader could give a status, the rule's or
// another: it has some of its evidence, and nothing of what rules it out.
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

// Decisive returns the paragraphs that make the finding what it is. There are none
// for what can't be known yet.
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
		return fmt.Sprintf("of those who can know, there is a word for it (%s), but none of %s", listed(f.Asserted), listed(f.Silent))
	case len(f.Silent) > 0:
		return fmt.Sprintf("nobody who can know has said so (%s)", listed(f.Silent))
	}
	return "the claim does not say who can know (known_to)"
}

func listed(names []string) string { return strings.Join(names, ", ") }
