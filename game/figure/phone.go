package figure

import (
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// A Phone is the red telephone on the desk.
type Phone struct{ Height float64 }

// Size implements [ui.Figure].
func (f Phone) Size(float64) (w, h float64) { return f.Height * 1.14, f.Height }

// Draw implements [ui.Figure].
func (f Phone) Draw(c ui.Canvas, w, _ float64, _ ui.State) { drawPhone(c, 0, 0, w) }

// drawPhone draws the telephone with its top left corner at x, y. Its height is
// about 0.88 of its width.
func drawPhone(c ui.Canvas, x, y, width float64) {
	s := width / 80
	px := func(v float64) float64 { return x + v*s }
	py := func(v float64) float64 { return y + v*s }
	// The receiver: an arch with two cups.
	receiver := ui.Path{
		move(px(0), py(20)),
		cubic(px(4), py(6), px(20), py(0), px(40), py(0)),
		cubic(px(60), py(0), px(76), py(6), px(80), py(20)),
		line(px(80), py(23)),
		cubic(px(80), py(26), px(78), py(28), px(75), py(28)),
		line(px(61), py(28)),
		cubic(px(58), py(28), px(56), py(26), px(56), py(23)),
		line(px(56), py(20)),
		cubic(px(56), py(18), px(55), py(17), px(53), py(17)),
		line(px(27), py(17)),
		cubic(px(25), py(17), px(24), py(18), px(24), py(20)),
		line(px(24), py(23)),
		cubic(px(24), py(26), px(22), py(28), px(19), py(28)),
		line(px(5), py(28)),
		cubic(px(2), py(28), px(0), py(26), px(0), py(23)),
		shut(),
	}
	body := ui.Path{
		move(px(29), py(31)),
		line(px(51), py(31)),
		cubic(px(62), py(31), px(72), py(45), px(74), py(60)),
		line(px(74), py(64)),
		cubic(px(74), py(67.5), px(71.5), py(70), px(68), py(70)),
		line(px(12), py(70)),
		cubic(px(8.5), py(70), px(6), py(67.5), px(6), py(64)),
		line(px(6), py(60)),
		cubic(px(8), py(45), px(18), py(31), px(29), py(31)),
		shut(),
	}
	c.Fill(body, theme.Cord)
	c.Fill(receiver, theme.Cord)
	c.Stroke(ui.Path{move(px(10), py(14)), cubic(px(17), py(8), px(26), py(6), px(40), py(5.5))}, 1.6*s, theme.OnCord)
	c.Fill(circle(px(40), py(52), 11*s), theme.OnCord)
	c.Fill(circle(px(40), py(52), 4.6*s), theme.Cord)
}
