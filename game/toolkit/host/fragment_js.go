package host

import "syscall/js"

// Fragment returns the pairs in the fragment of the page's address, which no server
// sees. The first value of a repeated key counts. The page has to include fragment.js.
func Fragment() map[string]string {
	pairs, err := call("fragment")
	if err != nil {
		return nil
	}
	return firsts(pairs)
}

// SetFragment replaces the fragment by pairs of a key and its value, without loading
// the page again. What stood there is gone from the history too.
func SetFragment(pairs ...string) error {
	_, err := call("setFragment", fragmentOf(pairs))
	return err
}

// OnFragment calls changed when a link or the player has changed the fragment.
func OnFragment(changed func()) error {
	_, err := call("onFragment", js.FuncOf(func(js.Value, []js.Value) any {
		changed()
		return nil
	}))
	return err
}
