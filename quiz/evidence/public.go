package evidence

import (
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
)

// PublicBy reports whether something published at one date was public at the
// moment t. It was when it is certainly not later than the day of t: it can
// have begun by the last second of t, and was out by the end of that day. Within
// one day the order is the author's word (the place among the beats), since
// history mostly gives days; any other day is held to strictly. Without a
// latest second on either side nothing is known to be public.
//
// No hindsight means this rule.
func PublicBy(published, t edtf.Date) bool {
	moment, ok := t.Latest()
	if !ok {
		return false
	}
	if begun, ok := published.Earliest(); ok && begun.After(moment) {
		return false
	}
	endOfDay, _ := t.EndOfDay()
	out, ok := published.Latest()
	return ok && !out.After(endOfDay)
}

// Published returns when a source came out, or, for a reference
// "source#paragraph" to a later layer of it, when that paragraph was added.
// The zero date means that the case has no such source or paragraph.
func (x *Index) Published(ref string) edtf.Date {
	id, part, cited := casefile.SplitRef(ref)
	src := x.source(id)
	switch {
	case src == nil:
		return edtf.Date{}
	case !cited:
		return src.Published
	}
	p, ok := src.Paragraph(part)
	switch {
	case !ok:
		return edtf.Date{}
	case p.At.IsZero():
		return src.Published
	}
	return p.At
}

// PublicBy reports whether a source, or a paragraph named "source#paragraph",
// was public by t, as the function [PublicBy] has it.
func (x *Index) PublicBy(ref string, t edtf.Date) bool { return PublicBy(x.Published(ref), t) }

// StatusAt returns what the evidence supported about a claim at t: the last of
// its statuses that began no later than t. ok is false when the claim is unknown
// or had no status yet.
func (x *Index) StatusAt(claim string, t edtf.Date) (status *casefile.Status, ok bool) {
	cl, found := x.c.Claim(claim)
	moment, closed := t.Latest()
	if !found || !closed {
		return nil, false
	}
	for i := len(cl.Status) - 1; i >= 0; i-- {
		if from, ok := cl.Status[i].From.Earliest(); ok && !from.After(moment) {
			return &cl.Status[i], true
		}
	}
	return nil, false
}
