package store

import (
	"errors"
	"syscall/js"
	"testing"
)

// storage adds a fake localStorage with room for a number of characters.
func storage(t *testing.T, room int) js.Value {
	t.Helper()
	fake := js.Global().Get("Function").New("room", `
		const items = new Map();
		return {
			items,
			getItem: (key) => items.has(key) ? items.get(key) : null,
			removeItem: (key) => { items.delete(key); },
			setItem: (key, value) => {
				let taken = key.length + value.length;
				for (const [k, v] of items) {
					if (k !== key) taken += k.length + v.length;
				}
				if (taken > room) {
					const error = new Error("no room");
					error.name = "QuotaExceededError";
					throw error;
				}
				items.set(key, value);
			},
		};`).Invoke(room)
	define(t, js.Global().Get("Function").New("fake", "return () => fake").Invoke(fake))
	return fake
}

// define makes a function the getter of localStorage.
func define(t *testing.T, getter js.Value) {
	t.Helper()
	js.Global().Get("Object").Call("defineProperty", js.Global(), "localStorage",
		map[string]any{"configurable": true, "get": getter})
	t.Cleanup(func() { js.Global().Get("Reflect").Call("deleteProperty", js.Global(), "localStorage") })
}

func open(t *testing.T) Store {
	t.Helper()
	s, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestWhatIsSavedIsLoaded(t *testing.T) {
	fake := storage(t, 1000)
	s := open(t)
	if _, err := s.Load("k"); !errors.Is(err, ErrAbsent) {
		t.Errorf("before saving: %v, want ErrAbsent", err)
	}
	for _, text := range []string{"one\n", "", "zwei – два 🙂\n"} {
		if err := s.Save("k", []byte(text)); err != nil {
			t.Fatal(err)
		}
		if got, err := s.Load("k"); err != nil || string(got) != text {
			t.Errorf("loaded %q (%v), want %q", got, err, text)
		}
	}
	if got := fake.Call("getItem", "hold-the-line:k").String(); got != "zwei – два 🙂\n" {
		t.Errorf("under the program's prefix stands %q", got)
	}
	if err := s.Save("k", []byte{0xff}); !errors.Is(err, ErrNotText) {
		t.Errorf("saving what isn't text: %v, want ErrNotText", err)
	}
}

func TestAFullStorageKeepsWhatItHad(t *testing.T) {
	storage(t, 60)
	s := open(t)
	if err := s.Save("k", []byte("kept")); err != nil {
		t.Fatal(err)
	}
	if err := s.Save("k", make([]byte, 100)); !errors.Is(err, ErrFull) {
		t.Errorf("error is %v, want ErrFull", err)
	}
	if got, err := s.Load("k"); err != nil || string(got) != "kept" {
		t.Errorf("afterwards it holds %q (%v), want what was kept", got, err)
	}
}

func TestAForbiddenStorageIsAnError(t *testing.T) {
	for name, getter := range map[string]string{
		"throws":  `const e = new Error("denied"); e.name = "SecurityError"; throw e;`,
		"is null": `return null;`,
	} {
		t.Run(name, func(t *testing.T) {
			define(t, js.Global().Get("Function").New(getter))
			s, err := Open()
			if !errors.Is(err, ErrForbidden) || s == nil {
				t.Fatalf("store %v, error %v, want a store and ErrForbidden", s, err)
			}
			if _, err := s.Load("k"); !errors.Is(err, ErrForbidden) {
				t.Errorf("its Load answers %v", err)
			}
		})
	}
}

func TestThreeBrokenValuesAreKeptAside(t *testing.T) {
	fake := storage(t, 1000)
	s := open(t)
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
	for name, want := range map[string]string{"k.broken-1": "fourth", "k.broken-2": "third", "k.broken-3": "second"} {
		if got := fake.Call("getItem", prefix+name); got.IsNull() || got.String() != want {
			t.Errorf("%s holds %v, want %q", name, got, want)
		}
	}
	if n := fake.Get("items").Get("size").Int(); n != mostAside {
		t.Errorf("%d items are kept, want %d", n, mostAside)
	}
}

func TestWithoutRoomTheBrokenValueStays(t *testing.T) {
	storage(t, len(prefix+"k")+len("broken")) // not enough for a longer name
	s := open(t)
	if err := s.Save("k", []byte("broken")); err != nil {
		t.Fatal(err)
	}
	if err := s.Archive("k"); !errors.Is(err, ErrFull) {
		t.Errorf("error is %v, want ErrFull", err)
	}
	if got, err := s.Load("k"); err != nil || string(got) != "broken" {
		t.Errorf("it holds %q (%v): the broken thing is lost", got, err)
	}
}
