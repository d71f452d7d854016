package assets

import (
	"embed"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"holdtheline/quiz/casefile"
)

// The program for the browser has another file in the place of this one, in which
// the default case and the heads of all are data already: see web/content.

//go:embed cases/*/case.json cases/*/case.*.json
var files embed.FS

// Cases lists the ids of the cases that there are, sorted.
func Cases() []string {
	entries, err := files.ReadDir("cases")
	if err != nil {
		return nil
	}
	var ids []string
	for _, e := range entries {
		ids = append(ids, e.Name())
	}
	return ids
}

// Heads returns the heads of all cases, in the order of their ids. They must not be
// changed.
func Heads() []*casefile.Case { return slices.Clone(heads()) }

var heads = sync.OnceValue(func() []*casefile.Case {
	var heads []*casefile.Case
	for _, id := range Cases() {
		if c, err := Load(id); err == nil { // one that can't be played isn't offered
			heads = append(heads, c.Head())
		}
	}
	return heads
})

// Translated lists the languages that a case has been translated into, sorted.
func Translated(id string) []string {
	names, err := fs.Glob(files, path.Join("cases", path.Base(id), "case.*.json"))
	if err != nil {
		return nil
	}
	var languages []string
	for _, name := range names {
		languages = append(languages, strings.TrimSuffix(strings.TrimPrefix(path.Base(name), "case."), ".json"))
	}
	return languages
}

// HeadsIn returns the heads of all cases as Heads does, in a language where there is a
// translation into it.
func HeadsIn(lang string) []*casefile.Case {
	heads := Heads()
	for i, head := range heads {
		if !slices.Contains(Translated(head.ID), lang) {
			continue
		}
		c, err := Load(head.ID)
		if err != nil {
			continue
		}
		if t, err := Translation(head.ID, lang); err == nil {
			if in, err := t.Apply(c); err == nil {
				heads[i] = in.Head()
			}
		}
	}
	return heads
}

// TranslationFile returns the name of the file, beside the page, that has a translation
// which is not part of the program, or "".
func TranslationFile(string, string) string { return "" }

// Translation returns the translation of a case into a language. One that isn't there,
// or isn't part of the program, is an error.
func Translation(id, lang string) (*casefile.Translation, error) {
	data, err := files.ReadFile(path.Join("cases", id, "case."+lang+".json"))
	if err != nil {
		return nil, untranslated(id, lang)
	}
	return ReadTranslation(id, data)
}

// File returns the name of the file, beside the page, that has a case which is not
// part of the program, or "".
func File(string) string { return "" }

// Load returns the case with an id, which must not be changed. One that isn't part
// of the program is an error that lists those that there are.
func Load(id string) (*casefile.Case, error) {
	data, err := Case(id)
	if err != nil {
		return nil, err
	}
	return Read(id, data)
}

// Case returns the compiled case with an id as JSON. One that isn't there is an
// error that lists those that are.
func Case(id string) ([]byte, error) {
	data, err := files.ReadFile(path.Join("cases", id, "case.json"))
	if err != nil {
		return nil, absent(id)
	}
	return data, nil
}
