package report

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

var update = flag.Bool("update", false, "rewrite the golden file; look at it before committing")

// plain shows a key with its arguments, and records which keys were used.
type plain struct{ said map[string]bool }

func (p plain) Say(key string, args ...any) string {
	if p.said != nil {
		p.said[key] = true
	}
	if key == KeyPoint {
		return "."
	}
	var out strings.Builder
	out.WriteString("[" + strings.TrimPrefix(key, "report."))
	for i := 0; i+1 < len(args); i += 2 {
		fmt.Fprintf(&out, " %v=%v", args[i], args[i+1])
	}
	return out.String() + "]"
}

func TestTextGolden(t *testing.T) {
	set := loadSet(t)
	s := start(t, set, session.Practice)
	play(t, s, "order-happened")
	do(t, s,
		session.Event{Kind: session.Retried, Item: "order-happened"},
		session.Event{Kind: session.Answered, Item: "order-happened", Answer: json.RawMessage(`["leaves","toy-placed","photo-taken","denial","sorry","return"]`)},
	)
	var out strings.Builder
	if err := Make(set, s).Text(&out, plain{}); err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/unfinished.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if out.String() != string(want) {
		t.Errorf("the text is\n%s\nwant\n%s", out.String(), want)
	}
}

// Every key that is used is listed, and every listed key can be used.
func TestKeysAreThoseUsed(t *testing.T) {
	words := plain{said: map[string]bool{}}
	say := func(r Report) {
		var out strings.Builder
		if err := r.Text(&out, words); err != nil {
			t.Fatal(err)
		}
	}
	set := loadSet(t)
	unfinished := start(t, set, session.Practice)
	play(t, unfinished, "tuesday")
	say(Make(set, unfinished))
	do(t, unfinished,
		session.Event{Kind: session.Retried, Item: "found-tuesday"},
		session.Event{Kind: session.Answered, Item: "found-tuesday", Answer: json.RawMessage(`{"is":"prank","certainty":1}`)})
	say(Make(set, unfinished))
	finished := start(t, set, session.Assessment)
	play(t, finished, session.DebriefID)
	r := Make(set, finished)
	say(r)
	r.Length = "quick"
	for _, d := range []Lean{Believing, Doubting, Neither} {
		r.Discernment = Discernment{Enough: true, Lean: d}
		say(r)
	}
	r.Length, r.Mode = "full", session.Test
	for i := range r.Belief[0].Points {
		r.Belief[0].Points[i].Given = "prank"
	}
	r.Stamps = nil // the case words this one itself
	say(r)
	for _, kind := range puzzle.AllKinds() { // the sums of these tests leave some out
		r.Items[0].Kind = kind
		say(r)
	}

	keys := Keys()
	for key := range words.said {
		if !slices.Contains(keys, key) {
			t.Errorf("%q is said and not listed", key)
		}
	}
	for _, key := range keys {
		if !words.said[key] {
			t.Errorf("%q is listed and was never said", key)
		}
	}
}

func TestSigned(t *testing.T) {
	for v, want := range map[float64]string{0: "0.0", 0.04: "0.0", -0.04: "0.0", 1.36: "+1.4", -0.5: "−0.5"} {
		if got := signed(v); got != want {
			t.Errorf("%v is written %q, want %q", v, got, want)
		}
	}
}
