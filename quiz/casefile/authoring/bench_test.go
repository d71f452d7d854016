package authoring_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/casefile/internal/tree"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/puzzle"
)

// BenchmarkTheLargestCase measures how long the largest cases take to check: each
// spends the values that a case may have on another part of it.
func BenchmarkTheLargestCase(b *testing.B) {
	for _, shape := range []struct {
		name string
		fill func(c *casefile.Case)
	}{
		{"points", slips}, {"traces", traces}, {"statuses", statuses}, {"relies on", chain}, {"orders", orders},
	} {
		c := large()
		shape.fill(c)
		b.Run(shape.name, func(b *testing.B) { checked(b, c, 0) })
		if shape.name == "points" {
			text, err := authoring.JSON(c)
			if err != nil {
				b.Fatal(err)
			}
			b.Run("read", func(b *testing.B) { read(b, "case.json", text, 0) })
		}
		b.Run(shape.name+" with broken references", func(b *testing.B) {
			spoilReferences(reflect.ValueOf(c).Elem())
			checked(b, c, tree.MaxFaults)
		})
	}
	b.Run("unknown keys", func(b *testing.B) {
		read(b, "case.yaml", []byte(numbered("key-#: 1\n", tree.MaxValues-1)), tree.MaxFaults)
	})
}

func checked(b *testing.B, c *casefile.Case, atLeast int) {
	if n := values(reflect.ValueOf(*c)); n > tree.MaxValues || n < tree.MaxValues*9/10 {
		b.Fatalf("the case has %d values", n)
	}
	for b.Loop() {
		faulty(b, authoring.Check(c), atLeast)
	}
}

func read(b *testing.B, file string, text []byte, atLeast int) {
	for b.Loop() {
		_, problems := authoring.Load(file, text)
		faulty(b, problems, atLeast)
	}
}

// faulty fails unless there are at least so many problems, or none if that is 0.
func faulty(b *testing.B, problems casefile.Problems, atLeast int) {
	switch n := problems.Count(); {
	case n < atLeast:
		b.Fatalf("only %d problems", n)
	case n > 0 && atLeast == 0:
		b.Fatalf("%d problems, such as:\n%v", n, problems[0])
	}
}

// values counts the values of a case as the parser does.
func values(v reflect.Value) int {
	n := 1
	if _, scalar := v.Interface().(edtf.Date); scalar {
		return n
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if !v.Field(i).IsZero() {
				n += values(v.Field(i))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			n += values(v.Index(i))
		}
	}
	return n
}

// spoilReferences gives every reference in a value a name that nothing has.
func spoilReferences(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			if _, isRef := f.Tag.Lookup("ref"); !isRef {
				if f.IsExported() {
					spoilReferences(v.Field(i))
				}
				continue
			}
			switch names := v.Field(i).Addr().Interface().(type) {
			case *string:
				*names = spoiled(*names)
			case *[]string:
				for j := range *names {
					(*names)[j] = spoiled((*names)[j])
				}
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			spoilReferences(v.Index(i))
		}
	}
}

func spoiled(name string) string {
	const spoils = "a-name-that-nothing-in-all-of-this-case-has-been-given-"
	if name == "" || strings.HasPrefix(name, spoils) { // puzzles share lists
		return name
	}
	return spoils + name
}

// Names of sources, events and points, long as a name may usefully be.
func source(i int) string {
	return fmt.Sprintf("one-of-the-many-sources-that-this-largest-case-has-%d", i)
}

func event(i int) string {
	return fmt.Sprintf("one-of-the-many-events-that-this-largest-case-has-%d", i)
}
func paragraph(i int) string { return source(i) + "#a" }

// day returns a day, each i another.
func day(i int) edtf.Date {
	return edtf.MustParse(fmt.Sprintf("%d-%02d-%02d", 2015+i/336, i/28%12+1, i%28+1))
}

// large returns a sound case with as many sources as there may be. The first is
// somebody's word, and it is all that the claim and the desk need.
func large() *casefile.Case {
	c := &casefile.Case{
		Format: 1, ID: "large", Title: "Large", Summary: "Large.", ContentNote: "None.", Language: "en", License: "CC0-1.0",
		Minutes: casefile.Minutes{Quick: 1, Lesson: 2, Full: 3},
		People:  []casefile.Person{{ID: "mira", Name: "Mira", Role: "Pupil"}, {ID: "tom", Name: "Tom", Role: "Pupil"}},
		Events:  []casefile.Event{{ID: "first", Title: "First", Happened: day(0), Known: day(0), Because: []string{paragraph(0)}}},
		Claims: []casefile.Claim{{ID: "claim", Text: "It is so.", AssertedBy: []string{paragraph(0)}, KnownTo: []string{"mira"}, Status: []casefile.Status{
			{From: day(0), Is: casefile.Real, Because: []string{paragraph(0)}, Why: "She says so.", WouldChange: "Another word."},
		}}},
		Rooms: []casefile.Room{{ID: "desk", Kind: casefile.Desk, Title: "Desk", Intro: "Judge.", Beats: []casefile.Beat{{
			ID: "beat", Title: "Then", Short: "Then", At: edtf.MustParse("2015-12-31"), Scene: "Then.", Arrivals: []string{source(0)},
			Ask: []casefile.Ask{{ID: "ask", Claim: "claim", Hint: "Think."}},
		}}}},
	}
	for i := range tree.MaxItems {
		c.Sources = append(c.Sources, casefile.Source{
			ID: source(i), Title: "Post", Kind: casefile.Post, Published: day(0), DatedBy: casefile.Stated, Directness: casefile.Firsthand,
			Reference: "Here", Digest: []casefile.Paragraph{{ID: "a", Text: "It is so."}},
		})
	}
	c.Sources[0].Speaker = "mira"
	return c
}

