package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// builtWorker returns the worker's text, version and list of files of a site, and all
// its files: of the sample site where s is nil, and else made with these programs.
func builtWorker(t *testing.T, s *site, programs compiled) (text, version string, kept []keptFile, files map[string][]byte) {
	t.Helper()
	if s == nil {
		files = builtSample(t)
	} else {
		made, err := s.files(programs)
		if err != nil {
			t.Fatal(err)
		}
		files = map[string][]byte{}
		for _, f := range made {
			files[f.name] = f.data
		}
	}
	text = string(files[workerName])
	if found := regexp.MustCompile(`(?s)const VERSION = "([0-9a-f]+)";\nconst CASES = \["[0-9a-f]{16}"(?:,\s*"[0-9a-f]{16}")*\];\nconst FILES = (\[.*?\n\]);`).FindStringSubmatch(text); found != nil {
		version = found[1]
		if err := json.Unmarshal([]byte(found[2]), &kept); err != nil {
			t.Fatal(err)
		}
	}
	return text, version, kept, files
}

// All that the page and the program need is kept, with the hash of its content.
func TestTheWorkerKeepsTheWholeSite(t *testing.T) {
	_, _, kept, files := builtWorker(t, nil, compiled{})
	listed, stems := map[string]bool{}, map[string]bool{}
	for _, f := range kept {
		listed[f.Name] = true
		if later := onceUsed.MatchString(f.Name); f.Used != later {
			t.Errorf("%s is kept only once it was used: %v, want %v", f.Name, f.Used, later)
		}
		// A new version keeps what has the stem of a file that the one before kept.
		stem, _, _ := strings.Cut(f.Name, ".")
		if used, ok := stems[stem]; ok && used != f.Used {
			t.Errorf("%s and another file with its stem aren't kept alike", f.Name)
		}
		stems[stem] = f.Used
		if data, ok := files[f.Name]; !ok || sum(data) != f.SHA256 {
			t.Errorf("%s is listed with a hash that isn't its own", f.Name)
		}
	}
	for name := range files {
		extension := filepath.Ext(name)
		needed := extension != ".br" && extension != ".gz" && extension != ".png" && name != workerName && name != quickMark &&
			!onlyForPaper.MatchString(name) &&
			!ofOthers.MatchString(name)
		if listed[name] != needed {
			t.Errorf("%s is kept: %v, want %v", name, listed[name], needed)
		}
	}
	if len(kept) == 0 || kept[0].Name != "index.html" {
		t.Errorf("the list begins with %v, want the page: by it a half-replaced site is noticed", kept)
	}
	if !strings.Contains(string(files["index.html"]), ` data-worker="worker.js"`) {
		t.Error("the page doesn't name its worker")
	}
}

// onlyForPaper finds the files for teachers to print, the pupils' page in other languages,
// the questions for platforms and the typefaces: pupils' devices keep none of them.
var onlyForPaper = regexp.MustCompile(`^(lesson-|questions-|worksheet-.*\.[a-z]{2}\.html$)|\.ttf$`)

// onceUsed finds what is kept once its language was chosen, the texts and the cases and
// pupils' pages that were translated, and what is kept once the teacher's or the author's page was used.
var onceUsed = regexp.MustCompile(`^(teacher|author|language-|(case|worksheet)-[a-z-]+-[a-z]{2}\.)`)

// ofOthers finds what nobody needs offline: what is played in a class, licences to read,
// and the page for whoever runs a server.
var ofOthers = regexp.MustCompile(`^(calls\.|in-class\.|privacy\.html$|[a-z-]+-licence\.txt$)`)

func TestAnyChangeIsANewVersion(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds the site once for each change")
	}
	_, before, _, _ := builtWorker(t, nil, compiled{})
	root := copyOf(t, "web/page", "web/codemirror", "web/jsqr", "game/toolkit/host", "game/toolkit/mirror", "assets/cases.go", "assets/cases", "assets/words", "quiz", "web/author", "web/cmd/site/testdata", "go.mod", "go.sum")
	s := sampleSite(t)
	s.root = root
	if err := s.begin(); err != nil {
		t.Fatal(err)
	}
	programs, err := s.programs() // none of what changes below is part of them
	if err != nil {
		t.Fatal(err)
	}
	_, same, _, _ := builtWorker(t, s, programs)
	if before == "" || same != before {
		t.Errorf("the same source elsewhere is version %q, want %q", same, before)
	}
	for _, name := range []string{"web/page/page.css", "web/page/worker/keep.js", "web/page/worker/caches.js"} {
		path := filepath.Join(root, filepath.FromSlash(name))
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, append(data, "\n/* changed */\n"...), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, after, _, _ := builtWorker(t, s, programs); after == before {
			t.Errorf("with another %s the version is still %s", name, after)
		} else {
			before = after
		}
	}
}

func TestARetiredWorkerKeepsNothing(t *testing.T) {
	s := sampleSite(t)
	s.retire = true
	text, _, kept, files := builtWorker(t, s, compiled{})
	if kept != nil || !strings.Contains(text, "registration.unregister()") || strings.Contains(text, `"fetch"`) {
		t.Errorf("the worker that removes itself:\n%s", text)
	}
	if strings.Contains(string(files["index.html"]), "data-worker") {
		t.Error("the page still asks for a worker")
	}
}

// copyOf copies parts of the project into a folder of their own.
func copyOf(t *testing.T, parts ...string) string {
	t.Helper()
	from, to := filepath.Join("..", "..", ".."), t.TempDir()
	for _, part := range parts {
		source, target := filepath.Join(from, filepath.FromSlash(part)), filepath.Join(to, filepath.FromSlash(part))
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(source)
		if err != nil {
			t.Fatal(err)
		}
		if info.IsDir() {
			err = os.CopyFS(target, os.DirFS(source))
		} else {
			var data []byte
			if data, err = os.ReadFile(source); err == nil {
				err = os.WriteFile(target, data, 0o644)
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return to
}
