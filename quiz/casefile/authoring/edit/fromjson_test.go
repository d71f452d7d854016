package edit_test

import (
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"

	"holdtheline/quiz/casefile/authoring/edit"
)

func TestFromJSON(t *testing.T) {
	for _, file := range []string{"../../testdata/lost-cat.json", "../../../../assets/cases/the-call/case.json"} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text, err := edit.FromJSON(data)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(text, []byte("\nsources:\n  - id: ")) {
			t.Errorf("%s is written as\n%.300s", file, text)
		}
		again, err := edit.JSON(text)
		if err != nil {
			t.Fatal(err)
		}
		var got, want any
		if err := json.Unmarshal(again, &got); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(data, &want); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s says something else as text", file)
		}
		if _, err := edit.Apply(text, op("set", "sources[0].title", "A new title", 0)); err != nil {
			t.Errorf("%s can't be changed in a form: %v", file, err)
		}
	}
}

func TestFromJSONRefuses(t *testing.T) {
	for _, data := range []string{"", "{", "[]", "{}", "1", `{"a": 1, "a": 2}`, "a: b", strings.Repeat("[", 20_000) + strings.Repeat("]", 20_000)} {
		if text, err := edit.FromJSON([]byte(data)); err == nil {
			t.Errorf("%.20s becomes %q", data, text)
		}
	}
}
