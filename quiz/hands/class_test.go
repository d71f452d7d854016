package hands_test

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"holdtheline/assets"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/hands"
	"holdtheline/quiz/puzzle"
)

func setOf(t testing.TB, id string) *puzzle.Set {
	t.Helper()
	c, err := assets.Load(id)
	if err != nil {
		t.Fatal(err)
	}
	return puzzle.New(c)
}

func begun(t testing.TB, id string, length casefile.Length) *hands.Class {
	t.Helper()
	return hands.Start(setOf(t, id), hands.Config{Length: length, Seed: 7, Began: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)})
}

func apply(t testing.TB, c *hands.Class, events ...hands.Event) {
	t.Helper()
	for _, e := range events {
		if err := c.Apply(e); err != nil {
			t.Fatalf("%+v: %v", e, err)
		}
	}
}

// to goes forward to the slide of an item, or to the last.
func to(t testing.TB, c *hands.Class, item string, part hands.Part) {
	t.Helper()
	for deck := c.Deck(); c.Slide().Item != item || c.Slide().Part != part; {
		if c.At()+1 >= len(deck) {
			t.Fatalf("there is no %s of %q", part, item)
		}
		apply(t, c, hands.Event{Kind: hands.Went, Slide: deck[c.At()+1].ID})
	}
}

func counts(item string, round int, n ...int) []hands.Event {
	var all []hands.Event
	for i, v := range casefile.Verdicts() {
		all = append(all, hands.Event{Kind: hands.Counted, Item: item, Round: round, Option: v, N: n[i]})
	}
	return all
}

// lesson plays a whole length of play with made-up counts: 20 pupils who change their
// minds, and boards with one card moved.
func lesson(t testing.TB, c *hands.Class) {
	t.Helper()
	apply(t, c, hands.Event{Kind: hands.Sized, N: 20})
	deck := c.Deck()
	for i := 1; i < len(deck); i++ {
		apply(t, c, hands.Event{Kind: hands.Went, Slide: deck[i].ID})
		switch s := c.Slide(); s.Part {
		case hands.Vote:
			apply(t, c, counts(s.Item, hands.First, 9, 1, 6, 4)...)
		case hands.Revote:
			apply(t, c, counts(s.Item, hands.Second, 4, 1, 3, 12)...)
		case hands.Board:
			order := c.Order(s.Item)
			order[0], order[1] = order[1], order[0]
			apply(t, c, hands.Event{Kind: hands.Placed, Item: s.Item, Order: order},
				hands.Event{Kind: hands.Noted, Item: s.Item, Card: order[2], On: true})
		}
	}
}

func stories() []string { return []string{"the-call", "the-armistice-cable"} }

// Every length of every story has a deck whose slides are told apart, in the order of
// a lesson: no evidence before the second count, no line before its board.
func TestDecks(t *testing.T) {
	for _, id := range stories() {
		set := setOf(t, id)
		for _, length := range []casefile.Length{casefile.Quick, casefile.Lesson, casefile.Full} {
			deck := hands.Deck(set, length)
			seen, parts := map[string]bool{}, map[string][]hands.Part{}
			for _, s := range deck {
				if seen[s.ID] {
					t.Errorf("%s, %s: two slides are %q", id, length, s.ID)
				}
				seen[s.ID] = true
				if s.Item != "" {
					parts[s.Item] = append(parts[s.Item], s.Part)
				}
			}
			if deck[0].Part != hands.Opening || deck[len(deck)-1].Part != hands.End {
				t.Errorf("%s, %s begins with %s and ends with %s", id, length, deck[0].Part, deck[len(deck)-1].Part)
			}
			claims, boards := 0, 0
			for item, got := range parts {
				switch {
				case slices.Equal(got, []hands.Part{hands.Vote, hands.Talk, hands.Revote, hands.Shift, hands.Reveal, hands.Evidence}):
					claims++
				case slices.Equal(got, []hands.Part{hands.Board, hands.Line}):
					boards++
				default:
					t.Errorf("%s, %s: %s has %v", id, length, item, got)
				}
			}
			if claims < 3 || boards < 1 {
				t.Errorf("%s, %s has %d claims and %d boards", id, length, claims, boards)
			}
		}
	}
}

