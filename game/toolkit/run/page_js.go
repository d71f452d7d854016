package run

import (
	"errors"
	"runtime/debug"
	"syscall/js"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"holdtheline/game/toolkit/drive"
	"holdtheline/game/toolkit/host"
	"holdtheline/game/toolkit/mirror"
	"holdtheline/game/toolkit/ui"
)

// inPage tells whether the program runs in a browser's page.
const inPage = true

// wheelStep is how far one unit of the mouse wheel scrolls: browsers tell CSS
// pixels.
const wheelStep = 1

// A page is the mirror, its pending events, and the browser's preferences.
type page struct {
	dom     *mirror.DOM
	queue   []mirror.Event
	drops   []drive.Event
	prefs   host.Preferences
	fresh   bool // the preferences have changed
	ready   bool // the page has been told of the first frame
	settled bool // settle has run
	plainly
}

func (p *page) attach() error {
	p.wake = make(chan struct{}, 1)
	p.prefs = host.CurrentPreferences()
	if err := host.OnPreferences(func(now host.Preferences) {
		p.prefs, p.fresh = now, true
		p.stir()
	}); err != nil {
		return err
	}
	if err := host.OnUpgrade(p.stir); err != nil { // the program polls for it
		return err
	}
	dom, err := mirror.Attach(func(e mirror.Event) {
		p.queue = append(p.queue, e)
		p.stir()
	})
	p.dom = dom
	return err
}

// takeDrops has files taken that are dropped on the page.
func (p *page) takeDrops(g *game) error {
	if g.options.Drops == nil {
		return nil
	}
	_, err := g.options.Drops(func(files ui.Files, x, y float64, node string) {
		p.drops = append(p.drops, drive.Event{Kind: drive.TakeFiles, X: x / g.zoom, Y: y / g.zoom, Node: node, Files: files})
		p.stir()
	})
	return err
}

// poke wakes the program and has it polled.
func (p *page) poke() {
	host.Wake("program")
	p.stir()
}

func (p *page) sync(g *game) error {
	return p.dom.Sync(g.driver.Layout(), mirror.Options{Title: g.title(), Focus: g.driver.TakeFocus(), Plain: p.looks(g), Zoom: g.zoom})
}

func (p *page) changed() bool {
	fresh := p.fresh
	p.fresh = false
	return fresh
}

func (p *page) preferences() host.Preferences { return p.prefs }

// settle ends the startup settings once the first frame has been drawn.
func (p *page) settle() {
	if p.ready && !p.settled {
		p.settled = true
		debug.SetGCPercent(usualGC)
	}
}

// usualGC is the GC percentage after startup. The page starts the program with
// a higher one: until the first frame there is hardly any garbage, and
// collecting takes time. Setting it collects at once.
const usualGC = 100

// drawn tells the page, once, that the first frame is there.
func (p *page) drawn() {
	if !p.ready {
		p.ready = true
		if err := host.Ready(); err != nil {
			js.Global().Get("console").Call("error", err.Error())
		}
	}
}

var keyNames = map[string]ui.Key{
	"Escape": ui.Escape, "ArrowUp": ui.Up, "ArrowDown": ui.Down, "ArrowLeft": ui.Left, "ArrowRight": ui.Right,
	"PageUp": ui.PageUp, "PageDown": ui.PageDown, "Home": ui.Home, "End": ui.Last, " ": ui.PageDown,
	"TurnOn": ui.TurnOn, "TurnBack": ui.TurnBack,
}

// events handles what happened in the mirror, and what was dropped on the page.
func (p *page) events(g *game) {
	for len(p.drops) > 0 {
		e := p.drops[0]
		p.drops = p.drops[1:]
		if p.plain && e.Node == "" {
			e.Node = g.driver.Layout().Root.Node.ID // beside everything that has a place of its own
		}
		g.handle(e)
		g.follow(g.driver.Refresh())
	}
	for len(p.queue) > 0 {
		e := p.queue[0]
		p.queue = p.queue[1:]
		switch e.Kind {
		case mirror.Press:
			g.handle(drive.Event{Kind: drive.Press, Node: e.Node})
		case mirror.Focus:
			g.handle(drive.Event{Kind: drive.Focus, Node: e.Node})
		case mirror.Blur:
			g.handle(drive.Event{Kind: drive.Blur})
		case mirror.Key:
			if k := keyNames[e.Key]; k != ui.NoKey {
				g.handle(drive.Event{Kind: drive.Key, Key: k})
			} else {
				g.handle(drive.Event{Kind: drive.Typed, Typed: e.Key})
			}
		}
		g.follow(g.driver.Refresh()) // the next event is about the tree that follows
	}
}

// keys does nothing: the browser handles keys in the mirror and reports them.
func (g *game) keys() {}

// stayAwake has the host let frames through while something moves by itself.
func (g *game) stayAwake() {
	if g.driver.NeedsFrames() {
		host.Animate(time.Now().Add(100 * time.Millisecond))
	}
}

// save is for windows only.
func save(*ebiten.Image, string) error {
	return errors.New("run: a page has no files to write a picture to; take a screenshot with the browser")
}

// css converts Ebitengine's positions to the view's. In a page they are in CSS
// pixels already, whatever the pixel ratio: DisableHiDPI has Ebitengine treat
// CSS pixels as device pixels, while host.js keeps the canvas sharp.
func (g *game) css(x, y float64) (float64, float64) { return x / g.zoom, y / g.zoom }
