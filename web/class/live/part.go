package live

import (
	"context"
	"sync"

	"holdtheline/web/class/store"
)

// remembered is how many classes' last messages a part remembers at least.
const remembered = 4096

// A part is what is known of one partition of the store.
type part struct {
	mu     sync.Mutex
	at     uint64        // delivered up to this number
	moved  chan struct{} // closed when at grows
	recent [2]map[string]uint64
}

// note remembers that a class has a message, so that an answer of a node that is
// behind is recognised.
func (p *part) note(m store.Message) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.recent[0] == nil || len(p.recent[0]) >= remembered {
		p.recent[1], p.recent[0] = p.recent[0], map[string]uint64{}
	}
	p.recent[0][m.Code] = max(p.recent[0][m.Code], m.Seq)
}

// last returns the number of a class's last message, as far as it is remembered.
func (p *part) last(code string) uint64 {
	p.mu.Lock()
	defer p.mu.Unlock()
	return max(p.recent[0][code], p.recent[1][code])
}

// advance notes that everything up to a number is delivered.
func (p *part) advance(seq uint64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if seq > p.at {
		p.at = seq
		close(p.moved)
		p.moved = make(chan struct{})
	}
}

// delivered returns up to which number everything is delivered.
func (p *part) delivered() uint64 {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.at
}

// await waits until everything up to a number is delivered. It returns false if that
// takes too long.
func (p *part) await(ctx context.Context, clock Clock, seq uint64) bool {
	late := clock.After(followWait)
	for {
		p.mu.Lock()
		at, moved := p.at, p.moved
		p.mu.Unlock()
		if at >= seq {
			return true
		}
		select {
		case <-moved:
		case <-late:
			return false
		case <-ctx.Done():
			return false
		}
	}
}
