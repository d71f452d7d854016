package live

import (
	"context"
	"errors"

	"holdtheline/web/class/room"
)

// RemoveSeat takes a seat away: its record, its log and what was folded from it, also
// on the disk.
func (h *Hub) RemoveSeat(ctx context.Context, code, seat string, allow func(*room.Room) error) error {
	var record uint64
	_, err := h.Record(ctx, code, func(r *room.Room) (room.Record, bool, error) {
		if err := allow(r); err != nil {
			return room.Record{}, false, err
		}
		if s, ok := r.Seat(seat); ok {
			record = s.RecordSeq()
			return room.Record{Do: room.Removed, Seat: seat}, false, nil
		}
		was, ok := r.WasRemoved(seat)
		if !ok {
			return room.Record{}, false, ErrNoSeat
		}
		record = was
		return room.Record{}, true, nil // an attempt before was interrupted
	})
	if err != nil {
		return err
	}
	if record != 0 {
		if err := h.store.Erase(ctx, code, record); err != nil {
			return err
		}
	}
	return h.store.Purge(ctx, code, seat, 0)
}

// ErrNoSeat means that a class has no such seat.
var ErrNoSeat = errors.New("there is no such seat")

// Delete removes a class, also from the disk. What stays for as long as classes are
// kept is that there was one with this code, so that nobody gets the code meanwhile.
func (h *Hub) Delete(ctx context.Context, code string, allow func(*room.Room) error) error {
	var created uint64
	last, err := h.Record(ctx, code, func(r *room.Room) (room.Record, bool, error) {
		created = r.CreatedSeq()
		return room.Record{Do: room.Deleted}, false, allow(r)
	})
	if err != nil {
		return err
	}
	return h.erase(ctx, code, created, last)
}

// erase overwrites the record that has the class's secret, which makes everything
// unreadable at once, and then removes all messages before the last record.
func (h *Hub) erase(ctx context.Context, code string, created, last uint64) error {
	if created != 0 {
		if err := h.store.Erase(ctx, code, created); err != nil {
			return err
		}
	}
	return h.store.Purge(ctx, code, ">", last)
}
