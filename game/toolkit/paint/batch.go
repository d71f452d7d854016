package paint

import (
	"image"
	"slices"
)

// A sorter puts the quads of a frame into batches: as few as it finds without
// changing the picture, since each costs the graphics card's driver far more than
// a quad does. The letters of a word lie on several pages; drawn in the order in
// which they are read, nearly each would need a batch of its own.
//
// A quad joins an earlier batch where it may: where it covers nothing that comes
// between, and the batch's clip cuts nothing off it that its own doesn't.
type sorter struct {
	batches []Batch
	reach   []image.Rectangle // where each batch draws
	lengths []int             // how many quads each has
	added   []added
	quads   []Quad
}

// An added is a quad and its batch.
type added struct {
	Quad
	batch int
}

func (s *sorter) begin() {
	s.batches, s.reach, s.lengths, s.added = s.batches[:0], s.reach[:0], s.lengths[:0], s.added[:0]
}

// add draws a quad above all those before.
func (s *sorter) add(q Quad, page *Page, clip image.Rectangle) {
	seen := q.D.Intersect(clip)
	i := len(s.batches) - 1
	for ; i >= 0; i-- {
		b := &s.batches[i]
		if b.Page == page && (b.Clip == clip || q.D.In(clip) && q.D.In(b.Clip)) {
			break
		}
		if s.reach[i].Overlaps(seen) {
			i = -1
			break
		}
	}
	if i < 0 {
		i = len(s.batches)
		s.batches = append(s.batches, Batch{Page: page, Clip: clip})
		s.reach, s.lengths = append(s.reach, image.Rectangle{}), append(s.lengths, 0)
	}
	s.reach[i] = s.reach[i].Union(seen)
	s.lengths[i]++
	s.added = append(s.added, added{q, i})
}

// finish returns the batches, good until the next begin.
func (s *sorter) finish() []Batch {
	s.quads = slices.Grow(s.quads[:0], len(s.added))[:len(s.added)]
	from := 0
	for i, n := range s.lengths {
		s.batches[i].Quads = s.quads[from : from : from+n]
		from += n
	}
	for i := range s.added {
		b := &s.batches[s.added[i].batch]
		b.Quads = append(b.Quads, s.added[i].Quad)
	}
	return s.batches
}
