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
		got, err := assets.Load(want.ID)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s isn't what its file says", want.ID)
		}
	}
}

func TestACaseThatIsNotThere(t *testing.T) {
	_, err := assets.Load("../the-call")
	if err == nil || !strings.Contains(err.Error(), assets.DefaultCase) {
		t.Errorf("the error %v doesn't list the cases that there are", err)
	}
}
