package content

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

var root = filepath.Join("..", "..")

// The packages' own tests compare what they return with the files; here they run
// on the generated code.
func TestTheGeneratedContentIsWhatTheFilesSay(t *testing.T) {
	overlay, err := Prepare(root, nil)
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command("go", "test", "-count=1", "-v", "-overlay="+overlay, "-run", "FilesSay|NotThere|UnknownLanguage", "./assets", "./assets/words")
	command.Dir = root
	out, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, test := range []string{"TestLoadGivesWhatTheFilesSay", "TestACatalogueIsWhatItsFilesSay", "TestACaseThatIsNotThere", "TestUnknownLanguage"} {
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
		if _, err := Prepare(root, nil); err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), filepath.Base(broken)) {
			t.Errorf("%s: the error is %v", broken, err)
		}
	}
	if _, err := Prepare(t.TempDir(), nil); err == nil || !strings.Contains(err.Error(), "web/content") && !strings.Contains(err.Error(), "case build") {
		t.Errorf("of an empty folder the error is %v", err)
	}
}
