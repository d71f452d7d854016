package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"html"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"

	"holdtheline/assets"
	"holdtheline/game/toolkit/mirror"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
)

// sampleSite builds the site around a program that does nothing.
func sampleSite(t *testing.T) *site {
	t.Helper()
	return &site{
		root: filepath.Join("..", "..", ".."), out: filepath.Join(t.TempDir(), "dist"),
		program: "./web/cmd/site/testdata/program", teacher: "./web/cmd/site/testdata/program", caseID: "the-call", lang: "en", quick: true,
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
	first, second := sampleSite(t), sampleSite(t)
	for _, s := range []*site{first, second} {
		if _, err := s.build(); err != nil {
			t.Fatal(err)
		}
	}
	want, got := contents(t, first.out), contents(t, second.out)
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
	second.root = copyOf(t, "go.mod", "go.sum", "assets", "game", "quiz", "web/page")
	if _, err := first.build(); err != nil {
		t.Fatal(err)
	}
	if os.Getenv("CI") != "" {
		t.Setenv("GOCACHE", t.TempDir())
	}
	if _, err := second.build(); err != nil {
		t.Fatal(err)
	}
	want, got := contents(t, first.out), contents(t, second.out)
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
	s := sampleSite(t)
	if _, err := s.build(); err != nil {
		t.Fatal(err)
	}
	files := contents(t, s.out)
	index := string(files["index.html"])

	for _, page := range []string{"index.html", "teacher.html"} {
		for _, address := range regexp.MustCompile(`(?:src|href|data-program)="([^"]*)"`).FindAllStringSubmatch(string(files[page]), -1) {
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
	if strings.Contains(index, "teacher") {
		t.Error("the pupils' page names something of the teacher's")
	}
	for _, wanted := range []string{"<h1><span data-words=\"teacher.begin.title\">For teachers</span></h1>", `data-words="teacher.loading"`, "Content-Security-Policy"} {
		if !strings.Contains(string(files["teacher.html"]), wanted) {
			t.Errorf("the teacher's page lacks %q", wanted)
		}
	}
	for _, wanted := range []string{
		`<h1 data-part="title" lang="en">The Call</h1>`, "about 10 minutes", "about 30 minutes", "about 50 minutes",
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

// Pupils can open the worksheet of a test before they have handed it in.
func TestTheWorksheetOfATestHasNoAnswers(t *testing.T) {
	for _, form := range []casefile.Form{casefile.FormA, casefile.FormB} {
		s := sampleSite(t)
		s.caseID, _ = assets.FormCase(form)
		c, err := s.loadCase()
		if err != nil {
			t.Fatal(err)
		}
		f, err := s.worksheet(hashed("icon.svg", nil), hashed("worksheet.css", nil))
		if err != nil {
			t.Fatal(err)
		}
		text := html.UnescapeString(string(f.data))
		if !strings.Contains(text, c.Claims[0].Text) || strings.Contains(text, `id="answers"`) {
			t.Errorf("form %s: the questions are missing, or the answers are there", form)
		}
		for _, claim := range c.Claims {
			for _, status := range claim.Status {
				if strings.Contains(text, status.Why) {
					t.Errorf("form %s gives the reason for %s", form, claim.ID)
				}
			}
		}
	}
}

func TestTheWorksheetHoldsTheWholeCase(t *testing.T) {
	s := sampleSite(t)
	p, err := s.page()
	if err != nil {
		t.Fatal(err)
	}
	f, err := s.worksheet(hashed("icon.svg", nil), hashed("worksheet.css", nil))
	if err != nil {
		t.Fatal(err)
	}
	text := html.UnescapeString(string(f.data))
	questions, answers, found := strings.Cut(text, `id="answers"`)
	if !found {
		t.Fatal("there are no answers")
	}
	set := puzzle.New(p.Case)
	for _, room := range p.Case.Rooms {
		for _, b := range room.Beats {
			if !strings.Contains(questions, b.Title) || !strings.Contains(questions, b.Scene) {
				t.Errorf("the worksheet lacks the beat %s", b.ID)
			}
			for _, ask := range b.Ask {
				claim, _ := p.Case.Claim(ask.Claim)
				if !strings.Contains(questions, claim.Text) {
					t.Errorf("at %s the claim %s isn't asked", b.ID, claim.ID)
				}
			}
		}
		for _, one := range room.Puzzles {
			item, ok := set.Item(one.ID)
			if !ok {
				t.Fatalf("%s can't be asked", one.ID)
			}
			for _, field := range item.Form(sheetSeed).Fields {
				if field.Top == nil && !strings.Contains(questions, "<h4>"+field.Label.In(p.game)+"</h4>") {
					t.Errorf("%s doesn't ask %q", one.ID, field.Label.In(p.game))
				}
				for _, o := range field.Options {
					if !strings.Contains(questions, "<li>"+o.Label.In(p.game)+"</li>") {
						t.Errorf("%s lacks the option %q", one.ID, o.Label.In(p.game))
					}
				}
			}
			e, err := item.Explain(item.Best())
			if err != nil {
				t.Fatal(err)
			}
			for _, line := range e.Lines {
				if !strings.Contains(answers, "<li>"+line.Text.In(p.game)+"</li>") {
					t.Errorf("the answer to %s lacks %q", one.ID, line.Text.In(p.game))
				}
			}
			if len(e.Lines) == 0 && len(e.Answer) == 0 {
				t.Errorf("nothing is told about what is right in %s", one.ID)
			}
			if !strings.Contains(questions, one.Prompt) || !strings.Contains(answers, one.Why) {
				t.Errorf("the worksheet lacks the puzzle %s, or its answer", one.ID)
			}
			if strings.Contains(questions, one.Why) {
				t.Errorf("why the answer to %s is right is said before the answers", one.ID)
			}
		}
	}
	for _, claim := range p.Case.Claims {
		for _, status := range claim.Status {
			if strings.Contains(questions, status.Why) {
				t.Errorf("why %s is %s is said before the answers", claim.ID, status.Is)
			}
		}
	}
	for _, forbidden := range []string{"<script", " style="} {
		if strings.Contains(text, forbidden) {
			t.Errorf("the worksheet holds %q", forbidden)
		}
	}
	if lacking := regexp.MustCompile(`\[[a-z0-9.-]+\]|\{[a-z-]+\}`).FindString(text); lacking != "" {
		t.Errorf("a text is missing: %s", lacking)
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
