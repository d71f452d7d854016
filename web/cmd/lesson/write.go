package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"holdtheline/assets"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/puzzle"
	"holdtheline/web/lesson"
)

// A writer holds the options.
type writer struct {
	root, out, play string
	browser         string
	langs, papers   []string
}

func languages() []string { return lesson.Languages() }

// sheetName is the name of the style sheet beside the pages.
const sheetName = "lesson.css"

// write replaces the folder of a case's lesson, and returns how many files it wrote.
// The folder is written beside the old one: if something fails, that stays.
func (w *writer) write(id string) (files int, err error) {
	name := filepath.Join(w.root, "assets", "cases", id, "case.json")
	data, err := os.ReadFile(name)
	if err != nil {
		return 0, fmt.Errorf("%w; is there a case %q?", err, id)
	}
	c, err := casefile.Load(data)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", name, err)
	}
	if c.Form != "" {
		return 0, fmt.Errorf("the case %q is a test, and a test has no lesson with answers", id)
	}
	note, err := w.note(id)
	if err != nil {
		return 0, err
	}
	folder := filepath.Join(w.out, id)
	fresh := folder + ".new"
	if err := os.RemoveAll(fresh); err != nil {
		return 0, err
	}
	if err := os.MkdirAll(fresh, 0o755); err != nil {
		return 0, err
	}
	defer os.RemoveAll(fresh)

	put := func(name string, data []byte) error {
		files++
		return os.WriteFile(filepath.Join(fresh, name), data, 0o644)
	}
	for _, t := range lesson.Typefaces() {
		if err := put(t.Name, t.Data); err != nil {
			return 0, err
		}
	}
	if err := put(sheetName, lesson.StyleSheet(func(t lesson.Typeface) string { return t.Name })); err != nil {
		return 0, err
	}
	for _, lang := range w.langs {
		told := c
		if slices.Contains(assets.Translated(id), lang) {
			t, err := assets.Translation(id, lang)
			if err != nil {
				return 0, err
			}
			if told, err = t.Apply(c); err != nil {
				return 0, err
			}
		}
		if err := w.language(puzzle.New(told), note, lang, fresh, put); err != nil {
			return 0, err
		}
	}
	if err := os.RemoveAll(folder); err != nil {
		return 0, err
	}
	return files, os.Rename(fresh, folder)
}

// note reads what the author of a case tells teachers. Only the author's file has it.
func (w *writer) note(id string) (lesson.Note, error) {
	name := filepath.Join(w.root, "assets", "cases", id, "case.yaml")
	data, err := os.ReadFile(name)
	if err != nil {
		return lesson.Note{}, err
	}
	r := authoring.Read(name, data)
	if r.Case == nil {
		return lesson.Note{}, fmt.Errorf("the case can't be read:\n%w", r.Errors)
	}
	return lesson.NoteOf(r.Case), nil
}

// language writes the pages in one language.
func (w *writer) language(set *puzzle.Set, note lesson.Note, lang, folder string, put func(string, []byte) error) error {
	l, err := lesson.New(set, lang)
	if err != nil {
		return err
	}
	l.Note = note
	moodle, gift, err := l.Exchange()
	if err != nil {
		return err
	}
	for name, data := range map[string][]byte{"questions." + lang + ".xml": moodle, "questions." + lang + ".gift.txt": gift} {
		if err := put(name, data); err != nil {
			return err
		}
	}
	for _, kind := range lesson.Printed() {
		name := func(lang string) string { return fmt.Sprintf("%s.%s", kind, lang) }
		links := lesson.Links{Styles: []string{sheetName}, Play: w.play}
		page, err := l.Page(kind, links)
		if err != nil {
			return err
		}
		if err := put(name(lang)+".html", page); err != nil {
			return err
		}
		for _, paper := range w.papers {
			data, err := w.print(l, kind, links, paper, folder)
			if err != nil {
				return err
			}
			if err := put(fmt.Sprintf("%s.%s.pdf", name(lang), paper), data); err != nil {
				return err
			}
		}
	}
	return nil
}

// paperSizes are CSS's names for the sizes of paper.
var paperSizes = map[string]string{"a4": "A4", "letter": "letter"}

// print prints a page. It is written beside the others meanwhile, with a style sheet
// for the size of the paper.
func (w *writer) print(l *lesson.Lesson, kind lesson.Kind, links lesson.Links, paper, folder string) (pdf []byte, err error) {
	size, ok := paperSizes[paper]
	if !ok {
		return nil, fmt.Errorf("there is no paper %q; there is: a4, letter", paper)
	}
	const styleName, pageName = "paper.css", "paper.html"
	links.Styles = append(slices.Clone(links.Styles), styleName)
	page, err := l.Page(kind, links)
	if err != nil {
		return nil, err
	}
	for name, data := range map[string][]byte{styleName: fmt.Appendf(nil, "@page { size: %s; }\n", size), pageName: page} {
		file := filepath.Join(folder, name)
		if err := os.WriteFile(file, data, 0o644); err != nil {
			return nil, err
		}
		defer os.Remove(file)
	}
	return w.chromium(filepath.Join(folder, pageName))
}
