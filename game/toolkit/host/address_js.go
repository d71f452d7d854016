package host

import (
	"strings"
	"syscall/js"
)

// parseAddress splits a web address into what it begins with and whose it is. The
// browser is asked: Go's package url would be in the download, and wake at every
// start.
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