// branch lets every source after the first half rest on the one before it and on
// one of the first half, so that the last rest on many origins.
func branch(c *casefile.Case) {
	half := len(c.Sources) / 2
	for i := half; i < len(c.Sources); i++ {
		c.Sources[i].ReliesOn = []string{source(i - half)}
		if i > half {
			c.Sources[i].ReliesOn = append(c.Sources[i].ReliesOn, source(i-1))
		}
	}
}

// ask adds rooms with a puzzle as often as there may be values.
func ask(c *casefile.Case, kind casefile.RoomKind, p casefile.Puzzle) {
	p.Title, p.Prompt, p.Why, p.Hint = "Puzzle", "Solve it.", "So it is.", "Think."
	most := (tree.MaxValues - values(reflect.ValueOf(*c)) - 50) / (values(reflect.ValueOf(p)) + 1)
	var puzzles []casefile.Puzzle
	for i := range most {
		p.ID = fmt.Sprintf("puzzle-%d", i)
		puzzles = append(puzzles, p)
	}
	for i := 0; len(puzzles) > 0; i++ {
		n := min(len(puzzles), tree.MaxItems)
		c.Rooms = append(c.Rooms, casefile.Room{ID: fmt.Sprintf("room-%d", i), Kind: kind, Title: "Room", Intro: "Look.", Puzzles: puzzles[:n:n]})
		puzzles = puzzles[n:]
	}
}

// slips: many puzzles ask about two points on which every source speaks.
func slips(c *casefile.Case) {
	const answers = 8
	branch(c)
	retelling, silent := len(c.Sources)-1, len(c.Sources)/2-1
	c.Sources[retelling].ReliesOn = []string{source(1)}
	for _, id := range []string{"one", "two"} {
		p := casefile.Point{ID: id, Question: "Which?"}
		for j := range answers {
			answer := casefile.Answer{Text: fmt.Sprint(j)}
			for i := range retelling {
				if i != silent || j == 0 { // the first answer has one voice more
					answer.By = append(answer.By, fmt.Sprintf("%s#p%d", source(i), j))
				}
			}
			if j == 1 {
				answer.By = append(answer.By, paragraph(retelling))
			}
			p.Answers = append(p.Answers, answer)
		}
		c.Points = append(c.Points, p)
	}
	for i := range retelling {
		for j := range answers {
			if i != silent || j == 0 {
				c.Sources[i].Digest = append(c.Sources[i].Digest, casefile.Paragraph{ID: fmt.Sprintf("p%d", j), Text: "So it is."})
			}
		}
	}
	ask(c, casefile.Retelling, casefile.Puzzle{ID: "-", Kind: puzzle.KindSlips, Source: source(retelling), Points: []string{"one", "two"}})
}

// traces: many puzzles ask for the origin of a claim that nearly every source
// asserts.
func traces(c *casefile.Case) {
	branch(c)
	last := len(c.Sources) - 1
	c.Sources[last].ReliesOn = []string{source(0)}
	for i := len(c.Sources) / 2; i < len(c.Sources); i++ {
		c.Claims[0].AssertedBy = append(c.Claims[0].AssertedBy, paragraph(i))
	}
	ask(c, casefile.Lab, casefile.Puzzle{
		ID: "-", Kind: puzzle.KindTrace, Claim: "claim", At: day(0), Source: source(last),
		Sources: []string{source(0), source(1), source(2)},
	})
}

// statuses: on each day somebody who can't know speaks, and a status begins that
// cites the words of many days.
func statuses(c *casefile.Case) {
	cl := &c.Claims[0]
	cl.AssertedBy, cl.Status = nil, nil
	for i := range c.Sources {
		c.Sources[i].Published, c.Sources[i].Speaker = day(i), "tom"
		cl.AssertedBy = append(cl.AssertedBy, paragraph(i))
		cl.Status = append(cl.Status, casefile.Status{
			From: day(i), Is: casefile.Unconfirmed, Why: "She says nothing.", WouldChange: "Her word.",
			Because: append([]string{}, cl.AssertedBy[max(0, i-62):]...),
		})
	}
}

// chain: every source rests on all before it.
func chain(c *casefile.Case) {
	c.Sources = c.Sources[:270]
	for i := range c.Sources {
		for j := range i {
			c.Sources[i].ReliesOn = append(c.Sources[i].ReliesOn, source(j))
		}
	}
}

// orders: many puzzles ask for the order of all events.
func orders(c *casefile.Case) {
	var events []string
	for i := range tree.MaxItems {
		events = append(events, event(i))
	}
	c.Events = nil
	for i, id := range events {
		e := casefile.Event{ID: id, Title: "Event", Happened: day(i), Known: day(i), Because: []string{paragraph(0)}}
		c.Events = append(c.Events, e)
	}
	ask(c, casefile.Timeline, casefile.Puzzle{ID: "-", Kind: puzzle.KindOrder, Axis: casefile.Happened, Events: events})
}
