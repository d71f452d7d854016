package session

import (
	"bytes"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/casetest"
	"holdtheline/quiz/puzzle"
)

// carried replays a recorded session on a case.
func carried(t *testing.T, c *casefile.Case, log []byte) *Session {
	t.Helper()
	s, err := Migrate(puzzle.New(c), log)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := Read(s.Set(), s.Encode()); err != nil || snapshot(again) != snapshot(s) {
		t.Errorf("what was carried can't be read again: %v", err)
	}
	return s
}

func TestCarryOnTheSameCaseChangesNothing(t *testing.T) {
	log := played(t).Encode()
	if got := carried(t, casetest.LostCat(t), log).Encode(); !bytes.Equal(got, log) {
		t.Errorf("carried it is\n%s\nand was\n%s", got, log)
	}
}

func TestCarryToACaseThatAsksMore(t *testing.T) {
	log := played(t).Encode()
	c := casetest.LostCat(t)
	room := &c.Rooms[len(c.Rooms)-2]
	more := room.Puzzles[0]
	more.ID = "one-more"
	room.Puzzles = append([]casefile.Puzzle{more}, room.Puzzles...)
	s := carried(t, c, log)
	if mark, ok := s.FirstMark("one-more"); !s.Done() || !ok || mark.Value != 1 {
		t.Errorf("done %t, the new puzzle marks %v", s.Done(), mark.Value)
	}
	if s.Config().Fingerprint != c.Fingerprint() {
		t.Error("it belongs to another case")
	}
	if first, _ := s.First("found-tuesday"); string(first) != `{"is":"denied","certainty":2}` {
		t.Errorf("the recorded answer is %s", first)
	}
}

func TestCarryToACaseThatAsksLess(t *testing.T) {
	log := played(t).Encode()
	c := casetest.LostCat(t)
	c.Rooms[0].Beats = c.Rooms[0].Beats[1:]
	c.Rooms[len(c.Rooms)-2].Puzzles = c.Rooms[len(c.Rooms)-2].Puzzles[:1]
	if s := carried(t, c, log); !s.Done() || s.Tries("found-tuesday") != 0 {
		t.Error("it isn't carried to the end")
	}
}

func TestCarryRefusesADamagedLog(t *testing.T) {
	set := loadSet(t)
	for _, log := range []string{"", "\n", "{", `{"do":"went","step":"tuesday"}`, `{"do":"started"}`} {
		if s, err := Migrate(set, []byte(log)); s != nil || err == nil {
			t.Errorf("%q was carried", log)
		}
	}
	whole := played(t).Encode()
	if s, err := Migrate(set, append(whole[:len(whole)/2:len(whole)/2], '{')); s == nil || err == nil {
		t.Error("of a damaged log the start is carried, and the damage is told")
	}
}
