package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/nats-io/nats.go/jetstream"
)

// heartbeat is how often the store shows that a follower still follows. Two that are
// missed, as when a node dies, make it begin again where it was.
const heartbeat = time.Second

// Follow calls receive for every message that is stored from now on, whoever
// stores it, in the order of each partition: the calls for one partition come one
// after another. It returns the last sequence number of each partition before the
// first call. The consumers are ordered and ephemeral, one for each partition. They
// end with stop.
func (s *Store) Follow(ctx context.Context, receive func(partition int, m Message)) (from [Partitions]uint64, stop func(), err error) {
	var followed []jetstream.ConsumeContext
	stop = func() {
		for _, c := range followed {
			c.Stop()
		}
	}
	for p, stream := range s.streams {
		err := persist(ctx, func(error) {}, func(ctx context.Context) error {
			info, err := stream.Info(ctx)
			if err != nil {
				return err
			}
			from[p] = info.State.LastSeq
			consumer, err := stream.OrderedConsumer(ctx, jetstream.OrderedConsumerConfig{
				FilterSubjects: []string{partitionSubjects(p)},
				DeliverPolicy:  jetstream.DeliverByStartSequencePolicy,
				OptStartSeq:    from[p] + 1,
			})
			if err != nil {
				return err
			}
			c, err := consumer.Consume(func(m jetstream.Msg) {
				if got, err := fromConsumer(m); err == nil {
					receive(p, got)
				}
			}, jetstream.PullHeartbeat(heartbeat), jetstream.PullExpiry(4*heartbeat))
			if err == nil {
				followed = append(followed, c)
			}
			return err
		})
		if err != nil {
			stop()
			return from, nil, fmt.Errorf("%w: %w", ErrUnavailable, err)
		}
	}
	return from, stop, nil
}

func fromConsumer(m jetstream.Msg) (Message, error) {
	about, err := m.Metadata()
	if err != nil {
		return Message{}, err
	}
	code, seat, ok := parse(m.Subject())
	if !ok {
		return Message{}, errors.New("a message with another subject")
	}
	return Message{Code: code, Seat: seat, Seq: about.Sequence.Stream, At: about.Timestamp, Data: m.Data()}, nil
}
