package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	natsserver "github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"holdtheline/assets"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
	"holdtheline/web/class/client"
	"holdtheline/web/class/store"
)

// asNode makes this test binary a node of a NATS cluster: its name, its addresses for
// clients and for the other nodes, its folder and the addresses of all.
const asNode = "HOLD_THE_LINE_NODE"

// runNode is a NATS server as a district runs it: see web/class/README.md.
func runNode(config string) {
	part := strings.Split(config, " ")
	host, port := split(part[1])
	clusterHost, clusterPort := split(part[2])
	options := &natsserver.Options{
		ServerName: part[0], Host: host, Port: port, NoLog: true,
		JetStream: true, StoreDir: part[3], SyncAlways: true,
		Cluster: natsserver.ClusterOpts{Name: "district", Host: clusterHost, Port: clusterPort},
	}
	for _, route := range part[4:] {
		if route != part[2] {
			options.Routes = append(options.Routes, &url.URL{Scheme: "nats", Host: route})
		}
	}
	node, err := natsserver.NewServer(options)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	node.Start() // SIGTERM stops it in order
	node.WaitForShutdown()
}

func split(address string) (string, int) {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		panic(err)
	}
	n, err := strconv.Atoi(port)
	if err != nil {
		panic(err)
	}
	return host, n
}

// TestACluster plays on a cluster of three nodes with two servers in front. The node
// that leads the class's partition is stopped and comes back, the next leader is
// killed, and then one of the servers, while that node is still down; a new server takes
// its place, and then an empty node that of the killed one. The pupils go on, and nothing
// that was acknowledged is lost.
func TestACluster(t *testing.T) {
	if testing.Short() {
		t.Skip("elections take a while")
	}
	c, err := assets.Load(assets.DefaultCase)
	if err != nil {
		t.Fatal(err)
	}
	set := puzzle.New(c)

	var routes, urls []string
	for range 3 {
		routes = append(routes, freePort(t))
		urls = append(urls, freePort(t))
	}
	nodes, config := map[string]*exec.Cmd{}, map[string]string{}
	startNode := func(name string) {
		process := exec.Command(os.Args[0])
		process.Env = append(os.Environ(), asNode+"="+config[name])
		process.Stderr = os.Stderr
		if err := process.Start(); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			_ = process.Process.Kill()
			_ = process.Wait()
		})
		nodes[name] = process
	}
	node := func(name string) string { // with an empty folder
		i, _ := strconv.Atoi(strings.TrimPrefix(name, "node-"))
		return strings.Join(append([]string{name, urls[i], routes[i], t.TempDir()}, routes...), " ")
	}
	for i := range routes {
		name := fmt.Sprintf("node-%d", i)
		config[name] = node(name)
		startNode(name)
	}
	all := "nats://" + strings.Join(urls, ",nats://")
	nc := reach(t, all)

	args := []string{"-dir", site(t), "-open=false", "-nats", all, "-addr"}
	first, second := startChild(t, append(args, freePort(t))...), startChild(t, append(args, freePort(t))...)
	one, two := client.New(first.base, 8), client.New(second.base, 8)
	defer one.Close()
	defer two.Close()
	class, err := one.OpenClass(t.Context(), map[string]any{"length": "full", "mode": "assessment", "seed": 7})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var playing sync.WaitGroup
	var acks atomic.Int64
	var pupils []*pupil
	replaced := make(chan *client.Client, 4)
	for i := range 4 {
		cl := []*client.Client{one, two}[i%2]
		seat, err := cl.Join(t.Context(), class)
		if err != nil {
			t.Fatal(err)
		}
		cfg := session.Config{Length: "full", Mode: session.Assessment, Seed: 7}
		p := &pupil{seat: seat, player: client.NewPlayer(set, cfg, 3)}
		pupils = append(pupils, p)
		at := ctx
		if i%2 == 0 { // their server is killed: they go on with the one in its place
			var leave context.CancelFunc
			at, leave = context.WithCancel(ctx)
			defer leave()
			first.leaving = append(first.leaving, leave)
		}
		playing.Go(func() {
			if err := p.play(at, cl, class, &acks); err != nil {
				t.Error(err)
			}
			if at.Err() != nil && ctx.Err() == nil {
				if err := p.play(ctx, <-replaced, class, &acks); err != nil {
					t.Error(err)
				}
			}
		})
	}
	more := func(n int64, what string) time.Duration {
		t.Helper()
		began := time.Now()
		longest, last, seen := time.Duration(0), began, acks.Load()
		for until := seen + n; seen < until; {
			now := acks.Load()
			if at := time.Now(); now != seen {
				longest = max(longest, at.Sub(last))
				last, seen = at, now
			}
			if time.Since(began) > 40*time.Second || t.Failed() {
				t.Fatalf("%s nothing is acknowledged any more", what)
			}
			time.Sleep(time.Millisecond)
		}
		return longest
	}
	more(40, "before anything happens")

	js, err := jetstream.New(nc)
	if err != nil {
		t.Fatal(err)
	}
	stream, err := js.Stream(t.Context(), fmt.Sprintf("HTL_%d", store.Partition(class.Code)))
	if err != nil {
		t.Fatal(err)
	}
	// First one is stopped in order, as for an update, and comes back.
	updated := stream.CachedInfo().Cluster.Leader
	if err := nodes[updated].Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	t.Logf("the leader is stopped: the longest gap is %v", more(60, "after the leader was stopped"))
	_ = nodes[updated].Wait()
	startNode(updated)
	leader := whole(t, stream)
	if err := nodes[leader].Process.Kill(); err != nil {
		t.Fatal(err)
	}
	t.Logf("the leader is killed: the longest gap is %v", more(60, "after the leader was killed"))

	first.kill()
	third := startChild(t, append(args, freePort(t))...)
	three := client.New(third.base, 8)
	defer three.Close()
	for _, leave := range first.leaving {
		leave()
		replaced <- three
	}
	t.Logf("a server is replaced while a node is down: the longest gap is %v", more(60, "after a server was replaced"))

	// The node that was killed comes back on another machine, with an empty folder.
	_ = nodes[leader].Wait()
	config[leader] = node(leader)
	startNode(leader)
	t.Logf("an empty node comes in: the longest gap is %v", more(60, "after an empty node came in"))
	whole(t, stream)
	t.Logf("it has everything: the longest gap is %v", more(60, "after the empty node had everything"))
	stop()
	playing.Wait()
	for i, p := range pupils {
		for _, cl := range []*client.Client{two, three} {
			// What the other server stored may arrive a moment later.
			passing := func(err error) bool { return errors.Is(err, errMissing) || errors.Is(err, errWait) }
			err := p.compare(t.Context(), cl, class)
			for began := time.Now(); passing(err) && time.Since(began) < time.Minute; time.Sleep(20 * time.Millisecond) {
				err = p.compare(t.Context(), cl, class)
			}
			if err != nil {
				t.Errorf("pupil %d: %v", i+1, err)
			}
		}
	}
}

