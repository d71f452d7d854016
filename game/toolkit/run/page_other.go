//go:build !js

package run

import (
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"time"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/inpututil"

	"holdtheline/game/toolkit/drive"
	"holdtheline/game/toolkit/host"
	"holdtheline/game/toolkit/ui"
)

// inPage tells whether the program runs in a browser's page.
const inPage = false

// wheelStep is how far one unit of the mouse wheel scrolls, in CSS pixels: a
// notch is one unit.
const wheelStep = 80

// A page stands in for the browser's page, which a desktop doesn't have.
type page struct {
	prefs    host.Preferences
	repeatAt time.Time // when a held key is repeated next
	quiet    int       // frames since something last moved
	title    string    // of the window
	drops    func(x, y float64)
}

func (p *page) attach() error {
	p.prefs = host.CurrentPreferences()
	return nil
}

// sync sets the window's title.
func (p *page) sync(g *game) error {
	g.driver.TakeFocus()
	if title := g.title(); title != p.title {
		p.title = title
		ebiten.SetWindowTitle(title)
	}
	return nil
}

func (p *page) isPlain() bool                 { return false }
func (p *page) turn(g *game)                  { g.driver.TakeView() } // there is no choice here
func (p *page) watch(*game) error             { return nil }
func (p *page) changed() bool                 { return false }
func (p *page) poke()                         {}
func (p *page) stir()                         {}
func (p *page) drawn()                        {}
func (p *page) preferences() host.Preferences { return p.prefs }

// takeDrops has files taken that are dropped on the window: events looks for them.
func (p *page) takeDrops(g *game) (err error) {
	if g.options.Drops == nil {
		return nil
	}
	p.drops, err = g.options.Drops(func(files ui.Files, x, y float64, _ string) {
		g.handle(drive.Event{Kind: drive.TakeFiles, X: x, Y: y, Files: files})
	})
	return err
}

// events looks for files that were dropped on the window.
func (p *page) events(g *game) {
	if p.drops != nil {
		p.drops(g.css(ebiten.CursorPositionF()))
	}
}

// plainFirst returns an error if the plain page is wanted, which a desktop
// doesn't have.
func (g *game) plainFirst() error {
	if !g.options.Plain {
		return nil
	}
	return errors.New("run: the plain page needs a browser; leave the plain view out")
}

var keyNames = map[ebiten.Key]ui.Key{
	ebiten.KeyTab: ui.Tab, ebiten.KeyEnter: ui.Enter, ebiten.KeyNumpadEnter: ui.Enter, ebiten.KeySpace: ui.Space,
	ebiten.KeyEscape: ui.Escape, ebiten.KeyUp: ui.Up, ebiten.KeyDown: ui.Down, ebiten.KeyLeft: ui.Left,
	ebiten.KeyRight: ui.Right, ebiten.KeyPageUp: ui.PageUp, ebiten.KeyPageDown: ui.PageDown,
	ebiten.KeyHome: ui.Home, ebiten.KeyEnd: ui.Last,
}

// When a held key is repeated.
const (
	repeatAfter = 400 * time.Millisecond
	repeatEvery = 70 * time.Millisecond
)

// keys handles the keys pressed since the last update, and repeats held ones
// that move or scroll.
func (g *game) keys() {
	for _, key := range inpututil.AppendJustPressedKeys(nil) {
		if k, ok := keyNames[key]; ok && !ebiten.IsKeyPressed(ebiten.KeyControl) && !ebiten.IsKeyPressed(ebiten.KeyAlt) {
			g.page.repeatAt = time.Now().Add(repeatAfter)
			g.handle(drive.Event{Kind: drive.Key, Key: shifted(k)})
		}
	}
	if !ebiten.IsKeyPressed(ebiten.KeyControl) && !ebiten.IsKeyPressed(ebiten.KeyAlt) && !ebiten.IsKeyPressed(ebiten.KeyMeta) {
		if inpututil.IsKeyJustPressed(ebiten.KeyBackspace) {
			g.handle(drive.Event{Kind: drive.Typed, Typed: "Backspace"})
		}
		for _, r := range ebiten.AppendInputChars(nil) {
			g.handle(drive.Event{Kind: drive.Typed, Typed: string(r)})
		}
	}
	if k := held(); k != ui.NoKey && time.Now().After(g.page.repeatAt) {
		g.page.repeatAt = time.Now().Add(repeatEvery)
		g.handle(drive.Event{Kind: drive.Key, Key: shifted(k)})
	}
}

func shifted(k ui.Key) ui.Key {
	if k == ui.Tab && ebiten.IsKeyPressed(ebiten.KeyShift) {
		return ui.BackTab
	}
	return k
}

// held is the key that is held down and may be repeated, or NoKey.
func held() ui.Key {
	for key, k := range keyNames {
		if k != ui.Enter && k != ui.Space && k != ui.Escape && ebiten.IsKeyPressed(key) {
			return k
		}
	}
	return ui.NoKey
}

// save writes what is on the screen to a PNG file.
func save(screen *ebiten.Image, file string) error {
	img := image.NewRGBA(screen.Bounds())
	screen.ReadPixels(img.Pix)
	out, err := os.Create(file)
	if err != nil {
		return fmt.Errorf("run: %w; choose a file in a folder that exists", err)
	}
	if err := errors.Join(png.Encode(out, img), out.Close()); err != nil {
		return fmt.Errorf("run: writing %s: %w", file, err)
	}
	return nil
}

// css converts a position on Ebitengine's screen image to CSS pixels.
func (g *game) css(x, y float64) (float64, float64) { return x / g.view.Scale, y / g.view.Scale }