func TestALessonIsFoldedAndReadAgain(t *testing.T) {
	for _, id := range stories() {
		c := begun(t, id, casefile.Lesson)
		lesson(t, c)
		if c.Slide().Part != hands.End || c.Pupils() != 20 {
			t.Fatalf("%s ends at %s with %d pupils", id, c.Slide().ID, c.Pupils())
		}
		again, err := hands.Read(c.Set(), c.Encode())
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(again, c) {
			t.Errorf("%s: what was read is another class", id)
		}
		results := c.Results()
		for _, r := range results {
			if r.First.Sum() != 20 || r.Second.Sum() != 20 {
				t.Errorf("%s: %s has %d and %d hands", id, r.Item, r.First.Sum(), r.Second.Sum())
			}
			if v, ok := r.Last().Most(); v != casefile.Unconfirmed || !ok {
				t.Errorf("%s: most hands of %s are for %s", id, r.Item, v)
			}
			wrong, n, ok := r.Misconception()
			if ok && (wrong == r.Verdict.Is() || r.Verdict.Status.Defensible[wrong] > 0 || n != r.Second[wrong]) {
				t.Errorf("%s: the misconception of %s is %s with %d hands", id, r.Item, wrong, n)
			}
		}
		longest := c.Belief()
		if len(results) < 3 || len(longest.Points) < 2 {
			t.Errorf("%s has %d results and a line of %d points", id, len(results), len(longest.Points))
		}
		for _, s := range c.Deck() {
			if s.Part == hands.Line {
				e, parts, ok := c.Line(s.Item)
				if !ok || len(e.Layers) < 2 || parts.Right+parts.Wrong != parts.Decidable {
					t.Errorf("%s: the line of %s is %+v, %+v", id, s.Item, e, parts)
				}
				if _, _, ok := c.Line(firstClaim(c)); ok {
					t.Errorf("%s: a claim has a line", id)
				}
			}
			if s.Part == hands.Board && (!c.Touched(s.Item) || !c.Disagreed(s.Item, c.Order(s.Item)[2])) {
				t.Errorf("%s: the board %s was forgotten", id, s.Item)
			}
		}
	}
}

// A count is folded as the last number given, also when hands are taken back.
func TestCountsAreCorrected(t *testing.T) {
	c := begun(t, "the-call", casefile.Quick)
	item := firstClaim(c)
	to(t, c, item, hands.Vote)
	for _, n := range []int{1, 2, 3, 2} {
		apply(t, c, hands.Event{Kind: hands.Counted, Item: item, Round: 1, Option: casefile.Denied, N: n})
	}
	if got := c.Count(item, hands.First); got[casefile.Denied] != 2 || got.Sum() != 2 || got.Share(casefile.Denied) != 1 {
		t.Errorf("the count is %v", got)
	}
	// Gone on by mistake, and back: it can still be corrected.
	to(t, c, item, hands.Talk)
	apply(t, c, hands.Event{Kind: hands.Went, Slide: item + "/vote"},
		hands.Event{Kind: hands.Counted, Item: item, Round: 1, Option: casefile.Denied, N: 5})
	if got := c.Count(item, hands.First).Sum(); got != 5 {
		t.Errorf("%d hands", got)
	}
}

func firstClaim(c *hands.Class) string {
	for _, s := range c.Deck() {
		if s.Part == hands.Vote {
			return s.Item
		}
	}
	return ""
}

func firstBoard(c *hands.Class) string {
	for _, s := range c.Deck() {
		if s.Part == hands.Board {
			return s.Item
		}
	}
	return ""
}

func TestMost(t *testing.T) {
	for _, tt := range []struct {
		tally hands.Tally
		want  casefile.Verdict
		ok    bool
	}{
		{hands.Tally{}, "", false},
		{hands.Tally{casefile.Denied: 3}, casefile.Denied, true},
		{hands.Tally{casefile.Denied: 3, casefile.Real: 3}, "", false},
		{hands.Tally{casefile.Denied: 3, casefile.Real: 3, casefile.Unconfirmed: 4}, casefile.Unconfirmed, true},
	} {
		if got, ok := tt.tally.Most(); ok != tt.ok || ok && got != tt.want {
			t.Errorf("most of %v is %q, %v", tt.tally, got, ok)
		}
	}
}

