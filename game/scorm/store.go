package scorm

import (
	"strings"

	"holdtheline/game/app"
	"holdtheline/game/launch"
	"holdtheline/game/store"
	"holdtheline/quiz/packed"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// Store is a store that keeps sessions in memory: a learning platform keeps them, and
// on a device that pupils share nobody finds the game of the one before. Everything
// else goes to the store behind it.
type Store struct {
	store.Store
	sessions map[string]string
	resumed  *session.Session
}

// NewStore returns a store with the session that a platform has kept as a text; an
// empty one is none. The error, which wraps one of package packed, says why the text
// can't be used.
func NewStore(behind store.Store, set *puzzle.Set, text string) (*Store, error) {
	s := &Store{Store: behind, sessions: map[string]string{}}
	if strings.TrimSpace(text) == "" {
		return s, nil
	}
	kept, err := packed.Unpack(set, text)
	if err != nil {
		return s, err
	}
	cfg := kept.Config()
	key := launch.Key(cfg.Case, app.Variant{Length: cfg.Length, Mode: cfg.Mode, When: cfg.When})
	s.sessions[key] = string(kept.Encode())
	s.resumed = kept
	return s, nil
}

// Session returns the session that the platform has kept, or nil.
func (s *Store) Session() *session.Session { return s.resumed }

// Load implements [store.Store].
func (s *Store) Load(key string) ([]byte, error) {
	if !store.IsSession(key) {
		return s.Store.Load(key)
	}
	log, ok := s.sessions[key]
	if !ok {
		return nil, store.ErrAbsent
	}
	return []byte(log), nil
}

// Save implements [store.Store].
func (s *Store) Save(key string, data []byte) error {
	if !store.IsSession(key) {
		return s.Store.Save(key, data)
	}
	s.sessions[key] = string(data)
	return nil
}

// Archive implements [store.Store]. What is set aside in memory is gone: the store
// holds only what this program has written.
func (s *Store) Archive(key string) error {
	if !store.IsSession(key) {
		return s.Store.Archive(key)
	}
	if _, ok := s.sessions[key]; !ok {
		return store.ErrAbsent
	}
	delete(s.sessions, key)
	return nil
}
