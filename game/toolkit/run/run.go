package run

import (
	"errors"
	"fmt"
	"image"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"holdtheline/game/toolkit/drive"
	"holdtheline/game/toolkit/host"
	"holdtheline/game/toolkit/paint"
	"holdtheline/game/toolkit/style"
	"holdtheline/game/toolkit/typeface"
	"holdtheline/game/toolkit/ui"
)

// A Program is what [Run] runs.
type Program interface {
	drive.Program
	// ViewChanged is called in browsers when the view has changed: whether it is the
	// plain page now, and why.
	ViewChanged(plain bool, why ViewReason)
	// Failed is called with errors of the toolkit, such as a link that can't be
	// opened.
	Failed(err error)
}

// ViewReason is the reason for a change of view.
type ViewReason int8

// The reasons.
const (
	Chosen            ViewReason = iota // the player chose it
	CanvasUnsupported                   // the browser can't draw
	ContextLost                         // the browser lost its drawing context
)

// Options are the options of [Run].
type Options struct {
	// Faces are the typefaces, and the theme, in which the program is shown.
	Faces *typeface.Set
	Title string
	Icons []image.Image // of the window, in several sizes
	// Width and Height are the window's, in CSS pixels; 1280 × 800 when zero.
	Width, Height int
	// Plain starts with the plain page, in browsers only.
	Plain bool
	// Watch, if given, is called once with a function that wakes the program
	// and has it polled.
	Watch func(poll func())
	// Drops takes files that are dropped on the program: [host.TakeDrops], or nil for
	// none.
	Drops func(host.Drop) (poll func(x, y float64), err error)
	// Screenshot is a file to write a screenshot of the window to; the run then ends.
	Screenshot string
	// Record, if given, is called with everything that happens.
	Record func(drive.Event)
	Debug  Debug
}

// Debug is where the statistics of a run are shown.
type Debug string

// Nowhere, to scripts of the page, or to those and in a corner of the screen.
const (
	DebugOff     Debug = ""
	DebugScripts Debug = "told"
	DebugOverlay Debug = "1"
)

// Run runs the program until its window is closed. In a browser it doesn't
// return.
func Run(p Program, o Options) error {
	g := newGame(p, o)
	if err := g.page.attach(); err != nil {
		return fmt.Errorf("run: %w", err)
	}
	g.prefer()
	if err := g.page.takeDrops(g); err != nil {
		return fmt.Errorf("run: %w", err)
	}
	if o.Watch != nil {
		o.Watch(g.page.poke)
	}
	var shown ebiten.Game = g
	if o.Debug == DebugScripts || o.Debug == DebugOverlay {
		shown = watch(g)
	}
	if err := g.plainFirst(); err != nil {
		return err
	}
	if err := host.Prepare(g.letGo); err != nil {
		return fmt.Errorf("run: %w", err)
	}
	if err := g.page.watch(g); err != nil {
		return fmt.Errorf("run: %w", err)
	}
	if o.Width == 0 || o.Height == 0 {
		o.Width, o.Height = 1280, 800
	}
	ebiten.SetWindowTitle(o.Title)
	ebiten.SetWindowSize(o.Width, o.Height)
	ebiten.SetWindowResizingMode(ebiten.WindowResizingModeEnabled)
	ebiten.SetWindowSizeLimits(320, 400, -1, -1)
	if len(o.Icons) > 0 {
		ebiten.SetWindowIcon(o.Icons)
	}
	ebiten.SetScreenClearedEveryFrame(false)
	// Ticks are frames: time is read from the clock.
	ebiten.SetTPS(ebiten.SyncWithFPS)
	err := ebiten.RunGameWithOptions(shown, &ebiten.RunGameOptions{DisableHiDPI: true, InitUnfocused: inPage, X11ClassName: "hold-the-line", X11InstanceName: "hold-the-line"})
	if err != nil && !errors.Is(err, ebiten.Termination) {
		return fmt.Errorf("run: %w", err)
	}
	return g.failed
}

// A game is a running program, as Ebitengine sees it.
type game struct {
	driver   *drive.Driver
	program  Program
	options  Options
	painter  *paint.Painter
	renderer renderer
	pictures pictures
	page     page

	begun time.Time
	view  host.View // in pixels of the layout
	zoom  float64   // CSS pixels per pixel of the layout
	taps  taps

	change   drive.Change // since the last frame was painted
	canceled bool         // the system cancelled a touch since the last update
	frames   int
	// The image that the last frame was drawn on. Ebitengine replaces it when
	// the size changes.
	screenDrawn *ebiten.Image
	failed      error
}

func newGame(p Program, o Options) *game {
	g := &game{driver: drive.New(p, o.Faces), program: p, options: o, painter: paint.New(o.Faces), begun: time.Now()}
	g.painter.Pictures = g.pictures.page
	g.pictures.stir = g.page.stir
	g.driver.Record = o.Record
	g.driver.Open = func(href string) {
		if err := host.OpenLink(href); err != nil {
			p.Failed(err)
			g.driver.Invalidate()
		}
	}
	return g
}

