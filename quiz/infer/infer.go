package infer

import (
	"fmt"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
)

// An Inferred is a value that was filled in.
type Inferred struct {
	Path  string // of the key, such as claims[0].status
	Value string // in a few words, as an author reads it
	Why   string // from what it follows, as a clause
}

// A Setting is what is known of a case besides what it holds.
type Setting struct {
	// Folder is the name of the folder that the case's file is in, for its id; it may
	// be empty.
	Folder string
	// Given reports whether the author wrote a key down, if only with an empty value.
	// Nil stands for: every value that isn't empty.
	Given func(path string) bool
}

// Complete returns a copy of a case with what was left out filled in, and a list of
// that in the order of the steps. What doesn't follow from the rest stays empty:
// [casefile.Validate] reports it.
func Complete(c *casefile.Case, in Setting) (*casefile.Case, []Inferred) {
	f := &filler{c: c.Copy(), texts: textsIn(c.Language), given: in.Given}
	if f.given == nil {
		f.given = func(string) bool { return false }
	}
	f.head(in.Folder)
	f.ids()
	f.find = casefile.NewLookup(f.c)
	f.references()
	f.sources()
	f.events()
	f.claims()
	f.rooms()
	f.lengths()
	f.minutes()
	return f.c, f.said
}

type filler struct {
	c     *casefile.Case
	texts *texts           // standard texts in the case's language; nil if there are none
	find  *casefile.Lookup // once the ids are filled in
	given func(path string) bool
	said  []Inferred
}

// note records what was filled in.
func (f *filler) note(path, value, why string) {
	f.said = append(f.said, Inferred{Path: path, Value: value, Why: why})
}

// text fills in a text that is missing.
func (f *filler) text(to *string, path, value, why string) {
	if *to == "" && value != "" {
		*to = value
		f.note(path, value, why)
	}
}

// date fills in a date that is missing.
func (f *filler) date(to *edtf.Date, path string, value edtf.Date, why string) {
	if to.IsZero() && !value.IsZero() {
		*to = value
		f.note(path, value.String(), why)
	}
}

// at returns the path of an item of a list.
func at(list string, i int) string { return fmt.Sprintf("%s[%d]", list, i) }
