package session

import (
	"bytes"
	"errors"
	"testing"
)

// FuzzRead feeds any bytes to Read. What is kept is a session that reads back as
// itself, and anything else is reported as damage.
func FuzzRead(f *testing.F) {
	whole := played(f)
	set, data := whole.Set(), whole.Encode()
	f.Add(data)
	f.Add(data[:len(data)/2])
	f.Add(bytes.Replace(data, []byte("tuesday"), []byte("monday"), 3))
	f.Add(bytes.Replace(data, []byte(`"answered"`), []byte(`"retried"`), 1))
	f.Add([]byte(`{"do":"started","config":{}}`))
	f.Add([]byte("null\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := Read(set, data)
		var damage *CorruptError
		if err != nil && (!errors.As(err, &damage) || damage.Line < 1 || damage.Problem == "" || damage.Next == "") {
			t.Fatalf("damage without a place and a next step: %#v", err)
		}
		if s == nil {
			if err == nil {
				t.Fatal("neither a session nor an error")
			}
			return
		}
		again, err := Read(set, s.Encode())
		if err != nil {
			t.Fatalf("what was kept can't be read: %v\n%s", err, s.Encode())
		}
		if snapshot(again) != snapshot(s) {
			t.Fatal("what was kept reads as another session")
		}
	})
}
