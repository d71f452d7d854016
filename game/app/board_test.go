package app

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"holdtheline/quiz/puzzle"
)

// boardWith lays out what hangs in a field of the cards r (the report), a, b, c and d.
func boardWith(links string) board {
	form := puzzle.Form{Bare: true, Fields: []puzzle.Field{{Name: "cord", Pick: puzzle.PickLinks, Root: "r"}}}
	for _, id := range []string{"r", "a", "b", "c", "d"} {
		form.Fields[0].Options = append(form.Fields[0].Options, puzzle.Option{ID: id})
	}
	return (&Model{}).boardOf(&form.Fields[0], form.Draft(json.RawMessage(links)))
}

// Every card is above the one that its cord leads to, a lane goes on to where its
// cord leads, and no two cords share a lane at a height.
func TestLanesOfTheBoard(t *testing.T) {
	for _, c := range []struct{ links, rows, lying string }{
		{`{}`, "r0^.", "a b c d"},
		{`{"r": "a"}`, "r0^a a0.", "b c d"},
		{`{"r": "a", "a": "b"}`, "r0^a a0b b0.", "c d"},
		{`{"r": "a", "b": "a"}`, "r0^a b1^a a0.", "c d"},
		{`{"r": "a", "b": null, "c": "d"}`, "r0^a a0. b1^. c2^d d2.", ""},
		{`{"r": "a", "a": "c", "b": "c", "d": "b"}`, "r0^a a0c d1^b b1c c0.", ""},
		{`{"r": "a", "a": "b", "b": "a"}`, "r0^a a0b b0a", "c d"}, // in a circle, as no screen allows
	} {
		b := boardWith(c.links)
		var rows []string
		at := map[string]int{}
		for i, r := range b.rows {
			at[r.card] = i
			hangs, to := "", "."
			if r.hangs {
				hangs = "^"
			}
			if r.to != "" {
				to = r.to
			}
			rows = append(rows, fmt.Sprintf("%s%d%s%s", r.card, r.lane, hangs, to))
		}
		if got := strings.Join(rows, " "); got != c.rows && !strings.Contains(c.links, `"b": "a"}`) || strings.Join(b.lying, " ") != c.lying {
			t.Errorf("%s: %s, lying %v; want %s, lying %s", c.links, got, b.lying, c.rows, c.lying)
		}
		if len(b.rows)+len(b.lying) != 5 {
			t.Errorf("%s: %d cards hang and %d lie", c.links, len(b.rows), len(b.lying))
		}
	}
}

func TestWhatCanBeJoined(t *testing.T) {
	b := boardWith(`{"r": "a", "b": null}`)
	for _, c := range []struct {
		lifted, target string
		want           any
	}{
		{"a", "c", Hang{Card: "a", To: "c"}},
		{"r", "b", Hang{Card: "r", To: "b"}},
		{"a", "r", nil}, // round in a circle
		{"a", "a", nil},
		{"c", "a", Hang{Card: "a", To: "c"}},
		{"c", onClaim, Hang{Card: "c"}},
		{"a", onClaim, nil}, // it hangs already
		{"c", "d", nil},     // both lie
	} {
		if got := b.join(c.lifted, c.target); got != c.want {
			t.Errorf("%s to %s: %v, want %v", c.lifted, c.target, got, c.want)
		}
	}
	if got := b.ends(); got != 2 {
		t.Errorf("there are %d ends", got)
	}
}
