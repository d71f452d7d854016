package evidence

import (
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
)

// PublicBy reports whether something published at one date was public at the
// moment t: it can have come out by the last second of t, and it certainly came
// out by the end of that day. Within a day the author's order counts (that of the
// beats), since history mostly gives days and no hours. If either date has no
// latest second, the answer is no.
//
// This is the rule against hindsight.
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

// Published returns when a source or paragraph came out; a paragraph of a later
// layer came out when it was added. The zero date means that the case has no such
// source or paragraph.
func (x *Index) Published(ref string) edtf.Date {
	id, part, cited := casefile.SplitRef(ref)
	src, ok := x.Source(id)
	switch {
	case !ok:
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

// PublicBy reports whether a source, or a paragraph "source#paragraph", was public
// by t, by the rule of the function [PublicBy].
func (x *Index) PublicBy(ref string, t edtf.Date) bool { return PublicBy(x.Published(ref), t) }

// StatusAt returns the status of a claim at t as the case writes it: the last
// one that began no later than t. What the evidence supports by the rule is
// [Statements.At]. ok is false when the claim is unknown, had no status yet, or
// t has no end.
func (x *Index) StatusAt(claim string, t edtf.Date) (status *casefile.Status, ok bool) {
	cl, found := x.Claim(claim)
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
