package app_test

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"holdtheline/game/app"
	"holdtheline/game/screentest"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/paint"
	"holdtheline/game/toolkit/ui"
)

const picturedDebrief = "testdata/picture.png"

// makePicture asks a finished game for its picture, as the save dialog does.
func makePicture(t *testing.T, m *app.Model) app.MakePicture {
	t.Helper()
	p := &player{t: t, m: m}
	p.press("save")
	p.effects = nil
	p.press("save.picture")
	p.press("dialog.close")
	if len(p.effects) != 1 {
		t.Fatalf("%d effects, want one", len(p.effects))
	}
	return p.effects[0].(app.MakePicture)
}

// The picture of the recorded game is the one that was looked at.
func TestPictureOfADebrief(t *testing.T) {
	e := makePicture(t, debriefs(t)["recorded"])
	if e.Name != "the-call-full.png" || e.Share {
		t.Errorf("it is saved as %q (shared: %v)", e.Name, e.Share)
	}
	large := paint.Picture(theme.Faces(), e.Tree, e.Viewport, theme.Of(theme.Dark), e.Scale)
	if size := large.Rect.Size(); size != image.Pt(2400, 1260) {
		t.Errorf("it is %v pixels", size)
	}
	if !large.Opaque() {
		t.Error("one can see through it")
	}
	got := paint.Picture(theme.Faces(), e.Tree, e.Viewport, theme.Of(theme.Light), 1)
	if *update {
		writePNG(t, picturedDebrief, got)
	}
	file, err := os.Open(filepath.FromSlash(picturedDebrief))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	want, err := png.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	if share := different(got, want); share > 0.002 {
		t.Errorf("%.2f %% of its pixels are another colour than in %s; look at it, and if it is as it should be run this test with -update", 100*share, picturedDebrief)
	}
	if folder := os.Getenv("SHOTS"); folder != "" {
		writePNG(t, filepath.Join(folder, "picture-dark.png"), large)
		writePNG(t, filepath.Join(folder, "picture-light.png"), paint.Picture(theme.Faces(), e.Tree, e.Viewport, theme.Of(theme.Light), 2))
	}
}

// different is the share of pixels that differ by more than rounding does.
func different(a, b image.Image) float64 {
	if a.Bounds() != b.Bounds() {
		return 1
	}
	const rounding = 0x0C00 // of 0xFFFF
	n, bounds := 0, a.Bounds()
	for y := range bounds.Dy() {
		for x := range bounds.Dx() {
			r1, g1, b1, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			if max(r1, r2)-min(r1, r2) > rounding || max(g1, g2)-min(g1, g2) > rounding || max(b1, b2)-min(b1, b2) > rounding {
				n++
			}
		}
	}
	return float64(n) / float64(bounds.Dx()*bounds.Dy())
}

func writePNG(t *testing.T, name string, img image.Image) {
	t.Helper()
	file, err := os.Create(filepath.FromSlash(name))
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(file, img); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
}

// A picture holds all it says, whatever the game came to.
func TestNothingIsCutOffInAPicture(t *testing.T) {
	lay := screentest.Layouter()
	for name, m := range debriefs(t) {
		e := makePicture(t, m)
		layout := lay.Lay(e.Tree, e.Viewport, nil)
		if layout.Root.Scrolls {
			t.Errorf("%s: there is more in it than it has room for", name)
		}
		for _, problem := range ui.Lint(layout) {
			t.Errorf("%s: %s", name, problem)
		}
	}
}

// Sharing is offered where the device has it.
func TestSharingIsOfferedWhereItIsPossible(t *testing.T) {
	m := debriefs(t)["quick"]
	p := &player{t: t, m: m}
	p.press("save")
	if p.has("save.share") {
		t.Error("sharing is offered, though nobody said that it is possible")
	}
	if last := p.effects[len(p.effects)-1]; last != (app.AskSharing{}) {
		t.Errorf("whether sharing is possible isn't asked, but %+v", last)
	}
	m.Update(app.Sharing{})
	if p.has("save.share") {
		t.Error("sharing is offered, though it is impossible")
	}
	m.Update(app.Sharing{Possible: true})
	p.press("dialog.close")
	p.effects = nil
	p.press("save")
	if len(p.effects) > 0 {
		t.Errorf("what is known is asked again: %+v", p.effects)
	}
	p.press("save.share")
	if e, ok := p.effects[0].(app.MakePicture); !ok || !e.Share || e.Title == "" {
		t.Errorf("sharing leads to %+v", p.effects)
	}
}