// What can't be is refused with a reason and a next step, and changes nothing.
func TestRefusals(t *testing.T) {
	c := begun(t, "the-call", casefile.Quick)
	item, board := firstClaim(c), firstBoard(c)
	count := func(round int) hands.Event {
		return hands.Event{Kind: hands.Counted, Item: item, Round: round, Option: casefile.Real, N: 1}
	}
	refused := func(what string, e hands.Event) {
		t.Helper()
		before := string(c.Encode())
		err := c.Apply(e)
		var why *hands.RefusedError
		if !errors.As(err, &why) || why.Problem == "" || why.Next == "" {
			t.Errorf("%s: the error is %v", what, err)
		}
		if string(c.Encode()) != before {
			t.Errorf("%s changed the log", what)
		}
	}
	refused("an unknown event", hands.Event{Kind: "danced"})
	refused("starting twice", hands.Event{Kind: hands.Started, Config: &hands.Config{}})
	refused("an unknown slide", hands.Event{Kind: hands.Went, Slide: "nowhere"})
	refused("skipping", hands.Event{Kind: hands.Went, Slide: "end"})
	refused("a field too many", hands.Event{Kind: hands.Sized, N: 3, Card: "x"})
	refused("a huge class", hands.Event{Kind: hands.Sized, N: 1000})
	refused("less than nobody", hands.Event{Kind: hands.Sized, N: -1})
	refused("an id without end", hands.Event{Kind: hands.Went, Slide: strings.Repeat("x", 300)})
	refused("hands before the question", count(1))
	to(t, c, item, hands.Vote)
	refused("the second round before the first is over", count(2))
	refused("a third round", count(3))
	refused("an unknown verdict", hands.Event{Kind: hands.Counted, Item: item, Round: 1, Option: "maybe", N: 1})
	refused("too many hands", hands.Event{Kind: hands.Counted, Item: item, Round: 1, Option: casefile.Real, N: 1000})
	refused("hands on a board", hands.Event{Kind: hands.Counted, Item: board, Round: 1, Option: casefile.Real, N: 1})
	refused("showing while hands are counted", hands.Event{Kind: hands.Shown, Item: item})
	apply(t, c, count(1))
	to(t, c, item, hands.Talk)
	apply(t, c, count(1), hands.Event{Kind: hands.Shown, Item: item})
	refused("changing a count that was shown", count(1))
	to(t, c, item, hands.Revote)
	refused("showing after the class has talked", hands.Event{Kind: hands.Shown, Item: item})
	apply(t, c, count(2))
	to(t, c, item, hands.Shift)
	refused("changing the second count", count(2))
	refused("placing before the board", hands.Event{Kind: hands.Placed, Item: board, Order: c.Order(board)})
	to(t, c, board, hands.Board)
	refused("leaving out a card", hands.Event{Kind: hands.Placed, Item: board, Order: c.Order(board)[1:]})
	refused("noting an unknown card", hands.Event{Kind: hands.Noted, Item: board, Card: "x", On: true})
	refused("placing on a claim", hands.Event{Kind: hands.Placed, Item: item, Order: c.Order(board)})
	to(t, c, board, hands.Line)
	refused("moving a card after the line", hands.Event{Kind: hands.Placed, Item: board, Order: c.Order(board)})
}

// A log that ends in the middle, or is damaged, is kept up to there.
func TestDamagedLogs(t *testing.T) {
	c := begun(t, "the-armistice-cable", casefile.Quick)
	lesson(t, c)
	whole := string(c.Encode())
	lines := strings.SplitAfter(whole, "\n")
	for _, tt := range []struct {
		name, data string
		line       int // of the damage
		kept       bool
	}{
		{"nothing", "", 1, false},
		{"too large", strings.Repeat("\n", hands.MaxBytes+1), 1, false},
		{"cut in the first line", whole[:20], 1, false},
		{"no JSON", "hands\n", 1, false},
		{"another beginning", lines[1], 1, false},
		{"a number for a text", `{"do":1}`, 1, false},
		{"another case", strings.Replace(whole, "the-armistice-cable", "the-call", 1), 1, false},
		{"another format", strings.Replace(whole, `"format":1`, `"format":9`, 1), 1, false},
		{"another length", strings.Replace(whole, `"length":"quick"`, `"length":"endless"`, 1), 1, false},
		{"cut in the middle", strings.Join(lines[:9], "") + lines[9][:8], 10, true},
		{"an unknown key", strings.Join(lines[:5], "") + `{"do":"went","where":"x"}`, 6, true},
		{"a key twice", strings.Join(lines[:5], "") + `{"do":"sized","n":3,"n":4}`, 6, true},
		{"two in a line", strings.Join(lines[:5], "") + `{"do":"sized","n":3}{}`, 6, true},
		{"a line left out", strings.Join(append(slices.Clone(lines[:3]), lines[5:]...), ""), 4, true},
	} {
		got, err := hands.Read(c.Set(), []byte(tt.data))
		var damage *hands.CorruptError
		if !errors.As(err, &damage) {
			t.Errorf("%s: the error is %v", tt.name, err)
			continue
		}
		if damage.Line != tt.line || damage.Problem == "" || damage.Next == "" || (got != nil) != tt.kept {
			t.Errorf("%s: %v; kept %v", tt.name, err, got != nil)
		}
	}
}

func FuzzRead(f *testing.F) {
	c := begun(f, "the-call", casefile.Quick)
	lesson(f, c)
	set, data := c.Set(), c.Encode()
	f.Add(data)
	f.Add(data[:len(data)/2])
	f.Add([]byte(strings.Replace(string(data), `"counted"`, `"shown"`, 1)))
	f.Add([]byte(strings.Replace(string(data), `"n":9`, `"n":-9`, 1)))
	f.Add([]byte("null\n"))
	f.Add([]byte(`{"do":"started","config":{}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := hands.Read(set, data)
		var damage *hands.CorruptError
		if err != nil && (!errors.As(err, &damage) || damage.Line < 1 || damage.Problem == "" || damage.Next == "") {
			t.Fatalf("damage without a place and a next step: %#v", err)
		}
		if c == nil {
			if err == nil {
				t.Fatal("neither a class nor an error")
			}
			return
		}
		again, err := hands.Read(set, c.Encode())
		if err != nil {
			t.Fatalf("what was kept can't be read: %v\n%s", err, c.Encode())
		}
		if !reflect.DeepEqual(again, c) {
			t.Fatal("what was kept reads as another class")
		}
	})
}
