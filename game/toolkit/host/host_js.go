package host

import (
	"errors"
	"fmt"
	"image"
	"strings"
	"syscall/js"
	"time"
)

// page is the half of this package that host.js has put on the page.
var page = js.Global().Get("holdTheLine")

var errNoPage = errors.New("host: the page's script has not run; open the game through the index.html that the site build writes")

// call calls a function of the page's half. What it throws comes back as an
// error.
func call(name string, args ...any) (result js.Value, err error) {
	if !page.Truthy() {
		return js.Undefined(), errNoPage
	}
	defer func() {
		switch thrown := recover().(type) {
		case nil:
		case js.Error:
			err = fmt.Errorf("host: %s: %s", name, thrown.Get("message").String())
		default:
			panic(thrown)
		}
	}()
	return page.Call(name, args...), nil
}

// Prepare mends what Ebitengine does to the page: its canvas takes no focus and
// no keys, follows the device's pixel ratio, lets the browser zoom and doesn't
// lose a drag. Call it once, before ebiten.RunGame, whose options must have
// DisableHiDPI and InitUnfocused set. The canceled function is called when the
// system takes a touch or the mouse away (a notification, a second finger, a
// pen): what was being pressed or dragged must then be let go of without any
// effect. It runs before Ebitengine sees the end of the touch.
func Prepare(canceled func()) error {
	_, err := call("prepare", js.FuncOf(func(js.Value, []js.Value) any {
		canceled()
		return nil
	}))
	return err
}

// OnLost calls lost when the browser takes the canvas's drawing context away:
// a driver that crashed, a device that slept, too many pages that draw. From
// then on nothing can be drawn; show the plain page. Call it after Prepare.
func OnLost(lost func()) error {
	_, err := call("onLost", js.FuncOf(func(js.Value, []js.Value) any {
		lost()
		return nil
	}))
	return err
}

// SetPlain tells the page that it shows the plain page and not the canvas, or
// the canvas again: while it does, no frame comes. Changes of the window's size
// are told like those of preferences then.
func SetPlain(on bool) error {
	_, err := call("setPlain", on)
	return err
}

// Reload loads the page again, in the given view.
func Reload(view string) error {
	_, err := call("reload", view)
	return err
}

// Wake lets the next few frames through. The reason is counted by host.js, to
// see why a page that should rest doesn't. Input, a change of size or of
// preferences, and what happens in the mirror wake the program by themselves.
func Wake(reason string) {
	if page.Truthy() {
		page.Call("wake", reason)
	}
}

// Animate lets every frame through until the given time and one or two beyond,
// so that the last state of what moves is drawn as well.
func Animate(until time.Time) {
	if left := time.Until(until); left > 0 && page.Truthy() {
		page.Call("animate", float64(left)/float64(time.Millisecond))
	}
}

// view is the last one read, and viewVersion the count by which host.js tells
// that its ratio or insets have changed since.
var (
	view        View
	viewVersion = -1
)

// Viewport returns what there is to draw on, from the outside size that
// Ebitengine gives to Layout, which in a browser with DisableHiDPI is in CSS
// pixels too. It is cheap enough to be asked for every frame.
func Viewport(outsideWidth, outsideHeight float64) View {
	if !page.Truthy() {
		return View{Width: outsideWidth, Height: outsideHeight, Scale: 1}
	}
	if version := page.Get("viewVersion").Int(); version != viewVersion {
		v := page.Get("view")
		number := func(i int) float64 { return v.Index(i).Float() }
		view = View{
			Scale:  number(0),
			Insets: Insets{Top: number(1), Right: number(2), Bottom: number(3), Left: number(4)},
		}
		viewVersion = version
	}
	view.Width, view.Height = outsideWidth, outsideHeight
	return view
}

// Link returns the keys and values after the question mark of the page's
// address. Of a key that stands there twice the first value counts.
func Link() map[string]string {
	pairs, err := call("link")
	if err != nil {
		return nil
	}
	link := make(map[string]string, pairs.Length())
	for i := range pairs.Length() {
		pair := pairs.Index(i)
		if key := pair.Index(0).String(); key != "" {
			if _, twice := link[key]; !twice {
				link[key] = pair.Index(1).String()
			}
		}
	}
	return link
}

// CurrentPreferences returns what the player has asked of their browser.
func CurrentPreferences() Preferences {
	p, err := call("preferences")
	if err != nil {
		return Preferences{Text: 1}
	}
	list := p.Get("languages")
	languages := make([]string, list.Length())
	for i := range languages {
		languages[i] = list.Index(i).String()
	}
	return Preferences{
		ReducedMotion: p.Get("reducedMotion").Bool(),
		MoreContrast:  p.Get("moreContrast").Bool(),
		ForcedColors:  p.Get("forcedColors").Bool(),
		Dark:          p.Get("dark").Bool(),
		Text:          p.Get("text").Float(),
		Languages:     languages,
	}
}

