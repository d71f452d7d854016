package assets

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"holdtheline/quiz/casefile"
)

// DefaultCase is the case that is played where nothing else is asked for.
const DefaultCase = "the-call"

// absent is the error for a case that isn't there. It lists those that are.
func absent(id string) error {
	return fmt.Errorf("there is no case %q; there is: %s", id, strings.Join(Cases(), ", "))
}

// Read reads a compiled case.
func Read(id string, data []byte) (*casefile.Case, error) {
	c, err := casefile.LoadCompiled(data)
	if err != nil {
		return nil, fmt.Errorf("the case %q can't be played: %w", id, err)
	}
	return c, nil
}

// untranslated is the error for a translation that isn't there.
func untranslated(id, lang string) error {
	return fmt.Errorf("the case %q isn't there in the language %q", id, lang)
}

// ReadTranslation reads a translation that was built.
func ReadTranslation(id string, data []byte) (*casefile.Translation, error) {
	t, err := casefile.LoadTranslation(data)
	if err != nil {
		return nil, fmt.Errorf("the case %q can't be told in another language: %w", id, err)
	}
	return t, nil
}

// FormCase returns the id of the case that is a form of the test.
func FormCase(form casefile.Form) (id string, ok bool) {
	for _, head := range Heads() {
		if head.Form == form && form != "" {
			return head.ID, true
		}
	}
	return "", false
}

// lessons are the languages, beside English, that lessons are written in.
var lessons = []string{"de", "es"}

// Lesson returns the name of the page with a case's lesson in a language, or in English
// if there is none in it. The site build writes it there. A test has no lesson.
func Lesson(id, lang string) string {
	if slices.Contains(lessons, lang) {
		return "lesson-" + id + "." + lang + ".html"
	}
	return "lesson-" + id + ".html"
}

// Statement is the name of the page that says how everybody can play, which the
// site build writes there too.
const Statement = "accessibility.html"

// statements are its translations, by languages.
var statements = map[string]string{"de": "accessibility-de.html", "es": "accessibility-es.html"}

// Statements lists the languages that the statement is translated into, with the names
// of the pages.
func Statements() map[string]string { return maps.Clone(statements) }

// StatementIn returns the address of the statement in a language from that of the
// English one. Where there is no translation, or no statement, it is the same.
func StatementIn(lang, address string) string {
	name, translated := statements[lang]
	folder, is := strings.CutSuffix(address, Statement)
	if !translated || !is {
		return address
	}
	return folder + name
}

// Privacy is the name of the page that says what is kept where, how long and why,
// which the site build writes there too.
const Privacy = "privacy.html"

// Worksheet is the name of a case's page to print for pupils, which the site build writes
// beside the game's own page. Where the case has been translated into the language,
// it is the page in that language.
func Worksheet(id, lang string) string {
	if slices.Contains(Translated(id), lang) {
		return "worksheet-" + id + "-" + lang + ".html"
	}
	return "worksheet-" + id + ".html"
}
