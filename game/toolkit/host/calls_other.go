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

// Listen returns an error: a window came from no server.
func Listen(_ context.Context, path, _ string, _ func(Event)) error {
	return fmt.Errorf("host: %s is a stream of the server that a page came from, so play in a browser: %w", path, errors.ErrUnsupported)
}
