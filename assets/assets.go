// Package assets holds what the game ships beside its code: the cases, compiled
// to JSON. Fonts and interface texts have packages of their own below this one.
//
// Start reading at [Load].
package assets

import (
	"fmt"
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

// FormCase returns the id of the case that is a form of the test.
func FormCase(form casefile.Form) (id string, ok bool) {
	for _, head := range Heads() {
		if head.Form == form && form != "" {
			return head.ID, true
		}
	}
	return "", false
}

// Statement is the name of the page that says how everybody can play, which the
// site build writes there too.
const Statement = "accessibility.html"

// Privacy is the name of the page that says what is kept where, how long and why,
// which the site build writes there too.
const Privacy = "privacy.html"

// Worksheet is the name of a case's page to print, which the site build writes
// beside the game's own page.
func Worksheet(id string) string { return "worksheet-" + id + ".html" }
