package contact

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
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

	"holdtheline/game/snapshot"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/drive"
	"holdtheline/game/toolkit/ui"
)

// A sheet shows a screen in these sizes, from left to right, and in these looks,
// from top to bottom.
var (
	Sizes = []image.Point{{320, 640}, {390, 844}, {1366, 768}, {1920, 1080}}
	Looks = []struct {
		Theme theme.Name
		Text  float64
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
	MostShare = 0.003 // of a screen's pixels
)

// A Team takes pictures of one screen at the same time.
type Team []*snapshot.Camera

// NewTeam returns a team of a camera for each of two processors.
func NewTeam() Team { return Team{snapshot.NewCamera(), snapshot.NewCamera()} }

// Sheet pictures what a program shows now, on its stage if it has one. Its cells are
// where the pictures are.
func (p Team) Sheet(view func(ui.Viewport) *ui.Node, stage ...drive.Stage) (sheet *image.RGBA, cells []image.Rectangle) {
	at := image.Point{}
	for range Looks {
		at.X = 0
		for _, size := range Sizes {
			cells = append(cells, image.Rectangle{Min: at, Max: at.Add(size.Div(smaller))})
			at.X += size.X/smaller + 1
		}
		at.Y += Sizes[len(Sizes)-1].Y/smaller + 1
	}
	out := image.NewRGBA(image.Rect(0, 0, at.X-1, at.Y-1))
	draw.Draw(out, out.Rect, image.White, image.Point{}, draw.Src)
	var wait sync.WaitGroup
	for i, camera := range p {
		wait.Go(func() {
			taken := map[image.Point]*image.RGBA{} // the last picture of each size
			for c := i; c < len(cells); c += len(p) {
				size, look := Sizes[c%len(Sizes)], Looks[c/len(Sizes)]
				w, h := float64(size.X), float64(size.Y)
				zoom := ui.Enlarge(w, h)
				o := snapshot.Options{Width: w / zoom, Height: h / zoom, Scale: zoom, Text: textOn(stage, w/zoom, h/zoom, look.Text), Theme: look.Theme}
				img, _ := camera.TakeOver(taken[size], view(o.Viewport()), o)
				taken[size] = img
				shrink(out, cells[c], img)
			}
		})
	}
	wait.Wait()
	return out, cells
}

// textOn is the scale of text in a window, as a driver has it.
func textOn(stage []drive.Stage, width, height, text float64) float64 {
	for _, s := range stage {
		text = max(text, s.Scale(width, height))
	}
	return text
}

// shrink draws a picture into a part of another, each pixel the mean of those
// it stands for.
func shrink(to *image.RGBA, at image.Rectangle, from *image.RGBA) {
	// Two pixels are read at once, and two channels of each are summed at once, every
	// sum in 16 bits: half of smaller × smaller × 255 fits there.
	const channels, half = 0x00ff00ff00ff00ff, 32
	mean := func(sum uint64) uint8 { return uint8(sum & 0xffff / smaller / smaller) }
	for y := range at.Dy() {
		row := to.Pix[to.PixOffset(at.Min.X, at.Min.Y+y):][:4*at.Dx()]
		for dx := 0; dx < len(row); dx += 4 {
			var redBlue, greenOpacity uint64
			for dy := range smaller {
				p := from.Pix[from.PixOffset(dx/4*smaller, y*smaller+dy):][:4*smaller]
				for ; len(p) >= 8; p = p[8:] {
					pixels := binary.LittleEndian.Uint64(p)
					redBlue += pixels & channels
					greenOpacity += pixels >> 8 & channels
				}
			}
			redBlue += redBlue >> half
			greenOpacity += greenOpacity >> half
			row[dx], row[dx+1], row[dx+2], row[dx+3] = mean(redBlue), mean(greenOpacity), mean(redBlue>>16), 255
		}
	}
}

// FewColours is a picture in few colours, small to keep: those that most of it
// has, without any that are close to another.
func FewColours(img *image.RGBA) *image.Paletted {
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

// Off is the share of a part's pixels that are different in two pictures.
func Off(a *image.RGBA, b image.Image, part image.Rectangle) float64 {
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

// Lint finds the faults of what a program shows, in every size and look of a sheet.
func Lint(lay *ui.Layouter, view func(ui.Viewport) *ui.Node, stage ...drive.Stage) []string {
	var found []string
	for _, look := range Looks {
		for _, size := range Sizes {
			zoom := ui.Enlarge(float64(size.X), float64(size.Y))
			vp := ui.Viewport{Width: float64(size.X) / zoom, Height: float64(size.Y) / zoom}
			vp.Text = textOn(stage, vp.Width, vp.Height, look.Text)
			for _, problem := range ui.Lint(lay.Lay(view(vp), vp, nil)) {
				found = append(found, fmt.Sprintf("at %v, text %v: %s", size, look.Text, problem))
			}
		}
	}
	return found
}

// Compare compares what a program shows with the sheet in a file, and says where it
// looks different. With update it keeps the sheet then instead; otherwise it puts the
// new one into the folder looked.
func Compare(t testing.TB, team Team, file, looked string, update bool, view func(ui.Viewport) *ui.Node, stage ...drive.Stage) {
	t.Helper()
	name := filepath.Base(file)
	got, cells := team.Sheet(view, stage...)
	want, err := Read(file)
	if err != nil && !(update && errors.Is(err, fs.ErrNotExist)) {
		t.Error(err)
		return
	}
	var where []string
	for c, cell := range cells {
		if want == nil || want.Bounds() != got.Rect || Off(got, want, cell) > MostShare {
			size, look := Sizes[c%len(Sizes)], Looks[c/len(Sizes)]
			where = append(where, strings.Join([]string{size.String(), string(look.Theme), map[bool]string{true: "200 %"}[look.Text == 2]}, " "))
		}
	}
	if len(where) > 0 && update {
		Keep(t, file, FewColours(got))
	} else if len(where) > 0 {
		if err := os.MkdirAll(looked, 0o755); err != nil {
			t.Fatal(err)
		}
		Keep(t, filepath.Join(looked, name), got)
		t.Errorf("%s looks different at %s; compare build/screens/%s with %s, and if it is meant, run this test with -update",
			name, strings.Join(where, ", "), name, filepath.ToSlash(file))
	}
}

// Read reads a sheet that is kept.
func Read(name string) (image.Image, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return png.Decode(file)
}

// Keep keeps a sheet.
func Keep(t testing.TB, name string, img image.Image) {
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
