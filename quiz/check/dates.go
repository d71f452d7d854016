package check

import (
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/evidence"
)

// Messages quote dates as EDTF and not in words, as they are written in the file.

// provenance checks the graph that relies_on forms: no source rests on itself
// or on one that came out later.
func (k *checker) provenance() {
	for i := range k.c.Sources {
		s := &k.c.Sources[i]
		path := at("sources", i)
		if _, ok := s.Published.Latest(); !ok && !s.Published.IsZero() {
			k.Report(path+".published", "give the latest day it can have come out, such as 2015-09-14/2015-09-20", "the date %s has no end, so nobody can say when this was public", s.Published)
		}
		if edtf.Compare(s.Written, s.Published) == edtf.After {
			k.Report(path+".written", "correct one of the two dates", "this was written (%s) after it came out (%s)", s.Written, s.Published)
		}
		for j, p := range s.Digest {
			if edtf.Compare(p.At, s.Published) == edtf.Before {
				k.Report(at(path+".digest", j)+".at", "correct one of the two dates", "this part is dated %s, before its source came out (%s)", p.At, s.Published)
			}
		}
		for j, id := range s.ReliesOn {
			here := at(path+".relies_on", j)
			on, ok := k.find.Source(id)
			switch {
			case !ok:
			case id == s.ID || k.reach(id)[s.ID]:
				k.Report(here, "keep only the direction in which the words travelled", "%q and %q rest on each other in a circle", s.ID, id)
			case laterThanAllOf(s, on.Published):
				k.Report(here, "correct a date, or delete this", "%q can't rest on %q, which came out later (%s)", s.ID, id, on.Published)
			}
		}
	}
}

// seasons refuses dates such as 1921-21, which EDTF reads as the spring of 1921: it is
// mostly a slip, and spring is another time of the year in the south.
func (k *checker) seasons() {
	for _, d := range casefile.Dates(k.c) {
		if months, ok := d.Date.Season(); ok {
			k.Report(d.Path, "write the month, or "+months+" if a season is meant", "%s has no month: 21 to 24 stand for seasons, which differ from north to south", d.Date)
		}
	}
}

// laterThanAllOf reports whether a date is certainly after every layer of the
// source, including its later parts.
func laterThanAllOf(s *casefile.Source, published edtf.Date) bool {
	if edtf.Compare(s.Published, published) != edtf.Before {
		return false
	}
	for _, p := range s.Digest {
		if !p.At.IsZero() && edtf.Compare(p.At, published) != edtf.Before {
			return false
		}
	}
	return true
}

// reach returns everything that a source rests on, directly or through others.
func (k *checker) reach(id string) map[string]bool {
	seen, known := k.reaches[id]
	if known {
		return seen
	}
	seen = map[string]bool{}
	k.reaches[id] = seen
	for from := []string{id}; len(from) > 0; {
		last := len(from) - 1
		s, ok := k.find.Source(from[last])
		from = from[:last]
		if !ok {
			continue
		}
		for _, on := range s.ReliesOn {
			if !seen[on] {
				seen[on] = true
				from = append(from, on)
			}
		}
	}
	return seen
}

// events checks the two dates of each event and the order that the author recorded.
func (k *checker) events() {
	for i := range k.c.Events {
		e := &k.c.Events[i]
		if edtf.Compare(e.Known, e.Happened) == edtf.Before {
			k.Report(at("events", i)+".known", "correct one of the two dates", "this was known (%s) before it happened (%s)", e.Known, e.Happened)
		}
	}
	k.order(casefile.Happened, ".after", "happened")
	k.order(casefile.Known, ".known_after", "became known")
}

// order checks the order recorded by after or known_after against the dates on
// that axis, and for cycles.
func (k *checker) order(axis casefile.Axis, key, verb string) {
	chronology := k.x.Chronology(axis)
	for i := range k.c.Events {
		e := &k.c.Events[i]
		for j, id := range e.AfterOn(axis) {
			here := at(at("events", i)+key, j)
			earlier, ok := k.find.Event(id)
			switch {
			case !ok:
			case id == e.ID:
				k.Report(here, "delete it", "%q can't come after itself", id)
			case edtf.Compare(e.On(axis), earlier.On(axis)) == edtf.Before:
				k.Report(here, "correct a date, or delete this", "the dates say that %q %s later (%s) than %q (%s)", id, verb, earlier.On(axis), e.ID, e.On(axis))
			case chronology.Before(e.ID, id):
				k.Report(here, "follow the dates and the other orders from one to the other, and correct one", "by other orders and dates %q certainly %s before %q", e.ID, verb, id)
			}
		}
	}
}

// claims checks that the statuses of every claim are in time order, and that
// none cites something that came out later.
func (k *checker) claims() {
	for i := range k.c.Claims {
		cl := &k.c.Claims[i]
		for j, s := range cl.Status {
			path := at(at("claims", i)+".status", j)
			if !s.From.IsZero() && !k.moment(path+".from", s.From) {
				continue
			}
			if j > 0 {
				k.follows(path+".from", cl.Status[j-1].From, s.From)
			}
			for l, ref := range s.Because {
				k.publicBy(at(path+".because", l), ref, s.From)
			}
		}
	}
}

// follows checks that a status begins certainly later than the one before it.
func (k *checker) follows(path string, last, from edtf.Date) {
	switch {
	case last.IsZero() || from.IsZero():
	case edtf.Compare(last, from) == edtf.After:
		k.Report(path, "put the statuses in time order", "this status begins (%s) before the one above it (%s)", from, last)
	case edtf.Compare(last, from) == edtf.Undecided:
		k.Report(path, "give both a time of day, such as 2015-09-14T15:11:00Z, or dates that don't overlap", "nobody can say whether this status begins (%s) after the one above it (%s)", from, last)
	}
}

// moment checks that a date has both a beginning and an end.
func (k *checker) moment(path string, d edtf.Date) bool {
	_, first := d.Earliest()
	_, last := d.Latest()
	if !first || !last {
		k.Report(path, "give a date with a beginning and an end, such as 2015-09-14", "the date %s is open, so it is no moment", d)
		return false
	}
	return true
}

// publicBy checks that a reference was public at a moment.
func (k *checker) publicBy(path, ref string, t edtf.Date) {
	published := k.x.Published(ref)
	if published.IsZero() || t.IsZero() || evidence.PublicBy(published, t) {
		return
	}
	k.Report(path, "cite something from before, or correct a date", "hindsight: %q was not certainly public (%s) at this moment (%s)", ref, published, t)
}

// points checks that no paragraph gives two answers to one question.
func (k *checker) points() {
	for i, p := range k.c.Points {
		path := at("points", i)
		seen := map[string]bool{}
		for j, a := range p.Answers {
			for l, ref := range a.By {
				if seen[ref] {
					k.Report(at(at(path+".answers", j)+".by", l), "keep it at the answer it gives", "%q is cited at two answers to this question", ref)
				}
			}
			for _, ref := range a.By {
				seen[ref] = true
			}
		}
	}
}
