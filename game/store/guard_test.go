package store

import (
	"errors"
	"testing"
)

// kept is a store in memory that several guards can share.
type kept map[string]string

func (k kept) Load(key string) ([]byte, error) {
	if data, ok := k[key]; ok {
		return []byte(data), nil
	}
	return nil, ErrAbsent
}

func (k kept) Save(key string, data []byte) error {
	k[key] = string(data)
	return nil
}

func (k kept) Archive(key string) error {
	if _, ok := k[key]; !ok {
		return ErrAbsent
	}
	k[archiveName(key, 1)] = k[key]
	delete(k, key)
	return nil
}

func TestTwoTabsDontOverwriteEachOther(t *testing.T) {
	const key = "session.the-call.quick.practice"
	s := kept{}
	one, two := NewGuard(s), NewGuard(s)
	for _, g := range []*Guard{one, two} {
		if _, err := g.Load(key); !errors.Is(err, ErrAbsent) {
			t.Fatal(err)
		}
	}
	for _, text := range []string{"a", "ab"} {
		if err := one.Save(key, []byte(text)); err != nil {
			t.Fatalf("the first tab saves %q: %v", text, err)
		}
	}
	if one.Changed(key) || !two.Changed(key) {
		t.Errorf("changed in the eyes of the first tab: %v, of the second: %v", one.Changed(key), two.Changed(key))
	}
	if err := two.Save(key, []byte("x")); !errors.Is(err, ErrConflict) || s[key] != "ab" {
		t.Errorf("the second saves with %v, and there is %q", err, s[key])
	}

	// It may take over what is there …
	if data, err := two.Load(key); err != nil || string(data) != "ab" {
		t.Errorf("the second loads %q, %v", data, err)
	}
	if err := two.Save(key, []byte("abc")); err != nil {
		t.Errorf("and then saves with %v", err)
	}
	// … or archive it.
	if err := one.Save(key, []byte("abd")); !errors.Is(err, ErrConflict) {
		t.Errorf("now the first saves with %v", err)
	}
	if err := errors.Join(one.Archive(key), one.Save(key, []byte("abd"))); err != nil || s[archiveName(key, 1)] != "abc" {
		t.Errorf("putting the other's aside: %v, and aside lies %q", err, s[archiveName(key, 1)])
	}
	// Starting over in one tab is a change to the other.
	if err := one.Archive(key); err != nil || !two.Changed(key) {
		t.Errorf("after starting over (%v) the second sees a change: %v", err, two.Changed(key))
	}
}

func TestTheLastWriterOfSettingsWins(t *testing.T) {
	s := kept{}
	one, two := NewGuard(s), NewGuard(s)
	if err := errors.Join(one.Save(SettingsKey, []byte("a")), two.Save(SettingsKey, []byte("b"))); err != nil || s[SettingsKey] != "b" {
		t.Errorf("%v, and there is %q", err, s[SettingsKey])
	}
}

func TestAGuardBeforeAForbiddenStore(t *testing.T) {
	g := NewGuard(missing{ErrForbidden})
	if _, err := g.Load("session.x"); !errors.Is(err, ErrForbidden) {
		t.Errorf("Load: %v", err)
	}
	if err := g.Save("session.x", nil); !errors.Is(err, ErrForbidden) {
		t.Errorf("Save: %v, want why nothing can be kept", err)
	}
}
