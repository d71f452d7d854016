//go:build !js

package host

import (
	"context"
	"errors"
	"fmt"
)

// Call returns an error: a window came from no server.
func Call(_ context.Context, q Request) (Response, error) {
	return Response{}, fmt.Errorf("host: %s is asked of the server that a page came from, so play in a browser: %w", q.Path, errors.ErrUnsupported)
}

// TakeFragment returns nothing: a window has no address.
func TakeFragment() map[string]string { return nil }

// OnVisible does nothing: a window that is hidden goes on.
func OnVisible(func(visible bool)) error { return nil }

// Reload returns an error: only a page can be loaded again.
func Reload(string) error {
	return fmt.Errorf("host: there is no page to load again, so play in a browser: %w", errors.ErrUnsupported)
}

// Offers is false: a window came from no server.
func Offers(string) bool { return false }

// Listen returns an error: a window came from no server.
func Listen(_ context.Context, path, _ string, _ func(Event)) error {
	return fmt.Errorf("host: %s is a stream of the server that a page came from, so play in a browser: %w", path, errors.ErrUnsupported)
}
