package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
)

// runTranslate begins a translation of a case or brings one up to date.
func runTranslate(args []string, stdout, stderr io.Writer) int {
	if len(args) != 2 {
		return wrongUsage(stderr, "translate needs a file and a language, such as case.yaml de")
	}
	c, ok := loadCase(args[0], stderr)
	if !ok {
		return exitWrong
	}
	language := args[1]
	file := translationFile(args[0], language)
	data, err := readUpTo(file, casefile.MaxBytes)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		fmt.Fprintf(stderr, "case: the translation can't be read: %v\n    → check the folder, and who may read it\n", err)
		return exitWrong
	}
	written, left, problems := authoring.UpdateTranslation(c, language, file, data)
	if written == nil {
		fmt.Fprintln(stderr, problems)
		return exitWrong
	}
	if err := replace(file, written); err != nil {
		fmt.Fprintf(stderr, "case: the translation can't be written: %v\n    → check the disk, and who may write to the folder\n", err)
		return exitWrong
	}
	fmt.Fprintf(stdout, "%s: %s, %d missing, %d out of date, %d too many\n", file, count(len(c.Texts()), "text"), left.Missing, left.Outdated, left.Unknown)
	return exitOK
}

// translationFile is where a translation of a case is: case.de.yaml beside case.yaml.
func translationFile(file, language string) string {
	return strings.TrimSuffix(file, filepath.Ext(file)) + "." + language + ".yaml"
}

// loadTranslation reads a translation of a case. If anything is wrong it reports it on
// stderr and is not ok.
func loadTranslation(c *casefile.Case, file string, stderr io.Writer) (*casefile.Translation, bool) {
	data, err := readUpTo(file, casefile.MaxBytes)
	if err != nil {
		fmt.Fprintf(stderr, "case: the translation can't be read: %v\n    → check the name and the folder you are in\n", err)
		return nil, false
	}
	t, problems := authoring.Translate(c, file, data)
	if len(problems) > 0 {
		fmt.Fprintln(stderr, problems)
		fmt.Fprintf(stderr, "%s: %s\n", file, count(problems.Count(), "problem"))
		return nil, false
	}
	return t, true
}

// compileTranslation returns a checked translation of a case as JSON. If anything is
// wrong it reports it on stderr and is not ok.
func compileTranslation(file, translation string, stderr io.Writer) (data []byte, ok bool) {
	c, ok := loadCase(file, stderr)
	if !ok {
		return nil, false
	}
	t, ok := loadTranslation(c, translation, stderr)
	if !ok {
		return nil, false
	}
	data, err := authoring.TranslationJSON(t)
	if err != nil {
		fmt.Fprintf(stderr, "case: %v\n", err)
		return nil, false
	}
	return data, true
}

// buildTranslations writes what the translations beside a case compile to.
func buildTranslations(file string, stderr io.Writer) (ok bool) {
	ok = true
	for _, translation := range translationsOf(file) {
		data, sound := compileTranslation(file, translation, stderr)
		if !sound || !putBeside(translation, data, stderr) {
			ok = false
		}
	}
	return ok
}

// translationsOf are the translations beside a case. A compiled case has none.
func translationsOf(file string) []string {
	if isCompiled(file) {
		return nil
	}
	files, err := filepath.Glob(translationFile(escaped(file), "*"))
	if err != nil {
		return nil // the pattern is well formed: see escaped
	}
	return files
}

// checkTranslations checks the translations beside a case.
func checkTranslations(file string, c *casefile.Case, stdout, stderr io.Writer) (sound bool) {
	sound = true
	for _, one := range translationsOf(file) {
		t, ok := loadTranslation(c, one, stderr)
		if !ok {
			sound = false
			continue
		}
		fmt.Fprintf(stdout, "%s: ok, %s in the language %s\n", one, count(len(t.Texts), "text"), t.Language)
	}
	return sound
}

// escaped is a file's name as a pattern that matches it alone.
func escaped(file string) string {
	return strings.NewReplacer(`*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(file)
}
