package figure_test

import (
	"fmt"
	"math"
	"testing"

	"holdtheline/game/figure"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// A bars canvas records the extent of fills in a colour, and the sheet's texts.
type bars struct {
	sheet
	color theme.Color
	ends  []float64 // right ends, from the top
	out   []string
	w, h  float64
}

func (b *bars) Fill(p ui.Path, c theme.Color) {
	right := math.Inf(-1)
	for _, q := range p {
		if q.Op == ui.Close {
			continue
		}
		if q.X3 < -0.5 || q.Y3 < -0.5 || q.X3 > b.w+0.5 || q.Y3 > b.h+0.5 {
			b.out = append(b.out, fmt.Sprintf("%v, %v", q.X3, q.Y3))
		}
		right = math.Max(right, q.X3)
	}
	if c == b.color {
		b.ends = append(b.ends, right)
	}
}

func (b *bars) Stroke(p ui.Path, width float64, c theme.Color) { b.Fill(p, theme.None) }

// Words and bars don't touch, and nothing leaves the drawing, however narrow it is and
// whatever was counted.
func TestVotesCanBeRead(t *testing.T) {
	faces := theme.Faces()
	for _, width := range []float64{110, 160, 250, 330, 800} {
		for _, f := range []figure.Votes{
			{},
			{Most: 30, First: figure.Tally{Votes: 12}},
			{Most: 30, FirstName: "Erste Runde", SecondName: "Nach dem Reden", First: figure.Tally{Votes: 30, Sure: [3]int{10, 10, 10}}, Second: &figure.Tally{Votes: 0}},
			{Most: 60, FirstName: "First", SecondName: "Second", First: figure.Tally{Votes: 0}, Second: &figure.Tally{Votes: 60, Sure: [3]int{60, 0, 0}}},
			{Most: 5, First: figure.Tally{Votes: 99}, Second: &figure.Tally{Votes: 99, Sure: [3]int{0, 1, 98}}}, // more than were asked
		} {
			f.Color = theme.PrankColor
			w, h := f.Size(width)
			s := &bars{sheet: sheet{faces: faces}, color: f.Color, w: w, h: h}
			f.Draw(s, w, h, ui.State{})
			where := fmt.Sprintf("%+v, %v px wide", f, width)
			checkLegible(t, where, &s.sheet, w, h)
			for _, at := range s.out {
				t.Errorf("%s: something is drawn at %s", where, at)
			}
		}
	}
}

// A bar is as long as the share of votes, in both rounds on one scale.
func TestABarIsAsLongAsItsVotes(t *testing.T) {
	s := &bars{sheet: sheet{faces: theme.Faces()}, color: theme.RealColor, w: 500, h: 60}
	figure.Votes{Color: theme.RealColor, Most: 20, First: figure.Tally{Votes: 5}, Second: &figure.Tally{Votes: 20}}.Draw(s, 500, 60, ui.State{})
	if len(s.ends) != 2 || math.Abs(s.ends[0]*4-s.ends[1]) > 0.1 {
		t.Errorf("the bars of 5 and 20 votes end at %v", s.ends)
	}
	if got := s.texts[len(s.texts)-1].what; got != " +15" {
		t.Errorf("the change is %q, want +15", got)
	}
}

func TestMarksOfVotesStayInside(t *testing.T) {
	for o := figure.Ring; o <= figure.Dots; o++ {
		f := figure.StampMark{Outline: o, Color: theme.Ink}
		w, h := f.Size(0)
		s := &bars{w: w, h: h}
		f.Draw(s, w, h, ui.State{})
		if len(s.out) > 0 {
			t.Errorf("the mark of outline %d leaves its box: %v", o, s.out)
		}
	}
	for level := range 3 {
		f := figure.VotesKey{Level: level}
		w, h := f.Size(0)
		s := &bars{w: w, h: h}
		f.Draw(s, w, h, ui.State{})
		if len(s.out) > 0 {
			t.Errorf("the key of level %d leaves its box: %v", level, s.out)
		}
	}
}
