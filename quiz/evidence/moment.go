package casefile

import "holdtheline/quiz/edtf"

// PublicBy reports whether something published at one date was public at the
// moment t. It was when it is certainly not later than the day of t: it can
// have begun by the last second of t, and was out by the end of that day. Within
// one day the order is the author's word (the place among the beats), since
// history mostly gives days; any other day is held to strictly. Without a
// latest second on either side nothing is known to be public.
//
// This is the one place where the rule stands; no hindsight means this.
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

// PublishedAt is the date at which a reference became public: a paragraph's
// own date if it was added later, and the source's otherwise. The reference is
// a source or source#paragraph.
func (c *Case) PublishedAt(ref string) (edtf.Date, bool) {
	if _, _, cited := SplitRef(ref); !cited {
		src, ok := c.Source(ref)
		if !ok {
			return edtf.Date{}, false
		}
		return src.Published, true
	}
	src, p, ok := c.Paragraph(ref)
	if !ok {
		return edtf.Date{}, false
	}
	if !p.At.IsZero() {
		return p.At, true
	}
	return src.Published, true
}

// StatusAt is what the evidence supported at the moment t: the last status
// whose from is not later than t. It is not ok before the first of them.
func (cl *Claim) StatusAt(t edtf.Date) (*Status, bool) {
	moment, ok := t.Latest()
	if !ok {
		return nil, false
	}
	for i := len(cl.Status) - 1; i >= 0; i-- {
		if from, ok := cl.Status[i].From.Earliest(); ok && !from.After(moment) {
			return &cl.Status[i], true
		}
	}
	return nil, false
}
