package paint

import (
	"image"
	"image/color"
	"math"

	"holdtheline/game/toolkit/style"
	"holdtheline/game/toolkit/ui"
)

// picture draws a node's picture and reports whether it did: while there are no pixels
// it draws only the place of it.
func (p *Painter) picture(q *ui.Box) bool {
	r := q.PictureRect()
	// The size doesn't depend on the position, or scrolling would ask for others.
	size := image.Pt(int(math.Round(r.W*p.scene.Scale)), int(math.Round(r.H*p.scene.Scale)))
	var page *Page
	if p.Pictures != nil && size.X > 0 && size.Y > 0 {
		page = p.Pictures(q.Node.Picture, size.X, size.Y)
	}
	if page == nil {
		whole := p.rect(q.Rect())
		p.fill(whole, 0, allCorners, p.rgba(style.Shade))
		p.edge(whole, 0, 1, allCorners, p.rgba(style.Rule))
		return false
	}
	at := image.Pt(p.px(r.X), p.px(r.Y))
	white := color.RGBA{0xFF, 0xFF, 0xFF, 0xFF}
	p.quad(sprite{page, page.Bounds()}, page.Bounds(), image.Rectangle{Min: at, Max: at.Add(size)}, white, white)
	p.edge(image.Rectangle{Min: at, Max: at.Add(size)}, 0, 1, allCorners, p.rgba(style.Rule))
	return true
}

// Repaint has the next frame painted anew, whatever is on the screen: pictures have
// arrived or are gone.
func (p *Painter) Repaint() { p.record.valid, p.before.valid = false, false }
