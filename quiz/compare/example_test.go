package compare_test

import (
	"fmt"
	"os"

	"holdtheline/assets/words"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/compare"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
)

// This is all that a page needs to set saved sessions side by side: the cases, the
// files that were dropped on it, and a language.
func Example() {
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
	find := func(id string) (*puzzle.Set, error) {
		if id != c.ID {
			return nil, fmt.Errorf("there is no case %q", id)
		}
		return set, nil
	}
	w, err := words.Load("en")
	if err != nil {
		fmt.Println(err)
		return
	}
	saved := session.Start(set, session.Config{}).Encode() // as the game saves it; nothing is answered yet
	var before, after []report.Entry
	for _, side := range []struct {
		file string
		into *[]report.Entry
	}{{"ada-before.jsonl", &before}, {"ada-after.jsonl", &after}} {
		entry, err := compare.Read(side.file, saved, find)
		if err != nil {
			fmt.Println(err)
			return
		}
		*side.into = append(*side.into, entry)
	}
	for _, line := range compare.Of(before, after, compare.Options{}).Lines()[:3] {
		fmt.Println(line.Text.In(w))
	}
	// Output:
	// Before and after
	// ada: “The Lost Cat” before, “The Lost Cat” after
	// Too few answers to say anything. It takes at least four true and four other claims, both times.
}
