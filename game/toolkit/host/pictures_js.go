package host

import (
	"syscall/js"

	"holdtheline/game/toolkit/ui"
)

// AddPicture gives the page a picture, for the mirror and for [DecodePicture]. It is known
// there by its key.
func AddPicture(p *ui.Picture) error {
	bytes := js.Global().Get("Uint8Array").New(len(p.Data))
	js.CopyBytesToJS(bytes, p.Data)
	_, err := call("addPicture", p.Key, p.Type, bytes)
	return err
}

// DecodePicture decodes a picture that was added and scales it to a size in pixels. It
// calls came once, in an event of the browser.
func DecodePicture(p *ui.Picture, width, height int, came Pixels) error {
	var listener js.Func
	listener = js.FuncOf(func(_ js.Value, args []js.Value) any {
		listener.Release()
		pixels := make([]byte, args[0].Length())
		js.CopyBytesToGo(pixels, args[0])
		came(pixels)
		return nil
	})
	_, err := call("decodePicture", p.Key, width, height, listener)
	return err
}
