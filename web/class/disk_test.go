package class

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"testing"
	"time"

	"holdtheline/web/class/client"
	"holdtheline/web/class/room"
	"holdtheline/web/class/store"
)

// onDisk reports whether a file of a folder has bytes.
func onDisk(t *testing.T, dir string, wanted []byte) bool {
	t.Helper()
	found := false
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		found = found || bytes.Contains(data, wanted)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// seals returns the secrets that seal a class's messages, as the store has them: of
// the class, and of each seat.
func seals(t *testing.T, s *store.Store, code string) (class []byte, seats map[string][]byte) {
	t.Helper()
	messages, err := s.Read(t.Context(), code)
	if err != nil {
		t.Fatal(err)
	}
	seats = map[string][]byte{}
	for _, m := range messages {
		var r room.Record
		if m.Seat != store.ClassSeat || json.Unmarshal(m.Data, &r) != nil || len(r.Seal) == 0 {
			continue
		}
		if text := base64.StdEncoding.AppendEncode(nil, r.Seal); r.Do == room.Created {
			class = text
		} else {
			seats[r.Seat] = text
		}
	}
	return class, seats
}

// What a pupil answers is never on the disk in clear, and with the seat or the class
// the secret goes that would open it.
func TestWhatIsDeletedIsGoneFromTheDisk(t *testing.T) {
	dir := t.TempDir()
	s := embed(t, dir, time.Hour)
	server, _ := serve(t, config(t, s))
	c := dial(t, server)
	class, other := open(t, c, room.Free), open(t, c, room.Free)
	set := theCall(t)
	var seats []client.Seat
	for _, at := range []client.Class{class, class, other} {
		seat := join(t, c, at)
		seats = append(seats, seat)
		p := client.NewPlayer(set, game(false), 0)
		for range 4 {
			if _, err := p.Next(); err != nil {
				t.Fatal(err)
			}
		}
		events, _ := p.Events(0)
		if a, err := c.Put(t.Context(), at, seat, 0, events); err != nil || a.Status != http.StatusOK {
			t.Fatalf("%d %v", a.Status, err)
		}
	}
	secret, ofSeats := seals(t, s, class.Code)
	secretOfOther, _ := seals(t, s, other.Code)
	for _, text := range []string{`"answered"`, `"certainty"`, seats[0].Key, class.Teacher} {
		if onDisk(t, dir, []byte(text)) {
			t.Errorf("%s is on the disk", text)
		}
	}
	for _, text := range [][]byte{secret, ofSeats["1"], ofSeats["2"], secretOfOther} {
		if len(text) == 0 || !onDisk(t, dir, text) {
			t.Fatalf("%s is not on the disk, so this test shows nothing", text)
		}
	}

	remove := func(path string) {
		t.Helper()
		a, err := c.Do(t.Context(), client.Request{Method: "DELETE", Path: path, Secret: class.Teacher})
		if err != nil || a.Status != http.StatusNoContent {
			t.Fatalf("%d %s %v", a.Status, a.Body, err)
		}
	}
	remove(class.Path("/seats/1"))
	if onDisk(t, dir, ofSeats["1"]) || !onDisk(t, dir, ofSeats["2"]) {
		t.Error("taking a seat away removes too little, or too much")
	}
	messages, err := s.Read(t.Context(), class.Code)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range messages {
		if m.Seat == "1" {
			t.Error("the seat's log is still there")
		}
	}
	remove(class.Path(""))
	if onDisk(t, dir, secret) || !onDisk(t, dir, secretOfOther) {
		t.Error("deleting a class removes too little, or too much")
	}
	if messages, err = s.Read(t.Context(), class.Code); err != nil || len(messages) != 1 {
		t.Errorf("%d messages are left, %v", len(messages), err)
	}
}

// A class that was deleted only in part, because the server was killed, is deleted by
// whoever comes next.
func TestAnInterruptedDeletionIsFinished(t *testing.T) {
	dir := t.TempDir()
	s := embed(t, dir, time.Hour)
	server, _ := serve(t, config(t, s))
	c := dial(t, server)
	class := open(t, c, room.Free)
	join(t, c, class)
	secret, _ := seals(t, s, class.Code)
	messages, err := s.Read(t.Context(), class.Code)
	if err != nil {
		t.Fatal(err)
	}
	last := messages[len(messages)-1].Seq
	if _, err := s.Append(t.Context(), class.Code, store.ClassSeat, room.Record{Do: room.Deleted}.Encode(), last); err != nil {
		t.Fatal(err)
	}
	fresh, _ := serve(t, config(t, s))
	a, err := dial(t, fresh).Do(t.Context(), client.Request{Method: "GET", Path: class.Path("")})
	if err != nil || a.Status != http.StatusNotFound {
		t.Errorf("a deleted class is answered with %d, %v", a.Status, err)
	}
	if onDisk(t, dir, secret) {
		t.Error("the class's secret is still on the disk")
	}
	if messages, err = s.Read(t.Context(), class.Code); err != nil || len(messages) != 1 {
		t.Errorf("%d messages are left, %v", len(messages), err)
	}
}

// A class ends when it was said to, and the store forgets its messages.
func TestAClassIsGoneAfterItsTime(t *testing.T) {
	s := embed(t, t.TempDir(), time.Hour)
	clock := &handClock{at: time.Now()}
	cfg := config(t, s)
	cfg.Clock, cfg.Keep = clock, time.Hour
	server, _ := serve(t, cfg)
	c := dial(t, server)
	class := open(t, c, room.Free)
	get(t, c, class.Path(""), "", nil)
	clock.forward(time.Hour)
	a, err := c.Do(t.Context(), client.Request{Method: "GET", Path: class.Path("")})
	if err != nil || a.Status != http.StatusNotFound {
		t.Errorf("after its time it is answered with %d, %v", a.Status, err)
	}
	// The store goes by the machine's clock.
	short := embed(t, t.TempDir(), time.Second)
	if _, err := short.Append(t.Context(), class.Code, store.ClassSeat, []byte("{}"), 0); err != nil {
		t.Fatal(err)
	}
	for began := time.Now(); ; time.Sleep(20 * time.Millisecond) {
		messages, err := short.Read(t.Context(), class.Code)
		if err != nil {
			t.Fatal(err)
		}
		if len(messages) == 0 {
			break
		}
		if time.Since(began) > time.Minute {
			t.Fatalf("%d messages are still there", len(messages))
		}
	}
}
