package content

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"go/format"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"holdtheline/assets"
	"holdtheline/quiz/casefile"
)

// folder holds the generated files of each program, from the project's root.
const folder = "build/content"

// A Program is what content is written for. It names a folder.
type Program string

// The programs: what pupils play, the same for those who play in a class and in a
// package for learning platforms, and the teacher's page.
const (
	Game    Program = "game"
	Class   Program = "class"
	Package Program = "package"
	Teacher Program = "teacher"
)

// ForAuthors reports whether the text with a key is for authors or fills in their cases, so
// that none of these programs says it.
func ForAuthors(key string) bool {
	return strings.HasPrefix(key, "author.") || strings.HasPrefix(key, "usual.")
}

// teacherOnly are the beginnings of the keys of texts that the game never says, so
// that no pupil downloads them.
var teacherOnly = []string{"compare.", "teacher.", "together."}

// classOnly is the beginning of the keys of texts that are said in a class alone.
// Whoever plays alone can enter the code of one.
const classOnly = "class."

var codeEntry = []string{"class.enter", "class.code.", "class.no-page"}

// says tells whether a program has the text with a key.
func (p Program) says(key string) bool {
	begins := func(prefix string) bool { return strings.HasPrefix(key, prefix) }
	switch {
	case ForAuthors(key):
		return false
	case p == Teacher:
		return true
	case slices.ContainsFunc(teacherOnly, begins):
		return false
	}
	return p == Class || !begins(classOnly) || slices.ContainsFunc(codeEntry, begins)
}

// Tags are the build tags of a program, besides others.
func (p Program) Tags(others string) string {
	if p == Game || p == Package {
		return strings.TrimPrefix(others+",alone", ",")
	}
	return others
}

// Prepare writes the project's content as Go and returns the argument of the flag
// -overlay to build a program with. The overlay also has the files in add: where
// they are, by where go build is to see them. The error for a case or texts that
// can't be read names the file.
func Prepare(root string, program Program, add map[string]string) (overlay string, err error) {
	out, err := filepath.Abs(filepath.Join(root, filepath.FromSlash(folder), string(program)))
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return "", err
	}
	replace := maps.Clone(add)
	if replace == nil {
		replace = map[string]string{}
	}
	for replaced, write := range map[string]func(root string, to *bytes.Buffer) error{
		"assets/cases.go":       cases,
		"assets/words/texts.go": program.write,
	} {
		var text bytes.Buffer
		if err := write(root, &text); err != nil {
			return "", err
		}
		formatted, err := format.Source(text.Bytes())
		if err != nil {
			return "", fmt.Errorf("what is generated for %s is no Go: %w; look at web/content", replaced, err)
		}
		file := filepath.Join(out, "_"+filepath.Base(replaced)) // ./... leaves such files alone
		if err := put(file, formatted); err != nil {
			return "", err
		}
		original, err := filepath.Abs(filepath.Join(root, filepath.FromSlash(replaced)))
		if err != nil {
			return "", err
		}
		if _, err := os.Stat(original); err != nil {
			return "", fmt.Errorf("a file to replace is missing: %w; look at web/content", err)
		}
		replace[original] = file
	}
	list, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	overlay = filepath.Join(out, "overlay.json")
	return overlay, put(overlay, list)
}

// put writes a file atomically: another build may be reading it.
func put(name string, data []byte) (err error) {
	f, err := os.CreateTemp(filepath.Dir(name), ".content-")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	if _, err := f.Write(data); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

const head = "// Code written by web/content. DO NOT EDIT.\n\npackage %s\n\n"

// A CaseFile is the file, beside the page, that has a case which is not part of the
// program: compact JSON, under a name that changes with it.
type CaseFile struct {
	ID, Name string
	Data     []byte
}

// nameDigits is how many digits of the hash are in a name, as in those of the site's
// other files.
const nameDigits = 16

// CaseFiles returns the files of all cases but the default one, in the order of
// their ids.
func CaseFiles(root string) ([]CaseFile, error) {
	all, err := load(root)
	if err != nil {
		return nil, err
	}
	var files []CaseFile
	for _, c := range all {
		if c.ID == assets.DefaultCase {
			continue
		}
		data, err := json.Marshal(c)
		if err != nil {
			return nil, err
		}
		files = append(files, CaseFile{ID: c.ID, Name: fmt.Sprintf("case-%s.%s.json", c.ID, digits(data)), Data: data})
	}
	return files, nil
}

// A TranslationFile is the file, beside the page, that has a translation of a case:
// compact JSON, under a name that changes with it.
type TranslationFile struct {
	ID, Language, Name string
	Data               []byte

	head *casefile.Case // of the case in this language
}

// TranslationFiles returns the files of all translations, in the order of their cases
// and languages. A translation that isn't one of its case as it is now is an error that
// names it.
func TranslationFiles(root string) ([]TranslationFile, error) {
	all, err := load(root)
	if err != nil {
		return nil, err
	}
	var files []TranslationFile
	for _, c := range all {
		names, err := filepath.Glob(filepath.Join(root, "assets", "cases", c.ID, "case.*.json"))
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			written, err := os.ReadFile(name)
			if err != nil {
				return nil, err
			}
			t, err := casefile.LoadTranslation(written)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			in, err := t.Apply(c)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			if named := "case." + t.Language + ".json"; filepath.Base(name) != named {
				return nil, fmt.Errorf("%s is in the language %q; name it %s", name, t.Language, named)
			}
			data, err := json.Marshal(t)
			if err != nil {
				return nil, err
			}
			files = append(files, TranslationFile{
				ID: c.ID, Language: t.Language, Data: data, head: in.Head(),
				Name: fmt.Sprintf("case-%s-%s.%s.json", c.ID, t.Language, digits(data)),
			})
		}
	}
	return files, nil
}

