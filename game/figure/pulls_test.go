package figure_test

import (
	"testing"

	"holdtheline/game/figure"
	"holdtheline/game/toolkit/ui"
)

// hanging are two cards on cords of their own that rest on a third.
func hanging(marked bool) (figure.Pulls, []ui.Joint) {
	f := figure.Pulls{Marked: marked, Cards: []figure.Pulled{
		{Lane: 0, To: 2, Hangs: true, Sprung: true}, {Lane: 1, To: 2, Hangs: true}, {Lane: 0, To: -1},
	}}
	left := figure.PullsWidth(2, false)
	joints := []ui.Joint{{Rect: ui.Rect{W: 400, H: 60}}}
	for i := range f.Cards {
		joints = append(joints, ui.Joint{Rect: ui.Rect{X: left, Y: 80 + 100*float64(i), W: 400 - left, H: 80}})
	}
	return f, joints
}

func cords(f ui.Figure, joints []ui.Joint) *canvas {
	c := &canvas{}
	f.(ui.Surround).Around(c, 400, 400, ui.State{}, joints)
	return c
}

func TestCordsLeadFromCardToCard(t *testing.T) {
	f, joints := hanging(false)
	c := cords(f, joints)
	for y := 65.0; y < 310; y += 10 {
		if !c.covered(y) {
			t.Errorf("no cord is at %v", y)
		}
	}
	for _, r := range append(c.strokes, c.fills...) {
		if r.X < -1 || r.X+r.W > joints[1].X+1 {
			t.Errorf("something is drawn from %v to %v, beyond the cards at %v", r.X, r.X+r.W, joints[1].X)
		}
	}
	if n := len(cords(f, joints[:2]).strokes); n != 0 {
		t.Errorf("with too few cards %d strokes are drawn", n)
	}
}

// A wrong cord springs back, gradually, and only once.
func TestWrongCordsSpringBack(t *testing.T) {
	before, joints := hanging(false)
	after, _ := hanging(true)
	if before.Between(nil, 0) != nil || before.Between(after, 0) != nil || after.Between(after, 0) != nil {
		t.Error("it springs back before it is marked, or again")
	}
	longest := func(f ui.Figure) float64 {
		most := 0.0
		for _, r := range cords(f, joints).strokes {
			// The cord of the first card, in the lane closest to the cards.
			if r.X > figure.PullsWidth(1, false) && r.Y > 120 {
				most = max(most, r.H)
			}
		}
		return most
	}
	start, middle, end := longest(after.Between(before, 0)), longest(after.Between(before, 0.5)), longest(after)
	if start < 150 || middle >= start || middle <= end || end > 40 {
		t.Errorf("it is %v long, then %v and %v", start, middle, end)
	}
}

func TestRoomForManyLanes(t *testing.T) {
	for _, narrow := range []bool{false, true} {
		for lanes := 1; lanes < 9; lanes++ {
			a, b := figure.PullsWidth(lanes, narrow), figure.PullsWidth(lanes+1, narrow)
			if b < a || narrow && b > 110 {
				t.Errorf("%d lanes take %v, one more %v", lanes, a, b)
			}
		}
	}
}
