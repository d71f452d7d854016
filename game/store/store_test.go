package store

import (
	"errors"
	"testing"
)

func TestSessionKeysAreSafeAndApart(t *testing.T) {
	if got, want := SessionKey("the-call", "lesson", "practice"), "session.the-call.lesson.practice"; got != want {
		t.Errorf("key is %q, want %q", got, want)
	}
	if got, want := SessionKey("../x/y", `C:\`, "Ä é"), "session.___x_y.___.___"; got != want {
		t.Errorf("key is %q, want nothing in it that a file system minds", got)
	}
	if SessionKey("a", "quick", "practice") == SessionKey("a", "quick", "assessment") {
		t.Error("practice and assessment share a key")
	}
}

func TestAMissingStoreAlwaysSaysWhy(t *testing.T) {
	s := missing{ErrForbidden}
	if _, err := s.Load("k"); !errors.Is(err, ErrForbidden) {
		t.Errorf("Load: %v", err)
	}
	if err := s.Save("k", nil); !errors.Is(err, ErrForbidden) {
		t.Errorf("Save: %v", err)
	}
	if err := s.Archive("k"); !errors.Is(err, ErrForbidden) {
		t.Errorf("Archive: %v", err)
	}
}
