package drive

import (
	"time"

	"holdtheline/game/toolkit/paint"
	"holdtheline/game/toolkit/style"
	"holdtheline/game/toolkit/ui"
)

// A Driver runs a program. Its owner calls [Driver.Handle] for every event and
// [Driver.Frame] for every frame, and paints and mirrors what has changed.
type Driver struct {
	// Open is called with the address of a pressed link; nil ignores links.
	Open func(href string)
	// Record, if not nil, is called with every event but dropped files.
	Record func(Event)

	program  Program
	layouter *ui.Layouter

	now           time.Duration
	view          ui.Viewport // Text is the system's scale alone
	reducedMotion bool        // the system wants no motion
	presentation  Presentation
	wanted        View
	tree          *ui.Node   // the program's last
	layout        *ui.Layout // of the tree
	shown         *ui.Layout // with dragging and motion applied
	pointer       ui.Pointer
	motion        ui.Motion
	focus         ui.Focus
	take          string // the node for the page to focus

	changed bool // the tree must be rebuilt
	moved   bool // the layout must be
	repaint bool // another node is hovered, pressed or has the focus
}

// New returns a driver that lays the program out with a measurer, in its theme.
// Nothing is shown until the first [Resize].
func New(p Program, m ui.Measurer) *Driver {
	return &Driver{program: p, layouter: ui.NewLayouter(m), changed: true, view: ui.Viewport{Text: 1}}
}

// Change is how much has changed in a frame.
type Change int8

// The changes, from the least to the greatest. All but NoChange need painting;
// LayoutChange and TreeChange also need the mirror updated.
const (
	NoChange     Change = iota
	PaintChange         // something is dragged or glides, or hover, press or focus changed
	LayoutChange        // something was scrolled
	TreeChange          // the program made a new tree
)

// Handle handles an event. Its effect shows after the next Frame or Refresh;
// several events may come in between. Before the first frame only Resize and
// Prefer have an effect.
func (d *Driver) Handle(e Event) {
	if d.Record != nil && e.Kind != TakeFiles { // the files are nobody else's business
		d.Record(e)
	}
	d.now = max(d.now, e.At)
	switch e.Kind {
	case Resize:
		vp := ui.Viewport{Width: e.Width, Height: e.Height, Text: d.view.Text, Insets: e.Insets}
		d.changed = d.changed || vp != d.view
		d.view = vp
		return
	case Prefer:
		d.view.Text, d.reducedMotion, d.changed = max(1, e.Text), e.ReducedMotion, true
		return
	}
	if d.layout == nil {
		return
	}
	switch e.Kind {
	case Down, Move, Up, Cancel, Wheel:
		d.point(e)
	case Key:
		d.press(e.Key)
	case Typed:
		d.typed(e.Typed)
	case TakeFiles:
		d.takeFiles(e)
	case Press:
		if q := d.layout.Find(e.Node); q != nil && q.Node.Pressable() {
			d.focus.ID, d.focus.Ring = e.Node, true
			d.send(q.Node.Message())
		}
	case Focus:
		d.focus.ID, d.focus.Ring, d.repaint = e.Node, true, true
		d.reveal()
	case Blur:
		d.focus.ID, d.focus.Ring, d.repaint = "", false, true
	}
}

// point handles a mouse or touch event.
func (d *Driver) point(e Event) {
	before := [2]string{d.pointer.Hover, d.pointer.Pressed}
	dragged, _ := d.pointer.Dragging()
	msgs := d.pointer.Handle(d.layout, ui.PointerEvent{Kind: pointerKinds[e.Kind], X: e.X, Y: e.Y, Wheel: e.Wheel, Touch: e.Touch, At: e.At})
	if [2]string{d.pointer.Hover, d.pointer.Pressed} != before || e.Kind == Down && d.focus.Ring {
		d.repaint = true
	}
	if e.Kind == Down {
		d.focus.Ring = false
	}
	if len(msgs) > 0 {
		hit := d.layout.At(e.X, e.Y)
		if dragged != "" {
			hit = d.layout.ControlIn(dragged) // the item is no longer at its old position
		}
		if hit != nil {
			d.focus.ID, d.take = hit.Node.ID, hit.Node.ID
		}
		d.send(msgs...)
		return
	}
	if e.Kind == Wheel || e.Kind == Cancel || d.pointer.Animating() || e.Kind == Move && d.pointer.Scrolling() {
		d.moved = true
	}
}

