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

	"holdtheline/game/figure"
	"holdtheline/game/snapshot"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/run"
	"holdtheline/game/toolkit/ui"
)

// shotFile names the variable that makes this test's program open a window,
// write a picture of it to a file and end: a window needs the main thread,
// which a test doesn't have.
const shotFile = "HOLDTHELINE_TEST_SHOT"

func TestMain(m *testing.M) {
	if file := os.Getenv(shotFile); file != "" {
		if err := run.Run(still{}, run.Options{Title: "Test", Width: 500, Height: 420, Shot: file}); err != nil {
			os.Stderr.WriteString(err.Error() + "\n")
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// still is a program that shows one tree.
type still struct{}

func (still) View(ui.Viewport) *ui.Node { return tree() }
func (still) Update(ui.Msg)             {}
func (still) Show() run.Show            { return run.Show{Theme: theme.Light, Text: 1} }
func (still) Poll() bool                { return false }
func (still) Shown(bool, run.Why)       {}
func (still) Failed(error)              {}

func tree() *ui.Node {
	serif := theme.Font{Family: theme.Serif, Size: theme.TitleSize, Bold: true}
	return &ui.Node{ID: "screen", Role: ui.Main, Name: "Screen", Children: []*ui.Node{
		{ID: "body", Style: ui.Style{Scroll: true, Grow: 1, Pad: ui.All(20), Gap: 12}, Children: []*ui.Node{
			{ID: "cord", Silent: true, Figure: figure.Cord{Labels: []string{"Mon", "Tue", "Wed"}, At: 1, Done: 1, Narrow: true}},
			{ID: "card", Role: ui.Article, Style: ui.Style{Look: ui.Card, Pad: ui.All(16), Gap: 6}, Children: []*ui.Node{
				{ID: "title", Role: ui.Heading, Level: 1, Text: ui.Plain("The Kremlin: there was no call"), Style: ui.Style{Font: serif}},
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

// The window shows what snapshot composes in memory: pictures made without a
// display can be trusted.
func TestTheWindowShowsTheSnapshot(t *testing.T) {
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
	memory := snapshot.Render(tree(), snapshot.Options{Width: 500, Height: 420, Scale: scale})
	if window.Rect != memory.Rect {
		t.Fatalf("the window is %v, the snapshot %v", window.Rect, memory.Rect)
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
