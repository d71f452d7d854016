package qr

import "holdtheline/game/figure"

// A matrix is a code being drawn.
type matrix struct {
	side  int
	dark  []bool
	fixed []bool // a functional pattern, or the format: no data, and never masked
}

// best places the codewords and applies the mask that leaves the fewest patterns
// which readers could take for something else.
func best(version int, all []byte) figure.QR {
	plain := newMatrix(version)
	plain.place(all)
	var chosen *matrix
	least := 0
	for mask := range masks {
		m := &matrix{side: plain.side, dark: append([]bool(nil), plain.dark...), fixed: plain.fixed}
		m.mask(mask)
		m.format(mask)
		if penalty := m.penalty(); chosen == nil || penalty < least {
			chosen, least = m, penalty
		}
	}
	return figure.QR{Side: chosen.side, Dark: chosen.dark}
}

// newMatrix has a version's functional patterns.
func newMatrix(version int) *matrix {
	side := 4*version + 17
	m := &matrix{side: side, dark: make([]bool, side*side), fixed: make([]bool, side*side)}
	for i := range side {
		m.fix(6, i, i%2 == 0)
		m.fix(i, 6, i%2 == 0)
	}
	m.finder(3, 3)
	m.finder(side-4, 3)
	m.finder(3, side-4)
	at := alignments(version)
	for i, x := range at {
		for j, y := range at {
			last := len(at) - 1
			if i == 0 && j == 0 || i == 0 && j == last || i == last && j == 0 {
				continue // a finder pattern is there
			}
			for dy := -2; dy <= 2; dy++ {
				for dx := -2; dx <= 2; dx++ {
					m.fix(x+dx, y+dy, max(dx, -dx, dy, -dy) != 1)
				}
			}
		}
	}
	m.format(0) // keeps the room for it
	if version >= 7 {
		bits := version<<12 | checkBits(version, 12, 0x1F25)
		for i := range 18 {
			long, across := side-11+i%3, i/3
			m.fix(long, across, bits>>i&1 == 1)
			m.fix(across, long, bits>>i&1 == 1)
		}
	}
	return m
}

func (m *matrix) fix(x, y int, dark bool) {
	if x >= 0 && y >= 0 && x < m.side && y < m.side {
		m.dark[y*m.side+x], m.fixed[y*m.side+x] = dark, true
	}
}

// finder draws one of the three corners, with the light border around it.
func (m *matrix) finder(x, y int) {
	for dy := -4; dy <= 4; dy++ {
		for dx := -4; dx <= 4; dx++ {
			ring := max(dx, -dx, dy, -dy)
			m.fix(x+dx, y+dy, ring != 2 && ring != 4)
		}
	}
}

// alignments are the positions of the alignment patterns, on both axes.
func alignments(version int) []int {
	if version == 1 {
		return nil
	}
	n := version/7 + 2
	step := (version*8 + n*3 + 5) / (n*4 - 4) * 2
	at := make([]int, n)
	at[0] = 6
	for i := n - 1; i > 0; i-- {
		at[i] = version*4 + 10 - (n-1-i)*step
	}
	return at
}

// checkBits are the check bits of a number: the remainder by a polynomial of a degree.
func checkBits(number, degree, polynomial int) int {
	rest := number
	for range degree {
		rest = rest<<1 ^ rest>>(degree-1)*polynomial
	}
	return rest
}

// format writes the level, which is M, and the mask, twice.
func (m *matrix) format(mask int) {
	bits := (mask<<10 | checkBits(mask, 10, 0x537)) ^ 0x5412 // M is 0
	bit := func(i int) bool { return bits>>i&1 == 1 }
	for i := range 6 {
		m.fix(8, i, bit(i))
	}
	m.fix(8, 7, bit(6))
	m.fix(8, 8, bit(7))
	m.fix(7, 8, bit(8))
	for i := 9; i < 15; i++ {
		m.fix(14-i, 8, bit(i))
	}
	for i := range 8 {
		m.fix(m.side-1-i, 8, bit(i))
	}
	for i := 8; i < 15; i++ {
		m.fix(8, m.side-15+i, bit(i))
	}
	m.fix(8, m.side-8, true)
}

// place writes the codewords in columns of two from the right, up and down in turn.
func (m *matrix) place(all []byte) {
	i := 0
	for right := m.side - 1; right >= 1; right -= 2 {
		if right == 6 {
			right = 5 // the timing pattern's column
		}
		upward := (right+1)&2 == 0
		for step := range m.side {
			y := step
			if upward {
				y = m.side - 1 - step
			}
			for _, x := range [2]int{right, right - 1} {
				if at := y*m.side + x; !m.fixed[at] && i < 8*len(all) {
					m.dark[at] = all[i/8]>>(7-i%8)&1 == 1
					i++
				}
			}
		}
	}
}

// masks is how many masks there are.
const masks = 8

func (m *matrix) mask(mask int) {
	for y := range m.side {
		for x := range m.side {
			if at := y*m.side + x; !m.fixed[at] && masked(mask, x, y) {
				m.dark[at] = !m.dark[at]
			}
		}
	}
}

func masked(mask, x, y int) bool {
	switch mask {
	case 0:
		return (x+y)%2 == 0
	case 1:
		return y%2 == 0
	case 2:
		return x%3 == 0
	case 3:
		return (x+y)%3 == 0
	case 4:
		return (x/3+y/2)%2 == 0
	case 5:
		return x*y%2+x*y%3 == 0
	case 6:
		return (x*y%2+x*y%3)%2 == 0
	}
	return ((x+y)%2+x*y%3)%2 == 0
}

// What patterns cost, by the standard.
const (
	costOfRun     = 3 // five in a row alike, and one for each more
	costOfBlock   = 3 // two by two alike
	costOfFinder  = 40
	costOfBalance = 10 // for each five percent from one half dark
)

// finders are the rows that look like a finder pattern with light beside it, eleven
// modules each.
var finders = [2]int{0b10111010000, 0b00001011101}

// penalty is how many patterns there are that make reading harder.
func (m *matrix) penalty() int {
	cost, dark := 0, 0
	for y := range m.side {
		cost += m.alongside(func(x int) bool { return m.dark[y*m.side+x] })
		cost += m.alongside(func(x int) bool { return m.dark[x*m.side+y] })
		for x := range m.side {
			at := y*m.side + x
			if m.dark[at] {
				dark++
			}
			if x+1 < m.side && y+1 < m.side && m.dark[at] == m.dark[at+1] && m.dark[at] == m.dark[at+m.side] && m.dark[at] == m.dark[at+m.side+1] {
				cost += costOfBlock
			}
		}
	}
	all := m.side * m.side
	return cost + costOfBalance*(max(20*dark-10*all, 10*all-20*dark)/all)
}

// alongside is the cost of a row or column.
func (m *matrix) alongside(dark func(i int) bool) int {
	cost, run, last := 0, 0, 0
	for i := range m.side {
		if i > 0 && dark(i) == dark(i-1) {
			run++
		} else {
			run = 1
		}
		switch {
		case run == 5:
			cost += costOfRun
		case run > 5:
			cost++
		}
		last = last << 1 & (1<<11 - 1)
		if dark(i) {
			last |= 1
		}
		if i >= 10 && (last == finders[0] || last == finders[1]) {
			cost += costOfFinder
		}
	}
	return cost
}
