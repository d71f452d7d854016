package host

import (
	"fmt"
	"strings"
	"unicode"
)

// fileName turns any name into one valid on every file system: no folders, no
// reserved characters, never empty.
func fileName(name string) string {
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, name)
	if name = strings.Trim(name, " ."); name == "" {
		return "file"
	}
	return name
}

// checkLink accepts web addresses only: content must never start a program or
// run a script.
func checkLink(address string) error {
	scheme, host, err := parseAddress(address)
	if err != nil {
		return fmt.Errorf("host: %q is no address: %w", address, err)
	}
	if (scheme != "https" && scheme != "http") || host == "" {
		return fmt.Errorf("host: %q is not opened: only addresses that begin with https:// or http:// are", address)
	}
	return nil
}
