package figure

import (
	"fmt"
	"math"

	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// Votes shows how many chose an option in one vote or in two: a bar for each, one
// below the other, and the change from one to the other. Bars of several options can be
// compared where they have the same Most.
type Votes struct {
	Color  theme.Color // of the option
	First  Tally
	Second *Tally // nil while there was one vote
	// FirstName and SecondName say before each bar which vote it is; they may be empty.
	FirstName, SecondName string
	Most                  int // votes that fill a bar
}

// A Tally is the votes for an option.
type Tally struct {
	Votes int
	// Sure is how many of them were guesses, fairly sure and certain; all zero where
	// nobody was asked.
	Sure [3]int
}

// How votes are drawn, in CSS pixels at 100 % text.
const (
	votesBar  = 22 // the height of a bar
	votesStep = 30 // from one bar to the next
	votesGap  = 10 // between a bar and what is said beside it
)

var (
	votesFont = theme.Font{Size: theme.SmallSize}
	votesBold = theme.Font{Size: theme.SmallSize, Bold: true}
)

// Size implements [ui.Figure].
func (f Votes) Size(width float64) (w, h float64) {
	if f.Second == nil {
		return width, votesStep
	}
	return width, 2 * votesStep
}

// Draw implements [ui.Figure].
func (f Votes) Draw(c ui.Canvas, w, _ float64, _ ui.State) {
	left := math.Max(c.Advance(f.FirstName, votesFont), c.Advance(f.SecondName, votesFont))
	if left > 0 {
		left += votesGap
	}
	if left > w/3 {
		left = 0 // no room for names; which is which is said in words too
	}
	change := ""
	if f.Second != nil {
		change = signed(f.Second.Votes - f.First.Votes)
	}
	// The same room for all options, so that their bars line up.
	most := max(f.Most, f.First.Votes)
	right := c.Advance(fmt.Sprint(most), votesBold)
	if change != "" {
		most = max(most, f.Second.Votes)
		right = c.Advance(fmt.Sprint(most), votesBold) + c.Advance(" "+signed(-most), votesFont)
	}
	track := math.Max(0, w-left-right-votesGap)
	end := func(t Tally) float64 {
		if f.Most <= 0 {
			return 0
		}
		return track * math.Min(1, float64(t.Votes)/float64(f.Most))
	}
	bar := func(y float64, name string, t Tally, change string) {
		if left > 0 {
			c.Text(name, 0, y+votesBar-6, votesFont, theme.Soft)
		}
		c.Fill(rect(left, y, track, votesBar, 3), theme.Track)
		f.fill(c, left, y, end(t), t)
		x := left + track + votesGap
		count := fmt.Sprint(t.Votes)
		c.Text(count, x, y+votesBar-6, votesBold, theme.Ink)
		if change != "" {
			c.Text(" "+change, x+c.Advance(count, votesBold), y+votesBar-6, votesFont, theme.Soft)
		}
	}
	const top = (votesStep - votesBar) / 2
	bar(top, f.FirstName, f.First, "")
	if f.Second == nil {
		return
	}
	bar(top+votesStep, f.SecondName, *f.Second, change)
	// The shift, from the end of one bar to the end of the other.
	if from, to := left+end(f.First), left+end(*f.Second); from != to {
		c.Stroke(segment(from, top+votesBar, to, top+votesStep), 2, theme.Ink)
	}
}

// fill draws the votes of a bar: certain ones full, fairly sure ones striped, guesses
// as an outline, so that no meaning depends on colour. Votes without a certainty are
// full.
func (f Votes) fill(c ui.Canvas, x, y, w float64, t Tally) {
	if w <= 0 || t.Votes <= 0 {
		return
	}
	asked := t.Sure[0] + t.Sure[1] + t.Sure[2]
	if asked == 0 {
		c.Fill(rect(x, y, w, votesBar, 3), f.Color)
		return
	}
	at := x
	for level := len(t.Sure) - 1; level >= 0; level-- {
		part := w * float64(t.Sure[level]) / float64(asked)
		if part > 0 {
			drawSure(c, at, y, part, votesBar, level, f.Color)
		}
		at += part
	}
}

// drawSure draws votes of a certainty from 0 to 2.
func drawSure(c ui.Canvas, x, y, w, h float64, level int, color theme.Color) {
	if level == 2 {
		c.Fill(rect(x, y, w, h, 2), color)
		return
	}
	c.Fill(rect(x, y, w, h, 2), theme.Paper)
	if level == 1 {
		// Stripes that lean, cut off at the ends.
		var stripes ui.Path
		const pitch = 6
		for from := x - h + pitch/2; from < x+w; from += pitch {
			x1, y1, x2, y2 := from, y+h, from+h, y
			if x1 < x {
				x1, y1 = x, y+h-(x-from)
			}
			if x2 > x+w {
				x2, y2 = x+w, y+(from+h-x-w)
			}
			if x2 > x1 {
				stripes = append(stripes, segment(x1, y1, x2, y2)...)
			}
		}
		c.Stroke(stripes, 2.2, color)
	}
	c.Stroke(rect(x+1, y+1, math.Max(0.5, w-2), h-2, 2), 2, color)
}

func signed(n int) string {
	switch {
	case n > 0:
		return fmt.Sprint("+", n)
	case n < 0:
		return fmt.Sprint("−", -n)
	}
	return "±0"
}

// A VotesKey is votes of a certainty from 0 to 2, for the legend of [Votes].
type VotesKey struct{ Level int }

// Size implements [ui.Figure].
func (f VotesKey) Size(float64) (w, h float64) { return 28, 16 }

// Draw implements [ui.Figure].
func (f VotesKey) Draw(c ui.Canvas, w, h float64, _ ui.State) {
	drawSure(c, 0, 0, w, h, f.Level, theme.Ink)
}

// A StampMark is a stamp's outline, small, beside its name.
type StampMark struct {
	Outline Outline
	Color   theme.Color
}

// Size implements [ui.Figure].
func (f StampMark) Size(float64) (w, h float64) { return 34, 24 }

// Draw implements [ui.Figure].
func (f StampMark) Draw(c ui.Canvas, w, h float64, _ ui.State) {
	cx, cy, rx, ry := w/2, h/2, w/2-2, h/2-2
	switch f.Outline {
	case Ring:
		c.Stroke(ellipse(cx, cy, rx, ry), 2.4, f.Color)
		c.Stroke(ellipse(cx, cy, rx-5, ry-4), 1, f.Color)
	case Star:
		c.Stroke(jagged(cx, cy, rx, ry), 2, f.Color)
	case Bars:
		c.Stroke(rect(cx-rx, cy-ry+4, 2*rx, 2*ry-8, 0), 2, f.Color)
		c.Stroke(segment(cx-rx, cy-ry, cx+rx, cy-ry), 2, f.Color)
		c.Stroke(segment(cx-rx, cy+ry, cx+rx, cy+ry), 2, f.Color)
	case Dots:
		c.Stroke(dotted(cx-rx, cy-ry, 2*rx, 2*ry), 2.2, f.Color)
	}
}
