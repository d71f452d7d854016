package screentest

import (
	"fmt"
	"os"
	"testing"

	"holdtheline/assets/words"
	"holdtheline/game/toolkit/mirror"
	"holdtheline/game/toolkit/ui"
)

// Spoken compares what a screen reader meets with what is written down in
// testdata/spoken: on the screens that are named, or on all. With update it writes down
// anew what differs; read the difference. Of the plain page the same must be heard.
func Spoken(t *testing.T, walk Walk, update bool, only ...string) {
	t.Helper()
	lay := Layouter()
	recorded(t, walk, update, spoken, ".txt", only, func(file string, h *Hand) {
		got := fmt.Sprintf("title %q\nfocus %s\nstatus %q\n\n%s", h.Tree().Name, h.Focus, h.Text("status"), heard(t, lay, file, h))
		want, err := os.ReadFile(file)
		switch {
		case string(want) == got:
		case update:
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		case err != nil:
			t.Errorf("%v: run this test with -update, and read the file", err)
		default:
			t.Errorf("%s sounds different; if that is meant, run this test with -update and read the difference. It is now:\n%s", file, got)
		}
	})
}

// SoundsAlike sees that of the plain page the same is heard as over the canvas, on every
// screen.
func SoundsAlike(t *testing.T, walk Walk) {
	t.Helper()
	lay := Layouter()
	// In one language: over the canvas a button has only one.
	walk(t, words.Default, func(name string, h *Hand) { heard(t, lay, name, h) })
}

// heard is what is heard on a screen, over the canvas and of the plain page.
func heard(t *testing.T, lay *ui.Layouter, name string, h *Hand) string {
	t.Helper()
	layout := lay.Lay(h.Tree(), h.Viewport(1366, 768), nil)
	dump := mirror.Dump(mirror.From(layout))
	if plain := mirror.Dump(mirror.Page(layout)); plain != dump {
		t.Errorf("of the plain page of %s something else is heard:\n%s\nthan over the canvas:\n%s", name, plain, dump)
	}
	return dump
}
