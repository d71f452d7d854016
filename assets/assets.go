// Package assets holds what the game ships beside its code: the cases, compiled
// to JSON. Fonts and interface texts have packages of their own below this one.
//
// Start reading at [Case].
package assets

import (
	"embed"
	"fmt"
	"path"
	"sort"
	"strings"
)

//go:embed cases/*/case.json
var files embed.FS

// DefaultCase is the case that is played where nothing else is asked for.
const DefaultCase = "the-call"

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
	sort.Strings(ids)
	return ids
}

// Case returns the compiled case with an id. One that isn't there is an error
// that lists those that are.
func Case(id string) ([]byte, error) {
	data, err := files.ReadFile(path.Join("cases", id, "case.json"))
	if err != nil {
		return nil, fmt.Errorf("there is no case %q; there is: %s", id, strings.Join(Cases(), ", "))
	}
	return data, nil
}

// Statement is the name of the page that says how everybody can play, which the
// site build writes there too.
const Statement = "accessibility.html"

// Worksheet is the name of a case's page to print, which the site build writes
// beside the game's own page.
func Worksheet(id string) string { return "worksheet-" + id + ".html" }
