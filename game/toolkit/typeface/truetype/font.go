package truetype

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// A Font is a parsed font. It may be used by several goroutines at once.
type Font struct {
	// EM is the number of font units per em.
	EM float64
	// Ascent and Descent are the distances above and below the baseline; both
	// are positive.
	Ascent, Descent float64

	glyphs   int
	advances int // how many glyphs have an advance of their own
	long     bool
	cmap     table
	hmtx     table
	loca     table
	glyf     table
	name     table
	kerning  []lookup
}

// A table is the bytes of a table. Reading out of bounds gives zero, so that a
// damaged font gives wrong glyphs and no panic.
type table []byte

func (t table) u16(at int) int {
	if at < 0 || at+2 > len(t) {
		return 0
	}
	return int(binary.BigEndian.Uint16(t[at:]))
}

func (t table) i16(at int) int { return int(int16(t.u16(at))) }

func (t table) u32(at int) int {
	if at < 0 || at+4 > len(t) {
		return 0
	}
	return int(binary.BigEndian.Uint32(t[at:]))
}

func (t table) u8(at int) int {
	if at < 0 || at >= len(t) {
		return 0
	}
	return int(t[at])
}

// from is the rest of the table from an offset on.
func (t table) from(at int) table {
	if at < 0 || at > len(t) {
		return nil
	}
	return t[at:]
}

var errShort = errors.New("truetype: the file is too short to be a font; build the fonts anew")

// Parse parses a font. The data must not be changed while the font is in use.
func Parse(data []byte) (*Font, error) {
	file := table(data)
	if len(file) < 12 {
		return nil, errShort
	}
	tables := map[string]table{}
	for i := range file.u16(4) {
		at := 12 + 16*i
		if at+16 > len(file) {
			return nil, errShort
		}
		start, length := file.u32(at+8), file.u32(at+12)
		if start+length > len(file) {
			return nil, errShort
		}
		tables[string(file[at:at+4])] = file[start : start+length]
	}
	for _, tag := range []string{"cmap", "head", "hhea", "hmtx", "maxp", "loca", "glyf"} {
		if len(tables[tag]) == 0 {
			return nil, fmt.Errorf("truetype: the font has no table %s; only TrueType outlines can be read", tag)
		}
	}
	f := &Font{
		EM:       float64(tables["head"].u16(18)),
		Ascent:   float64(tables["hhea"].i16(4)),
		Descent:  float64(-tables["hhea"].i16(6)),
		long:     tables["head"].i16(50) != 0,
		advances: tables["hhea"].u16(34),
		glyphs:   tables["maxp"].u16(4),
		hmtx:     tables["hmtx"],
		loca:     tables["loca"],
		glyf:     tables["glyf"],
		name:     tables["name"],
		kerning:  readKerning(tables["GPOS"]),
	}
	if f.EM == 0 || f.advances == 0 {
		return nil, errors.New("truetype: the font gives no sizes; build the fonts anew")
	}
	cmap := tables["cmap"]
	for i := range cmap.u16(2) {
		platform, encoding := cmap.u16(4+8*i), cmap.u16(6+8*i)
		part := cmap.from(cmap.u32(8 + 8*i))
		if (platform == 0 || platform == 3 && encoding == 1) && part.u16(0) == 4 {
			f.cmap = part
		}
	}
	if f.cmap == nil {
		return nil, errors.New("truetype: the font has no character map of format 4; build the fonts anew")
	}
	return f, nil
}

// Glyph returns the glyph of a character, or 0 when there is none.
func (f *Font) Glyph(r rune) uint16 {
	if r < 0 || r > 0xFFFF {
		return 0
	}
	c, m := int(r), f.cmap
	segments := m.u16(6) / 2
	ends, starts := 14, 16+2*segments
	deltas, offsets := starts+2*segments, starts+4*segments
	low, high := 0, segments
	for low < high {
		if mid := (low + high) / 2; m.u16(ends+2*mid) < c {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low == segments || m.u16(starts+2*low) > c {
		return 0
	}
	delta, offset := m.u16(deltas+2*low), m.u16(offsets+2*low)
	if offset == 0 {
		return uint16(c + delta)
	}
	g := m.u16(offsets + 2*low + offset + 2*(c-m.u16(starts+2*low)))
	if g == 0 {
		return 0
	}
	return uint16(g + delta)
}

// Advance returns a glyph's advance width, 0 for a glyph that doesn't exist.
func (f *Font) Advance(glyph uint16) int {
	if int(glyph) >= f.glyphs {
		return 0
	}
	return f.hmtx.u16(4 * min(int(glyph), f.advances-1))
}

// Name returns an entry of the font's name table, such as 4 for its full name,
// or "".
func (f *Font) Name(id int) string {
	texts := f.name.from(f.name.u16(4))
	for i := range f.name.u16(2) {
		at := 6 + 12*i
		if f.name.u16(at) != 3 || f.name.u16(at+6) != id {
			continue
		}
		length, start := f.name.u16(at+8), f.name.u16(at+10)
		s := make([]rune, 0, length/2)
		for j := 0; j < length; j += 2 {
			s = append(s, rune(texts.u16(start+j)))
		}
		return string(s)
	}
	return ""
}
