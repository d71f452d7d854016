package preview_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/web/preview"
)

const small = "../../quiz/casefile/testdata/lost-cat.yaml"

// write writes a version of the small case. Its size changes, so that it is seen however
// coarse the clock of the file system is.
func write(t *testing.T, file, old, replacement string) {
	t.Helper()
	data, err := os.ReadFile(small)
	if err != nil {
		t.Fatal(err)
	}
	changed := strings.Replace(string(data), old, replacement, 1)
	if err := os.WriteFile(file, []byte(changed), 0o600); err != nil {
		t.Fatal(err)
	}
}

func get(t *testing.T, p http.Handler, address string) *httptest.ResponseRecorder {
	t.Helper()
	w := httptest.NewRecorder()
	p.ServeHTTP(w, httptest.NewRequest(http.MethodGet, address, nil))
	return w
}

func TestThePageFollowsTheFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "my.yaml")
	write(t, file, "", "")
	site := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { http.Error(w, "site "+r.URL.Path, http.StatusTeapot) })
	p, err := preview.New(file, site)
	if err != nil {
		t.Fatal(err)
	}
	state := func(after string) preview.State {
		t.Helper()
		var s preview.State
		if err := json.Unmarshal(get(t, p, "/preview-state?after="+after).Body.Bytes(), &s); err != nil {
			t.Fatal(err)
		}
		return s
	}
	played := func() *casefile.Case {
		t.Helper()
		w := get(t, p, "/preview.json")
		if w.Code != http.StatusOK {
			return nil
		}
		c, err := casefile.LoadForeign(w.Body.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		return c
	}

	if s := state("0"); s.Version != 1 || !s.OK || len(s.Errors) != 0 || len(s.Warnings) != 1 || !strings.Contains(s.Outline, "Tom has found the cat") {
		t.Errorf("the first version: %+v", s)
	}
	if c := played(); c == nil || c.ID != casefile.PreviewID || c.Title != "The Lost Cat" {
		t.Errorf("what is played: %+v", c)
	}
	write(t, file, "relies_on: [photo]", "relies_on: [phototype]")
	s := state("1")
	if s.Version != 2 || s.OK || !s.Playable || len(s.Errors) != 1 || s.Errors[0].Place != "72:17" || s.Errors[0].Code != "reference" {
		t.Errorf("with an error: %+v", s)
	}
	if c := played(); c == nil || c.Title != "The Lost Cat" {
		t.Error("the last version that could be played is gone")
	}
	write(t, file, "title: The Lost Cat", "title: The Lost Cat Biscuit")
	if s := state("2"); s.Version != 3 || !s.OK || s.Title != "The Lost Cat Biscuit" || played().Title != s.Title {
		t.Errorf("mended: %+v", s)
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	if s := state("3"); s.OK || len(s.Errors) != 1 || s.Errors[0].Code != "unreadable" {
		t.Errorf("without its file: %+v", s)
	}

	if w := get(t, p, "/"+preview.Page); w.Code != http.StatusOK || !strings.Contains(w.Header().Get("Content-Security-Policy"), "default-src 'none'") || strings.Contains(w.Body.String(), "<script>") {
		t.Errorf("the page: %d, %v", w.Code, w.Header())
	}
	for _, name := range []string{"/preview.js", "/preview.css"} {
		if w := get(t, p, name); w.Code != http.StatusOK || w.Header().Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: %d", name, w.Code)
		}
	}
	if w := get(t, p, "/index.html"); w.Code != http.StatusTeapot {
		t.Errorf("the site is not served: %d", w.Code)
	}
}

func TestNothingIsPlayedBeforeACaseIsSound(t *testing.T) {
	file := filepath.Join(t.TempDir(), "my.yaml")
	if err := os.WriteFile(file, []byte("title: [\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := preview.New(file, http.NotFoundHandler())
	if err != nil {
		t.Fatal(err)
	}
	if w := get(t, p, "/preview.json"); w.Code != http.StatusNotFound {
		t.Errorf("a case is served: %d", w.Code)
	}
	if s := p.Look(); s.OK || s.Playable || len(s.Errors) == 0 {
		t.Errorf("got %+v", s)
	}
	if _, err := preview.New(filepath.Join(t.TempDir(), "none.yaml"), nil); err == nil || !strings.Contains(err.Error(), "case new") {
		t.Errorf("no file: %v", err)
	}
}
