package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"holdtheline/web/preview"
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
	previewed := flag.String("preview", "", "a case file to play while it is being written: the page follows each change")
	cert := flag.String("tls-cert", "", "the certificate file to serve over HTTPS with")
	key := flag.String("tls-key", "", "the key file of -tls-cert")
	var o classOptions
	o.flags(flag.CommandLine)
	flag.Parse()
	if flag.NArg() > 0 {
		fmt.Fprintf(os.Stderr, "serve: unexpected argument %q; see -help\n", flag.Arg(0))
		os.Exit(2)
	}
	err := o.check()
	if (*cert == "") != (*key == "") {
		err = errors.New("-tls-cert and -tls-key belong together")
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "serve:", err)
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl+C ends the program at once
	options := options{addr: address(*addr, os.Getenv("PORT")), dir: *dir, open: *open, cert: *cert, key: *key, preview: *previewed, class: o}
	if err := run(ctx, options); err != nil {
		fmt.Fprintln(os.Stderr, "serve:", err)
		os.Exit(1)
	}
}

// options are what the server is told.
type options struct {
	addr, dir string
	open      bool // a browser
	cert, key string
	preview   string // a case file; empty for none
	class     classOptions
}

// run serves until the context ends. Then it lets answers under way finish, for
// stopLimit at most.
func run(ctx context.Context, o options) error {
	handler, err := Handler(o.dir)
	if err != nil {
		return err
	}
	if o.preview != "" {
		if handler, err = preview.New(o.preview, handler); err != nil {
			return err
		}
	}
	listener, err := net.Listen("tcp", o.addr)
	if err != nil {
		return explain(o.addr, err)
	}
	server := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: readLimit,
		ReadTimeout:       readLimit,
		WriteTimeout:      writeLimit,
		IdleTimeout:       idleLimit,
		MaxHeaderBytes:    maxHeaderBytes,
	}
	url := link(o.addr, listener.Addr())
	if o.cert != "" {
		url = "https" + strings.TrimPrefix(url, "http")
	}
	if o.preview != "" {
		url += preview.Page
	}
	if o.class.on() {
		withClasses, lessons, stop, err := classes(ctx, &o.class, handler)
		if err != nil {
			listener.Close()
			return err
		}
		defer stop()
		// The streams have to end before the server can.
		server.RegisterOnShutdown(lessons.EndStreams)
		server.Handler, server.ErrorLog = withClasses, quiet()
		if o.class.metrics != "" {
			if err := serveMetrics(ctx, o.class.metrics, lessons); err != nil {
				listener.Close()
				return err
			}
		}
	}
	fmt.Printf("Hold the Line is at %s\nStop it with Ctrl+C.\n", url)
	opens := url
	if o.class.on() {
		var others []string
		_, port, err := net.SplitHostPort(listener.Addr().String())
		if host, _, _ := net.SplitHostPort(o.addr); err == nil && o.cert == "" && unspecified(host) {
			others = networkAddresses(port)
			announce(os.Stdout, others)
		}
		opens = teachersAddress(url, others)
	}
	if o.open {
		openBrowser(opens)
	}
	ended := make(chan error, 1)
	go func() {
		if o.cert != "" {
			ended <- server.ServeTLS(listener, o.cert, o.key)
		} else {
			ended <- server.Serve(listener)
		}
	}()
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

// quiet is where the HTTP server's own messages go: they hold addresses of clients.
func quiet() *log.Logger { return log.New(io.Discard, "", 0) }
