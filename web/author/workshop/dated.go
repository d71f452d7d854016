package workshop

import (
	"encoding/json"
	"errors"
	"fmt"
	"sort"

	"holdtheline/quiz/edtf"
	"holdtheline/quiz/evidence"
)

// A Dated is something that has a place on the story's line. It is read from the
// text as it is, however much is still wrong with it.
type Dated struct {
	Kind  string `json:"kind"`  // event, known, source, added, status, beat
	Path  string `json:"path"`  // of the date
	Label string `json:"label"` // its title, or whatever says what it is
	Text  string `json:"text"`  // the date, as a player reads it
	From  int64  `json:"from"`  // in seconds since 1970
	To    int64  `json:"to"`
	// After is true where a status is said before the source that it rests on, or an
	// event is known before it happened: the line shows it before the check does.
	Wrong string `json:"wrong,omitempty"`
}

// A draft is what the line needs of a case.
type draft struct {
	Sources []struct {
		ID, Title string
		Published string
		Digest    []struct{ ID, At, Text string }
	}
	Events []struct{ ID, Title, Happened, Known string }
	Claims []struct {
		ID, Text string
		Status   []struct {
			From, Is string
			Because  []string
		}
	}
	Rooms []struct {
		Beats []struct {
			ID, Title, At string
			Arrivals      []string
		}
	}
}

// dated lists what has a date, in order of time, with the dates in a language. Fields of another type than the
// format's are left out: the check names them.
func dated(data []byte, in edtf.Locale) []Dated {
	var d draft
	if err := json.Unmarshal(data, &d); err != nil {
		var wrongType *json.UnmarshalTypeError
		if !errors.As(err, &wrongType) {
			return nil
		}
	}
	out := &line{in: in, published: map[string]edtf.Date{}}
	for i, s := range d.Sources {
		at := out.add("source", fmt.Sprintf("sources[%d].published", i), s.Title, s.Published)
		out.published[s.ID] = at
		for j, p := range s.Digest {
			if p.At != "" {
				out.published[s.ID+"#"+p.ID] = out.add("added", fmt.Sprintf("sources[%d].digest[%d].at", i, j), s.Title, p.At)
			}
		}
	}
	for i, e := range d.Events {
		happened := out.add("event", fmt.Sprintf("events[%d].happened", i), e.Title, e.Happened)
		known := out.add("known", fmt.Sprintf("events[%d].known", i), e.Title, e.Known)
		if earlier(known, happened) {
			out.wrong("it is known before it happened")
		}
	}
	for i, c := range d.Claims {
		for j, s := range c.Status {
			from := out.add("status", fmt.Sprintf("claims[%d].status[%d].from", i, j), c.Text+" ("+s.Is+")", s.From)
			for _, ref := range s.Because {
				if earlier(from, out.when(ref)) {
					out.wrong("what it rests on came out later")
				}
			}
		}
	}
	for i, room := range d.Rooms {
		for j, b := range room.Beats {
			at := out.add("beat", fmt.Sprintf("rooms[%d].beats[%d].at", i, j), b.Title, b.At)
			for _, ref := range b.Arrivals {
				if earlier(at, out.when(ref)) {
					out.wrong("something arrives before it came out")
				}
			}
		}
	}
	sort.SliceStable(out.dated, func(i, j int) bool { return out.dated[i].From < out.dated[j].From })
	return out.dated
}

type line struct {
	in        edtf.Locale
	dated     []Dated
	published map[string]edtf.Date // by source, and by paragraph that was added later
	added     bool                 // the last date could be read
}

// add adds a date, if it can be read and has bounds, and returns it.
func (l *line) add(kind, path, label, text string) edtf.Date {
	d, err := edtf.Parse(text)
	l.added = false
	if err != nil {
		return edtf.Date{}
	}
	from, ok := d.Earliest()
	to, known := d.Latest()
	if !ok || !known {
		return d
	}
	l.added = true
	l.dated = append(l.dated, Dated{Kind: kind, Path: path, Label: label, Text: d.Human(l.in), From: from.Unix(), To: to.Unix()})
	return d
}

// wrong says what is wrong with the last date.
func (l *line) wrong(why string) {
	if l.added {
		l.dated[len(l.dated)-1].Wrong = why
	}
}

// when returns when a source or paragraph came out.
func (l *line) when(ref string) edtf.Date {
	if at, ok := l.published[ref]; ok {
		return at
	}
	return l.published[evidence.SourceOf(ref)]
}

// earlier reports whether all of a date is before another.
func earlier(a, b edtf.Date) bool {
	last, ok := a.Latest()
	first, known := b.Earliest()
	return ok && known && last.Before(first)
}
