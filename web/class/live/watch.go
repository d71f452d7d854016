package live

import (
	"context"

	"holdtheline/web/class/room"
)

// A Watch follows one class, which stays in memory meanwhile. It belongs to one
// goroutine.
type Watch struct {
	hub  *Hub
	code string
	c    *class
}

// Watch begins to follow a class. It has to be closed.
func (h *Hub) Watch(ctx context.Context, code string) (*Watch, error) {
	w := &Watch{hub: h, code: code}
	return w, w.find(ctx)
}

func (w *Watch) find(ctx context.Context) error {
	c, err := w.hub.get(ctx, w.code)
	if err != nil {
		return err
	}
	c.use(1)
	w.c = c
	return nil
}

// Close ends the watch.
func (w *Watch) Close() {
	if w.c != nil {
		w.c.use(-1)
		w.c = nil
	}
}

// Look calls look as [Hub.View] does. It returns a channel that is closed at the next
// change of the class, and one that is closed at the next change of its records.
func (w *Watch) Look(ctx context.Context, look func(r *room.Room, number uint64) error) (changed, records <-chan struct{}, err error) {
	for {
		if w.c == nil {
			if err := w.find(ctx); err != nil {
				return nil, nil, err
			}
		}
		w.c.mu.Lock()
		if w.c.gone {
			w.c.mu.Unlock()
			w.Close()
			continue
		}
		changed, records = w.c.changed, w.c.paced
		if err = w.c.err; err == nil {
			err = w.c.room.Open(w.hub.clock.Now())
		}
		if err == nil {
			err = look(w.c.room, w.c.number())
		}
		w.c.mu.Unlock()
		return changed, records, err
	}
}
