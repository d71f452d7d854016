package launch

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"holdtheline/quiz/casefile"
)

func TestALinkNamesOnlyFilesBesideThePage(t *testing.T) {
	for _, address := range []string{"case.json", "preview.json", "cases/my-case_2.json", "a/b/c.json"} {
		if !isAddress(address) {
			t.Errorf("%q is no address of a case", address)
		}
	}
	for _, address := range []string{
		"", "case", "case.yaml", "/case.json", "//evil.example/case.json", "https://evil.example/case.json", "https:case.json",
		"../case.json", "a/../case.json", "./case.json", "a//case.json", ".hidden.json", "a/.git/case.json", "case.json?x=.json", "case.json#.json",
		"a\\case.json", "%2e%2e/case.json", "data:,{}.json", "javascript:x.json", "ä.json", "a b.json", strings.Repeat("a", 300) + ".json",
	} {
		if isAddress(address) {
			t.Errorf("%q is taken for the address of a case", address)
		}
	}
}

// small returns the compiled small case, which a test may change.
func small(t *testing.T) map[string]any {
	t.Helper()
	data, err := os.ReadFile("../../quiz/casefile/testdata/lost-cat.json")
	if err != nil {
		t.Fatal(err)
	}
	var c map[string]any
	if err := json.Unmarshal(data, &c); err != nil {
		t.Fatal(err)
	}
	return c
}

func TestReadFileRefusesWhatCanNotBePlayed(t *testing.T) {
	for _, test := range []struct {
		name, want string
		change     func(c map[string]any)
	}{
		{"one of the program's", "is that of a story that is here already", func(c map[string]any) { c["id"] = "the-call" }},
		{"an id with a path", "is not an id", func(c map[string]any) { c["id"] = "../x" }},
		{"another format", "format 2", func(c map[string]any) { c["format"] = 2 }},
		{"no rooms", "rooms", func(c map[string]any) { c["rooms"] = []any{} }},
		{"an unknown key", "unknown", func(c map[string]any) { c["script"] = "x" }},
		{"a source that isn't there", "there is no", func(c map[string]any) { c["sources"] = c["sources"].([]any)[1:] }},
		{"a person that isn't there", "there is no", func(c map[string]any) { c["people"] = c["people"].([]any)[1:] }},
		{"a claim twice", "names two things", func(c map[string]any) { c["claims"] = append(c["claims"].([]any), c["claims"].([]any)[0]) }},
		{"no desk", "nothing at the desk", func(c map[string]any) { c["rooms"] = c["rooms"].([]any)[1:] }},
	} {
		c := small(t)
		test.change(c)
		data, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := ReadFile(data); err == nil || got != nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v", test.name, err)
		}
	}
	if _, err := ReadFile([]byte("{")); err == nil {
		t.Error("half a case is read")
	}
	if _, err := ReadFile(make([]byte, casefile.MaxBytes+1)); err == nil || !strings.Contains(err.Error(), "larger than") {
		t.Errorf("too large: %v", err)
	}
	data, err := json.Marshal(small(t))
	if err != nil {
		t.Fatal(err)
	}
	if c, err := ReadFile(data); err != nil || c.ID != "lost-cat" {
		t.Errorf("a good one: %v", err)
	}
}
