//go:build !js

package host

import "net/url"

// parseAddress splits a web address into what it begins with and whose it is.
func parseAddress(address string) (scheme, host string, err error) {
	u, err := url.Parse(address)
	if err != nil {
		return "", "", err
	}
	return u.Scheme, u.Host, nil
}
