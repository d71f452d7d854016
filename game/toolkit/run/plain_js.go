package run

import (
	"syscall/js"

	"holdtheline/game/toolkit/drive"
	"holdtheline/game/toolkit/host"
	"holdtheline/game/toolkit/mirror"
	"holdtheline/game/toolkit/svg"
	"holdtheline/game/toolkit/ui"
)

// plainly is what a page knows of its two views. Ebitengine's loop can't be
// ended and begun again; it rests while the plain page has a loop of its own.
type plainly struct {
	plain   bool
	started bool          // Ebitengine runs, or rests
	lost    bool          // and has nothing to draw on any more
	wake    chan struct{} // has the plain page's loop go round
}

func (p *plainly) isPlain() bool { return p.plain }

// plainFirst shows the plain page where it is wanted or there is nothing to
// draw with, and returns when the canvas is to take its place.
func (g *game) plainFirst() error {
	switch {
	case g.options.Plain:
		g.toPlain(Chosen)
	case !host.CanDraw():
		g.toPlain(NoDrawing)
	default:
		return nil
	}
	g.plainLoop()
	return nil
}

// watch has the plain page take over when the canvas is lost. From here on
// Ebitengine's loop runs.
func (p *page) watch(g *game) error {
	p.started = true
	g.driver.TakeView()
	if !p.plain {
		g.program.Shown(false, Chosen)
		g.driver.Changed()
	}
	return host.OnLost(func() {
		p.lost = true
		if !p.plain {
			g.toPlain(Lost)
			go g.plainLoop()
		}
	})
}

// turn changes over to the plain page if the player wants it. It is called before
// every frame.
func (p *page) turn(g *game) {
	p.settle()
	if g.driver.TakeView() == drive.PlainPage {
		g.toPlain(Chosen)
		go g.plainLoop()
	}
}

// toPlain makes the mirror the page. What was being dragged is let go of.
func (g *game) toPlain(why Why) {
	if err := host.SetPlain(true); err != nil {
		g.program.Failed(err)
	}
	g.page.plain = true
	g.driver.Changed()
	g.point(drive.Cancel, 0, 0, true)
	g.taps = taps{}
	g.program.Shown(true, why)
}

// toCanvas makes the canvas the page again. It can't where there is none: then
// the program is told, or the page is loaded again to get one.
func (g *game) toCanvas() {
	p := &g.page
	switch {
	case p.lost:
		if err := host.Reload(string(drive.Canvas)); err != nil {
			g.program.Failed(err)
		}
		return
	case !p.started && !host.CanDraw():
		g.program.Shown(true, NoDrawing)
		g.driver.Changed()
		return
	}
	p.plain = false
	g.driver.Changed()
	g.program.Shown(false, Chosen)
	g.follow(g.driver.Renew()) // the canvas has its size from the page, which must be the canvas's first
	if err := host.SetPlain(false); err != nil {
		g.program.Failed(err)
	}
}

// plainLoop runs the program without a canvas until that is wanted.
func (g *game) plainLoop() {
	p := &g.page
	for {
		window := js.Global()
		w, h := window.Get("innerWidth").Float(), window.Get("innerHeight").Float()
		zoom := ui.Enlarge(w, h)
		if view := enlarged(host.View{Width: w, Height: h, Scale: 1}, zoom); view != g.view {
			g.resize(view, zoom)
		}
		if p.changed() {
			g.prefer()
		}
		g.follow(g.driver.Frame(g.now()))
		if g.driver.TakeView() == drive.Canvas {
			g.toCanvas()
			if !p.plain {
				return
			}
			g.follow(g.driver.Renew())
		}
		p.drawn()
		<-p.wake
		p.settle()
		p.events(g)
	}
}

// stir has the plain page's loop go round. It never blocks: it is called inside
// the browser's events.
func (p *plainly) stir() {
	select {
	case p.wake <- struct{}{}:
	default:
	}
}

// looks is how the plain page looks, or nil over the canvas.
func (p *plainly) looks(g *game) *mirror.Plain {
	if !p.plain {
		return nil
	}
	text := g.driver.Viewport().Text
	return &mirror.Plain{
		Theme: g.driver.Show().Theme, Text: max(1, g.driver.Show().Text),
		Draw: func(f ui.Figure, w, h float64, s ui.State, backdrop bool) string {
			return svg.Draw(g.options.Faces, f, w, h, s, text, backdrop)
		},
	}
}
