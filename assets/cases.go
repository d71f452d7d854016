package assets

import (
	"embed"
	"path"

	"holdtheline/quiz/casefile"
)

// The program for the browser has another file in the place of this one, in which
// the default case and the heads of all are data already: see web/content.

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
	return ids
}

// Heads returns the heads of all cases, in the order of their ids. They must not be
// changed.
func Heads() []*casefile.Case {
	var heads []*casefile.Case
	for _, id := range Cases() {
		if c, err := Load(id); err == nil { // one that can't be played isn't offered
			heads = append(heads, c.Head())
		}
	}
	return heads
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