// OnPreferences has changed called whenever the player changes one of their
// preferences, and wakes the program.
func OnPreferences(changed func(Preferences)) error {
	_, err := call("onPreferences", js.FuncOf(func(js.Value, []js.Value) any {
		changed(CurrentPreferences())
		return nil
	}))
	return err
}

// renewal is a new version of the game that the program hasn't been told of.
var renewal *Renewal

// TakeRenewal returns the new version of the game that has arrived since it was
// last asked, or nil.
func TakeRenewal() *Renewal {
	r := renewal
	renewal = nil
	return r
}

// OnRenewal has arrived called when a new version of the game lies on the device
// and waits to be used, and wakes the program.
func OnRenewal(arrived func()) error {
	_, err := call("onRenewal", js.FuncOf(func(_ js.Value, args []js.Value) any {
		renewal = &Renewal{}
		for i := range args[0].Length() {
			renewal.Cases = append(renewal.Cases, args[0].Index(i).String())
		}
		arrived()
		return nil
	}))
	return err
}

// Renew loads the page again with the new version. What isn't saved is gone.
func Renew() error {
	_, err := call("renew")
	return err
}

// SetLanguage tells the browser, and so screen readers, the language of what
// the program shows, as a BCP 47 tag.
func SetLanguage(tag string) {
	js.Global().Get("document").Get("documentElement").Set("lang", tag)
}

// CanPlay tells whether sounds can be played here.
func CanPlay() bool { return page.Truthy() && page.Get("canPlay").Bool() }

// Play plays a sound: stamp, card, tick or bell. A sound that can't be played,
// such as one before the player has touched the page, is left out.
func Play(sound string) error {
	_, err := call("play", sound)
	return err
}

// Debug lets scripts of the page ask what the program is doing, by calling
// holdTheLine.debug().
func Debug(numbers func() map[string]any) {
	if page.Truthy() {
		page.Set("debug", js.FuncOf(func(js.Value, []js.Value) any { return numbers() }))
	}
}

// SaveFile hands the player a file. Where it goes is decided by the browser, so
// the place is empty.
func SaveFile(name, mime string, data []byte) (place string, err error) {
	bytes := js.Global().Get("Uint8Array").New(len(data))
	js.CopyBytesToJS(bytes, data)
	_, err = call("saveFile", fileName(name), mime, bytes)
	return "", err
}

// Address is the whole address of a file that lies beside the page.
func Address(name string) string {
	address, err := call("address", name)
	if err != nil {
		return ""
	}
	return address.String()
}

// SavePicture hands the player a picture as a PNG file. The browser encodes it:
// this program has no encoder of its own to be downloaded.
func SavePicture(name string, img *image.RGBA) (place string, err error) {
	_, err = call("savePicture", fileName(name), pixels(img), img.Rect.Dx(), img.Rect.Dy())
	return "", err
}

// CanDraw tells whether the browser has something to draw with, and lets it.
func CanDraw() bool {
	can, err := call("canDraw")
	return err == nil && can.Truthy()
}

// CanShare tells whether the device offers to share pictures with other
// programs.
func CanShare() bool {
	can, err := call("canShare")
	return err == nil && can.Truthy()
}

// SharePicture has the device ask with whom to share a picture. One that can't
// be shared after all is saved.
func SharePicture(name, title string, img *image.RGBA) error {
	_, err := call("sharePicture", fileName(name), pixels(img), img.Rect.Dx(), img.Rect.Dy(), title)
	return err
}

// pixels are a picture's pixels on the page. Pictures are opaque, so that it
// makes no difference that they are premultiplied here and not there.
func pixels(img *image.RGBA) js.Value {
	bytes := js.Global().Get("Uint8ClampedArray").New(len(img.Pix))
	js.CopyBytesToJS(bytes, img.Pix)
	return bytes
}

// Print opens the browser's print dialogue on what the mirror holds.
func Print() error {
	_, err := call("print")
	return err
}

// OpenLink opens a web address in a new tab, which learns nothing of the page
// it comes from.
func OpenLink(address string) error {
	if err := checkLink(address); err != nil {
		return err
	}
	_, err := call("openLink", address)
	return err
}

// Ready tells the page that the first frame has been drawn: the briefing that
// the page itself showed so far makes way.
func Ready() error {
	_, err := call("ready")
	return err
}

// Failed has the page say that the program can't go on, and offer to load it
// again. Call it before main returns; a panic is noticed without it.
func Failed(why error) {
	text := strings.TrimSpace(why.Error())
	if _, err := call("failed", text); err != nil {
		js.Global().Get("console").Call("error", text)
	}
}
