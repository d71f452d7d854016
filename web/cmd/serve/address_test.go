package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestAddress(t *testing.T) {
	for _, test := range []struct{ flag, port, want string }{
		{"", "", "localhost:8080"},
		{"", "9000", "localhost:9000"},
		{":80", "9000", ":80"},
		{"[::1]:7000", "", "[::1]:7000"},
	} {
		if got := address(test.flag, test.port); got != test.want {
			t.Errorf("-addr %q PORT=%q listens on %q, want %q", test.flag, test.port, got, test.want)
		}
	}
}

func TestLinkIsForThisMachine(t *testing.T) {
	actual := &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 4711}
	for asked, want := range map[string]string{
		"localhost:0":   "http://localhost:4711/",
		":0":            "http://localhost:4711/",
		"0.0.0.0:4711":  "http://localhost:4711/",
		"[::]:4711":     "http://localhost:4711/",
		"[::1]:4711":    "http://[::1]:4711/",
		"127.0.0.1:080": "http://127.0.0.1:4711/",
	} {
		if got := link(asked, actual); got != want {
			t.Errorf("listening on %s the link is %s, want %s", asked, got, want)
		}
	}
}

func TestErrorsSayWhatToDo(t *testing.T) {
	for system, want := range map[error]string{
		fmt.Errorf("listen: %w", syscall.EADDRINUSE): "port 8080 is taken",
		fmt.Errorf("listen: %w", syscall.EACCES):     "above 1023",
		fmt.Errorf("unknown port"):                   "an address looks like",
	} {
		if err := explain("localhost:8080", system); !strings.Contains(err.Error(), want) {
			t.Errorf("%v is explained as %q, want %q in it", system, err, want)
		}
	}
}

// TestATakenPortAndAGracefulStop runs the server as the command does.
func TestATakenPortAndAGracefulStop(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "index.html"), []byte("here"), 0o644); err != nil {
		t.Fatal(err)
	}
	free, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	addr := free.Addr().String()
	if err := run(t.Context(), options{addr: addr, dir: dir}); err == nil || !strings.Contains(err.Error(), "is taken") {
		t.Errorf("on a taken port: %v", err)
	}
	free.Close()

	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- run(ctx, options{addr: addr, dir: dir}) }()
	answered := false
	for range 3000 { // a minute
		response, err := http.Get("http://" + addr + "/")
		if err == nil {
			response.Body.Close()
			answered = response.StatusCode == http.StatusOK
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	if !answered {
		t.Error("the server doesn't answer")
	}
	stop()
	select {
	case err := <-ended:
		if err != nil {
			t.Errorf("stopping: %v", err)
		}
	case <-time.After(stopLimit + time.Second):
		t.Error("the server doesn't stop")
	}
}
