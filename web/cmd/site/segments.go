package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// Go's linker leaves runs of zeros out of a program's data, up to the hundred thousand
// segments that browsers allow. The few bytes that each of them takes are addresses,
// which don't compress, and zeros compress to nothing: with the segments joined the
// program is 6 % smaller to download. It is the same program: memory is zero where no
// segment is.

// joinWithin is how many zeros between two segments are written out, in bytes.
const joinWithin = 64

// A segment is data and its address in memory.
type segment struct {
	at   int
	data []byte
}

// The parts of WebAssembly's binary format that matter here.
const (
	wasmHeader  = 8  // bytes: the magic number and the version
	dataSection = 11 // its id
	constant    = 0x41
	end         = 0x0b
)

var errForeign = errors.New("the program's data isn't written as Go's linker does; look at web/cmd/site/segments.go")

// joined returns a program with its segments of data joined.
func joined(program []byte) ([]byte, error) { return withSegments(program, join) }

// withSegments returns a program with other segments of data.
func withSegments(program []byte, change func([]segment) ([]segment, error)) ([]byte, error) {
	if len(program) < wasmHeader {
		return nil, errForeign
	}
	out := slices.Clone(program[:wasmHeader])
	for rest := program[wasmHeader:]; len(rest) > 0; {
		id, section, more, err := nextSection(rest)
		if err != nil {
			return nil, err
		}
		if id == dataSection {
			segments, err := readSegments(section)
			if err != nil {
				return nil, err
			}
			if segments, err = change(segments); err != nil {
				return nil, err
			}
			section = writeSegments(segments)
		}
		out = append(out, id)
		out = binary.AppendUvarint(out, uint64(len(section)))
		out = append(out, section...)
		rest = more
	}
	return out, nil
}

func nextSection(b []byte) (id byte, section, rest []byte, err error) {
	size, n := binary.Uvarint(b[1:])
	if n <= 0 || size > uint64(len(b)-1-n) {
		return 0, nil, nil, errForeign
	}
	from := 1 + n
	return b[0], b[from : from+int(size)], b[from+int(size):], nil
}

// readSegments reads the segments of a data section.
func readSegments(b []byte) ([]segment, error) {
	count, n := binary.Uvarint(b)
	if n <= 0 {
		return nil, errForeign
	}
	b = b[n:]
	var all []segment
	for range count {
		if len(b) < 2 || b[0] != 0 || b[1] != constant { // of the first memory, at a constant address
			return nil, errForeign
		}
		at, n := signed(b[2:])
		if n <= 0 || at < 0 || len(b) < 2+n+1 || b[2+n] != end {
			return nil, errForeign
		}
		b = b[2+n+1:]
		size, n := binary.Uvarint(b)
		if n <= 0 || size > uint64(len(b)-n) {
			return nil, errForeign
		}
		all = append(all, segment{at: at, data: b[n : n+int(size)]})
		b = b[n+int(size):]
	}
	if len(b) > 0 {
		return nil, errForeign
	}
	return all, nil
}

// join joins segments that are close to each other.
func join(all []segment) ([]segment, error) {
	slices.SortFunc(all, func(a, b segment) int { return a.at - b.at })
	var out []segment
	for _, s := range all {
		if len(out) == 0 {
			out = append(out, segment{s.at, slices.Clone(s.data)})
			continue
		}
		last := &out[len(out)-1]
		gap := s.at - last.at - len(last.data)
		switch {
		case gap < 0:
			return nil, fmt.Errorf("two segments of data overlap: %w", errForeign)
		case gap <= joinWithin:
			last.data = append(append(last.data, make([]byte, gap)...), s.data...)
		default:
			out = append(out, segment{s.at, slices.Clone(s.data)})
		}
	}
	return out, nil
}

func writeSegments(all []segment) []byte {
	b := binary.AppendUvarint(nil, uint64(len(all)))
	for _, s := range all {
		b = append(b, 0, constant)
		b = append(appendSigned(b, s.at), end)
		b = binary.AppendUvarint(b, uint64(len(s.data)))
		b = append(b, s.data...)
	}
	return b
}

// signed reads a signed number in LEB128, which package binary doesn't know. n is its
// length in bytes, 0 if it is none.
func signed(b []byte) (v, n int) {
	for shift := 0; n < len(b) && shift < 35; shift += 7 {
		one := b[n]
		n++
		v |= int(one&0x7f) << shift
		if one&0x80 == 0 {
			if one&0x40 != 0 {
				v -= 1 << (shift + 7)
			}
			return v, n
		}
	}
	return 0, 0
}

func appendSigned(b []byte, v int) []byte {
	for {
		one := byte(v & 0x7f)
		v >>= 7
		if v == 0 && one&0x40 == 0 || v == -1 && one&0x40 != 0 {
			return append(b, one)
		}
		b = append(b, one|0x80)
	}
}
