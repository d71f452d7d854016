// Package run is the loop of the program: it takes input in, asks the program
// for its tree, lays it out, paints it, and keeps the page's mirror of it. It
// does so only when something has changed; while nothing does, it rests.
//
// It knows nothing of the game: a [Program] is all it sees. On a desktop keys
// move the focus here; in a browser the browser does that in the mirror and
// tells. Where the two differ stands in twin files, page_js.go and
// page_other.go.
//
// Start reading at [Run].
package run

import (
	"errors"
	"fmt"
	"image"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"holdtheline/game/toolkit/host"
	"holdtheline/game/toolkit/paint"
	"holdtheline/game/toolkit/style"
	"holdtheline/game/toolkit/typeface"
	"holdtheline/game/toolkit/ui"
)

// A Program is what is run. No two of its methods are ever called at a time.
type Program interface {
	// View makes the tree for a viewport. Its root's id names the screen: when
	// that changes, scrolling starts at the top again.
	View(vp ui.Viewport) *ui.Node
	// Update answers a message that a node of the tree carries. A [ui.Follow]
	// for a pressed link is handled here and never comes.
	Update(msg ui.Msg)
	// Show says how the tree is to be shown. It is asked before every View.
	Show() Show
	// Poll tells whether the tree has changed without a message. It is asked
	// whenever the program is awake.
	Poll() bool
	// Shown is told whether the tree is the plain page now, and why. It is never
	// called where there is no such page.
	Shown(plain bool, why Why)
	// Failed is told what went wrong outside of the program's doing, such as a
	// link that can't be opened.
	Failed(err error)
}

// Show is how a program wants to be shown.
type Show struct {
	Theme string  // by its name; which one that is where there is none, or "auto", the system has a say in
	Text  float64 // scale of text that the player chose, 1 to 2; the browser's own setting comes on top
	// Still is no motion, and Moving is motion, whatever the system says.
	Still, Moving bool
	// Focus is the id of the node that takes the focus now, or empty. It is
	// asked for once for each change.
	Focus string
	// Switch is the view to change over to, or empty. It too is asked for once.
	Switch View
}

// A View is one of the two ways to show the tree in a page.
type View string

// The views: drawn on a canvas, or as the page itself.
const (
	Canvas    View = "canvas"
	PlainPage View = "plain"
)

// Why is the reason for a view.
type Why int8

// The reasons.
const (
	Chosen    Why = iota // by the player
	NoDrawing            // the browser can't draw
	Lost                 // it could, and can't any more
)

// Options are what a run starts with.
type Options struct {
	// Faces are the typefaces, and the theme, in which the program is shown.
	Faces *typeface.Set
	Title string
	Icons []image.Image // of the window, in several sizes
	// Width and Height are the window's, in CSS pixels; 1280 × 800 when zero.
	Width, Height int
	// Plain runs without a canvas: the page's mirror is all there is. It is for
	// browsers only.
	Plain bool
	// Watch, if given, is called once with a function that has Poll asked: for
	// what changes without a message.
	Watch func(poll func())
	// Shot is a file to write a picture of the window to, after which the run
	// ends.
	Shot  string
	Debug Debug
}

// Debug is who gets to know what the run does.
type Debug string

// Nobody, the page alone, or in a corner of the screen whoever looks as well.
const (
	Unwatched Debug = ""
	Told      Debug = "told"
	Shown     Debug = "1"
)

