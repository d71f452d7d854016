package qr_test

import (
	"image"
	"image/color"
	"strings"
	"testing"
	"unicode/utf8"

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

// Another program reads the codes of every version, in both modes.
func TestEveryVersionIsRead(t *testing.T) {
	seen := map[int]bool{}
	for n := 1; n < 3392; n += 1 + n/20 {
		for name, letters := range map[string]string{"alphanumeric": "HTL1 3T7K9Q2MXABCD", "bytes": "https://example.org/?class=bcdfgh#ä"} {
			text := strings.Repeat(letters, 1+n/len(letters))[:n]
			code, err := qr.Of(text)
			if err != nil {
				if name == "alphanumeric" || n <= 2331 {
					t.Errorf("%d characters, %s: %v", n, name, err)
				}
				continue
			}
			want, err := goqr.EncodeText(text, goqr.Medium)
			if err == nil && want.Size() < code.Side {
				t.Errorf("%d characters, %s: %d modules, %d are enough", n, name, code.Side, want.Size())
			}
			seen[code.Side] = true
			if got, err := goqr.Decode(pictureOf(code)); err != nil || got != text && utf8.ValidString(text) {
				t.Errorf("%d characters, %s, %d modules: read %.40q, %v", n, name, code.Side, got, err)
			}
		}
	}
	if len(seen) != 40 {
		t.Errorf("%d versions were made, want 40", len(seen))
	}
}

// pictureOf draws a code with two pixels to a module.
func pictureOf(code figure.QR) image.Image {
	const border, pixels = 4, 2
	img := image.NewGray(image.Rect(0, 0, pixels*(code.Side+2*border), pixels*(code.Side+2*border)))
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			column, row := x/pixels-border, y/pixels-border
			if column < 0 || row < 0 || column >= code.Side || row >= code.Side || !code.Dark[row*code.Side+column] {
				img.SetGray(x, y, color.Gray{Y: 255})
			}
		}
	}
	return img
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
