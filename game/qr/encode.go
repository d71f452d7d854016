package qr

import "strings"

// alphanumerics are the characters of the alphanumeric mode, by their values.
const alphanumerics = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"

// For level M, by version from 1: how many blocks there are, and how many of each
// block's codewords are for error correction.
var (
	blocks = [...]int{
		1: 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16,
		17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
	}
	corrections = [...]int{
		1: 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
		26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
	}
)

const mostVersion = 40

// A stream is bits, eight to a byte.
type stream struct {
	bytes []byte
	n     int // bits
}

func (s *stream) put(value, width int) {
	for i := width - 1; i >= 0; i-- {
		if s.n%8 == 0 {
			s.bytes = append(s.bytes, 0)
		}
		s.bytes[s.n/8] |= byte(value>>i&1) << (7 - s.n%8)
		s.n++
	}
}

// encode returns the smallest version that holds a text, and its data codewords; the
// version is 0 if there is none.
func encode(text string) (version int, data []byte) {
	words := true
	for _, c := range []byte(text) {
		words = words && strings.IndexByte(alphanumerics, c) >= 0
	}
	for version = 1; version <= mostVersion; version++ {
		var s stream
		if words {
			s.alphanumeric(text, version)
		} else {
			s.inBytes(text, version)
		}
		room := capacity(version)
		if s.n > 8*room {
			continue
		}
		s.put(0, min(4, 8*room-s.n)) // the end
		s.put(0, (8-s.n%8)%8)
		for filling := 0xEC; len(s.bytes) < room; filling ^= 0xEC ^ 0x11 {
			s.put(filling, 8)
		}
		return version, s.bytes
	}
	return 0, nil
}

// The widths of a count of characters, for versions up to 9, 26 and 40.
func widthOf(version, small, middle, large int) int {
	switch {
	case version <= 9:
		return small
	case version <= 26:
		return middle
	}
	return large
}

func (s *stream) alphanumeric(text string, version int) {
	s.put(2, 4)
	s.put(len(text), widthOf(version, 9, 11, 13))
	value := func(i int) int { return strings.IndexByte(alphanumerics, text[i]) }
	for i := 0; i < len(text); i += 2 {
		if i+1 < len(text) {
			s.put(45*value(i)+value(i+1), 11)
		} else {
			s.put(value(i), 6)
		}
	}
}

func (s *stream) inBytes(text string, version int) {
	s.put(4, 4)
	s.put(len(text), widthOf(version, 8, 16, 16))
	for _, c := range []byte(text) {
		s.put(int(c), 8)
	}
}

// codewords is how many codewords a version has: what its functional patterns leave.
func codewords(version int) int {
	modules := (16*version+128)*version + 64
	if version >= 2 {
		n := version/7 + 2 // alignment patterns in a row
		modules -= (25*n-10)*n - 55
		if version >= 7 {
			modules -= 36
		}
	}
	return modules / 8
}

// capacity is how many of them are data.
func capacity(version int) int { return codewords(version) - blocks[version]*corrections[version] }

// interleaved adds the error correction and puts the blocks' codewords in turn.
func interleaved(version int, data []byte) []byte {
	n, corrects := blocks[version], corrections[version]
	short := len(data) / n
	longer := len(data) % n // so many blocks at the end have one more
	divisor := generator(corrects)
	var parts, checks [][]byte
	for i := range n {
		size := short
		if i >= n-longer {
			size++
		}
		parts, data = append(parts, data[:size]), data[size:]
		checks = append(checks, remainder(parts[i], divisor))
	}
	var all []byte
	for i := range short + 1 {
		for _, part := range parts {
			if i < len(part) {
				all = append(all, part[i])
			}
		}
	}
	for i := range corrects {
		for _, check := range checks {
			all = append(all, check[i])
		}
	}
	return all
}

// times multiplies in GF(256) with the polynomial x⁸ + x⁴ + x³ + x² + 1.
func times(a, b byte) byte {
	product := 0
	for i := 7; i >= 0; i-- {
		product = product<<1 ^ product>>7*0x11D
		product ^= int(b>>i&1) * int(a)
	}
	return byte(product)
}

// generator is the Reed–Solomon generator polynomial of a degree, without its leading
// coefficient.
func generator(degree int) []byte {
	g := make([]byte, degree)
	g[degree-1] = 1
	root := byte(1)
	for range degree {
		for i := range g {
			g[i] = times(g[i], root)
			if i+1 < degree {
				g[i] ^= g[i+1]
			}
		}
		root = times(root, 2)
	}
	return g
}

// remainder is what data leave when they are divided by a polynomial.
func remainder(data, divisor []byte) []byte {
	rest := make([]byte, len(divisor))
	for _, b := range data {
		factor := b ^ rest[0]
		copy(rest, rest[1:])
		rest[len(rest)-1] = 0
		for i := range rest {
			rest[i] ^= times(divisor[i], factor)
		}
	}
	return rest
}
