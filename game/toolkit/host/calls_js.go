package host

import (
	"context"
	"errors"
	"fmt"
	"syscall/js"
	"time"
)

// Call calls the server that the page came from, and waits for the answer. The error
// says why there is none: no network, or the context is done. It waits for the
// network, so don't call it in an event's handler: that would wait for itself. The
// page has to include calls.js.
func Call(ctx context.Context, q Request) (Response, error) {
	var body any // null: no body
	if q.Body != nil {
		bytes := js.Global().Get("Uint8Array").New(len(q.Body))
		js.CopyBytesToJS(bytes, q.Body)
		body = bytes
	}
	under, err := call("call", q.Method, q.Path, q.Bearer, q.ContentType, body)
	if err != nil {
		return Response{}, err
	}
	answer, err := await(ctx, under)
	if err != nil {
		return Response{}, err
	}
	r := Response{
		Status:     answer.Get("status").Int(),
		RetryAfter: time.Duration(answer.Get("wait").Float() * float64(time.Millisecond)),
	}
	bytes := answer.Get("body")
	r.Body = make([]byte, bytes.Length())
	js.CopyBytesToGo(r.Body, bytes)
	return r, nil
}

var errEnded = errors.New("host: the server has ended the stream")

// Listen calls heard with each server-sent event of a path, one after the other, until
// the stream ends or breaks, or the context is done. The error says which: it is never
// nil, and a [StatusError] if the server refused. An event that comes after the
// context is done is dropped. heard is called in an event's handler: it must not wait.
func Listen(ctx context.Context, path, bearer string, heard func(Event)) error {
	listener := js.FuncOf(func(_ js.Value, args []js.Value) any {
		if ctx.Err() == nil {
			heard(Event{Name: args[0].String(), ID: args[1].String(), Data: args[2].String()})
		}
		return nil
	})
	defer listener.Release()
	under, err := call("listen", path, bearer, listener)
	if err != nil {
		return err
	}
	status, err := await(ctx, under)
	switch {
	case err != nil:
		return err
	case status.Int() < 200 || status.Int() > 299:
		return StatusError(status.Int())
	}
	return errEnded
}

// TakeFragment returns the keys of the page's fragment, in which secrets travel, and takes
// it out of the address bar. The first value of a repeated key counts. The page has to
// include calls.js.
func TakeFragment() map[string]string {
	pairs, err := call("takeFragment")
	if err != nil {
		return nil
	}
	return firsts(pairs)
}

// OnVisible calls changed when the page is looked at again or no longer, and with true
// when the network is back. The page has to include calls.js.
func OnVisible(changed func(visible bool)) error {
	_, err := call("onVisible", js.FuncOf(func(_ js.Value, args []js.Value) any {
		changed(args[0].Bool())
		return nil
	}))
	return err
}

// await waits for what calls.js has begun, and breaks it off when the context is done.
func await(ctx context.Context, under js.Value) (js.Value, error) {
	type outcome struct {
		value js.Value
		err   error
	}
	came := make(chan outcome, 1)
	done := js.FuncOf(func(_ js.Value, args []js.Value) any {
		came <- outcome{value: args[0]}
		return nil
	})
	defer done.Release()
	failed := js.FuncOf(func(_ js.Value, args []js.Value) any {
		came <- outcome{err: fmt.Errorf("host: %s", args[0].Get("message").String())}
		return nil
	})
	defer failed.Release()
	under.Get("answer").Call("then", done, failed)
	select {
	case o := <-came:
		return o.value, o.err
	case <-ctx.Done():
		under.Call("cancel")
		<-came // the functions are released only when they have been called
		return js.Undefined(), ctx.Err()
	}
}
