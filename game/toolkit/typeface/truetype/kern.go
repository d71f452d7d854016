package truetype

import "math/bits"

// A lookup is one of the font's kerning lookups: its first subtable that has a
// pair decides.
type lookup []table

const (
	pairLookup      = 2
	extensionLookup = 9
	hasXAdvance     = 4 // bit of a value format
	hasXPlacement   = 1
	hasYPlacement   = 2
)

// mostRecords is how many records readKerning reads, and mostSubtables how many
// subtables it keeps, which Kern goes through for every pair. They bound what a
// damaged font can cost: its lists may be 65,535 entries long each, and all
// entries of a list may point at the same next list. The program's own fonts need
// 36 records and 16 subtables.
const (
	mostRecords   = 4096
	mostSubtables = 256
)

// readKerning finds the lookups of the feature "kern" in the table GPOS, for
// each script's default language. A font with more records or subtables than
// the bounds isn't kerned.
func readKerning(gpos table) []lookup {
	left := mostRecords
	read := func() bool {
		left--
		return left >= 0
	}
	scripts, features, lookups := gpos.from(gpos.u16(4)), gpos.from(gpos.u16(6)), gpos.from(gpos.u16(8))
	wanted := map[int]bool{}
	for i := range scripts.u16(0) {
		if !read() {
			return nil
		}
		script := scripts.from(scripts.u16(2 + 6*i + 4))
		usual := script.from(script.u16(0))
		if script.u16(0) == 0 {
			continue // the script is for certain languages only
		}
		for j := range usual.u16(4) {
			if !read() {
				return nil
			}
			at := 2 + 6*usual.u16(6+2*j)
			if at+6 > len(features) || string(features[at:at+4]) != "kern" {
				continue
			}
			feature := features.from(features.u16(at + 4))
			for k := range feature.u16(2) {
				if !read() {
					return nil
				}
				wanted[feature.u16(4+2*k)] = true
			}
		}
	}
	var out []lookup
	subtables := 0
	for i := range lookups.u16(0) {
		if !read() {
			return nil
		}
		if !wanted[i] {
			continue
		}
		in := lookups.from(lookups.u16(2 + 2*i))
		var l lookup
		for j := range in.u16(4) {
			if !read() {
				return nil
			}
			part := in.from(in.u16(6 + 2*j))
			kind := in.u16(0)
			if kind == extensionLookup {
				kind = part.u16(2)
				part = part.from(part.u32(4))
			}
			if kind == pairLookup {
				if subtables++; subtables > mostSubtables {
					return nil
				}
				l = append(l, part)
			}
		}
		out = append(out, l)
	}
	return out
}

// Kern returns the kerning of two glyphs; negative values move them closer.
func (f *Font) Kern(first, second uint16) int {
	sum := 0
	for _, l := range f.kerning {
		for _, part := range l {
			if v, ok := pair(part, int(first), int(second)); ok {
				sum += v
				break
			}
		}
	}
	return sum
}

// pair looks a pair up in a subtable.
func pair(t table, first, second int) (value int, ok bool) {
	index := covered(t.from(t.u16(2)), first)
	if index < 0 {
		return 0, false
	}
	format1, format2 := t.u16(4), t.u16(6)
	size1, size2 := 2*bits.OnesCount(uint(format1)), 2*bits.OnesCount(uint(format2))
	advance := func(at int) int {
		if format1&hasXAdvance == 0 {
			return 0
		}
		return t.i16(at + 2*bits.OnesCount(uint(format1&(hasXPlacement|hasYPlacement))))
	}
	switch t.u16(0) {
	case 1: // pairs of glyphs, sorted by the second
		start := t.u16(10 + 2*index)
		record := 2 + size1 + size2
		low, high := 0, t.u16(start)
		for low < high {
			mid := (low + high) / 2
			at := start + 2 + record*mid
			switch g := t.u16(at); {
			case g == second:
				return advance(at + 2), true
			case g < second:
				low = mid + 1
			default:
				high = mid
			}
		}
	case 2: // pairs of classes
		class1, class2 := class(t.from(t.u16(8)), first), class(t.from(t.u16(10)), second)
		count1, count2 := t.u16(12), t.u16(14)
		if class1 < count1 && class2 < count2 {
			return advance(16 + (class1*count2+class2)*(size1+size2)), true
		}
	}
	return 0, false
}

// covered returns a glyph's index in a coverage table, or −1.
func covered(t table, glyph int) int {
	ranges := t.u16(0) == 2
	low, high := 0, t.u16(2)
	for low < high {
		mid := (low + high) / 2
		first := t.u16(4 + 2*mid)
		last, index := first, mid
		if ranges {
			first, last = t.u16(4+6*mid), t.u16(6+6*mid)
			index = t.u16(8+6*mid) + glyph - first
		}
		switch {
		case glyph < first:
			high = mid
		case glyph > last:
			low = mid + 1
		default:
			return index
		}
	}
	return -1
}

// class returns a glyph's class; those not listed have class 0.
func class(t table, glyph int) int {
	if t.u16(0) == 1 {
		if i := glyph - t.u16(2); i >= 0 && i < t.u16(4) {
			return t.u16(6 + 2*i)
		}
		return 0
	}
	low, high := 0, t.u16(2)
	for low < high {
		mid := (low + high) / 2
		switch at := 4 + 6*mid; {
		case glyph < t.u16(at):
			high = mid
		case glyph > t.u16(at+2):
			low = mid + 1
		default:
			return t.u16(at + 4)
		}
	}
	return 0
}
