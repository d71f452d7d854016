package store

import (
	"errors"
	"strings"
)

// ErrElsewhere means that what is kept under a key was written by another tab or
// window since it was loaded or saved here: saving would wipe that out.
var ErrElsewhere = errors.New("another tab or window has gone on with this game; choose which of the two to keep")

// A Guard is a store that writes over no session which somebody else has written
// in the meantime. Settings are the player's and the last word on them holds, so
// those it lets through.
type Guard struct {
	Store
	known map[string]string // what was last loaded or saved here; nothing for what wasn't there
}

// NewGuard puts a guard before a store.
func NewGuard(s Store) *Guard { return &Guard{Store: s, known: map[string]string{}} }

// Load implements [Store].
func (g *Guard) Load(key string) ([]byte, error) {
	data, err := g.Store.Load(key)
	if err == nil || errors.Is(err, ErrAbsent) {
		g.known[key] = string(data)
	}
	return data, err
}

// Save implements [Store]. Where another has written, the error is
// [ErrElsewhere] and nothing is changed: load what is there, or set it aside and
// save again.
func (g *Guard) Save(key string, data []byte) error {
	if g.Changed(key) {
		return ErrElsewhere
	}
	err := g.Store.Save(key, data)
	if err == nil {
		g.known[key] = string(data)
	}
	return err
}

// SetAside implements [Store].
func (g *Guard) SetAside(key string) error {
	err := g.Store.SetAside(key)
	if err == nil || errors.Is(err, ErrAbsent) {
		g.known[key] = ""
	}
	return err
}

// Changed tells whether a session is another than was last loaded or saved here.
func (g *Guard) Changed(key string) bool {
	if !strings.HasPrefix(key, sessionPrefix) {
		return false
	}
	there, err := g.Store.Load(key)
	if err != nil && !errors.Is(err, ErrAbsent) {
		return false // what can't be read can't be saved over either
	}
	return string(there) != g.known[key]
}
