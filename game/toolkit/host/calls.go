package host

import (
	"fmt"
	"time"
)

// A Request is a call to the server that the page came from.
type Request struct {
	Method      string
	Path        string // relative to the page, as api/classes
	Bearer      string // the secret to send as Authorization: Bearer; empty for none
	ContentType string // of the body; empty for none
	Body        []byte
}

// A Response is what the server answered, whatever its status.
type Response struct {
	Status     int
	RetryAfter time.Duration // how long the server asks to wait; 0 if it doesn't say
	Body       []byte
}

// An Event is one of a stream of server-sent events.
type Event struct{ Name, ID, Data string }

// A StatusError is the status with which a server refused to be listened to.
type StatusError int

func (e StatusError) Error() string {
	return fmt.Sprintf("host: the server refused the stream with status %d", int(e))
}
