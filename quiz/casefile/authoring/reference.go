package authoring

import (
	"bytes"
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/internal/tree"
	"holdtheline/quiz/puzzle"
)

// A group is a part of a case, with what it is called in the reference.
type group struct {
	of    reflect.Type
	title string
}

// groups returns the parts of a case, each before those within it.
func groups() []group {
	all := []group{{reflect.TypeFor[casefile.Case](), "The case"}}
	var within func(parent reflect.Type)
	within = func(parent reflect.Type) {
		for i := range parent.NumField() {
			inner, isGroup := groupIn(parent.Field(i).Type)
			if !isGroup || slices.ContainsFunc(all, func(g group) bool { return g.of == inner }) {
				continue
			}
			var keys []string
			for j := range parent.NumField() {
				if t, _ := groupIn(parent.Field(j).Type); t == inner {
					keys = append(keys, "`"+tree.KeyOf(parent.Field(j))+"`")
				}
			}
			title := strings.Join(keys, " and ")
			if parent != all[0].of {
				title += " of a " + strings.ToLower(parent.Name())
			}
			if parent.Field(i).Type != inner {
				title += ": each"
			}
			all = append(all, group{inner, title})
			within(inner)
		}
	}
	within(all[0].of)
	return all
}

// groupIn returns the group of keys that a type is, or that each of its items is.
func groupIn(t reflect.Type) (inner reflect.Type, ok bool) {
	if t.Kind() == reflect.Slice || t.Kind() == reflect.Map {
		t = t.Elem()
	}
	isText := reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]())
	return t, t.Kind() == reflect.Struct && !isText && t != reflect.TypeFor[casefile.PictureFile]()
}

// examples are those that don't follow from the type of a key, by the key and, where
// it means different things, with its group in front.
var examples = map[string]string{
	"format": "1", "Case.id": "the-lost-cat", "Person.id": "mira", "Source.id": "notice", "Paragraph.id": "gone",
	"Event.id": "leaves", "Claim.id": "found", "Point.id": "how-long", "Room.id": "desk", "Beat.id": "tuesday", "Ask.id": "found-tuesday", "Puzzle.id": "order-known",
	"Case.title": "The Lost Cat", "summary": "A school cat is gone, and a photo says that it has been found. Has it?",
	"content_note": "A cat is lost for a week. Nobody is hurt.", "teacher_note": "The joke was a pupil's. Talk about why it was funny for an hour.",
	"notes": "Ask the vet again.", "language": "en", "license": "CC-BY-4.0", "belief": "found",
	"quick": "10", "lesson": "30", "full": "50", "Stamp.name": "A joke", "means": "somebody named has said that it was a joke.",
	"city": "New York", "offset": `"-05:00"`, "Person.name": "Mira Okafor", "role": "caretaker of Hillside School",
	"Source.title": "Biscuit is gone", "lead": "Has the vet seen Biscuit?", "outlet": "The Hillside Herald", "author": "Mira Okafor",
	"reference": "The Hillside Herald, 3 March 2021, page 1", "Source.judgement": "It was written a year after he left.",
	"Paragraph.text": "Biscuit did not come for her breakfast.", "Event.title": "Biscuit comes home", "note": "Nobody knows the hour.",
	"Claim.text": "Tom has found the cat Biscuit.", "Status.why": "There is one message and a dark photo.", "would_change": "Somebody else who has seen Biscuit.",
	"Status.judgement": "The photo shows a tail, so it is hardly a denial.", "question": "How long was she away?", "Answer.text": "a week",
	"Room.title": "The Desk", "intro": "Read what comes in, and say what it shows.", "Beat.title": "Tuesday, late in the day", "short": "Tue 2",
	"scene": "The cat is gone. Now a photo comes in.", "hint": "Who else has seen her?", "weight": "2", "Puzzle.kind": "order",
	"Puzzle.title": "The week of the cat", "prompt": "Put the events in the order in which they happened.", "Puzzle.why": "The toy came before the photo.",
	"phrase": "found the school cat yesterday", "Clue.why": "The message came the day before.", "words": "It was only a toy",
	"defensible": "{real: 0.5}", "windows": "[2021-03-01/2021-03-02, 2021-03-03]", "arrivals": `[notice, "paper#update"]`,
	"from": "2021-03-02T16:30:00Z", "source": "paper", "published": "2021-03-01/2021-03-02", "written": "1918-09",
	"file": "photo.jpg", "description": "A grey tail behind a dustbin, in the dark.", "credit": "Tom Reyes; school archive", "Image.license": "CC-BY-4.0",
	"width": "1200", "height": "800", "pictures": "{photo.jpg: iVBORw0KGgo=}",
	"stamps": "{prank: {name: A joke, means: somebody says that it was one.}}",
}

