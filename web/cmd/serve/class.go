package main

import (
	"context"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/nats-io/nats.go"

	"holdtheline/assets"
	"holdtheline/web/class"
	"holdtheline/web/class/live"
	"holdtheline/web/class/store"
	"holdtheline/web/policy"
)

// classOptions are the flags of the class server. Without dir and nats there is none.
type classOptions struct {
	dir  string
	nats string

	creds, ca, cert, key string // of NATS
	replicas             int

	keep       time.Duration
	metrics    string
	maxClasses int
	maxStreams int
	memory     int // MB
	ceiling    float64
	proxy      bool
}

func (o *classOptions) flags(f *flag.FlagSet) {
	f.StringVar(&o.dir, "class", "", "let classes play, and keep them in this folder")
	f.StringVar(&o.nats, "nats", "", "let classes play, and keep them in these NATS servers, as nats://a,nats://b,nats://c")
	f.StringVar(&o.creds, "creds", "", "the credentials file for NATS")
	f.StringVar(&o.ca, "nats-ca", "", "the file with the certificate authority of the NATS servers, if it is one of your own")
	f.StringVar(&o.cert, "nats-cert", "", "the certificate file to show to the NATS servers")
	f.StringVar(&o.key, "nats-key", "", "the key file of -nats-cert")
	f.IntVar(&o.replicas, "replicas", 3, "on how many NATS servers each message is kept")
	f.DurationVar(&o.keep, "keep", 24*time.Hour, "how long a class is kept")
	f.StringVar(&o.metrics, "metrics", "", "the address to answer /metrics on, for Prometheus, as host:port")
	f.IntVar(&o.maxClasses, "max-classes", 5000, "how many classes there may be")
	f.IntVar(&o.maxStreams, "max-streams", 20000, "how many streams of events may be open")
	f.IntVar(&o.memory, "max-memory", 512, "memory for classes that are being played, in MB")
	f.Float64Var(&o.ceiling, "max-calls", 0, "calls a second that one address may make; a school is one address (default 2000)")
	f.BoolVar(&o.proxy, "behind-proxy", false, "believe X-Forwarded-For and X-Forwarded-Proto, which a proxy has to set")
}

// on reports whether classes can play.
func (o *classOptions) on() bool { return o.dir != "" || o.nats != "" }

// check refuses flags that make no sense together.
func (o *classOptions) check() error {
	switch {
	case o.dir != "" && o.nats != "":
		return errors.New("-class keeps classes in a folder and -nats in other servers: choose one")
	case o.on() && o.keep < time.Minute:
		return errors.New("-keep is how long a class is kept: at least a minute")
	case (o.cert == "") != (o.key == ""):
		return errors.New("-nats-cert and -nats-key belong together")
	case o.on() && (o.replicas < 1 || o.maxClasses < 1 || o.maxStreams < 1 || o.memory < 1 || o.ceiling < 0):
		return errors.New("-replicas, -max-classes, -max-streams and -max-memory are at least 1, -max-calls at least 0")
	case !o.on() && o.metrics != "":
		return errors.New("-metrics is about classes, which need -class or -nats")
	}
	return nil
}

// classHeader goes with every file of a site whose server lets classes play: the game
// then offers to join one.
const classHeader = "Class-Server"

const (
	mb = 1 << 20
	// setupLimit is how long it may take until the store can be used.
	setupLimit = time.Minute
)

// classes starts a class server in front of a site. Stop ends it.
func classes(ctx context.Context, o *classOptions, site http.Handler) (handler http.Handler, server *class.Handler, stop func(), err error) {
	nc, closeStore, replicas, err := connect(o)
	if err != nil {
		return nil, nil, nil, err
	}
	setup, cancel := context.WithTimeout(ctx, setupLimit)
	defer cancel()
	kept, err := store.Open(setup, nc, store.Config{Keep: o.keep, Replicas: replicas, Waiting: func(why error) {
		fmt.Fprintf(os.Stderr, "serve: the store isn't ready, waiting for up to %v: %v\n", setupLimit, why)
	}})
	if err == nil {
		server, err = class.New(setup, class.Config{
			Store: kept, Load: assets.Load, Case: assets.DefaultCase,
			Clock: live.SystemClock{}, Random: rand.Reader, Log: slog.New(slog.NewTextHandler(os.Stderr, nil)),
			Keep: o.keep, MaxClasses: o.maxClasses, MaxStreams: o.maxStreams, Memory: o.memory * mb,
			Ceiling: o.ceiling, BehindProxy: o.proxy,
		})
	}
	if err != nil {
		closeStore()
		return nil, nil, nil, err
	}
	handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if class.Serves(r.URL.Path) {
			server.ServeHTTP(w, r)
			return
		}
		w.Header().Set(classHeader, "yes")
		if path.Clean("/"+r.URL.Path) == "/"+teacherPage {
			w = alone{w}
		}
		site.ServeHTTP(w, r)
	})
	return handler, server, func() {
		server.Close()
		closeStore()
	}, nil
}

