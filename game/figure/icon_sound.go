package figure

import (
	"math"

	"holdtheline/game/toolkit/ui"
)

// A scale turns a length on an icon's square of 16 into the figure's pixels.
type scale func(float64) float64

// speaker is the body of a loudspeaker, open to the right.
func speaker(x, y scale) ui.Path {
	return ui.Path{
		move(x(1.5), y(6)), line(x(4.2), y(6)), line(x(8), y(2.6)),
		line(x(8), y(13.4)), line(x(4.2), y(10)), line(x(1.5), y(10)), shut(),
	}
}

// cogwheel is the outline of a wheel with eight teeth.
func cogwheel(x, y scale) ui.Path {
	const (
		teeth        = 8
		inner, outer = 4.7, 6.6
		foot, crown  = 0.30, 0.17 // half as wide as a tooth is, in radians
	)
	var p ui.Path
	at := func(angle, radius float64) {
		px, py := x(8+radius*math.Cos(angle)), y(8+radius*math.Sin(angle))
		if len(p) == 0 {
			p = append(p, move(px, py))
		} else {
			p = append(p, line(px, py))
		}
	}
	for i := range teeth {
		middle := float64(i) * 2 * math.Pi / teeth
		at(middle-foot, inner)
		at(middle-crown, outer)
		at(middle+crown, outer)
		at(middle+foot, inner)
	}
	return append(p, shut())
}
