//go:build !js

package run_test

import (
	"image"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"holdtheline/game/toolkit/basic"
	"holdtheline/game/toolkit/drive"
	"holdtheline/game/toolkit/paint"
	"holdtheline/game/toolkit/run"
	"holdtheline/game/toolkit/style"
	"holdtheline/game/toolkit/typeface"
	"holdtheline/game/toolkit/ui"
)

// shotFile is the environment variable that makes the test binary open a
// window, write a screenshot and exit: a window needs the main thread, which a
// test doesn't have.
const shotFile = "HOLDTHELINE_TEST_SHOT"

func TestMain(m *testing.M) {
	if file := os.Getenv(shotFile); file != "" {
		faces, err := typeface.New(basic.Theme())
		if err == nil {
			err = run.Run(still{}, run.Options{Faces: faces, Title: "Test", Width: 500, Height: 420, Screenshot: file})
		}
		if err != nil {
			os.Stderr.WriteString(err.Error() + "\n")
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// still is a program that shows one tree.
type still struct{}

func (still) View(ui.Viewport) *ui.Node        { return tree() }
func (still) Update(ui.Msg)                    {}
func (still) Presentation() drive.Presentation { return drive.Presentation{Theme: "light", Text: 1} }
func (still) Poll() bool                       { return false }
func (still) ViewChanged(bool, run.ViewReason) {}
func (still) Failed(error)                     {}

func tree() *ui.Node {
	title := style.Font{Family: basic.Mono, Size: basic.Title, Bold: true}
	return &ui.Node{ID: "screen", Role: ui.Main, Name: "Screen", Children: []*ui.Node{
		{ID: "body", Style: ui.Style{Scroll: true, Grow: 1, Pad: ui.All(20), Gap: 12}, Children: []*ui.Node{
			{ID: "wave", Decorative: true, Figure: wave{}},
			{ID: "card", Role: ui.Article, Style: ui.Style{Look: ui.Card, Pad: ui.All(16), Gap: 6}, Children: []*ui.Node{
				{ID: "title", Role: ui.Heading, Level: 1, Text: ui.Plain("The Kremlin: there was no call"), Style: ui.Style{Font: title}},
				{ID: "text", Role: ui.Paragraph, Text: []ui.Span{{Text: "He says: "}, {Text: "“There was no conversation.”", Marked: true}, {Text: " Only one side has spoken."}}},
			}},
			{ID: "choice", Role: ui.Radio, Checked: true, Do: 1, Text: ui.Plain("One of several"), Style: ui.Style{Look: ui.Choice}},
			{ID: "tall", Style: ui.Style{Height: 300}},
		}},
		{ID: "bar", Role: ui.Footer, Style: ui.Style{Look: ui.Bar, Pad: ui.Sides(12, 16)}, Children: []*ui.Node{
			{ID: "go", Role: ui.Button, Do: 1, Text: ui.Plain("Go on"), Style: ui.Style{Look: ui.PrimaryButton}},
		}},
	}}
}

// wave is a figure of curves, repeated, and words.
type wave struct{}

func (wave) Size(width float64) (w, h float64) { return width, 60 }

func (wave) Draw(c ui.Canvas, w, h float64, _ ui.State) {
	bow := ui.Path{{Op: ui.MoveTo, Y3: h / 2}, {Op: ui.CubicTo, X1: 9, Y1: 0, X2: 18, Y2: h, X3: 27, Y3: h / 2}}
	var at []ui.Point
	for x := 0.0; x+27 < w; x += 27 {
		at = append(at, ui.Point{X: x})
	}
	c.Repeat(bow, at, 2.5, style.Accent)
	c.Text("Monday", 4, h-4, style.Font{Size: style.Label}, style.Soft)
}

// The window shows what paint composes in memory, so pictures made without a
// display can be trusted.
func TestTheWindowShowsThePicture(t *testing.T) {
	if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		t.Skip("no display; run under xvfb-run")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "window.png")
	for try := range 2 { // a first launch fails now and then on a machine without a graphics card
		cmd := exec.Command(self)
		cmd.Env = append(os.Environ(), shotFile+"="+file)
		out, err := cmd.CombinedOutput()
		if err == nil {
			break
		}
		if try == 1 {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	in, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	decoded, err := png.Decode(in)
	if err != nil {
		t.Fatal(err)
	}
	window := image.NewRGBA(decoded.Bounds())
	draw.Draw(window, window.Rect, decoded, image.Point{}, draw.Src)
	scale := float64(window.Rect.Dx()) / 500
	faces, err := typeface.New(basic.Theme())
	if err != nil {
		t.Fatal(err)
	}
	palette := basic.Theme().Palette("light", style.Preference{})
	memory := paint.Picture(faces, tree(), ui.Viewport{Width: 500, Height: 420, Text: 1}, palette, scale)
	if window.Rect != memory.Rect {
		t.Fatalf("the window is %v, the picture %v", window.Rect, memory.Rect)
	}
	worst, off := 0, 0
	for i, a := range window.Pix {
		d := int(a) - int(memory.Pix[i])
		if d < 0 {
			d = -d
		}
		worst = max(worst, d)
		if d > 3 {
			off++
		}
	}
	if off > 0 {
		t.Errorf("%d values differ by more than 3, the worst by %d", off, worst)
	}
}