// takeFiles hands files to the node that they were dropped on.
func (d *Driver) takeFiles(e Event) {
	on := d.layout.TakerAt(e.X, e.Y)
	if e.Node != "" {
		on = d.layout.TakerOn(e.Node)
	}
	if on != nil {
		d.send(on.Node.TakeFiles(e.Files))
	}
}

// typed handles a letter, digit or sign that may be a node's shortcut.
func (d *Driver) typed(key string) {
	if _, dragging := d.pointer.Dragging(); dragging {
		return
	}
	if msgs, used := d.focus.Shortcut(d.layout, key); used {
		d.taken(msgs)
	}
}

// taken carries out what a key has pressed, and shows the control.
func (d *Driver) taken(msgs []ui.Msg) {
	d.take, d.repaint = d.focus.ID, true
	d.reveal()
	d.send(msgs...)
}

// press handles a key.
func (d *Driver) press(k ui.Key) {
	if k == ui.Escape && d.pointer.Held() {
		d.letGo()
		return
	}
	if msgs, used := d.focus.Own(d.layout, k); used {
		d.taken(msgs)
		return
	}
	msgs, scroll, used := d.focus.Press(d.layout, k)
	if scroll != nil {
		d.scrollTo(scroll)
	}
	d.send(msgs...)
	d.repaint = d.repaint || used
	if used && (k == ui.Tab || k == ui.BackTab) {
		d.take = d.focus.ID
	}
}

// letGo cancels what the pointer does.
func (d *Driver) letGo() {
	d.pointer.Cancel()
	d.moved = true
}

// send hands messages to the program.
func (d *Driver) send(msgs ...ui.Msg) {
	for _, m := range msgs {
		if link, ok := m.(ui.Follow); ok {
			if d.Open != nil {
				d.Open(link.Href)
			}
			continue
		}
		d.program.Update(m)
		d.changed = true
	}
}

// Frame advances the time, polls the program, and brings tree and layout up to
// date. While something is dragged the program isn't polled: what changes by itself
// would take the card out of the player's hand.
func (d *Driver) Frame(now time.Duration) Change {
	d.now = max(d.now, now)
	if d.Dragging() == "" && d.program.Poll() {
		d.changed = true
	}
	if d.layout != nil && d.pointer.Active() {
		moved := d.pointer.Animating() // the last position must be shown, too
		d.pointer.Tick(d.layout, d.now)
		d.moved = d.moved || moved || d.pointer.Animating()
	}
	return d.Refresh()
}

// Refresh brings tree and layout up to date with the events handled, without
// advancing the time.
func (d *Driver) Refresh() Change {
	change := NoChange
	switch {
	case d.view.Width < 1 || d.view.Height < 1:
		return NoChange // nothing to be seen in
	case d.changed || d.layout == nil:
		d.make()
		change = TreeChange
	case d.moved && d.scrolled():
		d.lay()
		change = LayoutChange
	case d.moved || d.motion.Animating():
		// Only what is dragged or glides is drawn elsewhere. The layout is the
		// same, so the page needn't be updated.
		d.arrange()
		change = PaintChange
	case d.repaint:
		change = PaintChange
	}
	d.changed, d.moved, d.repaint = false, false, false
	return change
}

// Invalidate has the tree rebuilt at the next Frame or Refresh.
func (d *Driver) Invalidate() { d.changed = true }

// scrolled tells whether a scroll offset differs from the layout's.
func (d *Driver) scrolled() bool {
	for id, y := range d.pointer.Scroll {
		if shown, ok := d.layout.Scroll[id]; ok && shown != y {
			return true
		}
	}
	return false
}

// make asks the program for a new tree.
func (d *Driver) make() {
	d.presentation = d.program.Presentation()
	if d.presentation.Switch != "" {
		d.wanted = d.presentation.Switch
	}
	d.pointer.ReducedMotion = d.presentation.ReducedMotion || d.reducedMotion && !d.presentation.FullMotion
	d.motion.ReducedMotion = d.pointer.ReducedMotion
	before := d.layout
	d.tree = d.program.View(d.Viewport())
	if before == nil || before.Root.Node.ID != d.tree.ID {
		d.pointer.Cancel()
		d.pointer.Scroll = nil
	}
	d.lay()
	d.refocus(before, d.presentation.Focus)
}

