package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestPackAndUnpack(t *testing.T) {
	log := savedSession(t)
	code, text, err := call("pack", lostCat, saveTo(t, log))
	if code != exitOK || err != "" || len(text) > 60 {
		t.Fatalf("%d, %q, %q", code, text, err)
	}
	code, out, err := call("unpack", lostCat, strings.TrimSpace(text))
	if code != exitOK || err != "" || out != string(log) {
		t.Errorf("%d, %q, %q", code, out, err)
	}
	for _, args := range [][]string{
		{"pack"},
		{"pack", lostCat, "nothing.jsonl"},
		{"pack", lostCat, lostCat},
		{"pack", "nothing.yaml", lostCat},
		{"unpack"},
		{"unpack", lostCat, text[:len(text)-5]},
		{"unpack", "nothing.yaml", text},
	} {
		code, out, err := call(args...)
		if code == exitOK || out != "" || !strings.HasPrefix(err, "case: ") && !strings.Contains(err, "→") {
			t.Errorf("%q: %d, %q, %q", args, code, out, err)
		}
	}
}

// Codes are read as an argument, and from a file with names: one is mistyped, and one
// comes twice.
func TestCodes(t *testing.T) {
	log := savedSession(t)
	exit, text, err := call("pack", "-code", lostCat, saveTo(t, log))
	if exit != exitOK || err != "" || !strings.HasPrefix(text, "HTL1") {
		t.Fatalf("%d, %q, %q", exit, text, err)
	}
	for _, written := range []string{text, strings.ToLower(strings.ReplaceAll(text, "\n", " "))} {
		if exit, out, err := call("unpack", lostCat, written); exit != exitOK || err != "" || out != string(log) {
			t.Errorf("%q: %d, %q, %q", written, exit, out, err)
		}
	}
	wrong := []byte(text)
	wrong[9] = map[bool]byte{true: '3', false: '2'}[wrong[9] == '2']
	if exit, out, err := call("unpack", lostCat, string(wrong)); exit != exitWrong || out != "" || !strings.Contains(err, "line 1 of the code is mistyped") {
		t.Errorf("mistyped: %d, %q, %q", exit, out, err)
	}

	folder := t.TempDir()
	file := filepath.Join(folder, "class.txt")
	if err := os.WriteFile(file, []byte("Ada: "+text+"\nBo: "+string(wrong)+"\n"+strings.ReplaceAll(text, " ", "")), 0o644); err != nil {
		t.Fatal(err)
	}
	exit, out, err := call("unpack", lostCat, file, filepath.Join(folder, "class"))
	written, readErr := os.ReadFile(filepath.Join(folder, "class", "ada.jsonl"))
	if exit != exitWrong || out != "" || strings.Count(err, "mistyped") != 1 || readErr != nil || string(written) != string(log) {
		t.Errorf("%d, %q, %q, %v", exit, out, err, readErr)
	}
	exit, out, err = call("report", "-csv", lostCat, file)
	if exit != exitWrong || !strings.Contains(out, "\nada,") || strings.Contains(out, "\nbo,") || !strings.Contains(err, "bo: line 1") {
		t.Errorf("%d, %q, %q", exit, out, err)
	}
	empty := filepath.Join(folder, "empty.txt")
	if err := os.WriteFile(empty, []byte("nothing here"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"unpack", lostCat, empty, folder},
		{"unpack", lostCat, "nothing.txt", folder},
		{"unpack", lostCat, file, file},
		{"report", "-csv", lostCat, empty},
		{"pack", "-code", lostCat},
	} {
		if exit, _, err := call(args...); exit == exitOK || !strings.Contains(err, "case: ") && !strings.Contains(err, "→") {
			t.Errorf("%q: %d, %q", args, exit, err)
		}
	}
}
