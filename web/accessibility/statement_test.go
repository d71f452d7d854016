package accessibility_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"holdtheline/web/accessibility"
)

// The success criteria of WCAG 2.2 (W3C Recommendation of 5 October 2023) at
// levels A and AA. 4.1.1 was removed.
var standard = map[string]string{
	"A": `1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2
		2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2`,
	"AA": `1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8
		3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3`,
}

func read(t *testing.T) *accessibility.Statement {
	t.Helper()
	s, err := accessibility.Read()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestEveryCriterionOfTheStandardIsThereOnce(t *testing.T) {
	levels := map[string]string{}
	for level, numbers := range standard {
		for _, number := range strings.Fields(numbers) {
			levels[number] = level
		}
	}
	if len(levels) != 55 {
		t.Fatalf("the standard has %d criteria at A and AA, want 55", len(levels))
	}
	var last string
	for _, c := range read(t).Criteria {
		if levels[c.Number] != c.Level {
			t.Errorf("%s is said to be of level %q; in the standard it is %q (empty: not there, or here twice)", c.Number, c.Level, levels[c.Number])
		}
		delete(levels, c.Number)
		if key := sortable(c.Number); key <= last {
			t.Errorf("%s isn't in the standard's order", c.Number)
		} else {
			last = key
		}
	}
	for number := range levels {
		t.Errorf("%s is missing", number)
	}
}

// sortable writes a number so that text order is the standard's order.
func sortable(number string) string {
	var a, b, c int
	fmt.Sscanf(number, "%d.%d.%d", &a, &b, &c)
	return fmt.Sprintf("%02d%02d%02d", a, b, c)
}

// Every test that the statement names is in the file that it names.
func TestEveryTestThatIsNamedExists(t *testing.T) {
	root := filepath.Join("..", "..")
	s := read(t)
	where := map[string]accessibility.Tests{}
	for _, c := range s.Criteria {
		where[c.Number] = c.Tests
	}
	for _, trial := range s.Tried {
		where[trial.With] = trial.Tests
	}
	named := 0
	for what, tests := range where {
		for _, name := range tests.Files() {
			data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
			if err != nil {
				t.Errorf("%s: %v", what, err)
				continue
			}
			if len(tests[name]) == 0 {
				t.Errorf("%s names no test of %s", what, name)
			}
			for _, title := range tests[name] {
				named++
				if !holds(name, string(data), title) {
					t.Errorf("%s: there is no test %q in %s", what, title, name)
				}
			}
		}
	}
	if named < 80 {
		t.Errorf("only %d tests are named", named)
	}
}

var titles = regexp.MustCompile("\\btest\\((\"[^\"]*\"|`[^`]*`)")

// holds tells whether a file has a test with a title. A browser test's may be
// made in a loop: then any text matches a variable.
func holds(file, source, title string) bool {
	if strings.HasSuffix(file, "_test.go") {
		return strings.Contains(source, "\nfunc "+title+"(t *testing.T)")
	}
	for _, found := range titles.FindAllStringSubmatch(source, -1) {
		var pattern []string
		for i, part := range strings.Split(found[1][1:len(found[1])-1], "${") {
			if i > 0 {
				_, part, _ = strings.Cut(part, "}")
			}
			pattern = append(pattern, regexp.QuoteMeta(part))
		}
		if regexp.MustCompile("^" + strings.Join(pattern, ".+") + "$").MatchString(title) {
			return true
		}
	}
	return false
}

// The test above would notice one that is missing.
func TestAMissingTestIsNoticed(t *testing.T) {
	source := "\nfunc TestHere(t *testing.T) {\n\n\ttest(`played in ${view}, twice`, async () => {\n\ntest(\"played\", async"
	for _, tt := range []struct {
		file, title string
		want        bool
	}{
		{"a_test.go", "TestHere", true},
		{"a_test.go", "TestHer", false},
		{"a_test.go", "TestThere", false},
		{"a.test.mjs", "played", true},
		{"a.test.mjs", "play", false},
		{"a.test.mjs", "played in plain, twice", true},
		{"a.test.mjs", "played in , twice", false},
		{"a.test.mjs", "played in plain", false},
	} {
		if got := holds(tt.file, source, tt.title); got != tt.want {
			t.Errorf("%q in %s: %v, want %v", tt.title, tt.file, got, tt.want)
		}
	}
}
