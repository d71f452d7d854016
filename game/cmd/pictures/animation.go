package main

import (
	"image"
	"image/color"
	"image/gif"
	"slices"
)

// paletteSize is how many colours the animation has, besides transparent.
const paletteSize = 127

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

// A tally is a colour and how often it occurs.
type tally struct {
	color [3]uint8
	n     int
}

// commonColors picks the colours that stand best for all frames: the most
// frequent ones, and the others by cutting the rest of the colour space in two
// where it is widest (median cut, Heckbert 1982).
func commonColors(shots []shot, most int) color.Palette {
	counts := map[[3]uint8]int{}
	for _, s := range shots {
		for i := 0; i < len(s.image.Pix); i += 4 {
			counts[[3]uint8{s.image.Pix[i], s.image.Pix[i+1], s.image.Pix[i+2]}]++
		}
	}
	var all []tally
	for c, n := range counts {
		all = append(all, tally{c, n})
	}
	slices.SortFunc(all, func(a, b tally) int {
		if a.n != b.n {
			return b.n - a.n
		}
		return slices.Compare(a.color[:], b.color[:])
	})
	flat := min(len(all), most/4)
	var palette color.Palette
	for _, t := range all[:flat] {
		palette = append(palette, opaque(t.color))
	}
	boxes := [][]tally{all[flat:]}
	for len(palette)+len(boxes) < most {
		widest, axis, width := -1, 0, 0
		for i, box := range boxes {
			if a, w := longest(box); w > width {
				widest, axis, width = i, a, w
			}
		}
		if widest < 0 {
			break
		}
		box := boxes[widest]
		slices.SortFunc(box, func(a, b tally) int { return int(a.color[axis]) - int(b.color[axis]) })
		boxes[widest] = box[:len(box)/2]
		boxes = append(boxes, box[len(box)/2:])
	}
	for _, box := range boxes {
		if len(box) > 0 {
			palette = append(palette, average(box))
		}
	}
	return palette
}

func opaque(c [3]uint8) color.RGBA { return color.RGBA{c[0], c[1], c[2], 255} }

// longest is the channel in which the colours of a box lie farthest apart.
func longest(box []tally) (axis, width int) {
	for a := range 3 {
		low, high := 255, 0
		for _, t := range box {
			low, high = min(low, int(t.color[a])), max(high, int(t.color[a]))
		}
		if high-low > width {
			axis, width = a, high-low
		}
	}
	return axis, width
}

func average(box []tally) color.RGBA {
	var sum [3]int
	n := 0
	for _, t := range box {
		for a := range 3 {
			sum[a] += int(t.color[a]) * t.n
		}
		n += t.n
	}
	return opaque([3]uint8{uint8(sum[0] / n), uint8(sum[1] / n), uint8(sum[2] / n)})
}

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
