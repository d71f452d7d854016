package run

import (
	"syscall/js"

	"holdtheline/game/toolkit/drive"
	"holdtheline/game/toolkit/host"
	"holdtheline/game/toolkit/mirror"
	"holdtheline/game/toolkit/ui"
)

// plainly is the state of a page's two views. Ebitengine's loop can't be
// restarted, so it is suspended while the plain page runs a loop of its own.
type plainly struct {
	plain   bool
	started bool          // Ebitengine runs or is suspended
	lost    bool          // Ebitengine has lost its drawing context
	wake    chan struct{} // wakes the plain page's loop
}

func (p *plainly) isPlain() bool { return p.plain }

// plainFirst shows the plain page if it is wanted or the browser can't draw,
// and returns when the canvas is to replace it.
func (g *game) plainFirst() error {
	switch {
	case g.options.Plain:
		g.toPlain(Chosen)
	case !host.CanDraw():
		g.toPlain(CanvasUnsupported)
	default:
		return nil
	}
	g.plainLoop()
	return nil
}

// watch has the plain page take over when the drawing context is lost. From
// here on Ebitengine's loop runs.
func (p *page) watch(g *game) error {
	p.started = true
	g.driver.TakeView()
	if !p.plain {
		g.program.ViewChanged(false, Chosen)
		g.driver.Invalidate()
	}
	return host.OnLost(func() {
		p.lost = true
		if !p.plain {
			g.toPlain(ContextLost)
			go g.plainLoop()
		}
	})
}

// turn switches to the plain page if the player wants it. It is called in every
// update.
func (p *page) turn(g *game) {
	p.settle()
	if g.driver.TakeView() == drive.PlainPage {
		g.toPlain(Chosen)
		go g.plainLoop()
	}
}

// toPlain switches to the plain page, and cancels any drag.
func (g *game) toPlain(why ViewReason) {
	if err := host.SetPlain(true); err != nil {
		g.program.Failed(err)
	}
	g.page.plain = true
	g.driver.Invalidate()
	g.point(drive.Cancel, 0, 0, true)
	g.taps = taps{}
	g.program.ViewChanged(true, why)
}

// toCanvas switches back to the canvas. Where there is none, it tells the
// program, or reloads the page to get one.
func (g *game) toCanvas() {
	p := &g.page
	switch {
	case p.lost:
		if err := host.Reload(string(drive.Canvas)); err != nil {
			g.program.Failed(err)
		}
		return
	case !p.started && !host.CanDraw():
		g.program.ViewChanged(true, CanvasUnsupported)
		g.driver.Invalidate()
		return
	}
	p.plain = false
	g.driver.Invalidate()
	g.program.ViewChanged(false, Chosen)
	g.follow(g.driver.Refresh()) // the canvas has its size from the page, which must be the canvas's first
	if err := host.SetPlain(false); err != nil {
		g.program.Failed(err)
	}
}

// plainLoop runs the program in the plain page until the canvas is wanted.
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
			g.follow(g.driver.Refresh())
		}
		p.drawn()
		<-p.wake
		p.settle()
		p.events(g)
	}
}

// stir wakes the plain page's loop. It never blocks: it is called inside the
// browser's events.
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
	return &mirror.Plain{Theme: g.driver.Presentation().Theme, Text: g.driver.PageText()}
}
