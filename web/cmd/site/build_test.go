package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"html"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"

	"holdtheline/assets"
	"holdtheline/game/toolkit/mirror"
	"holdtheline/web/lesson"
)

// sampleSite builds the site around a program that does nothing.
func sampleSite(t *testing.T) *site {
	t.Helper()
	return &site{
		root: filepath.Join("..", "..", ".."), out: filepath.Join(t.TempDir(), "dist"),
		program: "./web/cmd/site/testdata/program", teacher: "./web/cmd/site/testdata/program", checker: "./web/cmd/site/testdata/program", caseID: "the-call", lang: "en", quick: true,
	}
}

// builtSample is the sample site as it was first built, for tests that only read it:
// a build takes seconds.
func builtSample(t *testing.T) map[string][]byte {
	t.Helper()
	if sampleFiles == nil {
		s := sampleSite(t)
		if _, err := s.build(); err != nil {
			t.Fatal(err)
		}
		sampleFiles = contents(t, s.out)
	}
	return maps.Clone(sampleFiles)
}

var sampleFiles map[string][]byte

// builtBefore puts the sample site where a site is to be built: a build reuses the
// compressed copies of what is the same.
func builtBefore(t *testing.T, s *site) {
	t.Helper()
	files := builtSample(t)
	if err := os.MkdirAll(s.out, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(s.out, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// contents returns the files of a folder by name.
func contents(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, e := range entries {
		if files[e.Name()], err = os.ReadFile(filepath.Join(dir, e.Name())); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

func TestTwoBuildsAreIdentical(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds the site twice")
	}
	want, second := builtSample(t), sampleSite(t)
	if _, err := second.build(); err != nil {
		t.Fatal(err)
	}
	got := contents(t, second.out)
	if len(want) != len(got) {
		t.Errorf("one build has %d files, the other %d", len(want), len(got))
	}
	for name := range want {
		if !bytes.Equal(want[name], got[name]) {
			t.Errorf("%s differs between two builds", name)
		}
	}
}

// The program too is the same byte for byte when it is built in another folder. In
// continuous integration, where there is time, that build's cache is empty.
func TestTheProgramDoesNotDependOnItsFolder(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds the game twice")
	}
	first, second := sampleSite(t), sampleSite(t)
	first.program, first.teacher, second.program, second.teacher = "./game", "./game/teacher", "./game", "./game/teacher"
	first.checker, second.checker = "./web/author/engine", "./web/author/engine"
	second.root = copyOf(t, "go.mod", "go.sum", "assets", "game", "quiz", "web/author", "web/class/code", "web/codemirror", "web/jsqr", "web/page")
	if _, err := first.build(); err != nil {
		t.Fatal(err)
	}
	if os.Getenv("CI") != "" {
		t.Setenv("GOCACHE", t.TempDir())
	}
	want := contents(t, first.out)
	second.out = first.out // what is the same isn't compressed again
	if _, err := second.build(); err != nil {
		t.Fatal(err)
	}
	got := contents(t, second.out)
	for name := range want {
		if !bytes.Equal(want[name], got[name]) {
			t.Errorf("%s differs when it is built in another folder", name)
		}
	}
	if len(want) != len(got) {
		t.Errorf("one build has %d files, the other %d", len(want), len(got))
	}
}

func TestTheSiteIsComplete(t *testing.T) {
	files := builtSample(t)
	index := string(files["index.html"])

	for _, page := range []string{"index.html", "teacher.html"} {
		for _, address := range regexp.MustCompile(`(?:src|href|data-program|data-class|data-calls)="([^"]*)"`).FindAllStringSubmatch(string(files[page]), -1) {
			name := address[1]
			if name == "" || strings.HasPrefix(name, "?") {
				continue // the page itself
			}
			if _, ok := files[name]; !ok {
				t.Errorf("%s asks for %q, which isn't a file of the site: addresses are relative, and from here", page, name)
			}
		}
		for _, forbidden := range []string{"<style", " style=", " onclick=", " onload=", "<script>", "[page."} {
			if strings.Contains(string(files[page]), forbidden) {
				t.Errorf("%s holds %q", page, forbidden)
			}
		}
	}
	// The page only knows where a link that asks for one screen leads.
	if strings.Contains(strings.Replace(index, ` data-lead="teacher.html"`, "", 1), "teacher") {
		t.Error("the pupils' page names something of the teacher's")
	}
	for _, wanted := range []string{"<h1><span data-words=\"teacher.begin.title\">For teachers</span></h1>", `data-words="teacher.loading"`, "Content-Security-Policy"} {
		if !strings.Contains(string(files["teacher.html"]), wanted) {
			t.Errorf("the teacher's page lacks %q", wanted)
		}
	}
	for _, wanted := range []string{
		`<h1 data-part="title" lang="en" dir="ltr">The Call</h1>`, "about 10 minutes", "about 30 minutes", "about 50 minutes",
		"Before you start", "<b>Elton John</b>, British singer", "<svg ", `stroke="var(--cord)"`, "Content-Security-Policy",
	} {
		if !strings.Contains(index, wanted) {
			t.Errorf("the page lacks %q", wanted)
		}
	}
	if picture := string(files[only(t, files, "icon.", ".svg")]); strings.Contains(picture, "var(") || strings.Contains(picture, "style=") {
		t.Errorf("the icon needs a style sheet: %s", picture)
	}
	style := string(files[only(t, files, "page.", ".css")])
	for _, token := range regexp.MustCompile(`var\((--[a-z0-9-]+)\)`).FindAllStringSubmatch(style, -1) {
		if !strings.Contains(style, token[1]+":") && !slices.Contains(mirror.Properties(), token[1]) {
			t.Errorf("the style sheet uses %s, which is nowhere defined", token[1])
		}
	}

	program := only(t, files, "hold-the-line.", ".wasm")
	sum := sha256.Sum256(files[program])
	if want := hex.EncodeToString(sum[:])[:hashDigits]; !strings.Contains(program, "."+want+".") {
		t.Errorf("%s isn't named after its content, whose hash is %s", program, want)
	}

	for name, data := range files {
		var unpacked []byte
		var err error
		switch filepath.Ext(name) {
		case ".br":
			unpacked, err = io.ReadAll(brotli.NewReader(bytes.NewReader(data)))
		case ".gz":
			var r *gzip.Reader
			if r, err = gzip.NewReader(bytes.NewReader(data)); err == nil {
				unpacked, err = io.ReadAll(r)
			}
		default:
			continue
		}
		if plain := files[strings.TrimSuffix(name, filepath.Ext(name))]; err != nil || !bytes.Equal(unpacked, plain) {
			t.Errorf("%s doesn't decompress to the original (%v)", name, err)
		}
	}
}

// only returns the one file whose name begins and ends like that.
func only(t *testing.T, files map[string][]byte, prefix, suffix string) string {
	t.Helper()
	found := ""
	for name := range files {
		if strings.HasPrefix(name, prefix) && strings.HasSuffix(name, suffix) {
			if found != "" {
				t.Fatalf("both %s and %s are there", found, name)
			}
			found = name
		}
	}
	if found == "" {
		t.Fatalf("no %s*%s is there", prefix, suffix)
	}
	return found
}

// Pupils can open the worksheet before they have handed in a test, or the case.
func TestNoWorksheetHasAnswers(t *testing.T) {
	for _, id := range assets.Cases() {
		s := sampleSite(t)
		s.caseID = id
		c, err := s.loadCase()
		if err != nil {
			t.Fatal(err)
		}
		f, err := s.printed(lesson.ForPupils, s.lang, hashed("icon.svg", nil), lessonStyle().style)
		if err != nil {
			t.Fatal(err)
		}
		text := html.UnescapeString(string(f.data))
		for _, b := range c.Rooms[0].Beats {
			if len(b.Lengths) == 0 && !strings.Contains(text, b.Title) {
				t.Errorf("%s: the questions of %s are missing", id, b.ID)
			}
		}
		if isTest := c.Form != ""; strings.Contains(text, "lesson-"+id) == isTest {
			t.Errorf("%s: only a case that isn't a test leads to its lesson; a test: %v", id, isTest)
		}
		for _, claim := range c.Claims {
			for _, status := range claim.Status {
				if strings.Contains(text, status.Why) || strings.Contains(text, status.WouldChange) {
					t.Errorf("%s gives the reason for %s", id, claim.ID)
				}
			}
		}
		for _, room := range c.Rooms {
			for _, p := range room.Puzzles {
				if strings.Contains(text, p.Why) {
					t.Errorf("%s gives the reason for %s", id, p.ID)
				}
			}
		}
		for _, forbidden := range []string{"<script", " style="} {
			if strings.Contains(text, forbidden) {
				t.Errorf("the worksheet of %s holds %q", id, forbidden)
			}
		}
	}
}

func TestALessonIsThereInEveryLanguage(t *testing.T) {
	s := sampleSite(t)
	paper, err := s.paper(hashed("icon.svg", nil))
	if err != nil {
		t.Fatal(err)
	}
	there := map[string]bool{}
	for _, f := range slices.Concat(paper.pupils, paper.translated, paper.others) {
		there[f.name] = true
	}
	for _, head := range assets.Heads() {
		one := *s
		one.caseID = head.ID
		for _, lang := range lesson.Languages() {
			if in := assets.Lesson(head.ID, lang); lang != "en" && in == assets.Lesson(head.ID, "en") {
				t.Errorf("the programs don't know of the lesson in %s", lang)
			}
			if there[one.printedName(lesson.ForTeachers, lang)] != (head.Form == "") {
				t.Errorf("%s in %s: a case has a lesson, and a test none", head.ID, lang)
			}
			if !there[one.printedName(lesson.ForPupils, lang)] {
				t.Errorf("%s in %s: there is no sheet", head.ID, lang)
			}
		}
	}
	style := string(paper.style.data)
	for _, f := range paper.faces {
		if !strings.Contains(style, f.name) {
			t.Errorf("the style sheet doesn't name the typeface %s", f.name)
		}
	}
	for _, f := range slices.Concat(paper.pupils, paper.translated, paper.others) {
		for _, link := range regexp.MustCompile(`<a href="([^#"]+)"`).FindAllStringSubmatch(string(f.data), -1) {
			if name := link[1]; name != "./" && !there[name] {
				t.Errorf("%s leads to %q, which isn't there", f.name, name)
			}
		}
	}
}

func TestABuildReplacesOnlyASite(t *testing.T) {
	s := sampleSite(t)
	if err := os.MkdirAll(s.out, 0o755); err != nil {
		t.Fatal(err)
	}
	precious := filepath.Join(s.out, "thesis.txt")
	if err := os.WriteFile(precious, []byte("years of work"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := s.build(); err == nil || !strings.Contains(err.Error(), "isn't the site") {
		t.Errorf("building over other files: %v", err)
	}
	if _, err := os.Stat(precious); err != nil {
		t.Errorf("the other file is gone: %v", err)
	}
	// That is seen before anything is built, and again before it is replaced.
	if err := s.write(nil); err == nil || !strings.Contains(err.Error(), "isn't the site") {
		t.Errorf("writing over other files: %v", err)
	}
	if _, err := os.Stat(precious); err != nil {
		t.Errorf("the other file is gone: %v", err)
	}
	if _, err := os.Stat(s.out + ".new"); err == nil {
		t.Error("a build that failed leaves its folder behind")
	}
}

func TestBuildErrorsSayWhatToDo(t *testing.T) {
	for name, test := range map[string]struct {
		change func(*site)
		want   string
	}{
		"another folder":      {func(s *site) { s.root = t.TempDir() }, "run this in the project's root folder"},
		"an unknown case":     {func(s *site) { s.caseID = "the-letter" }, `is there a case "the-letter"`},
		"an unknown language": {func(s *site) { s.lang = "tlh" }, `no texts in the language "tlh"`},
		"no program at all":   {func(s *site) { s.program = "./web/absent" }, "doesn't build for the browser"},
	} {
		s := sampleSite(t)
		test.change(s)
		if _, err := s.build(); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error is %v, want %q in it", name, err, test.want)
		}
	}
}
