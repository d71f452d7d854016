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
// the page again. Pairs with an empty value are left out. What stood there is gone from
// the history too. The browser writes the pairs: net/url would add to the download.
func SetFragment(pairs ...string) error {
	values := make([]any, len(pairs))
	for i, p := range pairs {
		values[i] = p
	}
	_, err := call("setFragment", values...)
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
