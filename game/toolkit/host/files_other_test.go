//go:build !js

package host

import (
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"holdtheline/game/toolkit/ui"
)

func TestFilesAreReadWithinLimits(t *testing.T) {
	folder := t.TempDir()
	var names []string
	for name, size := range map[string]int{"a": 10, "b": 11} {
		file := filepath.Join(folder, name)
		if err := os.WriteFile(file, make([]byte, size), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"a", "b", "absent", ".", "a", "a", "a"} {
		names = append(names, filepath.Join(folder, name))
	}
	got := ReadFiles(names, ui.FileLimits{Most: 6, Each: 10, All: 25})
	want := []ui.FileFault{ui.FileRead, ui.FileTooLarge, ui.FileUnreadable, ui.FileUnreadable, ui.FileRead, ui.FileTooLarge}
	if len(got.List) != len(want) || got.Left != 1 {
		t.Fatalf("%d files and %d left, want %d and 1", len(got.List), got.Left, len(want))
	}
	for i, f := range got.List {
		if f.Fault != want[i] || (f.Data == nil) != (f.Fault != ui.FileRead) {
			t.Errorf("file %d, %s: %q with %d bytes, want %q", i, f.Name, f.Fault, len(f.Data), want[i])
		}
	}
	if got.List[0].Name != "a" {
		t.Errorf("the first is called %q, want its name without folders", got.List[0].Name)
	}
}

func TestADropIsReadWithItsNames(t *testing.T) {
	dropped := fstest.MapFS{"ada.jsonl": {Data: []byte("{}")}, "class/bo.jsonl": {Data: []byte("{}")}}
	got := ReadDropped(dropped, ui.FileLimits{Most: 10, Each: 10, All: 10})
	if len(got.List) != 2 || got.List[0].Name != "ada.jsonl" || got.List[0].Fault != ui.FileRead || got.List[1].Fault != ui.FileUnreadable {
		t.Errorf("read %+v, want the file, and the folder as one that can't be", got)
	}
}
