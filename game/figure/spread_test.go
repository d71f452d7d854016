package figure_test

import (
	"math"
	"testing"

	"holdtheline/game/figure"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// fills records the positions of filled shapes, by colour.
type fills struct {
	ui.Canvas
	from, to map[theme.Color]float64
	words    []string
}

func (c *fills) Fill(p ui.Path, color theme.Color) {
	from, to := math.Inf(1), math.Inf(-1)
	for _, s := range p {
		if s.Op != ui.Close {
			from, to = math.Min(from, s.X3), math.Max(to, s.X3)
		}
	}
	c.from[color], c.to[color] = from, to
}
func (c *fills) Stroke(ui.Path, float64, theme.Color)             {}
func (c *fills) Repeat(ui.Path, []ui.Point, float64, theme.Color) {}
func (c *fills) Text(s string, _, _ float64, _ theme.Font, _ theme.Color) {
	c.words = append(c.words, s)
}
func (c *fills) Advance(s string, _ theme.Font) float64 { return 7 * float64(len(s)) }

func drawn(f ui.Figure, w float64) *fills {
	c := &fills{from: map[theme.Color]float64{}, to: map[theme.Color]float64{}}
	_, h := f.Size(w)
	f.Draw(c, w, h, ui.State{})
	return c
}

func TestASpreadIsAtItsDates(t *testing.T) {
	const w, ends = 456, 28
	for _, test := range []struct {
		name     string
		stretch  figure.Stretch
		color    theme.Color
		from, to float64
	}{
		{"a range", figure.Stretch{From: 0.25, To: 0.75, Good: true}, theme.RealColor, 128, 328},
		{"misplaced", figure.Stretch{From: 0, To: 0.5}, theme.DeniedColor, ends, 228},
		{"a moment is a dot", figure.Stretch{From: 0.5, To: 0.5, Good: true}, theme.RealColor, 223, 233},
		{"up to the end", figure.Stretch{From: 0.5, To: 1, OpenEnd: true, Good: true}, theme.RealColor, 228, w - ends},
	} {
		got := drawn(figure.Spread{Stretch: test.stretch, Breaks: []float64{0.8}}, w)
		if from, to := got.from[test.color], got.to[test.color]; math.Abs(from-test.from) > 0.1 || math.Abs(to-test.to) > 0.1 {
			t.Errorf("%s: the bar lies from %g to %g, want %g to %g", test.name, from, to, test.from, test.to)
		}
	}
}

func TestAScaleWritesTheDatesThatHaveRoom(t *testing.T) {
	f := figure.Scale{Ticks: []figure.Tick{{At: 0, Label: "8 Sep"}, {At: 0.1, Label: "9 Sep"}, {At: 1, Label: "24 Sep"}}}
	if got := drawn(f, 900).words; len(got) != 3 {
		t.Errorf("with room it writes %q, want all three dates", got)
	}
	if got := drawn(f, 200).words; len(got) != 2 {
		t.Errorf("with little room it writes %q, want two dates", got)
	}
}
