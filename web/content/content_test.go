package content

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var root = filepath.Join("..", "..")

// The packages' own tests compare what they return with the files; here they run
// on the generated code.
func TestTheGeneratedContentIsWhatTheFilesSay(t *testing.T) {
	overlay, err := Prepare(root, Teacher, nil)
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command("go", "test", "-count=1", "-v", "-overlay="+overlay, "-run", "FilesSay|NotThere|UnknownLanguage|LanguageLacks", "./assets", "./assets/words")
	command.Dir = root
	out, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, test := range []string{"TestLoadGivesWhatTheFilesSay", "TestTranslationsAreWhatTheirFilesSay", "TestACatalogueIsWhatItsFilesSay", "TestACaseThatIsNotThere", "TestUnknownLanguage", "TestWhatALanguageLacksIsEnglish"} {
		if !strings.Contains(string(out), "--- PASS: "+test) {
			t.Errorf("%s didn't run:\n%s", test, out)
		}
	}
	imports := exec.Command("go", "list", "-overlay="+overlay, "-f", "{{.Imports}} {{.EmbedFiles}}", "./assets", "./assets/words")
	imports.Dir = root
	imports.Stderr = os.Stderr
	if out, err = imports.Output(); err != nil || strings.Contains(string(out), "json") || strings.Contains(string(out), "embed") {
		t.Errorf("JSON is still read: %s, %v", out, err)
	}
}

// Pupils don't download what only the teacher's page says, and the game says nothing
// of it: neither it nor what it is made of has such a key.
func TestTheGameHasNoTextsOfTheTeachersPage(t *testing.T) {
	overlay, err := Prepare(root, Game, nil)
	if err != nil {
		t.Fatal(err)
	}
	written, err := os.ReadFile(filepath.Join(filepath.Dir(overlay), "_texts.go"))
	if err != nil {
		t.Fatal(err)
	}
	list := exec.Command("go", "list", "-deps", "-f", `{{if not .Standard}}{{$p := .}}{{range .GoFiles}}{{$p.ImportPath}} {{$p.Dir}}/{{.}}{{"\n"}}{{end}}{{end}}`, "./game")
	list.Dir = root
	list.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	list.Stderr = os.Stderr
	out, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	sources := map[string]string{"the game's texts": string(written)}
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		pkg, name, _ := strings.Cut(line, " ")
		if !strings.HasPrefix(pkg, "holdtheline/") {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		sources[name] = string(data)
	}
	files, err := LanguageFiles(root, Game)
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files of languages, %v", len(files), err)
	}
	for _, f := range files {
		sources[f.File] = string(f.Data)
		if !strings.Contains(string(f.Data), `"briefing.`) {
			t.Errorf("%s has no texts", f.File)
		}
	}
	if len(sources) < 100 || !strings.Contains(sources["the game's texts"], `"briefing.`) {
		t.Fatalf("only %d sources are looked at", len(sources))
	}
	for name, text := range sources {
		for _, prefix := range teacherOnly {
			if strings.Contains(text, `"`+prefix) {
				t.Errorf("%s has a text that begins with %s", name, prefix)
			}
		}
	}
}

// English alone is part of a program; of the other languages it knows the names of the
// files.
func TestOtherLanguagesAreFiles(t *testing.T) {
	for _, program := range []Program{Game, Package, Teacher} {
		overlay, err := Prepare(root, program, nil)
		if err != nil {
			t.Fatal(err)
		}
		written, err := os.ReadFile(filepath.Join(filepath.Dir(overlay), "_texts.go"))
		if err != nil {
			t.Fatal(err)
		}
		files, err := LanguageFiles(root, program)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range regexp.MustCompile(`(?m)^\t\t"([a-z.-]+)":`).FindAllStringSubmatch(string(written), -1) {
			if ForAuthors(key[1]) {
				t.Errorf("the program %s has the text %s, which is for authors", program, key[1])
			}
		}
		if text := string(written); !strings.Contains(text, "the other side says no") || strings.Contains(text, "Die andere Seite") {
			t.Errorf("the %s's program has not English alone", program)
		}
		german := false
		for _, f := range files {
			if !strings.Contains(string(written), f.File) {
				t.Errorf("the %s's program doesn't know %s", program, f.File)
			}
			german = german || f.Tag == "de" && strings.Contains(string(f.Data), "Die andere Seite") && strings.Contains(string(f.Data), "ist unterwegs")
			if platform := strings.Contains(string(f.Data), "Lernplattform auf"); f.Tag == "de" && platform != (program == Package) {
				t.Errorf("%s says where a package keeps answers: %v", f.File, platform)
			}
		}
		if !german {
			t.Errorf("the %s has no German file with the words of the program and of its page", program)
		}
	}
}

func TestErrorsNameTheFile(t *testing.T) {
	const whole = "assets/cases/the-call/case.json"
	theCall, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(whole)))
	if err != nil {
		t.Fatal(err)
	}
	for broken, want := range map[string]string{
		"assets/cases/one/case.json": "case build",
		"assets/words/xx.json":       "xx.json",
	} {
		root := t.TempDir()
		for file, data := range map[string]string{"assets/cases.go": "package assets", "assets/words/texts.go": "package words", whole: string(theCall), broken: "[]"} {
			name := filepath.Join(root, filepath.FromSlash(file))
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := Prepare(root, Teacher, nil); err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), filepath.Base(broken)) {
			t.Errorf("%s: the error is %v", broken, err)
		}
	}
	if _, err := Prepare(t.TempDir(), Game, nil); err == nil || !strings.Contains(err.Error(), "web/content") && !strings.Contains(err.Error(), "case build") {
		t.Errorf("of an empty folder the error is %v", err)
	}
}
