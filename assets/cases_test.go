package assets_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"holdtheline/assets"
	"holdtheline/quiz/casefile"
)

// The game's cases come without being checked when they are loaded, so they must be
// what reading their files strictly gives. It is carried out with the cases
// as JSON and, by web/content, as data.
func TestLoadGivesWhatTheFilesSay(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("cases", "*", "case.json"))
	if err != nil || len(files) == 0 || len(files) != len(assets.Cases()) {
		t.Fatalf("%d files and %d cases, %v", len(files), len(assets.Cases()), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		want, err := casefile.Load(data)
		if err != nil {
			t.Fatal(err)
		}
		if head := find(want.ID); !reflect.DeepEqual(head, want.Head()) {
			t.Errorf("the head of %s isn't what its file says: %+v", want.ID, head)
		}
		if assets.File(want.ID) != "" { // not part of the program
			if c, err := assets.Load(want.ID); err == nil || c != nil {
				t.Errorf("%s is part of the program and a file beside it", want.ID)
			}
			continue
		}
		got, err := assets.Load(want.ID)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s isn't what its file says", want.ID)
		}
	}
}

func find(id string) *casefile.Case {
	for _, head := range assets.Heads() {
		if head.ID == id {
			return head
		}
	}
	return nil
}

func TestACaseThatIsNotThere(t *testing.T) {
	_, err := assets.Load("../the-call")
	if err == nil || !strings.Contains(err.Error(), assets.DefaultCase) {
		t.Errorf("the error %v doesn't list the cases that there are", err)
	}
}
