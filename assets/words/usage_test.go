package words_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// literals returns the string literals of the program's sources below the
// folders, tests left out, and those that are the key of a call that says or tells.
func literals(t *testing.T, folders ...string) (all, keys map[string]token.Position) {
	t.Helper()
	all, keys = map[string]token.Position{}, map[string]token.Position{}
	files := token.NewFileSet()
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, _ fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(files, path, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.ImportSpec:
					return false
				case *ast.BasicLit:
					if text, err := strconv.Unquote(n.Value); err == nil && n.Kind == token.STRING {
						all[text] = files.Position(n.Pos())
					}
				case *ast.CallExpr:
					name := ""
					switch called := n.Fun.(type) {
					case *ast.SelectorExpr:
						name = called.Sel.Name
					case *ast.Ident:
						name = called.Name
					}
					if len(n.Args) == 0 || !slices.Contains(sayers, name) {
						return true
					}
					if lit, ok := n.Args[0].(*ast.BasicLit); ok && lit.Kind == token.STRING {
						if text, err := strconv.Unquote(lit.Value); err == nil && looksLikeKey.MatchString(text) {
							keys[text] = files.Position(lit.Pos())
						}
					}
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return all, keys
}

// sayers are the names of functions and methods whose first argument is a key.
var sayers = []string{"say", "count", "Say", "Count", "tell", "tellCount", "Tell", "TellCount"}

// looksLikeKey tells keys from the formats of other methods named say.
var looksLikeKey = regexp.MustCompile(`^[a-z0-9.-]+$`)

var plural = regexp.MustCompile(`\.(zero|one|two|few|many|other|\d+)$`)

func TestEveryTextIsUsedAndEveryKeyHasOne(t *testing.T) {
	w := load(t)
	all, keys := literals(t, "../../game", "../../quiz/report", "../../quiz/puzzle", "../../quiz/compare", "../../quiz/infer")
	for key, at := range keys {
		if !w.Has(key) && !w.Has(key+".other") && !strings.HasSuffix(key, ".") {
			t.Errorf("%v: the catalogue has no text for %q", at, key)
		}
	}
	for _, key := range w.Keys() {
		if strings.HasPrefix(key, "date.") && isDateField(key) {
			continue // read by their fields' names: see Dates
		}
		if strings.HasPrefix(key, "language.") {
			continue // what a language says of itself: see Language
		}
		if strings.HasPrefix(key, "author.") {
			continue // said by the author's page: see web/author/workshop
		}
		used := false
		for literal := range all {
			used = used || literal == key || literal == plural.ReplaceAllString(key, "") ||
				strings.HasSuffix(literal, ".") && strings.HasPrefix(key, literal)
		}
		if !used {
			t.Errorf("nothing says %q any more", key)
		}
	}
}

func isDateField(key string) bool {
	c := strings.TrimPrefix(key, "date.")[0]
	return c >= 'A' && c <= 'Z'
}

// sentence is what a player could read: words with a space between them.
var sentence = regexp.MustCompile(`\p{Lu}?\p{Ll}+[,;:]? \p{L}`)

// The screens' own code holds no text: it stands in the catalogue.
func TestNoInterfaceTextStandsInCode(t *testing.T) {
	all, _ := literals(t, "../../game/app", "../../game/figure", "../../game/parts", "../../game/sources", "../../game/teacher/desk",
		"../../game/teacher/begin", "../../game/teacher/frame", "../../game/teacher/live", "../../game/teacher/together")
	for text, at := range all {
		if sentence.MatchString(text) {
			t.Errorf("%v: %q belongs into the catalogue", at, text)
		}
	}
}
