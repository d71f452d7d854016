package report_test

import (
	"fmt"
	"os"
	"time"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
)

// This is all that another program needs to mark a saved session, given the case
// as case build compiled it.
func ExampleOf() {
	data, err := os.ReadFile("../casefile/testdata/lost-cat.json")
	if err != nil {
		fmt.Println(err)
		return
	}
	c, err := casefile.LoadCompiled(data)
	if err != nil {
		fmt.Println(err)
		return
	}
	set := puzzle.New(c)
	r, err := report.Of(set, savedLog(set))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s: %.0f of 100, %d of the questions answered\n", r.Title, r.Score, r.Answered)
	// Output:
	// The Lost Cat: 50 of 100, 1 of the questions answered
}

// savedLog is a session of one answer, as the game saves it.
func savedLog(set *puzzle.Set) []byte {
	s := session.Start(set, session.Config{Length: casefile.Quick, Began: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)})
	for _, e := range []session.Event{
		{Kind: session.Went, Step: "tuesday"},
		{Kind: session.Answered, Item: "found-tuesday", Answer: []byte(`{"is":"real","certainty":1}`)},
	} {
		if err := s.Apply(e); err != nil {
			panic(err)
		}
	}
	return s.Encode()
}
