package host

import (
	"errors"
	"fmt"
	"image"
	"strings"
	"syscall/js"
	"time"

	"holdtheline/game/toolkit/ui"
)

// page is the object of host.js.
var page = js.Global().Get("toolkitHost")

var errNoPage = errors.New("host: the page's script has not run; open the program through the index.html that the site build writes")

// call calls a function of host.js. What it throws is returned as an error.
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

// Prepare adapts Ebitengine's page: the canvas takes no focus and no keys,
// follows the device's pixel ratio, lets the browser zoom and doesn't lose a
// drag. Call it once, before ebiten.RunGame, whose options must have
// DisableHiDPI and InitUnfocused set. The canceled function is called on
// pointercancel (a notification, a second finger, a pen): cancel any press or
// drag then. It runs before Ebitengine sees the end of the touch.
func Prepare(canceled func()) error {
	_, err := call("prepare", js.FuncOf(func(js.Value, []js.Value) any {
		canceled()
		return nil
	}))
	return err
}

// OnLost calls lost when the canvas's WebGL context is lost: after a driver
// crash or sleep, or with too many contexts. From then on nothing can be drawn;
// show the plain page. Call it after Prepare.
func OnLost(lost func()) error {
	_, err := call("onLost", js.FuncOf(func(js.Value, []js.Value) any {
		lost()
		return nil
	}))
	return err
}

// SetPlain switches the page to the plain page or back to the canvas. The plain
// page gets no frames; changes of the window's size are then reported like
// those of preferences.
func SetPlain(on bool) error {
	_, err := call("setPlain", on)
	return err
}

// Reload reloads the page in the given view.
func Reload(view string) error {
	_, err := call("reload", view)
	return err
}

// Wake lets the next few frames through. host.js counts the reasons, to show
// why a page isn't idle. Input, a change of size or of preferences, and the
// mirror's events wake the program without it.
func Wake(reason string) {
	if page.Truthy() {
		page.Call("wake", reason)
	}
}

// Animate lets every frame through until the given time and one or two beyond,
// so that the final state is drawn as well.
func Animate(until time.Time) {
	if left := time.Until(until); left > 0 && page.Truthy() {
		page.Call("animate", float64(left)/float64(time.Millisecond))
	}
}

// view is the last view read, and viewVersion its version, which host.js
// increments when the pixel ratio or the insets change.
var (
	view        View
	viewVersion = -1
)

// Viewport returns the view for the outside size that Ebitengine passes to
// Layout, which in a browser with DisableHiDPI is in CSS pixels. It is cheap
// enough for every frame.
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

// Link returns the query parameters of the page's address. The first value of a
// repeated key counts.
func Link() map[string]string {
	pairs, err := call("link")
	if err != nil {
		return nil
	}
	return firsts(pairs)
}

