package evidence

import (
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
)

// Published returns when a source came out, or, for a reference
// "source#paragraph" to a later layer of it, when that paragraph was added.
// The zero date means that the case has no such source or paragraph.
func (x *Index) Published(ref string) edtf.Date {
	published, _ := x.c.PublishedAt(ref)
	return published
}

// PublicBy reports whether a source, or a paragraph named "source#paragraph",
// was public by t: certainly not later than the day of t. The order within one
// day is the author's word, since history gives days.
func (x *Index) PublicBy(ref string, t edtf.Date) bool {
	published, ok := x.c.PublishedAt(ref)
	return ok && casefile.PublicBy(published, t)
}

// StatusAt returns what the evidence supported about a claim at t: the last of
// its statuses that began no later than t. ok is false when the claim is unknown
// or had no status yet.
func (x *Index) StatusAt(claim string, t edtf.Date) (status *casefile.Status, ok bool) {
	cl, found := x.c.Claim(claim)
	if !found {
		return nil, false
	}
	return cl.StatusAt(t)
}
