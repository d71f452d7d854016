package host

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"syscall/js"
	"testing"
	"time"
)

// pageOf loads the page's half for a page of a server, which it starts: a function of
// a request with its body, a response and what to write to it.
func pageOf(t *testing.T, server string) {
	t.Helper()
	global := js.Global()
	global.Set("window", global)
	base := make(chan string, 1)
	listening := js.FuncOf(func(_ js.Value, args []js.Value) any {
		base <- fmt.Sprintf("http://127.0.0.1:%d/", args[0].Int())
		return nil
	})
	defer listening.Release()
	started := global.Get("Function").New("require", "listening", `
		const server = require("http").createServer(async (request, response) => {
			let body = "";
			for await (const part of request) {
				body += part;
			}
			`+server+`
		});
		server.listen(0, "127.0.0.1", () => listening(server.address().port));
		return () => { server.closeAllConnections(); server.close(); };
	`).Invoke(global.Get("require"), listening)
	t.Cleanup(func() { started.Invoke() })
	global.Set("toolkitHost", global.Get("Function").New("base", "return { address: (path) => new URL(path, base).href };").Invoke(<-base))
	script, err := os.ReadFile("calls.js")
	if err != nil {
		t.Fatal(err)
	}
	global.Get("Function").New(string(script)).Invoke()
	page = global.Get("toolkitHost")
	t.Cleanup(func() { page = js.Undefined() })
}

// within is a context that fails the test rather than wait for ever.
func within(t *testing.T) context.Context {
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(stop)
	return ctx
}

func TestACall(t *testing.T) {
	pageOf(t, `
		const { authorization = "none", "content-type": type = "none" } = request.headers;
		response.writeHead(request.url === "/busy" ? 503 : 409, { "Retry-After": request.url === "/busy" ? "3" : "soon" });
		response.end([request.method, request.url, authorization, type, body].join(" "));
	`)
	for _, test := range []struct {
		q    Request
		want string
		r    Response
	}{
		{Request{Method: "GET", Path: "busy"}, "GET /busy none none ", Response{Status: 503, RetryAfter: 3 * time.Second}},
		{
			Request{Method: "PUT", Path: "api/x?from=2", Bearer: "secret", ContentType: "application/jsonl", Body: []byte("ä\n")},
			"PUT /api/x?from=2 Bearer secret application/jsonl ä\n",
			Response{Status: 409},
		},
	} {
		r, err := Call(within(t), test.q)
		if err != nil || string(r.Body) != test.want || r.Status != test.r.Status || r.RetryAfter != test.r.RetryAfter {
			t.Errorf("%+v: %+v %q, %v; want %+v %q", test.q, r, r.Body, err, test.r, test.want)
		}
	}
}

func TestACallWithoutAnAnswer(t *testing.T) {
	if _, err := Call(within(t), Request{Method: "GET", Path: "api"}); !errors.Is(err, errNoPage) {
		t.Errorf("without a page: %v", err)
	}
	pageOf(t, `if (request.url !== "/slow") { request.socket.destroy(); }`)
	if _, err := Call(within(t), Request{Method: "GET", Path: "gone"}); err == nil {
		t.Error("a connection that breaks is no error")
	}
	ctx, stop := context.WithCancel(within(t))
	time.AfterFunc(10*time.Millisecond, stop)
	if _, err := Call(ctx, Request{Method: "GET", Path: "slow"}); !errors.Is(err, context.Canceled) {
		t.Errorf("broken off: %v", err)
	}
}

func TestAStream(t *testing.T) {
	pageOf(t, `
		if (request.headers.authorization !== "Bearer secret") {
			response.writeHead(401).end();
			return;
		}
		response.writeHead(200, { "Content-Type": "text/event-stream" });
		// In two parts that are cut in the middle of a character and of a line's end.
		const bytes = Buffer.from(": hello\nid: 7\nevent: state\ndata: {\"ä\":\ndata: 1}\r\n\r\nevent: beat\ndata\n\nevent: empty\n\ndata:last\n\n");
		const first = bytes.indexOf("ä") + 1;
		const cut = bytes.indexOf("\r") + 1;
		response.write(bytes.subarray(0, first));
		setImmediate(() => {
			response.write(bytes.subarray(first, cut));
			setImmediate(() => {
				response.write(bytes.subarray(cut));
				if (request.url === "/ends") {
					response.end();
				}
			});
		});
	`)
	want := []Event{{"state", "7", "{\"ä\":\n1}"}, {"beat", "7", ""}, {"message", "7", "last"}}
	var got []Event
	if err := Listen(within(t), "ends", "secret", func(e Event) { got = append(got, e) }); !errors.Is(err, errEnded) {
		t.Errorf("a stream that ends: %v", err)
	}
	if !slices.Equal(got, want) {
		t.Errorf("heard %q, want %q", got, want)
	}
	var refused StatusError
	if err := Listen(within(t), "ends", "guess", func(Event) {}); !errors.As(err, &refused) || refused != 401 {
		t.Errorf("a refused stream: %v", err)
	}
	ctx, stop := context.WithCancel(within(t))
	heard := 0
	err := Listen(ctx, "open", "secret", func(Event) {
		if heard++; heard == 2 {
			stop()
		}
	})
	if !errors.Is(err, context.Canceled) || heard != 2 {
		t.Errorf("a stream that is left after two events: %v after %d", err, heard)
	}
}
