package figure

import (
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// Symbol is a small drawing of one meaning.
type Symbol int8

// The symbols.
const (
	Earlier Symbol = iota // a chevron up
	Later                 // a chevron down
	Grip                  // six dots: can be dragged
	Right                 // a tick
	Wrong                 // a cross
	Half                  // a half-filled circle
	MenuLines
	Close
	ArticleSymbol
	AgencySymbol
	PostSymbol
	StatementSymbol
	InterviewSymbol
	ConfessionSymbol
	BroadcastSymbol
	RetrospectiveSymbol
	StampSymbol // a rubber stamp
	CordSymbol  // the cord with two beads
	SoundOn
	SoundOff
	Settings // a cogwheel
	Question // a question mark in a ring
)

// An Icon is a [Symbol] drawn in a square.
type Icon struct {
	Symbol Symbol
	Pixels float64 // side of the square in CSS pixels
	Color  theme.Color
}

// Size implements [ui.Figure].
func (f Icon) Size(float64) (w, h float64) { return f.Pixels, f.Pixels }

// Draw implements [ui.Figure].
func (f Icon) Draw(c ui.Canvas, w, h float64, s ui.State) {
	color := f.Color
	if color == theme.None {
		color = theme.Ink
	}
	if s.Disabled {
		color = theme.Rule
	}
	// Drawn on a square of 16, centred in whatever box there is.
	k := f.Pixels / 16
	ox, oy := (w-f.Pixels)/2, (h-f.Pixels)/2
	x := func(v float64) float64 { return ox + v*k }
	y := func(v float64) float64 { return oy + v*k }
	stroke := func(xy ...float64) {
		for i := 0; i < len(xy); i += 2 {
			xy[i], xy[i+1] = x(xy[i]), y(xy[i+1])
		}
		c.Stroke(polyline(xy...), 1.5*k, color)
	}
	switch f.Symbol {
	case Earlier:
		stroke(2.5, 10.5, 8, 5, 13.5, 10.5)
	case Later:
		stroke(2.5, 5.5, 8, 11, 13.5, 5.5)
	case Grip:
		for i := range 6 {
			c.Fill(circle(x(5.5+5*float64(i%2)), y(3+5*float64(i/2)), 1.4*k), color)
		}
	case Right:
		stroke(2.5, 8.5, 6.2, 12.2, 13.5, 4)
	case Wrong:
		stroke(3.5, 3.5, 12.5, 12.5)
		stroke(12.5, 3.5, 3.5, 12.5)
	case Half:
		c.Stroke(circle(x(8), y(8), 5.5*k), 1.4*k, color)
		c.Fill(ui.Path{
			move(x(8), y(2.5)),
			cubic(x(5), y(2.5), x(2.5), y(5), x(2.5), y(8)),
			cubic(x(2.5), y(11), x(5), y(13.5), x(8), y(13.5)), shut(),
		}, color)
	case MenuLines:
		stroke(2, 4, 14, 4)
		stroke(2, 8, 14, 8)
		stroke(2, 12, 14, 12)
	case Close:
		stroke(3, 3, 13, 13)
		stroke(13, 3, 3, 13)
	case ArticleSymbol:
		c.Stroke(rect(x(1.5), y(2.5), 13*k, 11*k, 1*k), 1.3*k, color)
		stroke(4, 6, 12, 6)
		stroke(4, 8.3, 12, 8.3)
		stroke(4, 10.6, 9, 10.6)
	case AgencySymbol:
		// A bolt.
		c.Stroke(polyline(x(9.5), y(1.5), x(4), y(9), x(8), y(9), x(6.5), y(14.5), x(12), y(7), x(8), y(7), x(9.5), y(1.5)), 1.5*k, color)
	case StampSymbol:
		stroke(2, 14, 14, 14)
		stroke(2.5, 11.5, 2.5, 9.5, 13.5, 9.5, 13.5, 11.5, 2.5, 11.5)
		c.Stroke(ui.Path{
			move(x(6), y(9.5)),
			cubic(x(7), y(8), x(7), y(7), x(5.6), y(5.2)),
			cubic(x(4.4), y(3.4), x(6), y(1.6), x(8), y(1.6)),
			cubic(x(10), y(1.6), x(11.6), y(3.4), x(10.4), y(5.2)),
			cubic(x(9), y(7), x(9), y(8), x(10), y(9.5)),
		}, 1.5*k, color)
	case CordSymbol:
		c.Stroke(curl(x(3), y(8), x(13), y(8), 2.6*k, 3.2*k), 1.1*k, color)
		c.Fill(circle(x(2), y(8), 1.9*k), color)
		c.Fill(circle(x(14), y(8), 1.9*k), color)
	case PostSymbol:
		c.Stroke(rect(x(1.8), y(1.8), 12.4*k, 12.4*k, 3.4*k), 1.3*k, color)
		c.Stroke(circle(x(8), y(8), 3*k), 1.3*k, color)
		c.Fill(circle(x(11.4), y(4.6), 0.9*k), color)
	case StatementSymbol:
		c.Stroke(ui.Path{
			move(x(2), y(6.5)), line(x(6), y(6.5)), line(x(12), y(3)), line(x(12), y(13)),
			line(x(6), y(9.5)), line(x(2), y(9.5)), shut(),
		}, 1.3*k, color)
		stroke(4.4, 9.5, 5.4, 13)
		stroke(14, 6.8, 14, 9.2)
	case InterviewSymbol:
		c.Stroke(rect(x(5.5), y(1.5), 5*k, 8*k, 2.5*k), 1.3*k, color)
		c.Stroke(ui.Path{
			move(x(3), y(7.5)), cubic(x(3), y(13.4), x(13), y(13.4), x(13), y(7.5)),
		}, 1.3*k, color)
		stroke(8, 12, 8, 14.8)
	case ConfessionSymbol:
		c.Stroke(circle(x(8), y(5), 3*k), 1.3*k, color)
		c.Stroke(ui.Path{
			move(x(2.5), y(14)), cubic(x(2.5), y(8.5), x(13.5), y(8.5), x(13.5), y(14)),
		}, 1.3*k, color)
	case BroadcastSymbol:
		c.Stroke(rect(x(1.5), y(4.5), 13*k, 9*k, 1.2*k), 1.3*k, color)
		stroke(5, 1.5, 8, 4.5, 11, 1.5)
	case RetrospectiveSymbol:
		c.Stroke(circle(x(8), y(8), 6*k), 1.3*k, color)
		stroke(8, 4.5, 8, 8, 10.6, 9.6)
	case SoundOn, SoundOff:
		c.Fill(speaker(x, y), color)
		if f.Symbol == SoundOff {
			stroke(10.5, 6, 14.5, 10)
			stroke(14.5, 6, 10.5, 10)
			return
		}
		c.Stroke(ui.Path{move(x(10.2), y(5.6)), cubic(x(11.6), y(7), x(11.6), y(9), x(10.2), y(10.4))}, 1.4*k, color)
		c.Stroke(ui.Path{move(x(12.3), y(3.6)), cubic(x(14.9), y(6.1), x(14.9), y(9.9), x(12.3), y(12.4))}, 1.4*k, color)
	case Question:
		c.Stroke(circle(x(8), y(8), 6.3*k), 1.4*k, color)
		c.Stroke(ui.Path{
			move(x(5.9), y(6.4)), cubic(x(5.9), y(3.5), x(10.3), y(3.6), x(10.1), y(6.4)),
			cubic(x(10), y(8), x(8), y(7.9), x(8), y(9.6)),
		}, 1.4*k, color)
		c.Fill(circle(x(8), y(11.9), 0.95*k), color)
	case Settings:
		c.Stroke(cogwheel(x, y), 1.4*k, color)
		c.Stroke(circle(x(8), y(8), 2.1*k), 1.4*k, color)
	}
}