// firsts reads pairs of a key and a value. The first value of a repeated key counts.
func firsts(pairs js.Value) map[string]string {
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

// SetLink changes query parameters of the page's address, in the order of the pairs
// of a key and its value, without loading the page again. An empty value removes
// the key.
func SetLink(pairs ...string) error {
	var keys, values []any
	for i := 0; i+1 < len(pairs); i += 2 {
		keys = append(keys, pairs[i])
		if pairs[i+1] == "" {
			values = append(values, nil)
		} else {
			values = append(values, pairs[i+1])
		}
	}
	_, err := call("setLink", keys, values)
	return err
}

// mostOfFile is how large a file is that is fetched at most, in bytes.
const mostOfFile = 8 << 20

// FetchFile returns the content of a file beside the page. One that is too large is an
// error. It waits for the
// network, so don't call it in an event's handler: that would wait for itself.
func FetchFile(name string) ([]byte, error) {
	promise, err := call("fetchFile", name, mostOfFile)
	if err != nil {
		return nil, err
	}
	type arrival struct {
		data []byte
		err  error
	}
	arrived := make(chan arrival, 1)
	done := js.FuncOf(func(_ js.Value, args []js.Value) any {
		data := make([]byte, args[0].Length())
		js.CopyBytesToGo(data, args[0])
		arrived <- arrival{data: data}
		return nil
	})
	defer done.Release()
	failed := js.FuncOf(func(_ js.Value, args []js.Value) any {
		arrived <- arrival{err: fmt.Errorf("host: %s", args[0].Get("message").String())}
		return nil
	})
	defer failed.Release()
	promise.Call("then", done, failed)
	a := <-arrived
	return a.data, a.err
}

// Offers asks the server that the page came from whether it offers something, which it
// says in a header of its files. It waits for the network, like FetchFile.
func Offers(header string) bool {
	promise, err := call("offers", header)
	if err != nil {
		return false
	}
	answer := make(chan bool, 1)
	done := js.FuncOf(func(_ js.Value, args []js.Value) any {
		answer <- args[0].Bool()
		return nil
	})
	defer done.Release()
	promise.Call("then", done)
	return <-answer
}

// CurrentPreferences returns the player's preferences.
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

// OnPreferences calls changed whenever the player changes a preference, and
// wakes the program.
func OnPreferences(changed func(Preferences)) error {
	_, err := call("onPreferences", js.FuncOf(func(js.Value, []js.Value) any {
		changed(CurrentPreferences())
		return nil
	}))
	return err
}

// upgrade is the one that TakeUpgrade hasn't returned yet.
var upgrade *Upgrade

// TakeUpgrade returns the upgrade that has arrived since the last call, or nil.
func TakeUpgrade() *Upgrade {
	r := upgrade
	upgrade = nil
	return r
}

// OnUpgrade calls arrived when an upgrade has been downloaded and waits to be
// activated, and wakes the program.
func OnUpgrade(arrived func()) error {
	_, err := call("onUpgrade", js.FuncOf(func(_ js.Value, args []js.Value) any {
		upgrade = &Upgrade{}
		for i := range args[0].Length() {
			upgrade.Cases = append(upgrade.Cases, args[0].Index(i).String())
		}
		arrived()
		return nil
	}))
	return err
}

// ApplyUpgrade reloads the page with the upgrade. What isn't saved is lost.
func ApplyUpgrade() error {
	_, err := call("applyUpgrade")
	return err
}

// SetLanguage sets the language of the document, for screen readers among
// others, as a BCP 47 tag, and with it the document's direction.
func SetLanguage(tag string) {
	root := js.Global().Get("document").Get("documentElement")
	root.Set("lang", tag)
	root.Set("dir", ui.Direction(tag))
}

// CanPlay tells whether sounds can be played here.
func CanPlay() bool { return page.Truthy() && page.Get("canPlay").Bool() }

// Play plays a sound: stamp, card, tick or bell. A sound that can't be played,
// such as one before the player's first input, is skipped.
func Play(sound string) error {
	_, err := call("play", sound)
	return err
}

// Debug makes numbers available to scripts of the page as toolkitHost.debug().
func Debug(numbers func() map[string]any) {
	if page.Truthy() {
		page.Set("debug", js.FuncOf(func(js.Value, []js.Value) any { return numbers() }))
	}
}

// SaveFile downloads a file. The browser decides where to, so the place is
// empty.
func SaveFile(name, mime string, data []byte) (place string, err error) {
	bytes := js.Global().Get("Uint8Array").New(len(data))
	js.CopyBytesToJS(bytes, data)
	_, err = call("saveFile", fileName(name), mime, bytes)
	return "", err
}

// Address is the absolute address of a file beside the page.
func Address(name string) string {
	address, err := call("address", name)
	if err != nil {
		return ""
	}
	return address.String()
}

// SavePicture downloads a picture as a PNG file. The browser encodes it, so
// that the program needn't include an encoder.
func SavePicture(name string, img *image.RGBA) (place string, err error) {
	_, err = call("savePicture", fileName(name), pixels(img), img.Rect.Dx(), img.Rect.Dy())
	return "", err
}

// CanDraw tells whether the browser can draw on the canvas.
func CanDraw() bool {
	can, err := call("canDraw")
	return err == nil && can.Truthy()
}

// CanShare tells whether the browser can share pictures.
func CanShare() bool {
	can, err := call("canShare")
	return err == nil && can.Truthy()
}

// SharePicture opens the system's share dialogue with a picture. If that fails,
// the picture is saved.
func SharePicture(name, title string, img *image.RGBA) error {
	_, err := call("sharePicture", fileName(name), pixels(img), img.Rect.Dx(), img.Rect.Dy(), title)
	return err
}

// pixels copies a picture's pixels to JavaScript. Pictures are opaque, so
// premultiplied and straight alpha are the same.
func pixels(img *image.RGBA) js.Value {
	bytes := js.Global().Get("Uint8ClampedArray").New(len(img.Pix))
	js.CopyBytesToJS(bytes, img.Pix)
	return bytes
}

// CanCopy tells whether text can be copied.
func CanCopy() bool { return page.Truthy() }

// CopyText puts a text on the clipboard. Call it soon after a press: browsers refuse
// it without.
func CopyText(text string) error {
	_, err := call("copyText", text)
	return err
}

// Print opens the browser's print dialogue on what the mirror holds.
func Print() error {
	_, err := call("print")
	return err
}

// OpenLink opens a web address in a new tab, without an opener or a referrer.
func OpenLink(address string) error {
	if err := checkLink(address); err != nil {
		return err
	}
	_, err := call("openLink", address)
	return err
}

// Ready tells the page that the first frame has been drawn, so that it removes
// its own briefing.
func Ready() error {
	_, err := call("ready")
	return err
}

// Failed has the page say that the program can't go on, and offer to reload.
// Call it before main returns; a panic is detected without it.
func Failed(why error) {
	text := strings.TrimSpace(why.Error())
	if _, err := call("failed", text); err != nil {
		js.Global().Get("console").Call("error", text)
	}
}
