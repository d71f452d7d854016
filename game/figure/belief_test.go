package figure_test

import (
	"fmt"
	"math"
	"testing"

	"holdtheline/game/figure"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/typeface"
	"holdtheline/game/toolkit/ui"
)

// A sheet is a canvas that records the positions of texts and circles.
type sheet struct {
	faces *typeface.Set
	texts []place
	beads []place
}

type place struct {
	what string
	ui.Rect
}

func (s *sheet) Fill(p ui.Path, c theme.Color) { s.bead(p, c) }

func (s *sheet) Stroke(p ui.Path, width float64, c theme.Color) {}

func (s *sheet) Repeat(p ui.Path, at []ui.Point, width float64, c theme.Color) {}

// bead notes a shape of curves in the cord's colour, or in paper for hollow ones.
func (s *sheet) bead(p ui.Path, c theme.Color) {
	if c != theme.Cord && c != theme.Paper || len(p) < 2 || p[1].Op != ui.CubicTo {
		return
	}
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, q := range p {
		if q.Op != ui.Close {
			left, right = math.Min(left, q.X3), math.Max(right, q.X3)
			top, bottom = math.Min(top, q.Y3), math.Max(bottom, q.Y3)
		}
	}
	s.beads = append(s.beads, place{"a bead", ui.Rect{X: left, Y: top, W: right - left, H: bottom - top}})
}

func (s *sheet) Text(text string, x, y float64, f theme.Font, _ theme.Color) {
	size := theme.Tokens.Step(f.Size).Pixels
	s.texts = append(s.texts, place{text, ui.Rect{X: x, Y: y - 0.72*size, W: s.Advance(text, f), H: 0.75 * size}})
}

func (s *sheet) Advance(text string, f theme.Font) float64 { return s.faces.Advance(text, f, 1) }

// On a belief line no word overlaps another or a bead, and none leaves the
// drawing, with few moments or many, on a phone and in print.
func TestBeliefLineCanBeRead(t *testing.T) {
	faces := theme.Faces()
	labels := []string{"Mon 14", "Tue 15 midday", "Tue 15 late", "Wed 16", "Thu 17", "Thu 24", "Thu 5 Nov"}
	names := map[string][]string{
		"English": {"Real", "Can’t know yet", "Denied", "A prank"},
		"German":  {"Echt", "Noch unklar", "Dementiert", "Ein Streich"},
	}
	for language, rows := range names {
		for _, points := range []int{1, 2, 5, 7, 14} {
			for _, width := range []float64{105, 155, 248, 318, 420, 560, 786, 1200} {
				f := figure.Belief{Rows: rows, Colors: []theme.Color{theme.RealColor, theme.UnknownColor, theme.DeniedColor, theme.PrankColor}}
				for i := range points {
					f.Points = append(f.Points, figure.BeliefPoint{
						Label: labels[i%len(labels)], Supported: i % 4, Given: (i * 3) % 4, Certainty: 1 + i%3,
					})
				}
				w, h := f.Size(width)
				s := &sheet{faces: faces}
				f.Draw(s, w, h, ui.State{})
				where := fmt.Sprintf("%s, %d moments, %v px wide", language, points, width)
				if len(s.beads) != points {
					t.Errorf("%s: %d beads", where, len(s.beads))
				}
				for i, a := range s.texts {
					if a.X < -0.5 || a.Y < -0.5 || a.X+a.W > w+0.5 || a.Y+a.H > h+0.5 {
						t.Errorf("%s: %q reaches out of the drawing: %v in %v × %v", where, a.what, a.Rect, w, h)
					}
					for _, b := range append(s.texts[i+1:], s.beads...) {
						if both := a.And(b.Rect); both.W > 0.5 && both.H > 0.5 {
							t.Errorf("%s: %q lies on %q", where, a.what, b.what)
						}
					}
				}
			}
		}
	}
}

// A moment without an answer leaves a gap and breaks nothing.
func TestBeliefLineWithoutAnswers(t *testing.T) {
	f := figure.Belief{
		Rows: []string{"Real", "Denied"}, Colors: []theme.Color{theme.RealColor, theme.DeniedColor},
		Points: []figure.BeliefPoint{{Label: "Mon", Supported: -1, Given: -1}, {Label: "Tue", Supported: 1, Given: 0, Certainty: 2}},
	}
	s := &sheet{faces: theme.Faces()}
	w, h := f.Size(600)
	f.Draw(s, w, h, ui.State{})
	if len(s.beads) != 1 {
		t.Errorf("%d beads, want one", len(s.beads))
	}
}
