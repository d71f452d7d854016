package casefile

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"holdtheline/quiz/casefile/internal/tree"
	"holdtheline/quiz/internal/quote"
	"holdtheline/quiz/internal/strictjson"
)

// MaxBytes is the largest file that is read as a case.
const MaxBytes = tree.MaxBytes

// Load reads a case from JSON. It is strict: an unknown, repeated or missing key,
// one in the wrong case, and a value of the wrong type are errors. It does not
// check whether the case is sound; package check does. The error is a [Problems]
// that holds all of them; the case is nil then.
//
// A problem has a path but no line: the JSON is written by the command case
// build. Package authoring reads what authors write.
func Load(data []byte) (*Case, error) {
	c, err := fromJSON(data)
	if err != nil {
		return nil, Problems{{Message: quote.Sentence(err.Error()), Next: "write it with the command case build; case check says in which line a mistake is"}}
	}
	if problems, _ := Validate(c); len(problems) > 0 {
		return nil, problems
	}
	return c, nil
}

func fromJSON(data []byte) (*Case, error) {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	switch {
	case len(data) > MaxBytes:
		return nil, fmt.Errorf("the file is larger than %d MB", MaxBytes>>20)
	case !utf8.Valid(data):
		return nil, errors.New("the text is not UTF-8")
	}
	c := &Case{}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(c); err != nil {
		return nil, fmt.Errorf("this is not the JSON of a case: %s", strings.TrimPrefix(err.Error(), "json: "))
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("something follows after the end of the case")
	}
	if err := strictjson.Keys(data, c); err != nil {
		return nil, fmt.Errorf("this is not the JSON of a case: %w", err)
	}
	return c, nil
}

// ExtraChecks holds further checks of a case that has been read; either may be
// nil. Places checks one place of a case at a time, Across compares several.
type ExtraChecks struct{ Places, Across func(*Case) Problems }

// FromTree reads a case from a document that package authoring has parsed, and
// checks it. The faults are those of the parser. The case is nil when there is
// any problem.
func FromTree(doc tree.Document, faults []tree.Fault, more ExtraChecks) (*Case, Problems) {
	if doc.Root == nil {
		return nil, located(doc, fromFaults(faults), 0)
	}
	c := &Case{}
	found, uncounted := tree.Decode(doc.Root, c)
	faults = append(faults, found...)
	problems := fromFaults(faults)
	if uncounted > 0 { // a file with so many faults is not worth checking
		return nil, located(doc, problems, uncounted)
	}
	// Across would blame other places for a part that could not be read; Places
	// still holds elsewhere.
	rest := Collector{hidden: func(path string) bool { return touches(faults, path) }}
	if more.Places != nil {
		rest.Add(more.Places(c)...)
	}
	if more.Across != nil && len(faults) == 0 {
		rest.Add(more.Across(c)...)
	}
	for _, p := range rest.problems {
		p.Line, p.Column = doc.Root.Find(p.Path)
		problems = append(problems, p)
	}
	if len(problems) == 0 {
		return c, nil
	}
	return nil, located(doc, problems, rest.more)
}

// touches reports whether one of the faults is at the path, within it or around
// it. A fault of the document as a whole has no path and touches nothing.
func touches(faults []tree.Fault, path string) bool {
	return slices.ContainsFunc(faults, func(f tree.Fault) bool {
		if f.Path == "" {
			return false
		}
		return within(f.Path, path) || within(path, f.Path) || f.Meant != "" && within(path, f.Meant)
	})
}

// within reports whether inner is outer or a part of it.
func within(inner, outer string) bool {
	if len(inner) < len(outer) || inner[:len(outer)] != outer {
		return false
	}
	return len(inner) == len(outer) || inner[len(outer)] == '.' || inner[len(outer)] == '['
}

// fromFaults turns the faults of a document into problems.
func fromFaults(faults []tree.Fault) Problems {
	var problems Problems
	for _, f := range faults {
		problems = append(problems, Problem{
			Path: f.Path, Message: quote.Sentence(f.Message), Next: quote.Sentence(f.Next), Line: f.Line, Column: f.Column,
		})
	}
	return problems
}

// located sorts problems in the order of the document and adds their lines. more
// is the number of problems that were counted but not kept.
func located(doc tree.Document, problems Problems, more int) Problems {
	slices.SortStableFunc(problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	problems = listed(problems, more)
	for i := range problems {
		p := &problems[i]
		p.File = doc.File
		p.Excerpt = doc.Excerpt(p.Line, p.Column)
	}
	return problems
}