// Run runs the program until its window is closed. In a browser it doesn't
// return.
func Run(p Program, o Options) error {
	g := newGame(p, o)
	if err := g.page.attach(); err != nil {
		return fmt.Errorf("run: %w", err)
	}
	if o.Watch != nil {
		o.Watch(g.page.poke)
	}
	var shown ebiten.Game = g
	if o.Debug == Told || o.Debug == Shown {
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
	program  Program
	options  Options
	faces    *typeface.Set
	layouter *ui.Layouter
	painter  *paint.Painter
	renderer renderer
	page     page

	begun   time.Time
	view    host.View // in enlarged pixels
	zoom    float64   // how many CSS pixels one of those is
	show    Show
	screen  string     // id of the tree's root
	tree    *ui.Node   // the program's last
	layout  *ui.Layout // of the tree
	shown   *ui.Layout // with what is dragged and moves
	pointer ui.Pointer
	motion  ui.Motion
	focus   ui.Focus
	taps    taps

	changed  bool // the tree must be made anew
	moved    bool // the layout must be
	repaint  bool
	canceled bool   // a touch was taken away since the last update
	take     string // the node to focus in the page
	from     string // the node that was pressed by pointer or shortcut
	frames   int
	// The screen that the last frame was drawn on. The engine makes another one
	// for another size.
	screenDrawn *ebiten.Image
	failed      error
}

func newGame(p Program, o Options) *game {
	return &game{
		program: p, options: o, faces: o.Faces, layouter: ui.NewLayouter(o.Faces), painter: paint.New(o.Faces),
		begun: time.Now(), changed: true,
	}
}

func (g *game) now() time.Duration { return time.Since(g.begun) }

// letGo is called by the host when the system takes a touch away.
func (g *game) letGo() { g.canceled = true }

// LayoutF implements [ebiten.LayoutFer]: a picture as large as the window's
// device pixels.
func (g *game) LayoutF(width, height float64) (float64, float64) {
	v := host.Viewport(width, height)
	w, h := v.Pixels()
	zoom := ui.Enlarge(v.Width, v.Height)
	if v = enlarged(v, zoom); v != g.view && !g.page.isPlain() {
		g.view, g.zoom, g.changed = v, zoom, true
	}
	return float64(w), float64(h)
}

// enlarged is a view in which everything is shown larger.
func enlarged(v host.View, zoom float64) host.View {
	in := v.Insets
	return host.View{
		Width: v.Width / zoom, Height: v.Height / zoom, Scale: v.Scale * zoom,
		Insets: host.Insets{Top: in.Top / zoom, Right: in.Right / zoom, Bottom: in.Bottom / zoom, Left: in.Left / zoom},
	}
}

// Layout implements [ebiten.Game]; LayoutF is called in its place.
func (g *game) Layout(width, height int) (int, int) { return width, height }

// Update implements [ebiten.Game].
func (g *game) Update() error {
	if g.view.Width < 1 || g.view.Height < 1 || g.page.isPlain() {
		return nil
	}
	if g.layout == nil {
		g.renew()
	}
	if g.canceled {
		g.canceled = false
		g.pointer.Cancel()
		g.moved = true
	}
	g.input()
	if g.program.Poll() || g.page.changed() {
		g.changed = true
	}
	if g.pointer.Active() {
		moved := g.pointer.Moves() // what comes to rest now is to be seen there
		g.pointer.Tick(g.layout, g.now())
		g.moved = g.moved || moved || g.pointer.Moves()
	}
	g.renew()
	g.page.turn(g)
	g.stayAwake()
	if g.failed != nil || g.options.Shot != "" && g.frames > 3 {
		return ebiten.Termination
	}
	return nil
}

// renew brings tree, layout and mirror up to date.
func (g *game) renew() {
	switch {
	case g.changed:
		g.make()
	case g.moved && g.scrolled():
		g.lay()
	case g.moved || g.motion.Moving():
		// What is dragged or glides is shown elsewhere, and everything has its
		// place still: nothing that the page has to know of.
		g.arrange()
		g.moved, g.repaint = false, true
		return
	default:
		return
	}
	g.changed, g.moved, g.repaint = false, false, true
	if err := g.page.sync(g); err != nil {
		g.program.Failed(err)
	}
}

// scrolled tells whether a region is scrolled otherwise than it is laid out.
func (g *game) scrolled() bool {
	for id, y := range g.pointer.Scroll {
		if shown, ok := g.layout.Scroll[id]; ok && shown != y {
			return true
		}
	}
	return false
}

// make asks the program for a new tree.
func (g *game) make() {
	g.show = g.program.Show()
	if g.show.Switch != "" {
		g.page.wanted = g.show.Switch
	}
	g.pointer.Still = g.show.Still || g.page.preferences().ReducedMotion && !g.show.Moving
	g.motion.Still = g.pointer.Still
	g.tree = g.program.View(g.viewport())
	if g.tree.ID != g.screen {
		g.screen = g.tree.ID
		g.pointer.Cancel()
		g.pointer.Scroll = nil
	}
	g.lay()
	if !inPage {
		ebiten.SetWindowTitle(g.title())
		g.focus.Follow(g.layout)
	}
	if g.show.Focus != "" {
		g.focusOn(g.show.Focus)
	}
}

// focusOn gives the focus to a node and scrolls so that reading begins at it.
func (g *game) focusOn(id string) {
	if g.layout.Find(id) == nil {
		return
	}
	g.focus.ID, g.take = id, id
	if moves := g.layout.Begin(id); len(moves) > 0 {
		g.pointer.ScrollTo(moves)
		g.lay()
	}
}

func (g *game) viewport() ui.Viewport {
	in := g.view.Insets
	text := max(1, g.show.Text) * max(1, g.page.preferences().Text)
	return ui.Viewport{
		Width: g.view.Width, Height: g.view.Height, Text: min(2, text),
		Insets: ui.Edges{Top: in.Top, Right: in.Right, Bottom: in.Bottom, Left: in.Left},
	}
}

func (g *game) lay() {
	g.layout = g.layouter.Lay(g.tree, g.viewport(), g.pointer.Scroll)
	g.pointer.Rest(g.layout)
	g.arrange()
}

// arrange brings what moves to where it is now.
func (g *game) arrange() {
	g.shown = g.motion.Arrange(g.pointer.Arrange(g.layout), g.now())
}

// send hands messages to the program.
func (g *game) send(msgs []ui.Msg) {
	for _, m := range msgs {
		if link, ok := m.(ui.Follow); ok {
			if err := host.OpenLink(link.Href); err != nil {
				g.program.Failed(err)
				g.changed = true
			}
			continue
		}
		g.program.Update(m)
		g.changed = true
	}
}

// title is the page's title: the screen's name and the program's.
func (g *game) title() string {
	switch name := g.tree.Name; {
	case name == "" || name == g.options.Title:
		return g.options.Title
	case g.options.Title == "":
		return name
	default:
		return name + " · " + g.options.Title
	}
}

// palette is the colours to paint with.
func (g *game) palette() *style.Palette {
	p := g.page.preferences()
	return g.faces.Theme().Palette(g.show.Theme, style.Preference{Dark: p.Dark, MoreContrast: p.MoreContrast || p.ForcedColors})
}

// Draw implements [ebiten.Game]. What was drawn last stays on the screen, so
// that there is nothing to do most of the time.
func (g *game) Draw(screen *ebiten.Image) {
	if g.layout == nil || g.page.isPlain() {
		return
	}
	g.frames++
	if !g.repaint && g.options.Shot == "" {
		return
	}
	g.repaint = false
	focus := ""
	if g.focus.Ring {
		focus = g.focus.ID
	}
	frame := g.painter.Paint(paint.Scene{
		Layout: g.shown, Palette: g.palette(), Scale: g.view.Scale,
		Hover: g.pointer.Hover, Pressed: g.pointer.Pressed, Focus: focus,
		Over: g.screenDrawn == screen,
	})
	g.screenDrawn = screen
	g.renderer.draw(screen, frame)
	g.page.drawn()
	if g.options.Shot != "" && g.frames == 3 {
		g.failed = save(screen, g.options.Shot)
	}
}
