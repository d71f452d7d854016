package main

import (
	"cmp"
	"image"
	"image/color"
	"image/gif"
	"maps"
	"slices"
)

// paletteSize is how many colours the animation has, besides transparent.
const paletteSize = 255

// animation makes the frames into an animated GIF with one palette, each frame
// only as large as what has changed. Nothing is dithered: flat paper stays flat,
// and what doesn't change costs nothing.
func animation(shots []shot) *gif.GIF {
	palette := append(commonColors(shots, paletteSize), color.RGBA{})
	clear := uint8(len(palette) - 1)
	index := nearestIn(palette[:clear])
	out := &gif.GIF{}
	var before *image.Paletted
	for _, s := range shots {
		whole := image.NewPaletted(s.image.Rect, palette)
		for i := range whole.Pix {
			p := s.image.Pix[4*i : 4*i+3]
			whole.Pix[i] = index([3]uint8{p[0], p[1], p[2]})
		}
		out.Image = append(out.Image, changed(before, whole, clear))
		out.Delay = append(out.Delay, s.delay)
		out.Disposal = append(out.Disposal, gif.DisposalNone)
		before = whole
	}
	return out
}

// changed is the part of a frame that differs from the one before; within it,
// what is the same is transparent.
func changed(before, now *image.Paletted, clear uint8) *image.Paletted {
	if before == nil {
		return now
	}
	var box image.Rectangle
	for i, v := range now.Pix {
		if v != before.Pix[i] {
			x, y := i%now.Stride, i/now.Stride
			box = box.Union(image.Rect(x, y, x+1, y+1))
		}
	}
	if box.Empty() {
		box = image.Rect(0, 0, 1, 1)
	}
	part := image.NewPaletted(box, now.Palette)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			v := now.ColorIndexAt(x, y)
			if v == before.ColorIndexAt(x, y) {
				v = clear
			}
			part.SetColorIndex(x, y, v)
		}
	}
	return part
}

// commonColors are the most frequent colours of all frames, no two of them nearly
// the same. A screen of flat paper has few; what is left out are shades of the
// edges of letters.
func commonColors(shots []shot, most int) color.Palette {
	counts := map[[3]uint8]int{}
	for _, s := range shots {
		for i := 0; i < len(s.image.Pix); i += 4 {
			counts[[3]uint8(s.image.Pix[i:i+3])]++
		}
	}
	all := slices.SortedFunc(maps.Keys(counts), func(a, b [3]uint8) int {
		return cmp.Or(counts[b]-counts[a], slices.Compare(a[:], b[:]))
	})
	var palette color.Palette
	taken := map[[3]uint8]bool{}
	for _, c := range all {
		near := [3]uint8{c[0] >> 3, c[1] >> 3, c[2] >> 3}
		if !taken[near] && len(palette) < most {
			palette = append(palette, opaque(c))
		}
		taken[near] = true
	}
	return palette
}

func opaque(c [3]uint8) color.RGBA { return color.RGBA{c[0], c[1], c[2], 255} }

// nearestIn finds the nearest colour of a palette, and remembers it.
func nearestIn(palette color.Palette) func([3]uint8) uint8 {
	known := map[[3]uint8]uint8{}
	return func(c [3]uint8) uint8 {
		i, ok := known[c]
		if !ok {
			i = uint8(palette.Index(opaque(c)))
			known[c] = i
		}
		return i
	}
}
