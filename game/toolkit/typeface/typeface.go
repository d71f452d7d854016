package typeface

import (
	"errors"
	"fmt"
	"unicode"

	"holdtheline/game/toolkit/style"
	"holdtheline/game/toolkit/typeface/truetype"
)

// A Set is the typefaces of a theme with a cache of measurements. It implements
// ui.Measurer. It must not be used by two goroutines at once.
type Set struct {
	theme *style.Theme
	faces [][2]*Face // by family: regular, bold
}

// New parses the typefaces of a theme. Its error tells which of them can't be
// parsed, or that there is none.
func New(theme *style.Theme) (*Set, error) {
	if len(theme.Faces) == 0 || len(theme.Sizes) < int(style.OwnSize) {
		return nil, errors.New("typeface: a theme needs at least one face, and the sizes that style names")
	}
	s := &Set{theme: theme}
	for _, face := range theme.Faces {
		var both [2]*Face
		for weight, data := range [][]byte{face.Regular, face.Bold} {
			font, err := truetype.Parse(data)
			if err != nil {
				return nil, fmt.Errorf("typeface: %s %s can't be read: %w", face.Family, weights[weight], err)
			}
			both[weight] = &Face{ID: 2*len(s.faces) + weight, font: font, others: map[rune]glyphInfo{}, kerns: map[uint32]int16{}}
		}
		s.faces = append(s.faces, both)
	}
	return s, nil
}

var weights = [...]string{"regular", "bold"}

// Theme is the theme whose typefaces and sizes these are.
func (s *Set) Theme() *style.Theme { return s.theme }

// A Glyph is one glyph of a line of text.
type Glyph struct {
	Face  *Face
	Index uint16
	X     float64 // from the line's start, in the unit of the size asked for
}

// Each calls visit for every glyph of a line of text at a size (in any unit)
// and returns the line's advance in that unit. The font's own size is ignored.
func (s *Set) Each(text string, f style.Font, size float64, visit func(Glyph)) float64 {
	x := 0.0
	var last *Face
	var lastIndex uint16
	for _, r := range text {
		if invisible(r) {
			continue
		}
		if f.Caps {
			r = unicode.ToUpper(r)
		}
		face, g := s.glyph(r, f)
		if face == last {
			x += float64(face.kern(lastIndex, g.index)) * size / face.font.EM
		}
		if visit != nil {
			visit(Glyph{Face: face, Index: g.index, X: x})
		}
		x += float64(g.advance) * size / face.font.EM
		if f.Caps {
			x += s.theme.CapsSpacing * size
		}
		last, lastIndex = face, g.index
	}
	return x
}

// Advance returns the width of a line of text in CSS pixels, with text at the
// given scale: 1 is 100 %.
func (s *Set) Advance(text string, f style.Font, scale float64) float64 {
	return s.Each(text, f, s.theme.Step(f.Size).Pixels*scale, nil)
}

// LineHeight returns the distance between baselines in CSS pixels.
func (s *Set) LineHeight(f style.Font, scale float64) float64 {
	return s.theme.Step(f.Size).Line * scale
}

// Ascent returns the distance from a line's top to its baseline, in CSS pixels.
// Half of the leading goes above the letters.
func (s *Set) Ascent(f style.Font, scale float64) float64 {
	face := s.face(f)
	step := s.theme.Step(f.Size)
	up, down := face.font.Ascent/face.font.EM*step.Pixels, face.font.Descent/face.font.EM*step.Pixels
	return ((step.Line-up-down)/2 + up) * scale
}

// CanSet tells whether the typefaces can set a text: regular and bold have a glyph for
// every character, and its script needs no shaping and runs from left to right. A text
// that can't be set belongs on the plain page.
func (s *Set) CanSet(text string) bool {
	for _, r := range text {
		if r < 128 || invisible(r) || unicode.IsControl(r) {
			continue
		}
		if shaped(r) {
			return false
		}
		for _, bold := range []bool{false, true} {
			if _, g := s.glyph(r, style.Font{Bold: bold}); g.index == 0 {
				return false
			}
		}
	}
	return true
}

