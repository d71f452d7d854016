package check_test

import (
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/check"
)

// TestACardDoesNotNameWhatComesInLater: what a report rests on may have been found
// out long after it was read.
func TestACardDoesNotNameWhatComesInLater(t *testing.T) {
	const later = `says that it rests on "joke", which comes in at a later beat`
	change := func(edit func(c *casefile.Case, src *casefile.Source)) casefile.Problems {
		c := loadBase(t)
		for i := range c.Sources {
			if c.Sources[i].ID == "office" {
				edit(c, &c.Sources[i])
			}
		}
		return check.Across(c)
	}
	lab := func(c *casefile.Case) []casefile.Puzzle { return c.Rooms[2].Puzzles }
	for _, test := range []struct {
		name string
		edit func(c *casefile.Case, src *casefile.Source)
		want bool
	}{
		{"it rests on nothing", func(*casefile.Case, *casefile.Source) {}, false},
		{"a trace asks for it", func(_ *casefile.Case, src *casefile.Source) { src.ReliesOn = []string{"joke"} }, false},
		{
			"no trace asks for it",
			func(c *casefile.Case, src *casefile.Source) {
				src.ReliesOn = []string{"joke"}
				lab(c)[1].Sources = []string{"photo", "notice"}
			},
			true,
		},
		{
			"a trace asks for it at one length only",
			func(c *casefile.Case, src *casefile.Source) {
				src.ReliesOn = []string{"joke"}
				lab(c)[1].Lengths = []casefile.Length{casefile.Full}
			},
			true,
		},
		{
			"it is the third and not named",
			func(c *casefile.Case, src *casefile.Source) {
				src.ReliesOn = []string{"photo", "notice", "joke"}
				lab(c)[1].Sources = []string{"photo", "notice"}
			},
			false,
		},
		{
			"it has come in",
			func(c *casefile.Case, src *casefile.Source) {
				src.ReliesOn = []string{"photo"}
				lab(c)[1].Sources = []string{"photo", "notice"}
			},
			false,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			problems := change(test.edit)
			if got := findProblem(problems, "rooms[0].beats[1].arrivals[1]", later) != nil; got != test.want {
				t.Errorf("reported: %v, want %v; got:\n%v", got, test.want, problems)
			}
		})
	}
}
