//go:build !js

package store

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestWhatIsSavedIsLoaded(t *testing.T) {
	s := In(filepath.Join(t.TempDir(), "made when needed"))
	if _, err := s.Load("k"); !errors.Is(err, ErrAbsent) {
		t.Errorf("before saving: %v, want ErrAbsent", err)
	}
	for _, text := range []string{"one\n", "", "zwei – два\n"} {
		if err := s.Save("k", []byte(text)); err != nil {
			t.Fatal(err)
		}
		if got, err := s.Load("k"); err != nil || string(got) != text {
			t.Errorf("loaded %q (%v), want %q", got, err, text)
		}
	}
	if _, err := s.Load("other"); !errors.Is(err, ErrAbsent) {
		t.Errorf("another key: %v, want ErrAbsent", err)
	}
}

func TestOnlyTextIsSaved(t *testing.T) {
	s := In(t.TempDir())
	if err := s.Save("k", []byte("good")); err != nil {
		t.Fatal(err)
	}
	if err := s.Save("k", []byte{0xff}); !errors.Is(err, ErrNotText) {
		t.Errorf("error is %v, want ErrNotText", err)
	}
	if got, _ := s.Load("k"); string(got) != "good" {
		t.Errorf("a refused save left %q", got)
	}
}

func TestSavingLeavesNothingElseBehind(t *testing.T) {
	folder := t.TempDir()
	s := In(folder)
	for range 3 {
		if err := s.Save("k", []byte("text")); err != nil {
			t.Fatal(err)
		}
	}
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 1 {
		t.Errorf("the folder holds %v (%v), want one file", entries, err)
	}
}

func TestThreeBrokenValuesAreKeptAside(t *testing.T) {
	folder := t.TempDir()
	s := In(folder)
	if err := s.Archive("k"); !errors.Is(err, ErrAbsent) {
		t.Errorf("archiving nothing: %v, want ErrAbsent", err)
	}
	for _, text := range []string{"first", "second", "third", "fourth"} {
		if err := s.Save("k", []byte(text)); err != nil {
			t.Fatal(err)
		}
		if err := s.Archive("k"); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Load("k"); !errors.Is(err, ErrAbsent) {
			t.Errorf("after archiving: %v, want ErrAbsent", err)
		}
	}
	for name, want := range map[string]string{
		"k.jsonl.broken-1": "fourth", "k.jsonl.broken-2": "third", "k.jsonl.broken-3": "second",
	} {
		if got, err := os.ReadFile(filepath.Join(folder, name)); err != nil || string(got) != want {
			t.Errorf("%s holds %q (%v), want %q", name, got, err, want)
		}
	}
	entries, _ := os.ReadDir(folder)
	if len(entries) != mostAside {
		t.Errorf("the folder holds %d files, want %d", len(entries), mostAside)
	}
}

func TestAFolderThatCannotBeMade(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	err := In(filepath.Join(file, "below")).Save("k", []byte("text"))
	if !errors.Is(err, ErrForbidden) {
		t.Errorf("error is %v, want ErrForbidden", err)
	}
}

func TestSystemErrorsInThePlayersWords(t *testing.T) {
	for system, want := range map[error]error{
		&os.PathError{Op: "write", Path: "k", Err: syscall.ENOSPC}: ErrFull,
		&os.PathError{Op: "open", Path: "k", Err: syscall.EACCES}:  ErrForbidden,
		&os.PathError{Op: "open", Path: "k", Err: syscall.ENOENT}:  ErrAbsent,
	} {
		if err := explain(system); !errors.Is(err, want) || !errors.Is(err, system) {
			t.Errorf("%v is explained as %v, want both it and %v", system, err, want)
		}
	}
	if err := explain(nil); err != nil {
		t.Errorf("no error is explained as %v", err)
	}
}

func TestOpenWithoutAHome(t *testing.T) {
	t.Setenv("HOME", "")
	t.Setenv("XDG_CONFIG_HOME", "")
	t.Setenv("AppData", "")
	s, err := Open()
	if !errors.Is(err, ErrForbidden) || s == nil {
		t.Fatalf("store %v, error %v, want a store and ErrForbidden", s, err)
	}
	if err := s.Save("k", nil); !errors.Is(err, ErrForbidden) {
		t.Errorf("its Save answers %v", err)
	}
}
