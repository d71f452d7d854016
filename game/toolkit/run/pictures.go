package run

import (
	"image"

	"holdtheline/game/toolkit/host"
	"holdtheline/game/toolkit/paint"
	"holdtheline/game/toolkit/ui"
)

// pictures are those of the screen, decoded to as many pixels as they are shown with. The
// platform decodes them while the program goes on.
type pictures struct {
	known map[string]*pictured // by key; those of the present screen alone have pixels
	came  []arrived            // since the last update
	stir  func()               // has the program updated
}

// A pictured is what is known of a picture.
type pictured struct {
	added bool
	here  bool        // on the present screen
	page  *paint.Page // nil as long as there are no pixels
	asked image.Point // the size that was asked for last
}

// An arrived is what came of decoding a picture.
type arrived struct {
	key    string
	size   image.Point
	pixels []byte // none if it can't be decoded
}

// meet makes the page know the pictures of a screen, and forgets the pixels of all others.
func (p *pictures) meet(root *ui.Box) error {
	for _, one := range p.known {
		one.here = false
	}
	err := p.walk(root)
	for _, one := range p.known {
		if !one.here {
			one.page, one.asked = nil, image.Point{}
		}
	}
	return err
}

func (p *pictures) walk(q *ui.Box) error {
	if pic := q.Node.Picture; pic != nil && len(pic.Data) > 0 {
		one := p.known[pic.Key]
		if one == nil {
			one = &pictured{}
			if p.known == nil {
				p.known = map[string]*pictured{}
			}
			p.known[pic.Key] = one
		}
		one.here = true
		if !one.added {
			if err := host.AddPicture(pic); err != nil {
				return err
			}
			one.added = true
		}
	}
	for _, c := range q.Children {
		if err := p.walk(c); err != nil {
			return err
		}
	}
	return nil
}

// page is for [paint.Painter.Pictures]. It has the platform decode what is missing. Until
// that has arrived, pixels of another size are stretched.
func (p *pictures) page(pic *ui.Picture, width, height int) *paint.Page {
	one := p.known[pic.Key]
	if one == nil || !one.added {
		return nil
	}
	if size := image.Pt(width, height); one.asked != size {
		one.asked = size
		err := host.DecodePicture(pic, width, height, func(pixels []byte) {
			p.came = append(p.came, arrived{pic.Key, size, pixels})
			p.stir()
		})
		if err != nil {
			return nil // its description stays in its place
		}
	}
	return one.page
}

// take takes the pixels that have arrived, and reports whether any have that are still
// wanted.
func (p *pictures) take() (changed bool) {
	for _, a := range p.came {
		one := p.known[a.key]
		if one == nil || one.asked != a.size || len(a.pixels) != 4*a.size.X*a.size.Y || len(a.pixels) == 0 {
			continue
		}
		one.page = paint.NewPicturePage(&image.RGBA{Pix: a.pixels, Stride: 4 * a.size.X, Rect: image.Rectangle{Max: a.size}})
		changed = true
	}
	p.came = nil
	return changed
}
