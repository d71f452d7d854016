package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

var (
	// ErrConflict means that the subject has a message that the writer doesn't know.
	ErrConflict = errors.New("another message was stored first")
	// ErrUnavailable means that the store doesn't answer, or has no room. Whether a
	// message was stored is unknown then.
	ErrUnavailable = errors.New("the store does not answer")
)

// MaxMessage is the largest message in bytes.
const MaxMessage = 512 << 10

// A Message is what the store has under one sequence number.
type Message struct {
	Code, Seat string
	Seq        uint64 // within the partition
	At         time.Time
	Data       []byte
}

// A Store appends and reads messages. It may be used by many goroutines.
type Store struct {
	nc      *nats.Conn
	js      jetstream.JetStream
	streams [Partitions]jetstream.Stream
}

// Append stores a message if the last one of its subject is the expected one, 0 for
// none. It returns its sequence number when the message is safe. The error is
// ErrConflict or ErrUnavailable.
func (s *Store) Append(ctx context.Context, code, seat string, data []byte, expected uint64) (uint64, error) {
	ack, err := s.js.Publish(ctx, subject(code, seat), data,
		jetstream.WithExpectLastSequencePerSubject(expected), jetstream.WithRetryAttempts(0))
	var api *jetstream.APIError
	switch {
	case err == nil:
		return ack.Sequence, nil
	case errors.As(err, &api) && api.ErrorCode == jetstream.JSErrCodeStreamWrongLastSequence:
		return 0, ErrConflict
	default:
		return 0, fmt.Errorf("%w: %w", ErrUnavailable, err)
	}
}

// batch is how many messages are asked for at once.
const batch = 1024

// Read returns all messages of a class, in order. In a cluster it may be answered by
// a node that is a moment behind.
func (s *Store) Read(ctx context.Context, code string) ([]Message, error) {
	var all []Message
	next := uint64(1)
	for {
		some, more, err := s.readFrom(ctx, code, next)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrUnavailable, err)
		}
		all = append(all, some...)
		if !more || len(some) == 0 {
			return all, nil
		}
		next = all[len(all)-1].Seq + 1
	}
}

// readFrom asks for a batch of a class's messages, from a sequence number on.
func (s *Store) readFrom(ctx context.Context, code string, from uint64) (some []Message, more bool, err error) {
	request, err := json.Marshal(map[string]any{"seq": from, "next_by_subj": subject(code, ">"), "batch": batch})
	if err != nil {
		return nil, false, err
	}
	inbox := s.nc.NewInbox()
	answers, err := s.nc.SubscribeSync(inbox)
	if err != nil {
		return nil, false, err
	}
	defer func() { _ = answers.Unsubscribe() }()
	get := "$JS.API.DIRECT.GET." + streamName(Partition(code))
	if err := s.nc.PublishRequest(get, inbox, request); err != nil {
		return nil, false, err
	}
	for {
		m, err := answers.NextMsgWithContext(ctx)
		if err != nil {
			return nil, false, err
		}
		switch status := m.Header.Get("Status"); status {
		case "":
			got, err := fromDirect(m)
			if err != nil {
				return nil, false, err
			}
			some = append(some, got)
		case strconv.Itoa(http.StatusNoContent): // the end of the batch
			return some, m.Header.Get("Nats-Num-Pending") != "0", nil
		case strconv.Itoa(http.StatusNotFound):
			return some, false, nil
		default:
			return nil, false, fmt.Errorf("reading a class is answered with %s", status)
		}
	}
}

// Last returns the sequence number of a class's last message, 0 if there is none. In a
// cluster the leader of its partition is asked, since others may be a moment behind; the
// error is ErrUnavailable if there is none.
func (s *Store) Last(ctx context.Context, code string) (uint64, error) {
	request, err := json.Marshal(map[string]any{"last_by_subj": subject(code, ">")})
	if err != nil {
		return 0, err
	}
	ctx, cancel := context.WithTimeout(ctx, callLimit)
	defer cancel()
	m, err := s.nc.RequestWithContext(ctx, "$JS.API.STREAM.MSG.GET."+streamName(Partition(code)), request)
	if err != nil {
		return 0, fmt.Errorf("%w: %w", ErrUnavailable, err)
	}
	var answer struct {
		Error   *jetstream.APIError `json:"error"`
		Message struct {
			Seq uint64 `json:"seq"`
		} `json:"message"`
	}
	switch err := json.Unmarshal(m.Data, &answer); {
	case err != nil:
		return 0, fmt.Errorf("%w: %w", ErrUnavailable, err)
	case answer.Error == nil:
		return answer.Message.Seq, nil
	case answer.Error.ErrorCode == jetstream.JSErrCodeMessageNotFound:
		return 0, nil
	default:
		return 0, fmt.Errorf("%w: %w", ErrUnavailable, answer.Error)
	}
}

// fromDirect reads a message that was asked for directly.
func fromDirect(m *nats.Msg) (Message, error) {
	code, seat, ok := parse(m.Header.Get("Nats-Subject"))
	seq, err := strconv.ParseUint(m.Header.Get("Nats-Sequence"), 10, 64)
	at, errAt := time.Parse(time.RFC3339Nano, m.Header.Get("Nats-Time-Stamp"))
	if !ok || err != nil || errAt != nil {
		return Message{}, errors.New("a message of the store has no subject, number or time")
	}
	return Message{Code: code, Seat: seat, Seq: seq, At: at, Data: m.Data}, nil
}

// Erase overwrites a message on the disk. One that isn't there is no error.
func (s *Store) Erase(ctx context.Context, code string, seq uint64) error {
	err := s.streams[Partition(code)].SecureDeleteMsg(ctx, seq)
	if err == nil || errors.Is(err, jetstream.ErrMsgNotFound) || errors.Is(err, jetstream.ErrMsgDeleteUnsuccessful) {
		return nil
	}
	return fmt.Errorf("%w: %w", ErrUnavailable, err)
}

// Purge removes the messages of a seat, or those before a sequence number.
func (s *Store) Purge(ctx context.Context, code, seat string, before uint64) error {
	options := []jetstream.StreamPurgeOpt{jetstream.WithPurgeSubject(subject(code, seat))}
	if before > 0 {
		options = append(options, jetstream.WithPurgeSequence(before))
	}
	if err := s.streams[Partition(code)].Purge(ctx, options...); err != nil {
		return fmt.Errorf("%w: %w", ErrUnavailable, err)
	}
	return nil
}

// Classes counts the classes that the store has.
func (s *Store) Classes(ctx context.Context) (int, error) {
	classes := 0
	for p, stream := range s.streams {
		filter := prefix + "." + strconv.Itoa(p) + ".*." + ClassSeat
		info, err := stream.Info(ctx, jetstream.WithSubjectFilter(filter))
		if err != nil {
			return 0, fmt.Errorf("%w: %w", ErrUnavailable, err)
		}
		classes += len(info.State.Subjects)
	}
	return classes, nil
}

// Ready reports whether every partition has a leader that answers.
func (s *Store) Ready(ctx context.Context) error {
	for _, stream := range s.streams {
		if _, err := stream.Info(ctx); err != nil {
			return fmt.Errorf("%w: %w", ErrUnavailable, err)
		}
	}
	return nil
}
