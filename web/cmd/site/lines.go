package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
)

// A Go program holds, for each function, tables that say which file and line each of
// its instructions comes from. The runtime reads them only to write a trace of the
// stack, which then says "?:0" for a place; the functions' names are kept. Nobody who
// plays reads a trace, and without these tables the program is 6 % smaller to download.

// The layout of the runtime's tables: pcHeader in runtime/symtab.go and _func in
// runtime/runtime2.go, on a machine with 8-byte pointers. All numbers are little-endian.
const (
	pcHeaderSize = 72 // bytes
	pcTabAt      = 56 // in the header: where the tables of instructions begin, from it
	functionsAt  = 64 // in the header: where the list of functions begins, from it
	functionSize = 44 // of a function, before its own tables
	stackAt      = 16 // in a function: its table of stack sizes
	fileAt       = 20 // of files
	lineAt       = 24 // of lines
	tablesAt     = 28 // how many further tables it has; they follow it
)

// pcHeader is how the header begins, since Go 1.20, in a program for WebAssembly: the
// magic number, two zeros, the size of an instruction and that of a pointer.
var pcHeader = []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8}

// errLines is why a program keeps its lines.
var errLines = errors.New("the tables of lines aren't written as Go 1.26 does; look at web/cmd/site/lines.go")

// withoutLines returns the segments of a program's data with its tables of files and
// lines cleared. The error for tables of another layout wraps errLines.
func withoutLines(all []segment) ([]segment, error) {
	all = slices.Clone(all)
	for i := range all {
		all[i].data = slices.Clone(all[i].data)
	}
	memory := memoryOf(all)
	if err := clearLines(memory); err != nil {
		return nil, err
	}
	// What was cleared lies in segments: elsewhere memory is zero already.
	for _, s := range all {
		copy(s.data, memory[s.at:])
	}
	return all, nil
}

// memoryOf returns the memory that segments leave behind.
func memoryOf(all []segment) []byte {
	size := 0
	for _, s := range all {
		size = max(size, s.at+len(s.data))
	}
	memory := make([]byte, size)
	for _, s := range all {
		copy(memory[s.at:], s.data)
	}
	return memory
}

// clearLines clears the tables of files and lines in a program's memory.
func clearLines(memory []byte) error {
	functions, tables, err := readFunctions(memory)
	if err != nil {
		return err
	}
	// Functions with equal tables share them, whatever they tell.
	needed, lines := make([]bool, len(tables)), make([]bool, len(tables))
	mark := func(marks []bool, places ...int) error {
		for _, at := range places {
			if err := eachByte(tables, at, func(i int) { marks[i] = true }); err != nil {
				return err
			}
		}
		return nil
	}
	for _, f := range functions {
		if err := errors.Join(mark(needed, f.needed()...), mark(lines, f.number(fileAt), f.number(lineAt))); err != nil {
			return err
		}
		clear(f[fileAt:tablesAt]) // a place of 0 is that of no table
	}
	for i := range tables {
		if lines[i] && !needed[i] {
			tables[i] = 0
		}
	}
	return nil
}

// A function is what a program tells of one of its functions, with the places of its
// further tables.
type function []byte

func (f function) number(at int) int { return int(binary.LittleEndian.Uint32(f[at:])) }

// needed are the places of the tables without which the program doesn't run.
func (f function) needed() []int {
	at := []int{f.number(stackAt)}
	for i := functionSize; i < len(f); i += 4 {
		at = append(at, f.number(i))
	}
	return at
}

// readFunctions finds the functions and the tables of instructions in a program's
// memory.
func readFunctions(memory []byte) (functions []function, tables []byte, err error) {
	if bytes.Count(memory, pcHeader) != 1 {
		return nil, nil, errLines
	}
	header := memory[bytes.Index(memory, pcHeader):]
	if len(header) < pcHeaderSize {
		return nil, nil, errLines
	}
	place := func(at int) (int, error) {
		if v := binary.LittleEndian.Uint64(header[at:]); v <= uint64(len(header)) {
			return int(v), nil
		}
		return 0, errLines
	}
	count, err := place(len(pcHeader))
	if err != nil {
		return nil, nil, err
	}
	from, err := place(pcTabAt)
	if err != nil {
		return nil, nil, err
	}
	list, err := place(functionsAt)
	if err != nil {
		return nil, nil, err
	}
	if from > list || len(header)-list < 8*count {
		return nil, nil, errLines
	}
	for i := range count {
		// Each entry has the place of the function's first instruction, and its own.
		at := list + int(binary.LittleEndian.Uint32(header[list+8*i+4:]))
		if at > len(header)-functionSize {
			return nil, nil, errLines
		}
		more := int(binary.LittleEndian.Uint32(header[at+tablesAt:]))
		if more > (len(header)-at-functionSize)/4 {
			return nil, nil, errLines
		}
		functions = append(functions, header[at:at+functionSize+4*more])
	}
	return functions, header[from:list], nil
}

// eachByte calls do with the index of each byte of the table at a place, unless that is
// 0. A table is pairs of numbers in LEB128, how much the value and the instruction move
// on; a value that doesn't ends it, but for the first one.
func eachByte(tables []byte, at int, do func(i int)) error {
	if at == 0 {
		return nil
	}
	for first := true; ; first = false {
		if at > len(tables) {
			return errLines
		}
		value, n := binary.Uvarint(tables[at:])
		if n <= 0 {
			return errLines
		}
		if value == 0 && !first {
			do(at)
			return nil
		}
		_, m := binary.Uvarint(tables[at+n:])
		if m <= 0 {
			return errLines
		}
		for range n + m {
			do(at)
			at++
		}
	}
}
