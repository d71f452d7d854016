package store

import (
	"strings"
	"syscall/js"
)

// Watch has changed called with the key of whatever another tab writes or takes
// away, and with an empty one when it clears everything. It runs inside the
// browser's event and must not block.
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
