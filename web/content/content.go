// Package content writes the cases and the texts of the interface as Go, so that
// the program for the browser has them as data: reading them as JSON was a tenth of
// the time until its first frame.
//
// The flag -overlay of go build puts what it writes in the place of two files that
// read the JSON. No source file is changed. On a desktop and in tests the JSON is
// read.
//
// Start reading at [Prepare].
package content

import (
	"bytes"
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

	"holdtheline/quiz/casefile"
)

// folder holds the generated files, from the project's root.
const folder = "build/content"

// Prepare writes the project's content as Go and returns the argument of the flag
// -overlay to build the program with. The overlay also has the files in add: where
// they are, by where go build is to see them. The error for a case or texts that
// can't be read names the file.
func Prepare(root string, add map[string]string) (overlay string, err error) {
	out, err := filepath.Abs(filepath.Join(root, filepath.FromSlash(folder)))
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
		"assets/words/texts.go": texts,
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

// cases writes the cases as variables: the linker lays them out, and only their
// dates are parsed at startup.
func cases(root string, to *bytes.Buffer) error {
	files, err := filepath.Glob(filepath.Join(root, "assets", "cases", "*", "case.json"))
	if err != nil {
		return err
	}
	fmt.Fprintf(to, head, "assets")
	to.WriteString("import (\n\"holdtheline/quiz/casefile\"\n\"holdtheline/quiz/edtf\"\n)\n\nvar _ = edtf.MustParse\n")
	var ids []string
	var choices, variables bytes.Buffer
	for i, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		c, err := casefile.LoadCompiled(data)
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		id := filepath.Base(filepath.Dir(file))
		ids = append(ids, id)
		fmt.Fprintf(&choices, "case %q:\nreturn &case%d, nil\n", id, i)
		fmt.Fprintf(&variables, "\nvar case%d = ", i)
		if err := literal(&variables, reflect.ValueOf(*c)); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		variables.WriteByte('\n')
	}
	fmt.Fprintf(to, "\nfunc Cases() []string { return %#v }\n", ids)
	fmt.Fprintf(to, "\nfunc Load(id string) (*casefile.Case, error) {\nswitch id {\n%s}\nreturn nil, absent(id)\n}\n", &choices)
	_, err = variables.WriteTo(to)
	return err
}

// texts writes the interface's texts as a function that makes those of one language.
func texts(root string, to *bytes.Buffer) error {
	files, err := filepath.Glob(filepath.Join(root, "assets", "words", "*.json"))
	if err != nil {
		return err
	}
	fmt.Fprintf(to, head, "words")
	to.WriteString("import \"errors\"\n")
	var tags []string
	var choices bytes.Buffer
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		var texts map[string]string
		if err := json.Unmarshal(data, &texts); err != nil {
			return fmt.Errorf("the texts in %s can't be read: %w", file, err)
		}
		tag := strings.TrimSuffix(filepath.Base(file), ".json")
		tags = append(tags, tag)
		fmt.Fprintf(&choices, "case %q:\nreturn map[string]string{\n", tag)
		for _, key := range slices.Sorted(maps.Keys(texts)) {
			fmt.Fprintf(&choices, "%q: %q,\n", key, texts[key])
		}
		choices.WriteString("}, nil\n")
	}
	fmt.Fprintf(to, "\nfunc Languages() []string { return %#v }\n", tags)
	fmt.Fprintf(to, "\nfunc texts(lang string) (map[string]string, error) {\nswitch lang {\n%s}\nreturn nil, errors.New(\"there are none\")\n}\n", &choices)
	return nil
}
