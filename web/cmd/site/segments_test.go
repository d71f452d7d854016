package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// segmentsOf are the segments of a program's data.
func segmentsOf(t *testing.T, program []byte) (all []segment) {
	t.Helper()
	_, err := withSegments(program, func(segments []segment) ([]segment, error) {
		all = segments
		return segments, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// built builds the program in testdata for the browser, into a file.
func built(t *testing.T, file string) []byte {
	t.Helper()
	build := exec.Command("go", "build", "-o", file, "./testdata/program")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	program, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return program
}

// runs runs a program, as a file in a folder, under Node and returns what it prints.
func runs(t *testing.T, program []byte, folder string, arguments ...string) (string, error) {
	t.Helper()
	file := filepath.Join(folder, "changed.wasm")
	if err := os.WriteFile(file, program, 0o644); err != nil {
		t.Fatal(err)
	}
	goroot, err := goRoot()
	if err != nil {
		t.Fatal(err)
	}
	run := exec.Command(filepath.Join(goroot, "lib", "wasm", "go_js_wasm_exec"), append([]string{file}, arguments...)...)
	run.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + folder}
	out, err := run.CombinedOutput()
	return string(out), err
}

// A real program has the same memory with its segments joined, far fewer of them, and
// runs.
func TestAProgramIsTheSameWithItsSegmentsJoined(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a program")
	}
	folder := t.TempDir()
	before := built(t, filepath.Join(folder, "program.wasm"))
	after, err := joined(before)
	if err != nil {
		t.Fatal(err)
	}
	many, few := segmentsOf(t, before), segmentsOf(t, after)
	if !bytes.Equal(memoryOf(many), memoryOf(few)) {
		t.Error("the memory is another")
	}
	if len(few) == 0 || len(few) > len(many)/100 {
		t.Errorf("of %d segments there are %d left", len(many), len(few))
	}
	if twice, err := joined(after); err != nil || !bytes.Equal(twice, after) {
		t.Errorf("joined twice it is another: %v", err)
	}
	if out, err := runs(t, after, folder); err != nil {
		t.Errorf("it doesn't run: %v\n%s", err, out)
	}
}

func TestNumbersAreReadAsTheyAreWritten(t *testing.T) {
	for _, v := range []int{0, 1, 63, 64, 127, 128, 8191, 8192, 1 << 20, 1<<31 - 1, -1, -64, -65, -1 << 31} {
		b := appendSigned(nil, v)
		if got, n := signed(append(b, 0x55)); got != v || n != len(b) {
			t.Errorf("%d is read as %d, %d of %d bytes", v, got, n, len(b))
		}
	}
	if _, n := signed([]byte{0x80, 0x80}); n != 0 {
		t.Error("a number without an end is read")
	}
}

func TestForeignDataIsRefused(t *testing.T) {
	head := []byte("\x00asm\x01\x00\x00\x00")
	section := func(b ...byte) []byte { return append(append(bytes.Clone(head), dataSection, byte(len(b))), b...) }
	for name, program := range map[string][]byte{
		"nothing":          {},
		"cut off":          append(bytes.Clone(head), dataSection, 9, 1),
		"another memory":   section(1, 2, 0, constant, 0, end, 1, 7),
		"no constant":      section(1, 0, 0x23, 0, end, 1, 7),
		"too short":        section(1, 0, constant, 0, end, 9, 7),
		"more than said":   section(1, 0, constant, 0, end, 1, 7, 7),
		"less than said":   section(2, 0, constant, 0, end, 1, 7),
		"overlapping":      section(2, 0, constant, 0, end, 2, 7, 7, 0, constant, 1, end, 1, 7),
		"before the start": section(1, 0, constant, 0x7f, end, 1, 7),
	} {
		if _, err := joined(program); err == nil || !strings.Contains(err.Error(), "segments.go") {
			t.Errorf("%s: the error is %v", name, err)
		}
	}
}

func FuzzJoined(f *testing.F) {
	f.Add([]byte("\x00asm\x01\x00\x00\x00\x0b\x08\x01\x00\x41\x00\x0b\x02\x07\x07"))
	f.Fuzz(func(t *testing.T, program []byte) {
		if out, err := joined(program); err == nil && len(out) >= wasmHeader {
			if again, err := joined(out); err != nil || !bytes.Equal(again, out) {
				t.Fatalf("joined twice it is another: %v", err)
			}
		}
	})
}
