package infer

import (
	"fmt"
	"slices"
	"strings"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
)

// fewestToShorten is how many beats a case has at least that is played in three
// lengths: a shorter one is short enough.
const fewestToShorten = 4

// lengths chooses what Quick and Lesson leave out, in a case that says so nowhere.
// Quick keeps about half of the beats, the first and the last among them, and one
// puzzle of each room but the retelling; Lesson keeps every beat and two puzzles of
// each room. A test has one length.
func (f *filler) lengths() {
	c := f.c
	if c.Form != "" {
		return
	}
	beats := 0
	for _, r := range c.Rooms {
		beats += len(r.Beats)
		for _, b := range r.Beats {
			if len(b.Lengths) > 0 {
				return
			}
		}
		for _, p := range r.Puzzles {
			if len(p.Lengths) > 0 {
				return
			}
		}
	}
	if beats < fewestToShorten {
		return
	}
	longer := []casefile.Length{casefile.Lesson, casefile.Full}
	n := 0
	leave := func(to *[]casefile.Length, lengths []casefile.Length, path string) {
		*to = slices.Clone(lengths)
		f.note(path+".lengths", join(lengths), "so that shorter lengths are shorter")
	}
	for i := range c.Rooms {
		r, here := &c.Rooms[i], at("rooms", i)
		for j := range r.Beats {
			if n++; n != 1 && n != beats && n%2 == 0 {
				leave(&r.Beats[j].Lengths, longer, at(here+".beats", j))
			}
		}
		for j := range r.Puzzles {
			switch {
			case j >= 2:
				leave(&r.Puzzles[j].Lengths, []casefile.Length{casefile.Full}, at(here+".puzzles", j))
			case j == 1 || r.Kind == casefile.Retelling:
				leave(&r.Puzzles[j].Lengths, longer, at(here+".puzzles", j))
			}
		}
	}
}

func join(lengths []casefile.Length) string {
	var words []string
	for _, l := range lengths {
		words = append(words, string(l))
	}
	return strings.Join(words, ", ")
}

// How long things take a pupil of 13, in seconds.
const (
	secondsForAWord    = 60.0 / 150
	secondsForAVerdict = 45
	secondsForAPuzzle  = 90
)

// minutes estimates how long each length takes.
func (f *filler) minutes() {
	c := f.c
	if c.Minutes != (casefile.Minutes{}) {
		return
	}
	texts := c.Texts()
	estimate := func(l casefile.Length) int {
		included := func(lengths []casefile.Length) bool { return len(lengths) == 0 || slices.Contains(lengths, l) }
		words, seconds := 0, 0.0
		read := func(texts ...string) {
			for _, text := range texts {
				words += len(strings.Fields(text))
			}
		}
		for i := range c.Rooms {
			r := &c.Rooms[i]
			for _, b := range r.Beats {
				if !included(b.Lengths) {
					continue
				}
				read(b.Scene)
				for _, ref := range b.Arrivals {
					id, part, cited := casefile.SplitRef(ref)
					src, ok := f.find.Source(id)
					if !ok {
						continue
					}
					for _, p := range src.Digest {
						if !cited || p.ID == part {
							read(p.Text)
						}
					}
				}
				seconds += secondsForAVerdict * float64(len(b.Ask))
			}
			for _, p := range r.Puzzles {
				if !included(p.Lengths) {
					continue
				}
				here := "rooms." + r.ID + "." + p.ID + "."
				for _, one := range texts {
					if key, ok := strings.CutPrefix(one.Place, here); ok && key != "title" && key != "hint" {
						read(one.Text)
					}
				}
				// Where it is asked what a source rests on, only its title is shown.
				if src, ok := f.find.Source(p.Source); ok && !puzzle.Asks(p.Kind, puzzle.Provenance) {
					for _, part := range src.Digest {
						read(part.Text)
					}
				}
				seconds += secondsForAPuzzle
			}
		}
		return max(1, int((seconds+secondsForAWord*float64(words))/60+0.5))
	}
	c.Minutes.Quick = estimate(casefile.Quick)
	c.Minutes.Lesson = max(c.Minutes.Quick, estimate(casefile.Lesson))
	c.Minutes.Full = max(c.Minutes.Lesson, estimate(casefile.Full))
	if c.Form != "" {
		c.Minutes.Quick, c.Minutes.Lesson = c.Minutes.Full, c.Minutes.Full
	}
	f.note("minutes", fmt.Sprintf("%d, %d and %d", c.Minutes.Quick, c.Minutes.Lesson, c.Minutes.Full), "from the words to read and the questions to answer")
}
