package snapshot_test

import (
	"bytes"
	"flag"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"holdtheline/game/snapshot"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/style"
	"holdtheline/game/toolkit/ui"
)

var out = flag.String("out", "", "folder to write the pictures to")

type shot struct {
	name string
	root *ui.Node
	o    snapshot.Options
}

func shots() []shot {
	phone := snapshot.Options{Width: 390, Height: 844, Scale: 2}
	return []shot{
		{"desk", desk(false), snapshot.Options{Focus: "denied"}},
		{"desk-night", desk(false), snapshot.Options{Theme: theme.Dark, Focus: "denied"}},
		{"desk-contrast", desk(false), snapshot.Options{Theme: theme.Contrast, Focus: "denied"}},
		{"desk-2x", desk(false), snapshot.Options{Scale: 2}},
		{"phone", desk(true), phone},
		{"phone-large-text", desk(true), snapshot.Options{Width: 390, Height: 844, Scale: 1, Text: 2}},
		{"order-night", order(), snapshot.Options{Width: 390, Height: 844, Scale: 2, Theme: theme.Dark}},
		{"looks", sampler(false), snapshot.Options{Width: 800, Height: 700, Hover: "primary-buttonHover"}},
		{"looks-contrast", sampler(false), snapshot.Options{Width: 800, Height: 700, Theme: theme.Contrast}},
		{"dialog", sampler(true), snapshot.Options{Width: 800, Height: 700}},
	}
}

func TestPictures(t *testing.T) {
	c := snapshot.NewCamera()
	for _, s := range shots() {
		img, _ := c.Take(s.root, s.o)
		desk := theme.Of(s.o.Theme)
		if img.RGBAAt(0, img.Rect.Dy()-1) == style.Mix(desk.RGBA(theme.DeskColor), desk.RGBA(theme.Ink), 1) {
			t.Errorf("%s: the corner is ink", s.name)
		}
		if *out != "" {
			if err := save(filepath.Join(*out, s.name+".png"), s.root, s.o); err != nil {
				t.Error(err)
			}
		}
	}
}

// save writes the picture of a tree to a PNG file.
func save(file string, root *ui.Node, o snapshot.Options) error {
	var b bytes.Buffer
	if err := png.Encode(&b, snapshot.Render(root, o)); err != nil {
		return err
	}
	return os.WriteFile(file, b.Bytes(), 0o644)
}

// A picture over another one of its size is the same as a new one.
func TestAPictureOverAnotherIsTheSame(t *testing.T) {
	c := snapshot.NewCamera()
	for _, s := range shots() {
		o := s.o
		old, _ := c.Take(sampler(true), snapshot.Options{Width: o.Width, Height: o.Height, Scale: o.Scale, Text: o.Text, Theme: theme.Contrast})
		want, _ := c.Take(s.root, o)
		got, _ := c.TakeOver(old, s.root, o)
		if !bytes.Equal(got.Pix, want.Pix) {
			t.Errorf("%s shows something of the picture before", s.name)
		}
		if got != old {
			t.Errorf("%s isn't in the place of the picture before", s.name)
		}
	}
}
