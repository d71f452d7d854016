package evidence

// BestSupported returns which answer on a point is best supported, as its place
// in the point's list: the one with more independent voices, and of equally many
// the one with the better best tier (casefile.Support). ok is false when the
// point is unknown, has no answers, or two answers share the first place.
func (x *Index) BestSupported(point string) (answer int, ok bool) {
	p, found := x.c.Point(point)
	if !found {
		return 0, false
	}
	return x.c.BestSupported(p)
}

// AnswerBy returns the answer that a source gives on a point, as its place in
// the point's list: the first, should it contradict itself. ok is false when it
// says nothing on it.
func (x *Index) AnswerBy(point, source string) (answer int, ok bool) {
	p, found := x.c.Point(point)
	if !found {
		return 0, false
	}
	given := p.AnswersOf(source)
	if len(given) == 0 {
		return 0, false
	}
	return given[0], true
}
