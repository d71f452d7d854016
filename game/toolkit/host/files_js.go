package host

import (
	"syscall/js"

	"holdtheline/game/toolkit/ui"
)

// CanChooseFiles tells whether there is a dialogue to choose files with.
func CanChooseFiles() bool { return page.Truthy() && page.Get("chooseFiles").Truthy() }

// ChooseFiles opens the browser's dialogue to choose files, and reads those that are
// chosen. Call it soon after a press: browsers open none without. If the player
// thinks better of it, nothing is called.
func ChooseFiles(limits ui.FileLimits, chosen func(ui.Files)) error {
	var listener js.Func
	listener = js.FuncOf(func(_ js.Value, args []js.Value) any {
		listener.Release()
		chosen(filesFrom(args[0]))
		return nil
	})
	_, err := call("chooseFiles", limitsFor(limits), listener)
	return err
}

// A Drop tells of files that were dropped at a position, in CSS pixels, and in the
// plain page on a node.
type Drop func(files ui.Files, x, y float64, node string)

// TakeDrops reads files that are dropped on the page. It is for run.Options.Drops; a
// program that doesn't use it has none of this.
func TakeDrops(limits ui.FileLimits) func(Drop) (poll func(x, y float64), err error) {
	return func(dropped Drop) (func(x, y float64), error) { return nil, onDrop(limits, dropped) }
}

func onDrop(limits ui.FileLimits, dropped Drop) error {
	_, err := call("onDrop", limitsFor(limits), js.FuncOf(func(_ js.Value, args []js.Value) any {
		dropped(filesFrom(args[0]), args[1].Float(), args[2].Float(), args[3].String())
		return nil
	}))
	return err
}

func limitsFor(l ui.FileLimits) map[string]any {
	return map[string]any{"most": l.Most, "each": l.Each, "all": l.All}
}

// filesFrom copies what host.js has read.
func filesFrom(given js.Value) ui.Files {
	read := given.Get("read")
	files := ui.Files{List: make([]ui.File, read.Length()), Left: given.Get("left").Int()}
	for i := range files.List {
		one := read.Index(i)
		f := ui.File{Name: one.Get("name").String(), Fault: ui.FileFault(one.Get("fault").String())}
		if f.Fault == ui.FileRead {
			bytes := one.Get("bytes")
			f.Data = make([]byte, bytes.Length())
			js.CopyBytesToGo(f.Data, bytes)
		}
		files.List[i] = f
	}
	return files
}
