package mirror

import (
	"errors"
	"fmt"
	"slices"
	"syscall/js"

	"holdtheline/game/toolkit/style"
	"holdtheline/game/toolkit/ui"
)

// A DOM is the mirror on the page: the element with the ID mirror.
type DOM struct {
	page    js.Value
	shown   *Element
	about   about
	speaker Announcer
	focused string // the node that has the focus, according to events
	stale   bool   // the browser has changed an input itself

	typefaces bool // the page has the theme's typefaces
}

// about is what the page has been sent besides its elements.
type about struct {
	screen, title, theme string
	text, zoom           float64
}

// Attach connects to the page's mirror and calls on for what the player does
// there. It runs inside the browser's event and must not block. The program is
// woken before the next frame either way.
func Attach(on func(Event)) (*DOM, error) {
	page := js.Global().Get("toolkitHost")
	if !page.Truthy() || !page.Get("mirror").Truthy() {
		return nil, errors.New("mirror: the page's script has not run; open the program through the index.html that the site build writes")
	}
	d := &DOM{page: page.Get("mirror")}
	listener := js.FuncOf(func(_ js.Value, args []js.Value) any {
		e := Event{
			Kind: Kind(args[0].String()), Node: args[1].String(), Key: args[2].String(),
		}
		switch e.Kind {
		case Press:
			d.stale = true
		case Focus:
			d.focused = e.Node
		case Blur:
			d.focused = ""
		}
		on(e)
		return nil
	})
	if err := d.call("attach", listener); err != nil {
		return nil, err
	}
	return d, nil
}

// Sync updates the page's mirror to the screen, moves the focus as the options
// say, and announces a changed status.
func (d *DOM) Sync(layout *ui.Layout, o Options) error {
	next := From(layout)
	theme, text := "", 1.0
	if o.Plain != nil {
		next = Page(layout)
		theme, text = o.Plain.Theme, o.Plain.Text
	}
	focus := o.Focus
	announce := d.speaker.Next(layout, next.Find(keyOf(layout, focus)))
	patches := Diff(d.shown, next, d.focused)
	now := about{layout.Root.Node.ID, o.Title, theme, text, o.Zoom}
	if len(patches) == 0 && focus == "" && announce == "" && now == d.about && !d.stale {
		return nil
	}
	if !d.typefaces && slices.ContainsFunc(patches, func(p Patch) bool { return p.Op == Draw }) {
		d.typefaces = true
		if err := d.addTypefaces(layout.Measurer.Theme()); err != nil {
			return err
		}
	}
	c := change{patches, layout.Root.Node.ID, o.Title, keyOf(layout, focus), announce, o.Plain != nil, theme, text, o.Zoom}
	if err := d.call("apply", string(c.encode())); err != nil {
		return err
	}
	d.shown, d.about, d.stale = next, now, false
	if focus != "" {
		d.focused = focus // its event comes later
	}
	return nil
}

// keyOf is the key of a node's element.
func keyOf(l *ui.Layout, node string) string {
	if node != "" && node == l.Root.Node.ID {
		return rootKey
	}
	return node
}

// addTypefaces adds the theme's typefaces to the page, under the names in its
// style sheet. Only drawings need them.
func (d *DOM) addTypefaces(theme *style.Theme) error {
	for _, face := range theme.Faces {
		if err := errors.Join(d.addTypeface(face.Family, "400", face.Regular), d.addTypeface(face.Family, "600", face.Bold)); err != nil {
			return err
		}
	}
	return nil
}

func (d *DOM) addTypeface(family, weight string, data []byte) error {
	bytes := js.Global().Get("Uint8Array").New(len(data))
	js.CopyBytesToJS(bytes, data)
	return d.call("addTypeface", family, weight, bytes)
}

// call calls a function of mirror.js. What it throws is returned as an error.
func (d *DOM) call(name string, args ...any) (err error) {
	defer func() {
		switch thrown := recover().(type) {
		case nil:
		case js.Error:
			err = fmt.Errorf("mirror: %s: %s", name, thrown.Get("message").String())
		default:
			panic(thrown)
		}
	}()
	d.page.Call(name, args...)
	return nil
}