// refocus moves the focus for the new layout, and scrolls to it.
func (d *Driver) refocus(before *ui.Layout, wish string) {
	was := d.focus
	d.focus = ui.NextFocus(before, d.layout, was, wish)
	if d.focus.ID != was.ID || wish != "" {
		d.take = d.focus.ID
	}
	switch {
	case wish != "" && d.focus.ID == wish:
		// Reading begins at it.
		if moves := d.layout.Begin(wish); len(moves) > 0 {
			d.pointer.ScrollTo(moves)
			d.lay()
		}
	case (d.focus.ID != was.ID || d.focusMoved(before)) && d.FocusRing() != "":
		if moves := d.layout.ScrollTo(d.focus.ID); moves != nil {
			d.pointer.ScrollTo(moves)
			d.lay()
		}
	}
}

// focusMoved tells whether the control that has the focus was elsewhere before.
func (d *Driver) focusMoved(before *ui.Layout) bool {
	if before == nil {
		return false
	}
	was, is := before.Find(d.focus.ID), d.layout.Find(d.focus.ID)
	return was != nil && is != nil && was.Rect() != is.Rect()
}

// reveal scrolls to a control that has the focus.
func (d *Driver) reveal() {
	if d.FocusRing() == "" {
		return
	}
	if moves := d.layout.ScrollTo(d.focus.ID); moves != nil {
		d.scrollTo(moves)
	}
}

func (d *Driver) scrollTo(moves map[string]float64) {
	d.pointer.ScrollTo(moves)
	d.moved = true
}

func (d *Driver) lay() {
	d.layout = d.layouter.Lay(d.tree, d.Viewport(), d.pointer.Scroll)
	d.pointer.UpdateHover(d.layout)
	d.arrange()
}

// arrange applies dragging and motion to the layout.
func (d *Driver) arrange() {
	d.shown = d.motion.Arrange(d.pointer.Arrange(d.layout), d.now)
}

// Viewport is the viewport of the tree, with the system's and the player's text
// scales combined.
func (d *Driver) Viewport() ui.Viewport {
	vp := d.view
	vp.Text = max(min(2, vp.Text*max(1, d.presentation.Text)), d.presentation.Stage.Scale(vp.Width, vp.Height))
	return vp
}

// PageText is the text scale that the plain page adds to the system's.
func (d *Driver) PageText() float64 {
	return max(1, d.presentation.Text, d.presentation.Stage.Scale(d.view.Width, d.view.Height)/d.view.Text)
}

// Layout is the tree with everything in its final position, or nil before the
// first frame.
func (d *Driver) Layout() *ui.Layout { return d.layout }

// Shown is the layout to paint, with dragging and motion applied.
func (d *Driver) Shown() *ui.Layout { return d.shown }

// Presentation is what the program's Presentation returned when the tree was
// last built.
func (d *Driver) Presentation() Presentation { return d.presentation }

// Focused is the id of the node that has the focus, or empty.
func (d *Driver) Focused() string { return d.focus.ID }

// FocusRing is the id of the control that has the focus ring, or empty.
func (d *Driver) FocusRing() string {
	if p := d.layout.Find(d.focus.ID); !d.focus.Ring || p == nil || !p.Node.Pressable() {
		return ""
	}
	return d.focus.ID
}

// Dragging is the id of the item that is being dragged, or empty.
func (d *Driver) Dragging() string {
	if item, ok := d.pointer.Dragging(); ok {
		return item
	}
	return ""
}

// TakeFocus returns the node for the page to focus, or empty, and clears it.
func (d *Driver) TakeFocus() string {
	id := d.take
	d.take = ""
	return id
}

// TakeView returns the view that the program wants to switch to, or empty, and
// clears it.
func (d *Driver) TakeView() View {
	v := d.wanted
	d.wanted = ""
	return v
}

// NeedsFrames tells whether more frames are needed without input: something moves,
// waits for a long press, or hasn't been brought up to date.
func (d *Driver) NeedsFrames() bool {
	return d.pointer.Active() || d.motion.Animating() || d.changed || d.moved
}

// Scene is what to paint; scale is device pixels per CSS pixel.
func (d *Driver) Scene(palette *style.Palette, scale float64) paint.Scene {
	return paint.Scene{
		Layout: d.shown, Palette: palette, Scale: scale,
		Hover: d.pointer.Hover, Pressed: d.pointer.Pressed, Focus: d.FocusRing(),
	}
}

// Scroll is a region's scroll offset, in CSS pixels.
func (d *Driver) Scroll(id string) float64 { return d.layout.Scroll[id] }
