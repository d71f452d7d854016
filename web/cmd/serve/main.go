// Command serve serves a built site: content types, compressed copies, caching and
// security headers. It lists no folder and never leaves the one it was given.
//
//	go run ./web/cmd/serve              # web/dist on http://localhost:8080/
//	PORT=8081 go run ./web/cmd/serve
//	go run ./web/cmd/serve -addr :80    # for other machines too
//
// Start reading at Handler.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"
)

// Timeouts. The one for writing is long: school networks are slow.
const (
	readLimit  = 10 * time.Second
	writeLimit = 5 * time.Minute
	idleLimit  = time.Minute
	stopLimit  = 5 * time.Second

	maxHeaderBytes = 16 << 10
)

func main() {
	addr := flag.String("addr", "", "the address to listen on, as host:port (default localhost:8080, or localhost:$PORT)")
	dir := flag.String("dir", filepath.Join("web", "dist"), "the folder to serve")
	open := flag.Bool("open", true, "open a browser, where there is a display")
	flag.Parse()
	if flag.NArg() > 0 {
		fmt.Fprintf(os.Stderr, "serve: unexpected argument %q; see -help\n", flag.Arg(0))
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl+C ends the program at once
	if err := run(ctx, address(*addr, os.Getenv("PORT")), *dir, *open); err != nil {
		fmt.Fprintln(os.Stderr, "serve:", err)
		os.Exit(1)
	}
}

// run serves until the context ends. Then it lets answers under way finish, for
// stopLimit at most.
func run(ctx context.Context, addr, dir string, open bool) error {
	handler, err := Handler(dir)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return explain(addr, err)
	}
	server := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: readLimit,
		ReadTimeout:       readLimit,
		WriteTimeout:      writeLimit,
		IdleTimeout:       idleLimit,
		MaxHeaderBytes:    maxHeaderBytes,
	}
	url := link(addr, listener.Addr())
	fmt.Printf("Hold the Line is at %s\nStop it with Ctrl+C.\n", url)
	if open {
		openBrowser(url)
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	late, cancel := context.WithTimeout(context.Background(), stopLimit)
	defer cancel()
	if err := server.Shutdown(late); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return nil
}
