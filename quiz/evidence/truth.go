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
//   - otherwise denied, while a side denies it on the record and nothing has
//     settled it;
//   - otherwise real, when everybody who can know says so independently;
//   - otherwise can't know yet.
//
// Somebody who was there but may have been deceived (could_be_fooled) does not make
// a claim real: whoever answers a phone hears a voice. Their word only makes real an
// answer that can be defended.
//
// Only what was public by the moment counts, and only the word of a side: somebody
// who speaks in person, or an office that speaks for them. A report repeats a word
// and adds none. A side that later says the opposite takes its first word back.
// The case says who can know (known_to) and which paragraph says what.
type Finding struct {
	Is        casefile.Verdict
	Explained []string // the paragraphs in which somebody named explains it away
	Denied    []string // the denials not taken back or settled
	Asserted  []string // the independent words of those who can know
	Silent    []string // those who can know and have not said so, by id
	Heard     []string // the words of those who could be fooled
}

// Statements holds the words of all sides on one claim.
type Statements struct {
	knownTo, couldBeFooled          []string
	asserts, denies, settles, jokes []word
}

// A word is a paragraph in which a side speaks for itself.
type word struct {
	ref       string
	side      string // a person's id
	own       bool   // it rests on nothing but words of its own side
	published edtf.Date
}

// Statements returns the words of all sides on a claim, which need not be in
// the case.
func (x *Index) Statements(cl *casefile.Claim) *Statements {
	words := func(refs []string) []word {
		var words []word
		for _, ref := range refs {
			if side := x.Side(ref); side != "" {
				words = append(words, word{ref, side, x.ofTheirOwn(ref), x.Published(ref)})
			}
		}
		return words
	}
	return &Statements{
		knownTo: cl.KnownTo, couldBeFooled: cl.CouldBeFooled,
		asserts: words(cl.AssertedBy), denies: words(cl.DeniedBy),
		settles: words(cl.SettledBy), jokes: words(cl.ExplainedBy),
	}
}

// At applies the rule at the moment t. A word that came out on the day of t, but
// possibly after t, counts only if isCited says so: the author decides what came first.
func (s *Statements) At(t edtf.Date, isCited func(ref string) bool) Finding {
	moment, _ := t.Latest()
	public := func(words []word) []word {
		return slices.DeleteFunc(slices.Clone(words), func(w word) bool {
			out, ok := w.published.Latest()
			return !ok || !PublicBy(w.published, t) || out.After(moment) && !isCited(w.ref)
		})
	}
	yes, no := public(s.asserts), public(s.denies)
	f := Finding{
		Explained: refs(public(s.jokes)),
		Denied:    refs(unsettled(notTakenBack(no, yes), public(s.settles))),
	}
	heard := map[string]bool{}
	for _, w := range notTakenBack(yes, no) {
		switch {
		case !w.own:
		case slices.Contains(s.knownTo, w.side):
			f.Asserted = append(f.Asserted, w.ref)
			heard[w.side] = true
		case slices.Contains(s.couldBeFooled, w.side):
			f.Heard = append(f.Heard, w.ref)
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

// unsettled returns the denials that certainly came out after every paragraph that
// settles one.
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

// Side returns whose word a source or paragraph is, by a person's id: its speaker, or
// the person it speaks for. A paragraph that names nobody is the source's word. Side
// is empty for a report and for what the case does not have.
func (x *Index) Side(ref string) string {
	source, part, cited := casefile.SplitRef(ref)
	place, ok := x.SourceAt(source)
	if !ok {
		return ""
	}
	src := &x.c.Sources[place]
	if p, ok := src.Paragraph(part); cited && ok && p.Speaker+p.SpeaksFor != "" {
		if p.Speaker != "" {
			return p.Speaker
		}
		return p.SpeaksFor
	}
	if src.Speaker != "" {
		return src.Speaker
	}
	return src.SpeaksFor
}

// ofTheirOwn reports whether a word rests on nothing but words of its own side.
func (x *Index) ofTheirOwn(ref string) bool {
	side, source := x.Side(ref), SourceOf(ref)
	return !slices.ContainsFunc(x.Origins(source), func(origin string) bool { return origin != source && x.Side(origin) != side })
}

// Allows reports whether a careful reader could choose a verdict: real if it is
// asserted and neither denied nor explained away, denied or a prank if somebody
// says so, can't know yet always.
func (f Finding) Allows(v casefile.Verdict) bool {
	switch v {
	case casefile.Real:
		return len(f.Asserted)+len(f.Heard) > 0 && len(f.Denied) == 0 && len(f.Explained) == 0
	case casefile.Denied:
		return len(f.Denied) > 0
	case casefile.Prank:
		return len(f.Explained) > 0
	case casefile.Unconfirmed:
		return true
	}
	return false
}

// Decisive returns the paragraphs that decide the finding. There are none for what
// can't be known yet.
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

// Why returns the reason for the finding, as a clause for authors without a full
// stop. It names people and paragraphs by id.
func (f Finding) Why() string {
	switch f.Is {
	case casefile.Prank:
		return fmt.Sprintf("somebody named says that they made it up (%s)", listed(f.Explained))
	case casefile.Denied:
		return fmt.Sprintf("a side denies it on the record (%s) and nothing has settled it", listed(f.Denied))
	case casefile.Real:
		return fmt.Sprintf("everybody who can know says so (%s) and nothing speaks against it", listed(f.Asserted))
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
