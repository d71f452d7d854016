package host

import (
	"strings"
	"syscall/js"
)

// parseAddress returns the scheme and host of a web address. The browser parses
// it: net/url would add to the download and to every start.
func parseAddress(address string) (scheme, host string, err error) {
	defer func() {
		switch thrown := recover().(type) {
		case nil:
		case js.Error:
			err = thrown
		default:
			panic(thrown)
		}
	}()
	u := js.Global().Get("URL").New(address)
	return strings.TrimSuffix(u.Get("protocol").String(), ":"), u.Get("host").String(), nil
}