func (g *game) now() time.Duration { return time.Since(g.begun) }

// handle passes an event on with the current time.
func (g *game) handle(e drive.Event) {
	e.At = g.now()
	g.driver.Handle(e)
}

// letGo is called by the host when the system cancels a touch.
func (g *game) letGo() { g.canceled = true }

// LayoutF implements [ebiten.LayoutFer]: the screen has the window's device
// pixels.
func (g *game) LayoutF(width, height float64) (float64, float64) {
	v := host.Viewport(width, height)
	w, h := v.Pixels()
	zoom := ui.Enlarge(v.Width, v.Height)
	if v = enlarged(v, zoom); v != g.view && !g.page.isPlain() {
		g.resize(v, zoom)
	}
	return float64(w), float64(h)
}

// resize has the tree laid out for a view that is shown enlarged by zoom.
func (g *game) resize(v host.View, zoom float64) {
	g.view, g.zoom = v, zoom
	in := v.Insets
	g.handle(drive.Event{
		Kind: drive.Resize, Width: v.Width, Height: v.Height,
		Insets: ui.Edges{Top: in.Top, Right: in.Right, Bottom: in.Bottom, Left: in.Left},
	})
	g.driver.Invalidate() // the scale may have changed alone
}

// prefer passes the system's preferences on.
func (g *game) prefer() {
	p := g.page.preferences()
	g.handle(drive.Event{Kind: drive.Prefer, Text: p.Text, ReducedMotion: p.ReducedMotion})
}

// enlarged is the view in pixels of the layout, which is shown enlarged by
// zoom.
func enlarged(v host.View, zoom float64) host.View {
	in := v.Insets
	return host.View{
		Width: v.Width / zoom, Height: v.Height / zoom, Scale: v.Scale * zoom,
		Insets: host.Insets{Top: in.Top / zoom, Right: in.Right / zoom, Bottom: in.Bottom / zoom, Left: in.Left / zoom},
	}
}

// Layout implements [ebiten.Game]; LayoutF is called instead.
func (g *game) Layout(width, height int) (int, int) { return width, height }

// Update implements [ebiten.Game].
func (g *game) Update() error {
	if g.view.Width < 1 || g.view.Height < 1 || g.page.isPlain() {
		return nil
	}
	if g.driver.Layout() == nil {
		g.follow(g.driver.Refresh())
	}
	if g.canceled {
		g.canceled = false
		g.handle(drive.Event{Kind: drive.Cancel, Touch: true})
	}
	g.input()
	if g.pictures.take() {
		g.painter.Repaint()
		g.change = max(g.change, drive.PaintChange)
	}
	if g.page.changed() {
		g.prefer()
	}
	g.follow(g.driver.Frame(g.now()))
	g.page.turn(g)
	g.stayAwake()
	if g.failed != nil || g.options.Screenshot != "" && g.frames > 3 {
		return ebiten.Termination
	}
	return nil
}

// follow syncs the page after a change, and has the next frame painted.
func (g *game) follow(c drive.Change) {
	g.change = max(g.change, c)
	if c < drive.LayoutChange {
		return
	}
	if err := g.pictures.meet(g.driver.Layout().Root); err != nil {
		g.program.Failed(err)
	}
	if err := g.page.sync(g); err != nil {
		g.program.Failed(err)
	}
}

// title is the page's title: the screen's name and the program's.
func (g *game) title() string {
	switch name := g.driver.Layout().Root.Node.Name; {
	case name == "" || name == g.options.Title:
		return g.options.Title
	case g.options.Title == "":
		return name
	default:
		return name + " · " + g.options.Title
	}
}

// palette is the palette to paint with.
func (g *game) palette() *style.Palette {
	p := g.page.preferences()
	return g.options.Faces.Theme().Palette(g.driver.Presentation().Theme, style.Preference{Dark: p.Dark, MoreContrast: p.MoreContrast || p.ForcedColors})
}

// Draw implements [ebiten.Game]. The last frame stays on the screen, so usually
// there is nothing to do.
func (g *game) Draw(screen *ebiten.Image) {
	if g.driver.Layout() == nil || g.page.isPlain() {
		return
	}
	g.frames++
	if g.change == drive.NoChange && g.options.Screenshot == "" {
		return
	}
	g.paint(screen, g.driver.Shown())
	if g.options.Screenshot != "" && g.frames == 3 {
		g.failed = save(screen, g.options.Screenshot)
	}
}

// paint paints a layout over the previous frame.
func (g *game) paint(screen *ebiten.Image, shown *ui.Layout) {
	g.change = drive.NoChange
	scene := g.driver.Scene(g.palette(), g.view.Scale)
	scene.Layout, scene.Over = shown, g.screenDrawn == screen
	g.screenDrawn = screen
	g.renderer.draw(screen, g.painter.Paint(scene))
	g.page.drawn()
}
