package main

import (
	"archive/zip"
	"bytes"
	"syscall/js"
	_ "time/tzdata" // a browser has no zones for Go

	"holdtheline/web/author/workshop"
)

// main hands the worker two functions and stays, so that they can be called:
// authorAnswer answers a request, JSON to JSON, and authorZip makes an archive of
// files, given as [name, Uint8Array] each.
func main() {
	js.Global().Set("authorAnswer", js.FuncOf(func(_ js.Value, args []js.Value) any {
		return string(workshop.Answer([]byte(args[0].String())))
	}))
	js.Global().Set("authorZip", js.FuncOf(func(_ js.Value, args []js.Value) any {
		data, err := archive(args[0])
		if err != nil {
			return js.Global().Get("Error").New(err.Error())
		}
		out := js.Global().Get("Uint8Array").New(len(data))
		js.CopyBytesToJS(out, data)
		return out
	}))
	js.Global().Call("authorReady")
	select {}
}

func archive(files js.Value) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := range files.Length() {
		f := files.Index(i)
		data := make([]byte, f.Index(1).Length())
		js.CopyBytesToGo(data, f.Index(1))
		w, err := z.Create(f.Index(0).String())
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(data); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), z.Close()
}
