//go:build !js

package host

import (
	"errors"
	"fmt"
)

// CanEnter is false: on a desktop a text is dropped as a file.
func CanEnter() bool { return false }

// AskLines returns an error: it needs the browser.
func AskLines(Lines, func(string)) error {
	return fmt.Errorf("host: drop the text on the window as a file: %w", errors.ErrUnsupported)
}

// Scan returns an error: it needs the browser.
func Scan(Scanner, func(text, name string)) error {
	return fmt.Errorf("host: the camera is used in the browser: %w", errors.ErrUnsupported)
}

// Scanned does nothing: there is no dialogue.
func Scanned(string) error { return nil }
