package store

import (
	"strings"
	"syscall/js"
)

// Watch calls changed with each key that another tab writes or removes, and
// with an empty key when it clears the storage. It runs inside the browser's
// event and must not block.
func Watch(changed func(key string)) {
	js.Global().Call("addEventListener", "storage", js.FuncOf(func(_ js.Value, args []js.Value) any {
		key := args[0].Get("key")
		if key.IsNull() {
			changed("")
		} else if name, ours := strings.CutPrefix(key.String(), prefix); ours {
			changed(name)
		}
		return nil
	}))
}
