package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// Config says how messages are kept.
type Config struct {
	Keep     time.Duration // how long
	Replicas int           // on how many nodes
	// Waiting, if set, is told once why the partitions can't be used yet.
	Waiting func(why error)
}

// Open makes the partitions, or brings those that there are into line with the
// configuration. It leaves those alone that already are, so that a server can start
// while a node is down, and waits while the cluster elects its leaders or misses the
// nodes that a new partition needs. The error is the last reason for waiting if the
// context ends meanwhile.
func Open(ctx context.Context, nc *nats.Conn, cfg Config) (*Store, error) {
	js, err := jetstream.New(nc)
	if err != nil {
		return nil, err
	}
	s := &Store{nc: nc, js: js}
	told := cfg.Waiting == nil
	waiting := func(why error) {
		if !told {
			told = true
			cfg.Waiting(why)
		}
	}
	for p := range Partitions {
		err := persist(ctx, waiting, func(ctx context.Context) (err error) {
			s.streams[p], err = openPartition(ctx, js, p, cfg)
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("the stream %s can't be set up with %d replicas: %w", streamName(p), cfg.Replicas, err)
		}
	}
	return s, nil
}

func openPartition(ctx context.Context, js jetstream.JetStream, p int, cfg Config) (jetstream.Stream, error) {
	want := partitionConfig(p, cfg)
	stream, err := js.Stream(ctx, want.Name)
	if err == nil && inLine(stream.CachedInfo().Config, want) {
		return stream, nil
	}
	if err != nil && !errors.Is(err, jetstream.ErrStreamNotFound) {
		return nil, err
	}
	return js.CreateOrUpdateStream(ctx, want)
}

func partitionConfig(p int, cfg Config) jetstream.StreamConfig {
	return jetstream.StreamConfig{
		Name:        streamName(p),
		Description: "Classes of Hold the Line",
		Subjects:    []string{partitionSubjects(p)},
		Storage:     jetstream.FileStorage,
		Replicas:    cfg.Replicas,
		MaxAge:      cfg.Keep,
		MaxMsgSize:  MaxMessage + 4<<10, // with headers
		Discard:     jetstream.DiscardNew,
		AllowDirect: true,
	}
}

// inLine compares what partitionConfig sets. NATS fills in the rest.
func inLine(have, want jetstream.StreamConfig) bool {
	return have.Description == want.Description && slices.Equal(have.Subjects, want.Subjects) &&
		have.Storage == want.Storage && have.Replicas == want.Replicas && have.MaxAge == want.MaxAge &&
		have.MaxMsgSize == want.MaxMsgSize && have.Discard == want.Discard && have.AllowDirect == want.AllowDirect
}
