package room

import (
	"sync"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
)

// Cases has the items of the cases that can be played, each made once. It may be used
// by many goroutines.
type Cases struct {
	load func(id string) (*casefile.Case, error)
	mu   sync.Mutex
	sets map[string]*puzzle.Set
}

// NewCases returns the cases that load loads by their ids.
func NewCases(load func(id string) (*casefile.Case, error)) *Cases {
	return &Cases{load: load, sets: map[string]*puzzle.Set{}}
}

// Set returns the items of a case. The error is that of load.
func (c *Cases) Set(id string) (*puzzle.Set, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if set := c.sets[id]; set != nil {
		return set, nil
	}
	loaded, err := c.load(id)
	if err != nil {
		return nil, err
	}
	set := puzzle.New(loaded)
	c.sets[id] = set
	return set, nil
}
