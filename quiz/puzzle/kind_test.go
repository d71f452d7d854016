package puzzle

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
)

// Every kind in the list has a name and a skill, the format has its keys, the small
// case asks it, and its marking is published.
func TestEveryKindIsComplete(t *testing.T) {
	data, err := os.ReadFile("testdata/vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	var published map[string]json.RawMessage
	if err := json.Unmarshal(data, &published); err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, key := range casefile.PuzzleKeys() {
		keys = append(keys, key.Name)
	}
	items := loadSet(t).Items()
	seen := map[Kind]bool{KindVerdict: true, KindTabs: true}
	for _, s := range specs {
		kind := s.Kind()
		if kind == "" || seen[kind] {
			t.Errorf("the kind %q is nameless or stands twice in the list", kind)
		}
		seen[kind] = true
		if !slices.Contains(Skills(), s.Skill()) {
			t.Errorf("%s: %q is no skill", kind, s.Skill())
		}
		if len(s.Keys()) == 0 {
			t.Errorf("%s takes no key of the case file", kind)
		}
		for _, key := range s.Keys() {
			if !slices.Contains(keys, key.Name) {
				t.Errorf("%s takes the key %q, which casefile.Puzzle doesn't have", kind, key.Name)
			}
		}
		if !slices.ContainsFunc(items, func(it Item) bool { return it.Kind() == kind && it.Skill() == s.Skill() }) {
			t.Errorf("the small case asks no %s: add one to casefile/testdata/lost-cat.yaml", kind)
		}
		if published[string(kind)] == nil {
			t.Errorf("testdata/vectors.json has nothing about the kind %q: publish how it is marked", kind)
		}
		if got, ok := SpecOf(kind); !ok || got != s {
			t.Errorf("%s is not found by its name", kind)
		}
	}
}

// A puzzle that says nothing can't be asked, whatever its kind.
func TestAnEmptyPuzzleIsLeftOut(t *testing.T) {
	x := evidence.New(lostCat(t))
	for _, s := range specs {
		if _, ok := s.New(x, &casefile.Puzzle{ID: "empty", Kind: s.Kind()}); ok {
			t.Errorf("an empty %s makes an item", s.Kind())
		}
	}
}

// The screens show an [Order] as a line of time, or as steps of strength if it asks how
// close its sources are. A kind that orders by something else needs a type of its own.
func TestOrdersAreByTimeOrByStrength(t *testing.T) {
	for _, it := range loadSet(t).Items() {
		if _, ok := it.(*Order); !ok {
			continue
		}
		byTime, byStrength := slices.Contains(KindsWithKey("axis"), it.Kind()), Asks(it.Kind(), Closeness)
		if byTime == byStrength || byStrength != (it.Kind() == KindWeigh) {
			t.Errorf("%s is an order of the kind %q: by time %t, by strength %t", it.ID(), it.Kind(), byTime, byStrength)
		}
	}
}

// Every key of a puzzle is common to all kinds or taken by one.
func TestEveryKeyIsTaken(t *testing.T) {
	every := []string{"id", "kind", "title", "prompt", "why", "hint", "lengths", "weight", "notes"}
	for _, key := range casefile.PuzzleKeys() {
		if taken := len(KindsWithKey(key.Name)) > 0; taken == slices.Contains(every, key.Name) {
			t.Errorf("the key %q: taken by some kinds %t", key.Name, taken)
		}
	}
}

// Items come only from specs: a puzzle of a kind that is not in the list is left
// out.
func TestUnknownKindIsLeftOut(t *testing.T) {
	c := lostCat(t)
	for r := range c.Rooms {
		for p := range c.Rooms[r].Puzzles {
			c.Rooms[r].Puzzles[p].Kind = "riddle"
		}
	}
	for _, it := range New(c).Items() {
		if it.Kind() != KindVerdict && it.Kind() != KindTabs {
			t.Errorf("%s is a %s", it.ID(), it.Kind())
		}
	}
}
