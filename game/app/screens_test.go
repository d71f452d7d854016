package app_test

import (
	"cmp"
	"errors"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"holdtheline/game/app"
	"holdtheline/game/snapshot"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// pictured is where pictures of every kind of screen are kept, one sheet for
// each state of each, and looked where a sheet is put that differs.
const (
	pictured = "testdata/screens"
	looked   = "../../build/screens"
)

// A sheet shows a screen in these sizes, from left to right, and in these looks,
// from top to bottom.
var (
	sheetSizes = []image.Point{{320, 640}, {390, 844}, {1366, 768}, {1920, 1080}}
	sheetLooks = []struct {
		theme theme.Name
		text  float64
	}{{theme.Light, 1}, {theme.Dark, 1}, {theme.Contrast, 1}, {theme.Light, 2}}
)

// smaller is by how much a sheet is smaller than the screens on it. Text can no
// longer be read, and yet a line that is elsewhere, cut off or of another colour
// changes the picture.
const smaller = 4

// How far a picture may be from the one kept: rounding and the few colours that
// are kept of each sheet make no pixel that different, and another processor's
// arithmetic not that many of them.
const (
	mostOff   = 44    // of 255, in a channel
	mostShare = 0.003 // of a screen's pixels
)

// photographers take pictures of one screen at the same time.
type photographers []*snapshot.Camera

// sheet pictures what a model shows now.
func (p photographers) sheet(m *app.Model) (*image.RGBA, []image.Rectangle) {
	var cells []image.Rectangle
	at := image.Point{}
	for range sheetLooks {
		at.X = 0
		for _, size := range sheetSizes {
			cells = append(cells, image.Rectangle{Min: at, Max: at.Add(size.Div(smaller))})
			at.X += size.X/smaller + 1
		}
		at.Y += sheetSizes[len(sheetSizes)-1].Y/smaller + 1
	}
	out := image.NewRGBA(image.Rect(0, 0, at.X-1, at.Y-1))
	draw.Draw(out, out.Rect, image.White, image.Point{}, draw.Src)
	var wait sync.WaitGroup
	for i, camera := range p {
		wait.Go(func() {
			for c := i; c < len(cells); c += len(p) {
				size, look := sheetSizes[c%len(sheetSizes)], sheetLooks[c/len(sheetSizes)]
				w, h := float64(size.X), float64(size.Y)
				zoom := ui.Enlarge(w, h)
				o := snapshot.Options{Width: w / zoom, Height: h / zoom, Scale: zoom, Text: look.text, Theme: look.theme}
				img, _ := camera.Take(m.View(o.Viewport()), o)
				shrink(out, cells[c], img)
			}
		})
	}
	wait.Wait()
	return out, cells
}

// shrink draws a picture into a part of another, each pixel the mean of those
// it stands for.
func shrink(to *image.RGBA, at image.Rectangle, from *image.RGBA) {
	for y := range at.Dy() {
		for x := range at.Dx() {
			var sum [3]int
			for dy := range smaller {
				p := from.Pix[from.PixOffset(x*smaller, y*smaller+dy):]
				for dx := range smaller {
					for c := range sum {
						sum[c] += int(p[4*dx+c])
					}
				}
			}
			to.SetRGBA(at.Min.X+x, at.Min.Y+y, color.RGBA{
				uint8(sum[0] / smaller / smaller), uint8(sum[1] / smaller / smaller), uint8(sum[2] / smaller / smaller), 255,
			})
		}
	}
}

// fewColours is a picture in few colours, small to keep: those that most of it
// has, without any that are close to another.
func fewColours(img *image.RGBA) *image.Paletted {
	const most, step, close = 255, 4, 13
	count := map[color.RGBA]int{}
	coarse := func(v uint8) uint8 { return uint8(min(255, (int(v)+step/2)/step*step)) }
	for i := 0; i < len(img.Pix); i += 4 {
		count[color.RGBA{coarse(img.Pix[i]), coarse(img.Pix[i+1]), coarse(img.Pix[i+2]), 255}]++
	}
	colours := make([]color.RGBA, 0, len(count))
	for c := range count {
		colours = append(colours, c)
	}
	slices.SortFunc(colours, func(a, b color.RGBA) int {
		return cmp.Or(count[b]-count[a], int(a.R)-int(b.R), int(a.G)-int(b.G), int(a.B)-int(b.B))
	})
	out := image.NewPaletted(img.Rect, nil)
	for _, c := range colours {
		near := func(d color.Color) bool {
			e := d.(color.RGBA)
			return max(apart(c.R, e.R), apart(c.G, e.G), apart(c.B, e.B)) < close
		}
		if len(out.Palette) < most && !slices.ContainsFunc(out.Palette, near) {
			out.Palette = append(out.Palette, c)
		}
	}
	index := map[color.RGBA]uint8{}
	for i := range out.Pix {
		c := color.RGBA{img.Pix[4*i], img.Pix[4*i+1], img.Pix[4*i+2], 255}
		n, ok := index[c]
		if !ok {
			n = uint8(out.Palette.Index(c))
			index[c] = n
		}
		out.Pix[i] = n
	}
	return out
}

// off is the share of a part's pixels that are different in two pictures.
func off(a *image.RGBA, b image.Image, part image.Rectangle) float64 {
	n := 0
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			p := a.RGBAAt(x, y)
			q := color.RGBAModel.Convert(b.At(x, y)).(color.RGBA)
			if max(apart(p.R, q.R), apart(p.G, q.G), apart(p.B, q.B)) > mostOff {
				n++
			}
		}
	}
	return float64(n) / float64(part.Dx()*part.Dy())
}

