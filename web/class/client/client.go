package client

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"
)

// A Client makes calls to a server. It may be used by many goroutines.
type Client struct {
	base string
	http *http.Client
}

// New returns a client for a server's address, such as http://localhost:8080, with so
// many connections at most. Calls wait for one.
func New(base string, connections int) *Client {
	transport := &http.Transport{MaxIdleConns: connections, MaxIdleConnsPerHost: connections, MaxConnsPerHost: connections, DisableCompression: true}
	return &Client{base: strings.TrimSuffix(base, "/"), http: &http.Client{Transport: transport}}
}

// Close closes the client's connections.
func (c *Client) Close() { c.http.CloseIdleConnections() }

// A Request is a call.
type Request struct {
	Method, Path string
	Secret       string // as Bearer
	Body         []byte
	Header       map[string]string
}

// An Answer is what the server answered.
type Answer struct {
	Status int
	Header http.Header
	Body   []byte
}

// Into decodes the answer's JSON. The error names a status other than the one that is
// wanted.
func (a Answer) Into(status int, v any) error {
	if a.Status != status {
		return fmt.Errorf("the answer is %d %.300s, want %d", a.Status, a.Body, status)
	}
	if v == nil {
		return nil
	}
	if err := json.Unmarshal(a.Body, v); err != nil {
		return fmt.Errorf("the answer %.300s can't be read: %w", a.Body, err)
	}
	return nil
}

// Do makes a call.
func (c *Client) Do(ctx context.Context, q Request) (Answer, error) {
	response, err := c.Open(ctx, q)
	if err != nil {
		return Answer{}, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	return Answer{response.StatusCode, response.Header, body}, err
}

// Open makes a call whose answer is read by the caller, who has to close its body.
func (c *Client) Open(ctx context.Context, q Request) (*http.Response, error) {
	r, err := http.NewRequestWithContext(ctx, q.Method, c.base+q.Path, bytes.NewReader(q.Body))
	if err != nil {
		return nil, err
	}
	if q.Secret != "" {
		r.Header.Set("Authorization", "Bearer "+q.Secret)
	}
	for name, value := range q.Header {
		r.Header.Set(name, value)
	}
	return c.http.Do(r)
}

// A Class is one that the client has opened.
type Class struct {
	Code    string    `json:"code"`
	Teacher string    `json:"teacher"`
	Expires time.Time `json:"expires"`
}

// Path returns the path of a call about the class.
func (c Class) Path(rest string) string { return "/api/classes/" + c.Code + rest }

// OpenClass opens a class.
func (c *Client) OpenClass(ctx context.Context, settings map[string]any) (class Class, err error) {
	body, err := json.Marshal(settings)
	if err != nil {
		return class, err
	}
	a, err := c.Do(ctx, Request{Method: "POST", Path: "/api/classes", Body: body})
	if err != nil {
		return class, err
	}
	return class, a.Into(http.StatusCreated, &class)
}

// A Seat is one that the client has taken.
type Seat struct {
	Seat string `json:"seat"`
	Name string `json:"name"`
	Key  string `json:"key"`
	Link string `json:"link"`
}

// Join takes a seat in a class.
func (c *Client) Join(ctx context.Context, class Class) (seat Seat, err error) {
	a, err := c.Do(ctx, Request{Method: "POST", Path: class.Path("/seats")})
	if err != nil {
		return seat, err
	}
	return seat, a.Into(http.StatusCreated, &seat)
}

// Put sends events of a seat's log, numbered from a number on.
func (c *Client) Put(ctx context.Context, class Class, seat Seat, from int, events []byte) (Answer, error) {
	return c.Do(ctx, Request{
		Method: "PUT", Path: class.Path(fmt.Sprintf("/seats/%s/log?from=%d", seat.Seat, from)), Secret: seat.Key, Body: events,
	})
}
