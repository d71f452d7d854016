package store

import (
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
)

// startLimit is how long the store in this process may take to start: it reads what
// it has on the disk.
const startLimit = time.Minute

// Embed starts a store in this process, which keeps its files in a folder and has no
// port, and connects to it. Every write is synced to the disk before it is
// acknowledged. The function stop ends it.
func Embed(dir string) (nc *nats.Conn, stop func(), err error) {
	ns, err := server.NewServer(&server.Options{
		ServerName: "hold-the-line",
		DontListen: true,
		JetStream:  true,
		StoreDir:   filepath.Clean(dir),
		SyncAlways: true,
		NoLog:      true,
		NoSigs:     true,
		MaxPayload: server.MAX_PAYLOAD_SIZE,
	})
	if err != nil {
		return nil, nil, fmt.Errorf("the store in %s can't be started: %w", dir, err)
	}
	go ns.Start()
	shutdown := func() {
		ns.Shutdown()
		ns.WaitForShutdown()
	}
	if !ns.ReadyForConnections(startLimit) || !ns.JetStreamEnabled() {
		shutdown()
		return nil, nil, fmt.Errorf("the store in %s does not start: check that the folder can be written and that no other server uses it", dir)
	}
	nc, err = nats.Connect("", nats.InProcessServer(ns), nats.Name("class server"), nats.Timeout(startLimit))
	if err != nil {
		shutdown()
		return nil, nil, fmt.Errorf("the store in %s does not answer: %w", dir, err)
	}
	return nc, func() {
		nc.Close()
		shutdown()
	}, nil
}

// Dial connects to the nodes of a cluster, and goes on trying whenever it is lost.
// The error says which addresses were tried.
func Dial(urls string, options ...nats.Option) (*nats.Conn, error) {
	nc, err := nats.Connect(urls, append([]nats.Option{
		nats.Name("class server"),
		nats.MaxReconnects(-1),
		nats.ReconnectWait(reconnectWait),
		nats.ReconnectJitter(reconnectWait/2, reconnectWait/2),
		nats.PingInterval(pingInterval),
		nats.MaxPingsOutstanding(2),
		nats.ReconnectBufSize(-1), // a message is sent again by whoever sent it
	}, options...)...)
	switch {
	case errors.Is(err, nats.ErrAuthorization):
		return nil, fmt.Errorf("NATS at %s refuses these credentials; see -creds", urls)
	case err != nil:
		return nil, fmt.Errorf("NATS at %s can't be reached: %w", urls, err)
	}
	return nc, nil
}

const (
	reconnectWait = 100 * time.Millisecond
	pingInterval  = 2 * time.Second
)
