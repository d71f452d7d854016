package ui_test

import (
	"reflect"
	"testing"

	"holdtheline/game/toolkit/style"
	"holdtheline/game/toolkit/ui"
)

// A picture has no direction; a scale has one.
type picture struct{}

func (picture) Size(w float64) (float64, float64) { return w, 10 }

func (picture) Draw(c ui.Canvas, w, _ float64, _ ui.State) {
	c.Stroke(ui.Path{{Op: ui.MoveTo, X3: 0}, {Op: ui.LineTo, X3: w / 4, Y3: 5}}, 2, style.None)
	c.Fill(ui.Path{{Op: ui.CubicTo, X1: 1, Y1: 2, X2: 3, Y2: 4, X3: 5, Y3: 6}}, style.None)
	c.Repeat(ui.Path{{Op: ui.LineTo, X3: 3, Y3: 1}}, []ui.Point{{X: 10, Y: 7}}, 1, style.None)
	c.Text("ten", 20, 8, style.Font{}, style.None)
}

type scale struct{ picture }

func (scale) Directed() {}

// strokes notes where everything is drawn.
type strokes struct {
	paths []ui.Path
	at    []ui.Point
	text  float64
}

func (s *strokes) Fill(p ui.Path, _ style.Color)              { s.paths = append(s.paths, p) }
func (s *strokes) Stroke(p ui.Path, _ float64, _ style.Color) { s.paths = append(s.paths, p) }

func (s *strokes) Repeat(p ui.Path, at []ui.Point, _ float64, _ style.Color) {
	s.paths, s.at = append(s.paths, p), at
}
func (s *strokes) Text(_ string, x, _ float64, _ style.Font, _ style.Color) { s.text = x }
func (s *strokes) Advance(string, style.Font) float64                       { return 30 }

func TestAFigureWithADirectionIsMirrored(t *testing.T) {
	if got := ui.Toward(picture{}, true); got != (picture{}) {
		t.Errorf("a picture became %T", got)
	}
	if got := ui.Toward(scale{}, false); got != (scale{}) {
		t.Errorf("where reading runs to the right, a scale became %T", got)
	}
	if ui.Toward(nil, true) != nil {
		t.Error("nothing became something")
	}
	var got strokes
	ui.Toward(scale{}, true).Draw(&got, 100, 10, ui.State{})
	want := strokes{
		paths: []ui.Path{
			{{Op: ui.MoveTo, X1: 100, X2: 100, X3: 100}, {Op: ui.LineTo, X1: 100, X2: 100, X3: 75, Y3: 5}},
			{{Op: ui.CubicTo, X1: 99, Y1: 2, X2: 97, Y2: 4, X3: 95, Y3: 6}},
			{{Op: ui.LineTo, X3: -3, Y3: 1}},
		},
		at:   []ui.Point{{X: 90, Y: 7}},
		text: 50,
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("drawn at\n%+v, want\n%+v", got, want)
	}
}
