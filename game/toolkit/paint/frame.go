package paint

import (
	"image"
	"image/color"
	"iter"
)

// A Frame is one picture of the screen, or its changed parts: batches to be
// drawn in order, each over what is there.
type Frame struct {
	Width, Height int // device pixels
	Batches       []Batch
}

// A Batch is quads with the same page and clip.
type Batch struct {
	Page  *Page
	Clip  image.Rectangle // device pixels
	Quads []Quad
}

// A Quad draws the part S of a page into the rectangle D, stretched without
// smoothing. The page's pixels are multiplied by a vertical gradient from Top
// to Bottom.
type Quad struct {
	S           image.Rectangle // on the page
	D           image.Rectangle // on the screen
	Top, Bottom color.RGBA      // premultiplied
}

// A Page is an atlas page: white pixels of which only the opacity is kept. A picture has a
// page of its own, with colours.
type Page struct {
	Image   *image.Alpha // nil for a picture
	Picture *image.RGBA  // nil for an atlas page
	shelves []shelf
}

// NewPicturePage returns the page of a picture, which must not be changed any more.
func NewPicturePage(img *image.RGBA) *Page {
	size := img.Rect.Size()
	return &Page{Picture: img, shelves: []shelf{{height: size.Y, x: size.X}}}
}

// Bounds is the rectangle of the page's pixels.
func (p *Page) Bounds() image.Rectangle {
	if p.Picture != nil {
		return p.Picture.Rect
	}
	return p.Image.Rect
}

// A shelf is a row of a page that is being filled from the left.
type shelf struct {
	y, height, x int
	taken        int // up to where a renderer has copied the pixels
}

// Take yields the rectangles of pixels added since the last Take, or of all
// pixels if anew is true. Pixels change only when a page is refilled, and are
// then yielded again.
func (p *Page) Take(anew bool) iter.Seq[image.Rectangle] {
	return func(yield func(image.Rectangle) bool) {
		for i := range p.shelves {
			s := &p.shelves[i]
			if anew {
				s.taken = 0
			}
			from := s.taken
			s.taken = s.x
			if from < s.x && !yield(image.Rect(from, s.y, s.x, s.y+s.height).Intersect(p.Bounds())) {
				return
			}
		}
	}
}

func newPage(width, height int) *Page {
	return &Page{Image: image.NewAlpha(image.Rect(0, 0, width, height))}
}

// find allocates room for a sprite, a pixel apart from its neighbours.
func (p *Page) find(width, height int) (image.Rectangle, bool) {
	b := p.Image.Bounds()
	w, h := width+1, height+1
	bottom := 0
	for i := range p.shelves {
		s := &p.shelves[i]
		bottom = s.y + s.height
		if h <= s.height && h*3 >= s.height*2 && s.x+w <= b.Dx() {
			at := image.Pt(s.x, s.y)
			s.x += w
			return image.Rectangle{Min: at, Max: at.Add(image.Pt(width, height))}, true
		}
	}
	if bottom+h > b.Dy() || w > b.Dx() {
		return image.Rectangle{}, false
	}
	p.shelves = append(p.shelves, shelf{y: bottom, height: h, x: w})
	return image.Rect(0, bottom, width, bottom+height), true
}

// A sprite is a part of a page.
type sprite struct {
	page *Page
	at   image.Rectangle
}

// pageSize is the side of a shared page in pixels, and mostPages the number of
// them at which all are emptied and refilled. Only a single frame that needs
// more gets more.
const (
	pageSize  = 1024
	mostPages = 6
)

// An atlas is the shared pages.
type atlas struct {
	pages []*Page
	extra int  // pages granted beyond mostPages
	full  bool // something didn't fit: the painter starts again with an empty atlas
}

// put copies a coverage mask onto a page. A mask too large for a shared page gets
// one of its own.
func (a *atlas) put(mask *image.Alpha) sprite {
	s := a.room(mask.Rect.Dx(), mask.Rect.Dy())
	img := s.page.Image
	for y := range mask.Rect.Dy() {
		copy(img.Pix[img.PixOffset(s.at.Min.X, s.at.Min.Y+y):], mask.Pix[y*mask.Stride:y*mask.Stride+mask.Rect.Dx()])
	}
	return s
}

func (a *atlas) room(width, height int) sprite {
	if width >= pageSize || height >= pageSize {
		p := newPage(width, height)
		p.shelves = []shelf{{height: height, x: width}}
		return sprite{p, p.Image.Rect}
	}
	for _, p := range a.pages {
		if at, ok := p.find(width, height); ok {
			return sprite{p, at}
		}
	}
	if len(a.pages) >= mostPages+a.extra {
		a.full = true
		for _, p := range a.pages {
			p.shelves = nil
		}
	} else {
		a.pages = append(a.pages, newPage(pageSize, pageSize))
	}
	p := a.pages[len(a.pages)-1]
	at, _ := p.find(width, height)
	return sprite{p, at}
}

// empty frees all room on the pages. Their pixels stay until they are
// overwritten.
func (a *atlas) empty() {
	a.full = false
	for _, p := range a.pages {
		p.shelves = nil
	}
}
