package paint

import (
	"image"
	"slices"
)

// A sorter groups the quads of a frame into few batches without changing the
// picture: a batch costs the graphics driver far more than a quad. The letters
// of a word are on several pages; in reading order nearly each would need a
// batch of its own.
//
// A quad joins an earlier batch if it overlaps no batch in between and is
// clipped the same there.
type sorter struct {
	batches []Batch
	reach   []image.Rectangle // where each batch draws
	lengths []int             // how many quads each has
	added   []added
	quads   []Quad
}

// An added is a quad and the index of its batch.
type added struct {
	Quad
	batch int
}

func (s *sorter) begin() {
	s.batches, s.reach, s.lengths, s.added = s.batches[:0], s.reach[:0], s.lengths[:0], s.added[:0]
}

// add adds a quad on top.
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

// finish returns the batches, valid until the next begin.
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
