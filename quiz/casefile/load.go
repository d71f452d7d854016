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
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/internal/quote"
	"holdtheline/quiz/strictjson"
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

// ExtraChecks holds what a case goes through after it has been read; any may be nil.
type ExtraChecks struct {
	// Complete returns the case with what its author left out filled in, and the
	// paths of what it filled in.
	// given tells which keys the document has, whatever their values.
	Complete func(c *Case, given func(path string) bool) (*Case, []string)
	// Places checks one place of a case at a time, Across compares several.
	Places, Across func(*Case) Problems
	// Date returns the date that a text in words means. The game, which reads this package
	// too, has no need of it.
	Date func(words string) (d edtf.Date, ok bool)
	// Warnings looks for what is allowed but probably not meant.
	Warnings func(*Case) Problems
}

// An Outcome is what came of reading a document.
type Outcome struct {
	Case     *Case // nil when there is any error
	Draft    *Case // as far as it could be read and completed, with or without errors; nil if the text is no document
	Errors   Problems
	Warnings Problems
}

// FromTree reads a case from a document that package authoring has parsed, and
// checks it. The faults are those of the parser, and so are the warnings.
func FromTree(doc tree.Document, faults, warned []tree.Fault, more ExtraChecks) Outcome {
	warnings := fromFaults(warned, Warning)
	if doc.Root == nil {
		return Outcome{Errors: located(doc, fromFaults(faults, Error), 0), Warnings: located(doc, warnings, 0)}
	}
	c := &Case{}
	found, uncounted, omitted := tree.Decode(doc.Root, c)
	for i, f := range found {
		if f.Code != "date" || more.Date == nil {
			continue
		}
		if meant, ok := more.Date(f.Value); ok {
			found[i].Next = "write it as " + meant.String()
		}
	}
	faults = append(faults, found...)
	if uncounted > 0 { // a file with so many faults is not worth checking
		return Outcome{Draft: c, Errors: located(doc, fromFaults(faults, Error), uncounted+len(omitted))}
	}
	filled := map[string]bool{}
	if more.Complete != nil {
		var paths []string
		c, paths = more.Complete(c, doc.Root.Has)
		for _, path := range paths {
			filled[path] = true
		}
	}
	whole := len(faults) == 0
	for _, f := range omitted {
		// What could be read only in part may be why something isn't inferred.
		if whole && !filled[f.Path] {
			faults = append(faults, f)
		}
	}
	problems := fromFaults(faults, Error)
	// Across would blame other places for a part that could not be read; Places
	// still holds elsewhere.
	hidden := func(path string) bool { return touches(faults, path) }
	rest, doubts := Collector{hidden: hidden}, Collector{hidden: hidden}
	if more.Places != nil {
		rest.Add(more.Places(c)...)
	}
	if whole {
		if more.Across != nil {
			rest.Add(more.Across(c)...)
		}
		if more.Warnings != nil {
			doubts.Add(more.Warnings(c)...)
		}
	}
	o := Outcome{
		Draft:    c,
		Errors:   located(doc, append(problems, placed(doc, rest.problems)...), rest.more),
		Warnings: located(doc, append(warnings, placed(doc, doubts.problems)...), doubts.more),
	}
	if len(o.Errors) == 0 {
		o.Case = c
	}
	return o
}

// placed adds to each problem the line of its path.
func placed(doc tree.Document, problems Problems) Problems {
	for i := range problems {
		problems[i].Line, problems[i].Column = doc.Root.Find(problems[i].Path)
	}
	return problems
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
func fromFaults(faults []tree.Fault, severity Severity) Problems {
	var problems Problems
	for _, f := range faults {
		problems = append(problems, Problem{
			Severity: severity, Code: cmp.Or(f.Code, "syntax"), Path: f.Path,
			Message: quote.Sentence(f.Message), Next: quote.Sentence(f.Next), Line: f.Line, Column: f.Column,
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
