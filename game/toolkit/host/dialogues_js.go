package host

import "syscall/js"

// CanEnter tells whether there are dialogues to enter lines and to scan codes. The
// page has to include dialogues.js.
func CanEnter() bool { return page.Truthy() && page.Get("askLines").Truthy() }

// AskLines asks for a text of many lines. If the player thinks better of it, nothing
// is called.
func AskLines(words Lines, answered func(text string)) error {
	var listener js.Func
	listener = js.FuncOf(func(_ js.Value, args []js.Value) any {
		listener.Release()
		answered(args[0].String())
		return nil
	})
	_, err := call("askLines", map[string]any{
		"title": words.Title, "what": words.What, "label": words.Label, "do": words.Do, "cancel": words.Cancel,
	}, listener)
	return err
}

// scanListener is that of the latest dialogue; another can't open before it is closed.
var scanListener js.Func

// Scan reads QR codes with the camera until the player closes the dialogue. Pictures
// stay in the browser. The page's script names the file of the reader, for browsers
// that have none. A code that stays in view comes again after some seconds.
func Scan(words Scanner, came func(text, name string)) error {
	if scanListener.Truthy() {
		scanListener.Release()
	}
	scanListener = js.FuncOf(func(_ js.Value, args []js.Value) any {
		came(args[0].String(), args[1].String())
		return nil
	})
	_, err := call("scan", map[string]any{
		"title": words.Title, "what": words.What, "name": words.Name, "done": words.Done,
		"starting": words.Starting, "looking": words.Looking,
		"denied": words.Denied, "absent": words.Absent, "insecure": words.Insecure, "unread": words.Unread,
		"reader": readerAddress(),
	}, scanListener)
	return err
}

// readerAddress is that of the reader of QR codes, which the site build writes into
// the page.
func readerAddress() string {
	script := js.Global().Get("document").Call("querySelector", "[data-reader]")
	if !script.Truthy() {
		return ""
	}
	return script.Get("dataset").Get("reader").String()
}

// Scanned shows and says in the open dialogue what became of a code.
func Scanned(words string) error {
	_, err := call("scanned", words)
	return err
}