func apart(a, b uint8) int { return max(int(a), int(b)) - min(int(a), int(b)) }

// TestScreens compares pictures of every kind of screen, in each of its states,
// with those that were looked at, and sees that nothing on them is cut off or
// lies on top of something else. To keep new ones, after looking at them:
//
//	go test ./game/app -run Screens -update
func TestScreens(t *testing.T) {
	team := photographers{snapshot.NewCamera(), snapshot.NewCamera()}
	lay := layouter()
	w := newTour(t)
	w.visit = func(name string) {
		file := filepath.Join(pictured, name+".png")
		if testing.Short() { // comparing takes half a minute
			if _, err := os.Stat(file); err != nil {
				t.Errorf("%v: run go test ./game/app -run Screens -update, and look at the picture", err)
			}
			return
		}
		for _, look := range sheetLooks {
			for _, size := range sheetSizes {
				zoom := ui.Enlarge(float64(size.X), float64(size.Y))
				vp := ui.Viewport{Width: float64(size.X) / zoom, Height: float64(size.Y) / zoom, Text: look.text}
				for _, problem := range ui.Lint(lay.Lay(w.m.View(vp), vp, nil)) {
					t.Errorf("%s at %v, text %v: %s", name, size, look.text, problem)
				}
			}
		}
		got, cells := team.sheet(w.m)
		want, err := readSheet(file)
		if err != nil && !(*update && errors.Is(err, fs.ErrNotExist)) {
			t.Error(err)
			return
		}
		var where []string
		for c, cell := range cells {
			if want == nil || want.Bounds() != got.Rect || off(got, want, cell) > mostShare {
				size, look := sheetSizes[c%len(sheetSizes)], sheetLooks[c/len(sheetSizes)]
				where = append(where, strings.Join([]string{size.String(), string(look.theme), map[bool]string{true: "200 %"}[look.text == 2]}, " "))
			}
		}
		if len(where) > 0 && *update {
			keepSheet(t, file, fewColours(got))
		} else if len(where) > 0 {
			if err := os.MkdirAll(looked, 0o755); err != nil {
				t.Fatal(err)
			}
			keepSheet(t, filepath.Join(looked, name+".png"), got)
			t.Errorf("%s looks different at %s; compare build/screens/%s.png with game/app/%s, and if it is meant, run go test ./game/app -run Screens -update",
				name, strings.Join(where, ", "), name, filepath.ToSlash(file))
		}
	}
	w.walk()
	if *update {
		removeOthers(t, pictured, ".png", func(name string) bool { return w.stops[name] })
	}
	kept, err := filepath.Glob(filepath.Join(pictured, "*.png"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range kept {
		if !w.stops[strings.TrimSuffix(filepath.Base(file), ".png")] {
			t.Errorf("%s is of a screen that isn't there any more", file)
		}
	}
}

func readSheet(name string) (image.Image, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return png.Decode(file)
}

func keepSheet(t *testing.T, name string, img image.Image) {
	t.Helper()
	file, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(file, img); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
}

// The comparison notices what a person would: a line of text that stands one
// line lower, a button of another colour; and not what nobody sees.
func TestAPictureThatDiffersIsNoticed(t *testing.T) {
	camera := photographers{snapshot.NewCamera()}
	m := newGame(t, app.Options{})
	before, cells := camera.sheet(m)
	kept := fewColours(before)
	for c, cell := range cells {
		if share := off(before, kept, cell); share > mostShare/3 {
			t.Errorf("keeping few colours changes %.2f %% of picture %d", 100*share, c)
		}
	}
	m.Update(app.ChooseMode{Practice: false})
	after, _ := camera.sheet(m)
	if share := off(after, kept, cells[2]); share <= mostShare {
		t.Errorf("another choice changes %.2f %% of the picture: too little to be noticed", 100*share)
	}
}
