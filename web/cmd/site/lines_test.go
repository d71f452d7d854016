package main

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
	"testing"
)

// A real program runs without its lines, and a trace of its stack still names its
// functions.
func TestAProgramRunsWithoutItsLines(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a program")
	}
	folder := t.TempDir()
	before := built(t, filepath.Join(folder, "program.wasm"))
	after, err := withSegments(before, withoutLines)
	if err != nil {
		t.Fatal(err)
	}
	zeros := func(program []byte) int { return bytes.Count(memoryOf(segmentsOf(t, program)), []byte{0}) }
	if more := zeros(after) - zeros(before); more < 10_000 {
		t.Errorf("only %d bytes were cleared", more)
	}
	if out, err := runs(t, after, folder); err != nil {
		t.Errorf("it doesn't run: %v\n%s", err, out)
	}
	for _, program := range []struct {
		code      []byte
		withLines bool
	}{{before, true}, {after, false}} {
		out, err := runs(t, program.code, folder, "as it is told")
		if err == nil || !strings.Contains(out, "panic: as it is told") || !strings.Contains(out, "main.main()") {
			t.Errorf("with lines %v its trace is: %v\n%s", program.withLines, err, out)
		}
		if strings.Contains(out, "main.go:") != program.withLines {
			t.Errorf("with lines %v its trace is\n%s", program.withLines, out)
		}
	}
}

// A program of a Go with other tables keeps them.
func TestForeignTablesAreLeftAlone(t *testing.T) {
	header := func(numbers ...byte) []byte {
		memory := append(make([]byte, 3), pcHeader...)
		for _, n := range numbers {
			memory = append(memory, n, 0, 0, 0, 0, 0, 0, 0)
		}
		return append(memory, make([]byte, 60)...)
	}
	for name, memory := range map[string][]byte{
		"nothing":            nil,
		"no header":          make([]byte, 500),
		"cut off":            header()[:11],
		"two headers":        append(header(1, 0, 0, 0, 0, 0, 72, 80), header()...),
		"too many functions": header(255, 0, 0, 0, 0, 0, 72, 80),
		"tables after them":  header(1, 0, 0, 0, 0, 0, 80, 72),
		"far away":           header(1, 0, 0, 0, 0, 0, 72, 255),
	} {
		was := bytes.Clone(memory)
		if err := clearLines(memory); !errors.Is(err, errLines) {
			t.Errorf("%s: the error is %v", name, err)
		}
		if !bytes.Equal(memory, was) {
			t.Errorf("%s: it was changed", name)
		}
	}
}

func FuzzClearLines(f *testing.F) {
	header := append([]byte{0}, pcHeader...)
	for _, n := range []byte{1, 0, 0, 0, 0, 0, 72, 80, 8} {
		header = append(header, n, 0, 0, 0, 0, 0, 0, 0)
	}
	f.Add(append(header, make([]byte, 60)...))
	f.Fuzz(func(t *testing.T, memory []byte) {
		if err := clearLines(memory); err != nil && !errors.Is(err, errLines) {
			t.Fatal(err)
		}
	})
}