// named are examples of what a key of each kind names.
var named = map[string]string{"source": "notice", "paragraph": "notice#gone", "event": "leaves", "claim": "found", "point": "how-long", "person": "mira"}

// example returns an example of a key's value as YAML, or "" for a group of keys.
func example(group reflect.Type, f reflect.StructField) string {
	key := tree.KeyOf(f)
	if e, ok := examples[group.Name()+"."+key]; ok {
		return e
	}
	if e, ok := examples[key]; ok {
		return e
	}
	one, list := f.Type, f.Type.Kind() == reflect.Slice
	if list {
		one = one.Elem()
	}
	value := ""
	ref, _, _ := strings.Cut(f.Tag.Get("ref"), ",")
	enum, isEnum := reflect.Zero(one).Interface().(tree.Enum)
	switch {
	case ref != "":
		value = named[ref]
	case isEnum:
		value = enum.Options()[0]
	case reflect.PointerTo(one).Implements(reflect.TypeFor[encoding.TextUnmarshaler]()):
		value = "2021-03-01"
	case one.Kind() == reflect.Bool:
		value = "true"
	}
	if list && value != "" {
		value = "[" + value + "]"
	}
	return value
}

// Reference returns a page in Markdown that explains every key of the format with an
// example, generated from the Go types.
func Reference() []byte {
	var b bytes.Buffer
	b.WriteString("# Every key of a case\n\n" +
		"Written by `go run ./quiz/cmd/case reference`, from the types of the format. [How to add a case](README.md) comes first.\n\n" +
		"*needed*: without it the case can't be built. *inferred*: where it is missing and follows from the rest, it is filled in; `case check -v` says what was.\n")
	for _, g := range groups() {
		fmt.Fprintf(&b, "\n## %s\n\n| key | | what it holds | example |\n|---|---|---|---|\n", g.title)
		for i := range g.of.NumField() {
			f := g.of.Field(i)
			required, _ := tree.RulesOf(f)
			need := ""
			switch {
			case tree.IsInferred(f):
				need = "inferred"
			case required:
				need = "needed"
			}
			shown := example(g.of, f)
			if shown != "" {
				shown = "`" + shown + "`"
			}
			fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", tree.KeyOf(f), need, cell(g.of, f), shown)
		}
	}
	b.WriteString("\n## Kinds of puzzle\n\n| kind | keys besides those of every puzzle |\n|---|---|\n")
	for _, kind := range puzzle.Kinds() {
		spec, _ := puzzle.SpecOf(kind)
		var keys []string
		for _, key := range spec.Keys() {
			name := "`" + key.Name + "`"
			if key.Optional {
				name += " (may be left out)"
			}
			keys = append(keys, name)
		}
		fmt.Fprintf(&b, "| `%s` | %s |\n", kind, strings.Join(keys, ", "))
	}
	return b.Bytes()
}

// cell explains a key, with the words it may hold.
func cell(group reflect.Type, f reflect.StructField) string {
	doc := strings.TrimSuffix(describe(group, f), " May be left out: it is inferred.")
	one := f.Type
	switch one.Kind() {
	case reflect.Slice:
		one = one.Elem()
	case reflect.Map:
		one = one.Key()
	}
	if enum, ok := reflect.Zero(one).Interface().(tree.Enum); ok {
		doc += " One of `" + strings.Join(enum.Options(), "`, `") + "`."
	}
	return strings.ReplaceAll(doc, "|", `\|`)
}
