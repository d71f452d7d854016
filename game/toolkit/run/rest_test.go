//go:build !js

package run

import (
	"testing"
	"time"

	"holdtheline/game/toolkit/basic"
	"holdtheline/game/toolkit/drive"
	"holdtheline/game/toolkit/host"
	"holdtheline/game/toolkit/typeface"
	"holdtheline/game/toolkit/ui"
)

// calm is a program with one screen, on which nothing happens.
type calm struct{}

func (calm) View(ui.Viewport) *ui.Node {
	return &ui.Node{ID: "screen", Role: ui.Main, Name: "Calm", Children: []*ui.Node{
		{ID: "text", Role: ui.Paragraph, Text: ui.Plain("Nothing happens.")},
		{ID: "go", Role: ui.Button, Do: 1, Text: ui.Plain("Go on")},
		{ID: "body", Style: ui.Style{Scroll: true, Grow: 1}, Children: []*ui.Node{{ID: "tall", Style: ui.Style{Height: 2000}}}},
	}}
}
func (calm) Update(ui.Msg) {}
func (calm) Presentation() drive.Presentation {
	return drive.Presentation{Text: 1, ReducedMotion: true}
}
func (calm) Poll() bool                   { return false }
func (calm) ViewChanged(bool, ViewReason) {}
func (calm) Failed(error)                 {}

func resting(t *testing.T) *game {
	t.Helper()
	faces, err := typeface.New(basic.Theme())
	if err != nil {
		t.Fatal(err)
	}
	g := newGame(calm{}, Options{Faces: faces})
	g.resize(host.View{Width: 800, Height: 600, Scale: 1}, 1)
	g.follow(g.driver.Refresh())
	g.change = drive.NoChange
	return g
}

func TestAFrameInWhichNothingHappensCostsNothing(t *testing.T) {
	g := resting(t)
	layout := g.driver.Layout()
	allocations := testing.AllocsPerRun(100, func() {
		if err := g.Update(); err != nil {
			t.Fatal(err)
		}
		g.Draw(nil) // would paint on no screen if it painted
	})
	if allocations != 0 {
		t.Errorf("%v allocations", allocations)
	}
	if g.driver.Layout() != layout {
		t.Error("the tree was made or laid out again")
	}
}

func TestAWatchedGameTellsWhyItPaints(t *testing.T) {
	w := watch(resting(t))
	body := w.driver.Layout().Find("body")
	for _, step := range []struct {
		because string
		event   drive.Event
	}{
		{"tree", drive.Event{Kind: drive.Press, Node: "go"}},
		{"layout", drive.Event{Kind: drive.Wheel, X: body.X + 9, Y: body.Y + 9, Wheel: 40}},
		{"paint", drive.Event{Kind: drive.Blur}},
	} {
		w.last, w.change = "", drive.NoChange
		w.handle(step.event)
		if err := w.Update(); err != nil {
			t.Fatal(err)
		}
		if w.last != step.because || w.reasons[step.because] != 1 {
			t.Errorf("the reason is %q, not %q: %v", w.last, step.because, w.reasons)
		}
	}
	if w.updates != 3 {
		t.Errorf("%d updates", w.updates)
	}
}

func TestAWatchedGameKeepsTheLatestTimes(t *testing.T) {
	w := watch(resting(t))
	for i := range 2 * watchedFrames {
		w.took(time.Duration(i+1) * time.Millisecond)
	}
	if len(w.times) != watchedFrames {
		t.Errorf("%d times are kept, not %d", len(w.times), watchedFrames)
	}
	n := w.numbers()
	if n["max"] != 2.0*watchedFrames || n["p50"].(float64) <= watchedFrames {
		t.Errorf("of the last %d frames: %v", watchedFrames, n)
	}
	if n = w.numbers(); n["max"] != 0.0 {
		t.Errorf("since then: %v", n)
	}
}

func TestTheCornerDoesntChangeTheLayout(t *testing.T) {
	w := watch(resting(t))
	before := len(w.driver.Shown().Root.Children)
	with := w.withCorner(w.driver.Shown())
	if len(w.driver.Shown().Root.Children) != before || len(with.Root.Children) <= before {
		t.Error("the numbers stand in the game's own layout")
	}
	panel := with.Root.Children[len(with.Root.Children)-1]
	if panel.Y+panel.H != 600 || panel.H <= 0 || len(panel.Children[0].Lines) == 0 {
		t.Errorf("the numbers lie at %v", panel.Rect())
	}
}
