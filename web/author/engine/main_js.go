package main

import (
	"archive/zip"
	"bytes"
	"syscall/js"
	_ "time/tzdata" // a browser has no zones for Go

	"holdtheline/web/author/workshop"
)

// main hands the worker three functions and stays, so that they can be called:
// authorAnswer answers a request, JSON to JSON; authorPictures takes the pictures beside
// the text in the place of those before, and authorZip makes an archive of files, both
// given as [name, Uint8Array] each.
func main() {
	beside := workshop.Pictures{}
	js.Global().Set("authorAnswer", js.FuncOf(func(_ js.Value, args []js.Value) any {
		return string(workshop.Answer([]byte(args[0].String()), beside))
	}))
	js.Global().Set("authorPictures", js.FuncOf(func(_ js.Value, args []js.Value) any {
		beside = workshop.Pictures{}
		for i := range args[0].Length() {
			name, data := file(args[0].Index(i))
			beside[name] = data
		}
		return nil
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
		name, data := file(files.Index(i))
		w, err := z.Create(name)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(data); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), z.Close()
}

// file reads a name and its content.
func file(f js.Value) (name string, data []byte) {
	data = make([]byte, f.Index(1).Length())
	js.CopyBytesToGo(data, f.Index(1))
	return f.Index(0).String(), data
}
