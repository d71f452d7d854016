package class

import (
	"net/http/httptest"
	"strings"
	"testing"
)

func TestABodyIsReadStrictly(t *testing.T) {
	type body struct {
		Step   string `json:"step"`
		Expect int    `json:"expect"`
	}
	read := func(text string) (body, error) {
		var b body
		err := readJSON(httptest.NewRecorder(), httptest.NewRequest("POST", "/", strings.NewReader(text)), &b)
		return b, err
	}
	if b, err := read(` {"step": "briefing", "expect": 2} `); err != nil || b != (body{"briefing", 2}) {
		t.Errorf("read %+v, %v", b, err)
	}
	if _, err := read(""); err != nil {
		t.Errorf("an empty body: %v", err)
	}
	for text, want := range map[string]string{
		`{"step": "a", "step": "b"}`:    `the key "step" twice`,
		`{"Step": "a"}`:                 `"step"`,
		`{"step": "a", "Expect": 1}`:    `"expect"`,
		`{"stop": "a"}`:                 `"stop"`,
		`{"step": "a"} {"step": "b"}`:   "follows after the end",
		`{"step": 1}`:                   "not what this call takes",
		`{"step": "a"`:                  "not what this call takes",
		strings.Repeat(" ", maxBody+10): "large",
	} {
		if _, err := read(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.40s: got %v, want %q", text, err, want)
		}
	}
}
