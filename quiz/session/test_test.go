package session

import (
	"strings"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/casetest"
	"holdtheline/quiz/puzzle"
)

// testSet is the small case as a form of a test.
func testSet(t *testing.T) *puzzle.Set {
	t.Helper()
	c := casetest.LostCat(t)
	c.Form = casefile.FormA
	return puzzle.New(c)
}

func TestATestIsTakenInOneGoAndExplainsNothingBeforeItsEnd(t *testing.T) {
	s := Start(testSet(t), Config{Mode: Practice, Seed: 7, Began: began, When: Before})
	if s.Config().Mode != Test || s.Config().When != Before {
		t.Fatalf("it is begun as %+v", s.Config())
	}
	first := s.Steps()[1]
	do(t, s, Event{Kind: Went, Step: first.ID})
	item := first.Items[0]
	refused(t, s, Event{Kind: Hinted, Item: item}, "no hints")
	best(t, s)
	if _, ok := s.Explain(item); ok || s.Explained() {
		t.Error("an answer is explained in the middle of the test")
	}
	refused(t, s, Event{Kind: Retried, Item: item}, "one go")
	do(t, s, Event{Kind: Went, Step: s.Steps()[2].ID})
	refused(t, s, Event{Kind: Went, Step: first.ID}, "no way back")
	for at := s.At(); at < len(s.Steps())-1; at++ {
		best(t, s)
		do(t, s, Event{Kind: Went, Step: s.Steps()[at+1].ID})
	}
	if _, ok := s.Explain(item); !ok || !s.Explained() {
		t.Error("nothing is explained after the end")
	}
	do(t, s, Event{Kind: Went, Step: first.ID})
	again, err := Read(s.Set(), s.Encode())
	if err != nil || snapshot(again) != snapshot(s) || again.Config() != s.Config() {
		t.Errorf("read back it is another: %v", err)
	}
}

func TestOnlyAFormIsATest(t *testing.T) {
	s := Start(loadSet(t), Config{Mode: Test, When: After, Began: began})
	if s.Config().Mode != Assessment || s.Config().When != "" {
		t.Errorf("a case to play is begun as %+v", s.Config())
	}
	log := string(Start(testSet(t), Config{Began: began, When: After}).Encode())
	for old, want := range map[string]string{`"mode":"test"`: "is a test", `"when":"after"`: "neither before nor after"} {
		bad := strings.Replace(log, old, strings.Replace(strings.Replace(old, "after", "soon", 1), `:"test"`, `:"practice"`, 1), 1)
		if got, err := Read(testSet(t), []byte(bad)); got != nil || err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s changed: %v, %v", old, got != nil, err)
		}
	}
}
