package assets

import (
	"embed"
	"fmt"
	"path"
	"sort"

	"holdtheline/quiz/casefile"
)

// The program for the browser has another file in the place of this one, in which
// the cases are data already: see web/content.

//go:embed cases/*/case.json
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
	sort.Strings(ids)
	return ids
}

// Load returns the case with an id, which must not be changed. One that isn't
// there is an error that lists those that are.
func Load(id string) (*casefile.Case, error) {
	data, err := Case(id)
	if err != nil {
		return nil, err
	}
	c, err := casefile.LoadCompiled(data)
	if err != nil {
		return nil, fmt.Errorf("the case %q can't be played: %w", id, err)
	}
	return c, nil
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