// digits are the beginning of the hash of a file, for its name.
func digits(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])[:nameDigits]
}

// load reads all compiled cases.
func load(root string) ([]*casefile.Case, error) {
	files, err := filepath.Glob(filepath.Join(root, "assets", "cases", "*", "case.json"))
	if err != nil {
		return nil, err
	}
	var all []*casefile.Case
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		c, err := casefile.LoadCompiled(data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		all = append(all, c)
	}
	return all, nil
}

// cases writes the default case and the heads of all as variables: the linker lays
// them out, and only their dates are parsed at startup. The others are fetched when
// they are chosen.
func cases(root string, to *bytes.Buffer) error {
	all, err := load(root)
	if err != nil {
		return err
	}
	files, err := CaseFiles(root)
	if err != nil {
		return err
	}
	translations, err := TranslationFiles(root)
	if err != nil {
		return err
	}
	fmt.Fprintf(to, head, "assets")
	to.WriteString("import (\n\"holdtheline/quiz/casefile\"\n\"holdtheline/quiz/edtf\"\n)\n\nvar _ = edtf.MustParse\n")
	var ids []string
	var variables, heads, names bytes.Buffer
	for _, c := range all {
		ids = append(ids, c.ID)
		if err := literal(&heads, reflect.ValueOf(c.Head())); err != nil {
			return fmt.Errorf("the case %s: %w", c.ID, err)
		}
		heads.WriteString(",\n")
		if c.ID != assets.DefaultCase {
			continue
		}
		variables.WriteString("\nvar defaultCase = ")
		if err := literal(&variables, reflect.ValueOf(*c)); err != nil {
			return fmt.Errorf("the case %s: %w", c.ID, err)
		}
		variables.WriteByte('\n')
	}
	if variables.Len() == 0 {
		return fmt.Errorf("there is no case %q in assets/cases, or it hasn't been compiled with case build", assets.DefaultCase)
	}
	for _, f := range files {
		fmt.Fprintf(&names, "case %q:\nreturn %q\n", f.ID, f.Name)
	}
	fmt.Fprintf(to, "\nfunc Cases() []string { return %#v }\n", ids)
	fmt.Fprintf(to, "\nvar heads = []*casefile.Case{\n%s}\n\nfunc Heads() []*casefile.Case { return heads }\n", &heads)
	if err := translated(to, translations); err != nil {
		return err
	}
	fmt.Fprintf(to, "\nfunc File(id string) string {\nswitch id {\n%s}\nreturn \"\"\n}\n", &names)
	to.WriteString("\nfunc Load(id string) (*casefile.Case, error) {\nif id == DefaultCase {\nreturn &defaultCase, nil\n}\nreturn nil, absent(id)\n}\n")
	_, err = variables.WriteTo(to)
	return err
}

// translated writes which translations there are and their heads. What is in them is
// fetched when the language is chosen.
func translated(to *bytes.Buffer, files []TranslationFile) error {
	var languages, names, heads bytes.Buffer
	of := map[string][]string{}
	for _, f := range files {
		of[f.ID] = append(of[f.ID], f.Language)
		fmt.Fprintf(&names, "case %q:\nreturn %q\n", f.ID+" "+f.Language, f.Name)
		fmt.Fprintf(&heads, "case %q:\nheads[i] = ", f.ID+" "+f.Language)
		if err := literal(&heads, reflect.ValueOf(f.head)); err != nil {
			return fmt.Errorf("the case %s in the language %s: %w", f.ID, f.Language, err)
		}
		heads.WriteByte('\n')
	}
	for _, id := range slices.Sorted(maps.Keys(of)) {
		fmt.Fprintf(&languages, "case %q:\nreturn %#v\n", id, of[id])
	}
	fmt.Fprintf(to, "\nfunc Translated(id string) []string {\nswitch id {\n%s}\nreturn nil\n}\n", &languages)
	fmt.Fprintf(to, "\nfunc TranslationFile(id, lang string) string {\nswitch id + \" \" + lang {\n%s}\nreturn \"\"\n}\n", &names)
	fmt.Fprintf(to, "\nfunc HeadsIn(lang string) []*casefile.Case {\nheads := append([]*casefile.Case{}, Heads()...)\nfor i, head := range heads {\nswitch head.ID + \" \" + lang {\n%s}\n}\nreturn heads\n}\n", &heads)
	to.WriteString("\nfunc Translation(id, lang string) (*casefile.Translation, error) { return nil, untranslated(id, lang) }\n")
	return nil
}
