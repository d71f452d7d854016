package truetype_test

import (
	"bytes"
	"encoding/binary"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"holdtheline/game/toolkit/typeface/truetype"
)

type both struct {
	ours   *truetype.Font
	theirs *sfnt.Font
	buf    sfnt.Buffer
	unit   fixed.Int26_6
}

// open reads a font with this package and with the Go project's.
func open(t *testing.T, file string) *both {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(filepath.FromSlash("../../../../assets/fonts"), file))
	if err != nil {
		t.Fatal(err)
	}
	b := &both{}
	if b.ours, err = truetype.Parse(data); err != nil {
		t.Fatal(err)
	}
	if b.theirs, err = sfnt.Parse(data); err != nil {
		t.Fatal(err)
	}
	b.unit = fixed.Int26_6(b.theirs.UnitsPerEm())
	return b
}

var files = []string{"desk-sans-400.ttf", "desk-sans-600.ttf", "news-serif-400.ttf", "news-serif-600.ttf"}

func TestGlyphsAndAdvancesMatchTheGoProjects(t *testing.T) {
	for _, file := range files {
		b := open(t, file)
		found := 0
		for r := rune(0); r < 0x3000; r++ {
			want, err := b.theirs.GlyphIndex(&b.buf, r)
			if err != nil {
				t.Fatal(err)
			}
			got := b.ours.Glyph(r)
			if got != uint16(want) {
				t.Errorf("%s: glyph of %U is %d, want %d", file, r, got, want)
			}
			if want == 0 {
				continue
			}
			found++
			advance, err := b.theirs.GlyphAdvance(&b.buf, want, b.unit, font.HintingNone)
			if err != nil {
				t.Fatal(err)
			}
			if got := b.ours.Advance(got); got != int(advance) {
				t.Errorf("%s: %U is %d wide, want %d", file, r, got, advance)
			}
		}
		if found < 400 {
			t.Errorf("%s: only %d characters", file, found)
		}
		m, err := b.theirs.Metrics(&b.buf, b.unit, font.HintingNone)
		if err != nil {
			t.Fatal(err)
		}
		if b.ours.EM != float64(b.theirs.UnitsPerEm()) || b.ours.Ascent != float64(m.Ascent) || b.ours.Descent != float64(m.Descent) {
			t.Errorf("%s: em %v, ascent %v, descent %v; want %v, %v, %v", file, b.ours.EM, b.ours.Ascent, b.ours.Descent, b.theirs.UnitsPerEm(), int(m.Ascent), int(m.Descent))
		}
		full, err := b.theirs.Name(&b.buf, sfnt.NameIDFull)
		if got := b.ours.Name(4); err != nil || got != full {
			t.Errorf("%s: full name %q, want %q", file, got, full)
		}
	}
}

// Measured in a browser, which uses HarfBuzz: the width of a pair at 1000 px
// less those of its letters.
var kerned = map[string]map[string]int{
	"desk-sans-400.ttf":  {"ŁV": -62, "LV": -62, "łV": 0, "ÉV": -10, "šV": -30, "Tä": -70, "Vé": -30, "Äv": -20, "řa": -4, "Гд": -72, "Та": -70, "Υα": -50, "AV": -41, "To": -65},
	"news-serif-400.ttf": {"ŁV": -119, "LV": -119, "łV": -39, "ÉV": -15, "šV": -70, "Tä": -41, "Vé": -71, "Äv": -60, "řa": -11, "Гд": -80, "Та": -41, "Υα": -85, "AV": -119, "To": -70},
	"news-serif-600.ttf": {"ŁV": -113, "LV": -113, "łV": -33, "ÉV": -12, "šV": -67, "Tä": -51, "Vé": -77, "Äv": -60, "řa": -17, "Гд": -83, "Та": -51, "Υα": -87, "AV": -113, "To": -73},
}

func TestKerningMatchesABrowsers(t *testing.T) {
	for file, pairs := range kerned {
		f := open(t, file).ours
		for pair, want := range pairs {
			r := []rune(pair)
			if got := f.Kern(f.Glyph(r[0]), f.Glyph(r[1])); got != want {
				t.Errorf("%s: %s is kerned by %d, want %d", file, pair, got, want)
			}
		}
	}
}

// A box collects how far an outline reaches and how much area it has.
type box struct {
	x0, y0, x1, y1, area float64
	at, start            truetype.Point
	curves               int
}

func (b *box) take(p truetype.Point) {
	b.x0, b.y0, b.x1, b.y1 = math.Min(b.x0, p.X), math.Min(b.y0, p.Y), math.Max(b.x1, p.X), math.Max(b.y1, p.Y)
}
func (b *box) MoveTo(p truetype.Point) { b.take(p); b.at, b.start = p, p }
func (b *box) LineTo(p truetype.Point) {
	b.take(p)
	b.area += b.at.X*p.Y - p.X*b.at.Y
	b.at = p
}

