package qr_test

import (
	"strings"
	"testing"

	goqr "github.com/piglig/go-qr"

	"holdtheline/game/figure"
	"holdtheline/game/qr"
	"holdtheline/game/snapshot"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// What is on the screen is read as the text, in every theme and small as well.
func TestACodeCanBeReadFromTheScreen(t *testing.T) {
	for _, text := range []string{"http://192.168.1.20:8081/?class=BCDFGH", "https://class.school.example/?class=BCDFGH#seat=12&key=abcdefghijklmnopqrstuv"} {
		code, err := qr.Of(text)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []theme.Name{theme.Light, theme.Dark, theme.Contrast} {
			for _, width := range []float64{180, 360} {
				root := &ui.Node{ID: "screen", Role: ui.Main, Name: "a code", Style: ui.Style{Pad: ui.All(20), Align: ui.Start}, Children: []*ui.Node{
					{ID: "code", Role: ui.Image, Name: text, Figure: code, Style: ui.Style{Width: width, Height: width}},
				}}
				img := snapshot.Render(root, snapshot.Options{Width: 420, Height: 420, Theme: name})
				if got, err := goqr.Decode(img); err != nil || got != text {
					t.Errorf("%s, %v px wide: read %q, %v; want %q", name, width, got, err, text)
				}
			}
		}
	}
}

func TestATextThatIsTooLongIsRefused(t *testing.T) {
	if _, err := qr.Of(strings.Repeat("x", 5000)); err == nil {
		t.Error("5000 characters make a code")
	}
}

// A QR without modules, or with too few, draws nothing and doesn't panic.
func TestAnUnfinishedCodeDrawsNothing(t *testing.T) {
	for _, f := range []figure.QR{{}, {Side: 3, Dark: make([]bool, 8)}, {Side: -1}} {
		f.Draw(nil, 100, 100, ui.State{})
	}
}
