package casefile

import (
	"maps"
	"reflect"
	"slices"
	"strconv"

	"holdtheline/quiz/casefile/internal/tree"
)

// A Text is one text of a case that players read, and so one to translate.
type Text struct {
	// Place says where it stands, by ids, such as sources.bbc.wish.text. What has no
	// id is found by what tells it apart, as a status is by its date, or by its number.
	Place string
	Text  string
}

// Texts lists the texts of the case, in the order of the format. Facts are none:
// dates, ids, marks and what authors note for themselves. Empty ones, such as the
// outlet of a page that names none, are left out.
func (c *Case) Texts() []Text {
	var list []Text
	c.eachText(func(place string, text *string) { list = append(list, Text{place, *text}) })
	return list
}

// eachText calls do for every text, in the order of the format. Do may change it.
func (c *Case) eachText(do func(place string, text *string)) {
	t := texts(do)
	t.add("", "title", &c.Title)
	t.add("", "summary", &c.Summary)
	t.add("", "content_note", &c.ContentNote)
	for _, v := range slices.Sorted(maps.Keys(c.Stamps)) {
		s := c.Stamps[v]
		t.add("stamps."+string(v)+".", "name", &s.Name)
		t.add("stamps."+string(v)+".", "means", &s.Means)
		if s != c.Stamps[v] {
			c.Stamps[v] = s
		}
	}
	for i := range c.Clocks {
		t.add(numbered("clocks", i), "city", &c.Clocks[i].City)
	}
	for i := range c.People {
		p := &c.People[i]
		t.add("people."+p.ID+".", "name", &p.Name)
		t.add("people."+p.ID+".", "role", &p.Role)
	}
	for i := range c.Sources {
		t.source(&c.Sources[i])
	}
	for i := range c.Events {
		e := &c.Events[i]
		t.add("events."+e.ID+".", "title", &e.Title)
		t.add("events."+e.ID+".", "note", &e.Note)
	}
	for i := range c.Claims {
		cl := &c.Claims[i]
		here := "claims." + cl.ID + "."
		t.add(here, "text", &cl.Text)
		for j := range cl.Status {
			s := &cl.Status[j]
			from := here + s.From.String() + "."
			t.add(from, "why", &s.Why)
			t.add(from, "would_change", &s.WouldChange)
		}
	}
	for i := range c.Points {
		p := &c.Points[i]
		t.add("points."+p.ID+".", "question", &p.Question)
		for j := range p.Answers {
			t.add(numbered("points."+p.ID+".answers", j), "text", &p.Answers[j].Text)
		}
	}
	for i := range c.Rooms {
		t.room(&c.Rooms[i])
	}
}

type texts func(place string, text *string)

// add is for one text, if there is one.
func (t texts) add(where, key string, text *string) {
	if *text != "" {
		t(where+key, text)
	}
}

func numbered(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]." }

func (t texts) source(s *Source) {
	here := "sources." + s.ID + "."
	t.add(here, "title", &s.Title)
	t.add(here, "lead", &s.Lead)
	t.add(here, "outlet", &s.Outlet)
	t.add(here, "author", &s.Author)
	t.add(here, "reference", &s.Reference)
	t.add(here+"picture.", "description", &s.Image.Description)
	t.add(here+"picture.", "credit", &s.Image.Credit)
	for i := range s.Digest {
		t.add(here+s.Digest[i].ID+".", "text", &s.Digest[i].Text)
	}
}

func (t texts) room(r *Room) {
	here := "rooms." + r.ID + "."
	t.add(here, "title", &r.Title)
	t.add(here, "intro", &r.Intro)
	for i := range r.Beats {
		b := &r.Beats[i]
		here := here + b.ID + "."
		t.add(here, "title", &b.Title)
		t.add(here, "short", &b.Short)
		t.add(here, "scene", &b.Scene)
		for j := range b.Ask {
			t.add(here+b.Ask[j].ID+".", "hint", &b.Ask[j].Hint)
		}
	}
	for i := range r.Puzzles {
		p := &r.Puzzles[i]
		here := here + p.ID + "."
		t.add(here, "title", &p.Title)
		t.add(here, "prompt", &p.Prompt)
		t.add(here, "why", &p.Why)
		t.add(here, "hint", &p.Hint)
		t.lists(here, reflect.ValueOf(p).Elem())
	}
}

// lists is for the lists of a puzzle that have texts, whatever kinds take them.
func (t texts) lists(where string, puzzle reflect.Value) {
	for i, f := range tree.Fields(puzzle.Type()) {
		if f.Type.Kind() != reflect.Slice || f.Type.Elem().Kind() != reflect.Struct {
			continue
		}
		for j := range puzzle.Field(i).Len() {
			item := puzzle.Field(i).Index(j)
			for l, inner := range tree.Fields(item.Type()) {
				if _, isRef := inner.Tag.Lookup("ref"); isRef || !inner.IsExported() || inner.Tag.Get("json") == "-" {
					continue // names something, or is the author's own
				}
				if text, isText := item.Field(l).Addr().Interface().(*string); isText {
					t.add(numbered(where+f.Key, j), inner.Key, text)
				}
			}
		}
	}
}
