package figure_test

import (
	"fmt"
	"testing"

	"holdtheline/game/figure"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// checkLegible checks that no word overlaps another or a mark, and that nothing leaves
// the drawing.
func checkLegible(t *testing.T, where string, s *sheet, w, h float64) {
	t.Helper()
	for i, a := range append(append([]place(nil), s.texts...), s.beads...) {
		if a.X < -0.5 || a.Y < -0.5 || a.X+a.W > w+0.5 || a.Y+a.H > h+0.5 {
			t.Errorf("%s: %q reaches out of the drawing: %v in %v × %v", where, a.what, a.Rect, w, h)
		}
		if i >= len(s.texts) {
			continue
		}
		for _, b := range append(s.texts[i+1:], s.beads...) {
			if both := a.And(b.Rect); both.W > 0.5 && both.H > 0.5 {
				t.Errorf("%s: %q lies on %q", where, a.what, b.what)
			}
		}
	}
}

func TestAnIntervalCanBeRead(t *testing.T) {
	faces := theme.Faces()
	for _, width := range []float64{200, 250, 330, 774} {
		for _, f := range []figure.Interval{
			{Value: 0.2, Low: -0.1, High: 0.5, Reach: 1, Less: "−100 points", None: "no change", More: "+100 points"},
			{Value: -1, Low: -1, High: -0.9, Reach: 1, Sure: true, Less: "zum Glauben", None: "keine Änderung", More: "zum Zweifeln"},
			{Value: 12, Low: -12, High: 15, Reach: 9, Less: "−9", None: "no change", More: "+9"},
		} {
			s := &sheet{faces: faces}
			w, h := f.Size(width)
			f.Draw(s, w, h, ui.State{})
			if len(s.beads) != 1 {
				t.Errorf("%+v has %d marks, want one", f, len(s.beads))
			}
			checkLegible(t, fmt.Sprintf("%+v, %v px wide", f, width), s, w, h)
		}
	}
}

// However many pupils there are, their marks and the words are inside and apart.
func TestACloudCanBeRead(t *testing.T) {
	faces := theme.Faces()
	for _, pupils := range []int{1, 30, 600} {
		for _, width := range []float64{200, 250, 330, 800} {
			f := figure.Cloud{Apart: "tells them apart", All: "believes all", Nothing: "believes nothing", Up: "True ones believed", Across: "False or unproven ones believed"}
			for i := range pupils {
				f.Pupils = append(f.Pupils, figure.CloudPupil{
					Before: &figure.CloudPlace{False: float64(i%6) / 5, True: float64(i%5) / 4},
					After:  &figure.CloudPlace{False: 0, True: 1},
				})
			}
			s := &sheet{faces: faces}
			w, h := f.Size(width)
			f.Draw(s, w, h, ui.State{})
			if want := 1 + min(pupils, 30); len(s.beads) != want {
				t.Errorf("%d pupils have %d marks, want %d: where several stand there is one", pupils, len(s.beads), want)
			}
			checkLegible(t, fmt.Sprintf("%d pupils, %v px wide", pupils, width), s, w, h)
		}
	}
	s := &sheet{faces: faces}
	figure.Cloud{Pupils: []figure.CloudPupil{{After: &figure.CloudPlace{False: 0.5, True: 0.5}}}}.Draw(s, 300, 370, ui.State{})
	if len(s.beads) != 1 {
		t.Errorf("a pupil with one result has %d marks", len(s.beads))
	}
}
