package packed

import "math/bits"

// A writer collects bits, the most significant bit of each number first.
type writer struct{ bits []bool }

func (w *writer) bit(b bool) { w.bits = append(w.bits, b) }

// number writes a number in a width of bits.
func (w *writer) number(n uint64, width int) {
	for i := width - 1; i >= 0; i-- {
		w.bit(n>>i&1 == 1)
	}
}

// below writes a number that is smaller than n.
func (w *writer) below(i, n int) { w.number(uint64(i), widthBelow(n)) }

// long writes a number that is usually small.
func (w *writer) long(n uint64) {
	for n >= 1<<groupBits {
		w.bit(true)
		w.number(n&(1<<groupBits-1), groupBits)
		n >>= groupBits
	}
	w.bit(false)
	w.number(n, groupBits)
}

// picked writes a choice of some of n things, in the order of choice.
func (w *writer) picked(chosen []int, n int) {
	w.below(len(chosen), n+1)
	w.arranged(chosen, n)
}

// arranged writes some of n things in order; the reader knows how many.
func (w *writer) arranged(order []int, n int) {
	for i, thing := range order {
		place := thing // among those not written yet
		for _, before := range order[:i] {
			if before < thing {
				place--
			}
		}
		w.below(place, n-i)
	}
}

// A reader reads what a writer wrote. Once it meets what no writer writes, it is
// broken, and reads zeros.
type reader struct {
	bits   []bool
	broken bool
}

func (r *reader) bit() bool {
	if len(r.bits) == 0 {
		r.broken = true
		return false
	}
	b := r.bits[0]
	r.bits = r.bits[1:]
	return b
}

func (r *reader) number(width int) uint64 {
	n := uint64(0)
	for range width {
		n <<= 1
		if r.bit() {
			n |= 1
		}
	}
	return n
}

func (r *reader) below(n int) int {
	i := r.number(widthBelow(n))
	if i >= uint64(max(n, 1)) {
		r.broken = true
		return 0
	}
	return int(i)
}

func (r *reader) long() uint64 {
	n := uint64(0)
	for shift := 0; ; shift += groupBits {
		more := r.bit()
		group := r.number(groupBits)
		if shift >= 64 || group<<shift>>shift != group {
			r.broken = true
			return 0
		}
		n |= group << shift
		if !more {
			return n
		}
	}
}

func (r *reader) picked(n int) []int { return r.arranged(r.below(n+1), n) }

func (r *reader) arranged(count, n int) []int {
	left := make([]int, n)
	for i := range left {
		left[i] = i
	}
	var order []int
	for range count {
		place := r.below(len(left))
		order = append(order, left[place])
		left = append(left[:place], left[place+1:]...)
	}
	return order
}

// atEnd reports whether all has been read but the filling of the last digit.
func (r *reader) atEnd() bool {
	if r.broken || len(r.bits) >= digitBits {
		return false
	}
	for _, b := range r.bits {
		if b {
			return false
		}
	}
	return true
}

// groupBits is how many bits of a long number are written together.
const groupBits = 7

// widthBelow is how many bits the numbers below n take.
func widthBelow(n int) int { return bits.Len(uint(max(n-1, 0))) }
