package session

import "testing"

// Whoever joins a led class late goes to where the class is, and may go back and
// answer what is asked there. The log reads back the same.
func TestALedPlayerMayLeaveItemsUnanswered(t *testing.T) {
	s := Start(loadSet(t), Config{Mode: Assessment, Seed: 7, Began: began, Led: true})
	do(t, s, Event{Kind: Went, Step: "thursday"})
	if s.Complete("tuesday") {
		t.Fatal("a step that was left out counts as complete")
	}
	best(t, s)
	do(t, s, Event{Kind: Went, Step: "tuesday"})
	best(t, s)
	do(t, s, Event{Kind: Went, Step: DebriefID})
	refused(t, s, Event{Kind: Went, Step: "nowhere"}, "has no step")

	again, err := Read(s.Set(), s.Encode())
	if err != nil {
		t.Fatal(err)
	}
	if snapshot(again) != snapshot(s) || !again.Config().Led {
		t.Errorf("read back it is\n%s\nnot\n%s", snapshot(again), snapshot(s))
	}
}

func TestNobodyElseMay(t *testing.T) {
	s := start(t, Assessment, "lesson")
	refused(t, s, Event{Kind: Went, Step: "thursday"}, "has not been reached")
}
