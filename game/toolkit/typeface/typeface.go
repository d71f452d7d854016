// Package typeface measures text in the game's two typefaces and gives the
// outlines of their glyphs. It needs no screen: layouts are computed, and
// tested, with it alone. It never wraps lines (package ui does) and never
// colours a pixel (package paint does).
//
// Measuring is exact and linear: a text at twice the size is twice as wide, so
// a layout in CSS pixels holds at every device's resolution. Letters are kerned;
// there is no shaping for scripts that need it.
//
// Start reading at [Set].
package typeface

import (
	"unicode"

	"holdtheline/assets/fonts"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/typeface/truetype"
)

// A Set is the typefaces of the game with what has been measured of them. It
// implements ui.Measurer. It must not be used by two goroutines at once.
type Set struct {
	sans, serif [2]*Face // regular, bold
}

// New reads the embedded typefaces.
func New() *Set {
	return &Set{
		sans:  [2]*Face{newFace(0, fonts.SansRegular()), newFace(1, fonts.SansBold())},
		serif: [2]*Face{newFace(2, fonts.SerifRegular()), newFace(3, fonts.SerifBold())},
	}
}

// A Glyph is one glyph of a line of text.
type Glyph struct {
	Face  *Face
	Index uint16
	X     float64 // from the line's start, in the unit of the size asked for
}

// Each calls visit for every glyph of a line of text at a size (in any unit)
// and returns the line's advance in that unit. The font's own size is not
// looked at.
func (s *Set) Each(text string, f theme.Font, size float64, visit func(Glyph)) float64 {
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
			x += theme.CapsSpacing * size
		}
		last, lastIndex = face, g.index
	}
	return x
}

// Advance returns the width of a line of text in CSS pixels, with text at the
// given scale: 1 is 100 %.
func (s *Set) Advance(text string, f theme.Font, scale float64) float64 {
	return s.Each(text, f, f.Size.Pixels()*scale, nil)
}

// LineHeight returns the distance of two baselines in CSS pixels.
func (s *Set) LineHeight(f theme.Font, scale float64) float64 {
	return f.Size.LineHeight() * scale
}

// Ascent returns how far below the top of its line a baseline lies, in CSS
// pixels. What a line has more than the letters need goes half above them.
func (s *Set) Ascent(f theme.Font, scale float64) float64 {
	face := s.face(f)
	size := f.Size.Pixels()
	up, down := face.font.Ascent/face.font.EM*size, face.font.Descent/face.font.EM*size
	return ((f.Size.LineHeight()-up-down)/2 + up) * scale
}

func (s *Set) face(f theme.Font) *Face {
	weight := 0
	if f.Bold {
		weight = 1
	}
	if f.Family == theme.Serif {
		return s.serif[weight]
	}
	return s.sans[weight]
}

// glyph looks a character up in the font's typeface, then in the other one. A
// character that neither has shows as the first one's empty box.
func (s *Set) glyph(r rune, f theme.Font) (*Face, glyphInfo) {
	face := s.face(f)
	g := face.glyph(r)
	if g.index != 0 {
		return face, g
	}
	other := f
	other.Family = theme.Serif
	if f.Family == theme.Serif {
		other.Family = theme.Sans
	}
	if of := s.face(other); of.glyph(r).index != 0 {
		return of, of.glyph(r)
	}
	return face, g
}

// invisible tells the characters that only steer where lines break or how
// letters join.
func invisible(r rune) bool {
	switch r {
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\n', '\r':
		return true
	}
	return r >= '\ufe00' && r <= '\ufe0f' // variation selectors
}

// A Face is one weight of a typeface.
type Face struct {
	ID   int // 0 to 3, for caches
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

// How many measures a face remembers: enough for several screens of text in
// two alphabets.
const (
	mostOthers = 1024
	mostKerns  = 8192
)

func newFace(id int, data []byte) *Face {
	f, err := truetype.Parse(data)
	if err != nil {
		panic("typeface: an embedded font can't be read: " + err.Error())
	}
	return &Face{ID: id, font: f, others: map[rune]glyphInfo{}, kerns: map[uint32]int16{}}
}

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

// EM is how many font units an em has.
func (f *Face) EM() float64 { return f.font.EM }

// Outline leads a pen along a glyph's outline, in font units, y growing upwards
// from the baseline.
func (f *Face) Outline(index uint16, pen truetype.Pen) { f.font.Outline(index, pen) }