func (b *box) QuadTo(c, p truetype.Point) {
	b.curves++
	b.take(c)
	from := b.at
	for i := 1; i <= 16; i++ {
		t := float64(i) / 16
		u := 1 - t
		q := truetype.Point{X: u*u*from.X + 2*u*t*c.X + t*t*p.X, Y: u*u*from.Y + 2*u*t*c.Y + t*t*p.Y}
		b.area += b.at.X*q.Y - q.X*b.at.Y
		b.at = q
	}
	b.take(p)
	b.at = p
}

func TestOutlinesMatchTheGoProjects(t *testing.T) {
	for _, file := range files {
		b := open(t, file)
		for r := rune(33); r < 0x2714; r++ {
			g := b.ours.Glyph(r)
			if g == 0 {
				continue
			}
			var got, want box
			b.ours.Outline(g, &got)
			segments, err := b.theirs.LoadGlyph(&b.buf, sfnt.GlyphIndex(g), b.unit, nil)
			if err != nil {
				t.Fatal(err)
			}
			for _, s := range segments {
				at := func(i int) truetype.Point {
					return truetype.Point{X: float64(s.Args[i].X), Y: -float64(s.Args[i].Y)}
				}
				switch s.Op {
				case sfnt.SegmentOpMoveTo:
					if want.at != want.start {
						want.LineTo(want.start)
					}
					want.MoveTo(at(0))
				case sfnt.SegmentOpLineTo:
					want.LineTo(at(0))
				case sfnt.SegmentOpQuadTo:
					want.QuadTo(at(0), at(1))
				}
			}
			if got.at != got.start {
				t.Errorf("%s: %c ends at %v, not where it began, %v", file, r, got.at, got.start)
			}
			for _, pair := range [][2]float64{{got.x0, want.x0}, {got.y0, want.y0}, {got.x1, want.x1}, {got.y1, want.y1}} {
				if math.Abs(pair[0]-pair[1]) > 2 {
					t.Errorf("%s: %c reaches to %v, want %v", file, r, pair[0], pair[1])
				}
			}
			if math.Abs(got.area-want.area) > 4000+math.Abs(want.area)*0.002 {
				t.Errorf("%s: %c has an area of %.0f, want %.0f", file, r, got.area/2, want.area/2)
			}
		}
	}
}

// endless is a font whose kerning refers to n scripts, each of which refers to
// the same n features, each of which refers to the same n lookups, each of which
// has the same n subtables. It is small, and following every reference takes
// n³ steps.
func endless(data []byte, n int) []byte {
	u16 := func(values ...int) []byte {
		var b []byte
		for _, v := range values {
			b = binary.BigEndian.AppendUint16(b, uint16(v))
		}
		return b
	}
	scripts := slices.Concat(u16(n), bytes.Repeat(append([]byte("latn"), u16(2+6*n)...), n)) // all refer to what follows
	script := slices.Concat(u16(4, 0), u16(0, 0xFFFF, n), make([]byte, 2*n))
	features := append(u16(1), append([]byte("kern"), u16(8)...)...)
	feature := u16(0, n)
	for i := range n {
		feature = append(feature, u16(i)...)
	}
	lookups := slices.Concat(u16(n), bytes.Repeat(u16(2+2*n), n))
	lookup := slices.Concat(u16(2, 0, n), bytes.Repeat(u16(6+2*n), n), u16(1))
	const header = 10
	atFeatures := header + len(scripts) + len(script)
	gpos := slices.Concat(u16(1, 0, header, atFeatures, atFeatures+len(features)+len(feature)),
		scripts, script, features, feature, lookups, lookup)

	font := slices.Clone(data)
	for at := 12; at < 12+16*int(binary.BigEndian.Uint16(font[4:])); at += 16 {
		if string(font[at:at+4]) == "GPOS" {
			binary.BigEndian.PutUint32(font[at+8:], uint32(len(font)))
			binary.BigEndian.PutUint32(font[at+12:], uint32(len(gpos)))
		}
	}
	return append(font, gpos...)
}

func TestKerningWithManyReferencesIsBounded(t *testing.T) {
	data, err := os.ReadFile("../../../../assets/fonts/desk-sans-400.ttf")
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() {
		f, err := truetype.Parse(endless(data, 3000))
		if err == nil && f.Kern(f.Glyph('A'), f.Glyph('V')) != 0 {
			t.Error("it is kerned")
		}
		done <- err
	}()
	select {
	case err := <-done:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(time.Minute): // it takes a millisecond
		t.Fatal("following the references doesn't end")
	}
}

func FuzzParse(f *testing.F) {
	data, err := os.ReadFile(filepath.FromSlash("../../../../assets/fonts/desk-sans-400.ttf"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(endless(data, 3000), uint32(0), byte(0))
	f.Add(data, uint32(0), byte(0))
	f.Add(data[:100], uint32(5), byte(7))
	f.Add([]byte{}, uint32(1), byte(1))
	f.Fuzz(func(_ *testing.T, data []byte, at uint32, value byte) {
		data = append([]byte{}, data...)
		if len(data) > 0 {
			data[int(at)%len(data)] = value
		}
		font, err := truetype.Parse(data)
		if err != nil {
			return
		}
		for _, r := range "aÄ”Жω" {
			g := font.Glyph(r)
			font.Advance(g)
			font.Kern(g, g)
			font.Outline(g, &box{})
		}
		font.Name(4)
	})
}