// alone serves a page that no other page may frame. A teacher's press there leads a
// class.
type alone struct{ http.ResponseWriter }

// WriteHeader implements [http.ResponseWriter].
func (w alone) WriteHeader(status int) {
	w.Header().Set("Content-Security-Policy", policy.Content()+"; frame-ancestors 'none'")
	w.ResponseWriter.WriteHeader(status)
}

// Unwrap is for [http.ResponseController].
func (w alone) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// connect returns a connection to the store.
func connect(o *classOptions) (nc *nats.Conn, stop func(), replicas int, err error) {
	if o.dir != "" {
		if err := os.MkdirAll(o.dir, 0o700); err != nil {
			return nil, nil, 0, fmt.Errorf("the folder for classes can't be made: %w", err)
		}
		nc, stop, err = store.Embed(filepath.Join(o.dir, "store"))
		return nc, stop, 1, err
	}
	var options []nats.Option
	if o.creds != "" {
		options = append(options, nats.UserCredentials(o.creds))
	}
	if o.ca != "" || o.cert != "" {
		config, err := tlsConfig(o)
		if err != nil {
			return nil, nil, 0, err
		}
		options = append(options, nats.Secure(config))
	}
	nc, err = store.Dial(o.nats, options...)
	if err != nil {
		return nil, nil, 0, err
	}
	return nc, nc.Close, o.replicas, nil
}

func tlsConfig(o *classOptions) (*tls.Config, error) {
	config := &tls.Config{MinVersion: tls.VersionTLS12}
	if o.ca != "" {
		pem, err := os.ReadFile(o.ca)
		if err != nil {
			return nil, fmt.Errorf("-nats-ca: %w", err)
		}
		config.RootCAs = x509.NewCertPool()
		if !config.RootCAs.AppendCertsFromPEM(pem) {
			return nil, fmt.Errorf("-nats-ca: there is no certificate in %s", o.ca)
		}
	}
	if o.cert != "" {
		own, err := tls.LoadX509KeyPair(o.cert, o.key)
		if err != nil {
			return nil, fmt.Errorf("-nats-cert: %w", err)
		}
		config.Certificates = []tls.Certificate{own}
	}
	return config, nil
}

// serveMetrics answers on an address of its own until the context ends.
func serveMetrics(ctx context.Context, addr string, server *class.Handler) error {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return explain(addr, err)
	}
	metrics := &http.Server{Handler: server.Metrics(), ReadTimeout: readLimit, WriteTimeout: readLimit, ErrorLog: quiet()}
	context.AfterFunc(ctx, func() { _ = metrics.Close() })
	go func() { _ = metrics.Serve(listener) }()
	return nil
}

// announce writes where a class finds the game: what to type, and what to point a
// camera at.
func announce(w io.Writer, addresses []string) {
	for i, address := range addresses {
		if i == 0 {
			fmt.Fprintf(w, "\nOne of these addresses is right for the pupils; try them on a device of theirs.\n")
		}
		fmt.Fprintf(w, "\n  Pupils   %s\n  Teacher  %s\n\n", address, address+teacherPage)
		if code, err := qrText(address); err == nil {
			fmt.Fprintln(w, code)
		}
	}
	if len(addresses) == 0 {
		fmt.Fprintln(w, "This machine has no address in a network, so no other device can join.")
	}
}

// teacherPage is the page from which a teacher leads a class.
const teacherPage = "teacher.html"

// teachersAddress returns where a teacher leads from: the page tells pupils the address
// that it was opened at, so it is one that other machines find, if there is any.
func teachersAddress(own string, others []string) string {
	if len(others) > 0 {
		own = others[0]
	}
	return own + teacherPage
}

// networkAddresses lists the addresses at which other machines find a port of this
// one, those of usual home and school networks first.
func networkAddresses(port string) []string {
	interfaces, err := net.InterfaceAddrs()
	if err != nil {
		return nil
	}
	var private, other []string
	for _, a := range interfaces {
		network, ok := a.(*net.IPNet)
		if !ok || network.IP.IsLoopback() || network.IP.To4() == nil || network.IP.IsLinkLocalUnicast() {
			continue
		}
		url := "http://" + net.JoinHostPort(network.IP.String(), port) + "/"
		if port == "80" {
			url = strings.TrimSuffix(url, ":80/") + "/"
		}
		if network.IP.IsPrivate() {
			private = append(private, url)
		} else {
			other = append(other, url)
		}
	}
	return append(private, other...)
}