// shaped tells whether a character is of a script whose letters join, stack or run from
// right to left: it takes more than a glyph for each.
func shaped(r rune) bool {
	for _, block := range shapedBlocks {
		if r >= block[0] && r <= block[1] {
			return true
		}
	}
	return false
}

// shapedBlocks are ranges of Unicode: the scripts of the Near East, of South and
// Southeast Asia, Tibetan and Mongolian, and their extensions.
var shapedBlocks = [...][2]rune{
	{0x0590, 0x109f},
	{0x1780, 0x18af},
	{0x1900, 0x1aff},
	{0x1b00, 0x1c4f},
	{0x1cd0, 0x1cff},
	{0xa800, 0xa82f},
	{0xa840, 0xabff},
	{0xfb1d, 0xfdff},
	{0xfe70, 0xfefe},
	{0x10800, 0x10fff},
	{0x11000, 0x11fff},
	{0x1e800, 0x1efff},
}

func (s *Set) face(f style.Font) *Face {
	weight := 0
	if f.Bold {
		weight = 1
	}
	if f.Family < 0 || int(f.Family) >= len(s.faces) {
		return s.faces[0][weight]
	}
	return s.faces[f.Family][weight]
}

// glyph looks a character up in the font's typeface, then in the others. A
// character in none of them gets the first one's missing glyph.
func (s *Set) glyph(r rune, f style.Font) (*Face, glyphInfo) {
	face := s.face(f)
	g := face.glyph(r)
	if g.index != 0 {
		return face, g
	}
	for i := range s.faces {
		f.Family = style.Family(i)
		if of := s.face(f); of.glyph(r).index != 0 {
			return of, of.glyph(r)
		}
	}
	return face, g
}

// invisible tells whether a character only controls line breaking or joining.
func invisible(r rune) bool {
	switch r {
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\n', '\r':
		return true
	}
	return r >= '\ufe00' && r <= '\ufe0f' // variation selectors
}

// A Face is one weight of a typeface.
type Face struct {
	ID   int // differs from that of every other face of its Set
	font *truetype.Font

	ascii  [128]glyphInfo
	known  [128]bool
	others map[rune]glyphInfo
	kerns  map[uint32]int16
}

type glyphInfo struct {
	index   uint16
	advance int16 // font units
}

// The number of measurements a face caches: enough for several screens of text
// in two alphabets.
const (
	mostOthers = 1024
	mostKerns  = 8192
)

func (f *Face) glyph(r rune) glyphInfo {
	if r >= 0 && r < 128 {
		if !f.known[r] {
			f.ascii[r], f.known[r] = f.lookUp(r), true
		}
		return f.ascii[r]
	}
	g, ok := f.others[r]
	if !ok {
		if len(f.others) >= mostOthers {
			clear(f.others)
		}
		g = f.lookUp(r)
		f.others[r] = g
	}
	return g
}

func (f *Face) lookUp(r rune) glyphInfo {
	g := f.font.Glyph(r)
	return glyphInfo{index: g, advance: int16(f.font.Advance(g))}
}

func (f *Face) kern(a, b uint16) int16 {
	key := uint32(a)<<16 | uint32(b)
	k, ok := f.kerns[key]
	if !ok {
		if len(f.kerns) >= mostKerns {
			clear(f.kerns)
		}
		k = int16(f.font.Kern(a, b))
		f.kerns[key] = k
	}
	return k
}

// EM is the number of font units per em.
func (f *Face) EM() float64 { return f.font.EM }

// Outline draws a glyph's outline with a pen, in font units, y growing upwards
// from the baseline.
func (f *Face) Outline(index uint16, pen truetype.Pen) { f.font.Outline(index, pen) }
