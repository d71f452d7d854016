package mutation

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/evidence"
	"holdtheline/quiz/puzzle"
)

// Changes lists every change that can be made to a case.
func Changes(c *casefile.Case) []Change {
	l := &list{}
	x := evidence.New(c)
	for i := range c.Claims {
		l.statuses(&c.Claims[i])
		l.words(c, &c.Claims[i])
	}
	for i := range c.Sources {
		l.tiers(&c.Sources[i])
	}
	for i := range c.Rooms {
		for j := range c.Rooms[i].Puzzles {
			p := &c.Rooms[i].Puzzles[j]
			l.windows(x, p)
			l.dates(x, p)
			l.clues(p)
			if puzzle.Asks(p.Kind, puzzle.Closeness) {
				l.weighed(c, p)
			}
		}
	}
	return l.changes
}

type list struct{ changes []Change }

// set adds the change of one value to another.
func set[T any](l *list, kind Kind, place *T, value T, format string, args ...any) {
	was := *place
	l.add(kind, func() { *place = value }, func() { *place = was }, format, args...)
}

func (l *list) add(kind Kind, do, undo func(), format string, args ...any) {
	l.changes = append(l.changes, Change{
		Kind: kind, What: fmt.Sprintf(format, args...),
		apply: func() func() { do(); return undo },
	})
}

// shifts lists how far a status or a window is moved, in days.
var shifts = []int{-7, -1, 1, 7}

func (l *list) statuses(cl *casefile.Claim) {
	for i := range cl.Status {
		s := &cl.Status[i]
		for _, is := range casefile.Verdicts() {
			if is != s.Is {
				set(l, Statuses, &s.Is, is, "%s from %s: %s becomes %s", cl.ID, s.From, s.Is, is)
			}
		}
		for _, days := range shifts {
			if from, ok := shifted(s.From, days); ok {
				set(l, Froms, &s.From, from, "%s %s: from %s becomes %s", cl.ID, s.Is, s.From, from)
			}
		}
	}
}

// words moves each paragraph that is somebody's word on a claim between asserted_by,
// denied_by and explained_by. A report is nobody's word and counts for nothing in
// any of them, so it is not moved.
func (l *list) words(c *casefile.Case, cl *casefile.Claim) {
	keys := []struct {
		name string
		refs *[]string
	}{{"asserted_by", &cl.AssertedBy}, {"denied_by", &cl.DeniedBy}, {"explained_by", &cl.ExplainedBy}}
	for _, from := range keys {
		for _, ref := range *from.refs {
			if src, _, ok := c.Paragraph(ref); !ok || src.Speaker == "" && src.SpeaksFor == "" {
				continue
			}
			for _, to := range keys {
				if to.name == from.name || slices.Contains(*to.refs, ref) {
					continue
				}
				less, more := *from.refs, *to.refs
				l.add(Words, func() {
					*from.refs = slices.DeleteFunc(slices.Clone(less), func(r string) bool { return r == ref })
					*to.refs = append(slices.Clone(more), ref)
				}, func() { *from.refs, *to.refs = less, more },
					"%s: %s moves from %s to %s", cl.ID, ref, from.name, to.name)
			}
		}
	}
}

func (l *list) tiers(s *casefile.Source) {
	for _, option := range s.Directness.Options() {
		if d := casefile.Directness(option); d != s.Directness {
			set(l, Tiers, &s.Directness, d, "%s: %s becomes %s", s.ID, s.Directness, d)
		}
	}
}

// windows moves the right window and swaps it with each of the others. It does not
// move a wrong window, which would stay wrong.
func (l *list) windows(x *evidence.Index, p *casefile.Puzzle) {
	published := x.Published(p.Source)
	right := slices.IndexFunc(p.Windows, func(w edtf.Date) bool { return w.Contains(published) })
	if right < 0 {
		return
	}
	for _, days := range shifts {
		if moved, ok := shifted(p.Windows[right], days); ok {
			set(l, Windows, &p.Windows[right], moved, "%s: the window %s becomes %s", p.ID, p.Windows[right], moved)
		}
	}
	for i := range p.Windows {
		if i != right {
			swap := func() { p.Windows[i], p.Windows[right] = p.Windows[right], p.Windows[i] }
			l.add(Windows, swap, swap, "%s: the windows %s and %s change places", p.ID, p.Windows[right], p.Windows[i])
		}
	}
}

// dates moves the date of the source to be dated into each other window.
func (l *list) dates(x *evidence.Index, p *casefile.Puzzle) {
	published := x.Published(p.Source)
	if published.IsZero() {
		return
	}
	place := dateOf(x.Case(), p.Source)
	for _, w := range p.Windows {
		if !w.Contains(published) {
			set(l, Dates, place, w, "%s: %s came out %s, not %s", p.ID, p.Source, w, published)
		}
	}
}

// dateOf returns a pointer to the date of a source, or of a later part of one.
func dateOf(c *casefile.Case, ref string) *edtf.Date {
	if _, part, ok := c.Paragraph(ref); ok && !part.At.IsZero() {
		return &part.At
	}
	id, _, _ := casefile.SplitRef(ref)
	src, _ := c.Source(id)
	return &src.Published
}

func (l *list) clues(p *casefile.Puzzle) {
	clues, decoys := p.Clues, p.Decoys
	change := func(newClues, newDecoys []casefile.Clue, format string, args ...any) {
		l.add(Clues, func() { p.Clues, p.Decoys = newClues, newDecoys },
			func() { p.Clues, p.Decoys = clues, decoys }, "%s: "+format, append([]any{p.ID}, args...)...)
	}
	without := func(list []casefile.Clue, i int) []casefile.Clue { return slices.Delete(slices.Clone(list), i, i+1) }
	for i, clue := range clues {
		if len(clues) > 1 { // a puzzle needs at least one clue
			change(without(clues, i), append(slices.Clone(decoys), clue), "the clue %q becomes a decoy", clue.Phrase)
		}
		for j, decoy := range decoys {
			change(append(without(clues, i), decoy), append(without(decoys, j), clue),
				"the clue %q and the decoy %q change places", clue.Phrase, decoy.Phrase)
		}
	}
	for j, decoy := range decoys {
		change(append(slices.Clone(clues), decoy), without(decoys, j), "the decoy %q becomes a clue", decoy.Phrase)
	}
}

func (l *list) weighed(c *casefile.Case, p *casefile.Puzzle) {
	for _, cl := range c.Claims {
		if cl.ID != p.Claim {
			set(l, Weighed, &p.Claim, cl.ID, "%s: its claim %s becomes %s", p.ID, p.Claim, cl.ID)
		}
	}
}

// shifted moves a date by some days, an interval by both ends. It is not ok for a
// date whose precision is not a day or a second.
func shifted(d edtf.Date, days int) (edtf.Date, bool) {
	ends := strings.Split(d.String(), "/")
	for i, end := range ends {
		moved := ""
		for _, form := range []string{time.DateOnly, time.RFC3339} {
			if t, err := time.Parse(form, end); err == nil {
				moved = t.AddDate(0, 0, days).Format(form)
			}
		}
		if moved == "" {
			return edtf.Date{}, false
		}
		ends[i] = moved
	}
	moved, err := edtf.Parse(strings.Join(ends, "/"))
	return moved, err == nil
}
