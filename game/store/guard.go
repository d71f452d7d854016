package store

import "errors"

// ErrConflict means that another tab or window has written a key since it was
// loaded or saved here: saving would overwrite that.
var ErrConflict = errors.New("another tab or window has gone on with this game; choose which of the two to keep")

// A Guard is a store that detects conflicting writes: it doesn't overwrite a
// session that another tab or window has written. For settings the last write
// wins.
type Guard struct {
	Store
	known map[string]string // what was last loaded or saved here; absent keys are empty
}

// NewGuard returns a guard around a store.
func NewGuard(s Store) *Guard { return &Guard{Store: s, known: map[string]string{}} }

// Load implements [Store].
func (g *Guard) Load(key string) ([]byte, error) {
	data, err := g.Store.Load(key)
	if err == nil || errors.Is(err, ErrAbsent) {
		g.known[key] = string(data)
	}
	return data, err
}

// Save implements [Store]. On a conflict the error is [ErrConflict] and
// nothing is written: load the other session, or archive it and save again.
func (g *Guard) Save(key string, data []byte) error {
	if g.Changed(key) {
		return ErrConflict
	}
	err := g.Store.Save(key, data)
	if err == nil {
		g.known[key] = string(data)
	}
	return err
}

// Archive implements [Store].
func (g *Guard) Archive(key string) error {
	err := g.Store.Archive(key)
	if err == nil || errors.Is(err, ErrAbsent) {
		g.known[key] = ""
	}
	return err
}

// Changed tells whether a session differs from what was last loaded or saved
// here.
func (g *Guard) Changed(key string) bool {
	if !IsSession(key) {
		return false
	}
	there, err := g.Store.Load(key)
	if err != nil && !errors.Is(err, ErrAbsent) {
		return false // what can't be read can't be overwritten either
	}
	return string(there) != g.known[key]
}
