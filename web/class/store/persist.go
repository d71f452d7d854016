package store

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

const (
	// retryWait is how long persist waits before it calls again.
	retryWait = 200 * time.Millisecond
	// callLimit is how long one call may take: its answer may be lost with a node.
	callLimit = 5 * time.Second
)

// persist calls until the cluster is ready for it or the context ends; the error is the
// last one then. Each reason for waiting is passed to waiting.
func persist(ctx context.Context, waiting func(why error), call func(context.Context) error) error {
	for {
		limited, cancel := context.WithTimeout(ctx, callLimit)
		err := call(limited)
		cancel()
		if err == nil || !passes(err) {
			return err
		}
		waiting(err)
		select {
		case <-time.After(retryWait):
		case <-ctx.Done():
			return err
		}
	}
}

// noPeers is NATS's code for a stream that finds too few nodes, as while one of them
// is starting.
const noPeers jetstream.ErrorCode = 10005

// passes reports whether an error is of a cluster that isn't ready yet.
func passes(err error) bool {
	var api *jetstream.APIError
	if errors.As(err, &api) {
		return api.ErrorCode == noPeers || api.Code == http.StatusServiceUnavailable
	}
	return errors.Is(err, context.DeadlineExceeded) || errors.Is(err, nats.ErrNoResponders) ||
		errors.Is(err, nats.ErrTimeout) || errors.Is(err, nats.ErrConnectionReconnecting)
}