// whole waits until all nodes of a stream have everything, and returns the leader.
func whole(t *testing.T, stream jetstream.Stream) (leader string) {
	t.Helper()
	for began := time.Now(); time.Since(began) < 40*time.Second; time.Sleep(50 * time.Millisecond) {
		info, err := stream.Info(t.Context())
		if err != nil || info.Cluster == nil || info.Cluster.Leader == "" || len(info.Cluster.Replicas) != 2 {
			continue
		}
		current := 0
		for _, replica := range info.Cluster.Replicas {
			if replica.Current && !replica.Offline {
				current++
			}
		}
		if current == 2 {
			return info.Cluster.Leader
		}
	}
	t.Fatal("the node that was updated doesn't come back")
	return ""
}

// reach connects to a cluster and waits until its streams could be made.
func reach(t *testing.T, urls string) *nats.Conn {
	t.Helper()
	nc, err := nats.Connect(urls, nats.RetryOnFailedConnect(true), nats.MaxReconnects(-1), nats.ReconnectWait(20*time.Millisecond))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(nc.Close)
	js, err := jetstream.New(nc)
	if err != nil {
		t.Fatal(err)
	}
	for began := time.Now(); ; time.Sleep(50 * time.Millisecond) {
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		_, err := js.CreateStream(ctx, jetstream.StreamConfig{Name: "ready", Replicas: 3})
		cancel()
		if err == nil {
			return nc
		}
		if time.Since(began) > 30*time.Second {
			t.Fatalf("the cluster isn't ready: %v", err)
		}
	}
}
