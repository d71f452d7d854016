//go:build !js

package host

import "net/url"

// parseAddress returns the scheme and host of a web address.
func parseAddress(address string) (scheme, host string, err error) {
	u, err := url.Parse(address)
	if err != nil {
		return "", "", err
	}
	return u.Scheme, u.Host, nil
}
