package casefile

import (
	"cmp"
	"slices"

	"holdtheline/quiz/casefile/internal/tree"
)

// Load reads a case from JSON. It is strict: a key that the format does not have
// is an error, and so are a missing one and a value of the wrong sort. Whether
// the case is sound is another question, and package check answers it. The error
// is [Problems], all of them; the case is nil then.
func Load(data []byte) (*Case, error) {
	doc, faults := tree.ParseJSON("", data)
	c, problems := FromTree(doc, faults, More{})
	if len(problems) > 0 {
		return nil, problems
	}
	return c, nil
}

// More are checks of what has been read; nil is none. Places look at one place of
// a case at a time, Across at several together.
type More struct{ Places, Across func(*Case) Problems }

// FromTree reads a case from a parsed document and checks it: the second half
// of loading, shared by JSON and the authoring package's YAML. The faults are
// what the parser found. The case is nil when there is any problem.
func FromTree(doc tree.Document, faults []tree.Fault, more More) (*Case, Problems) {
	if doc.Root == nil {
		return nil, fromFaults(doc, faults)
	}
	c := &Case{}
	faults = append(faults, tree.Decode(doc.Root, c)...)
	var found Problems
	if more.Places != nil {
		found = more.Places(c)
	}
	if more.Across != nil && len(faults) == 0 {
		found = append(found, more.Across(c)...)
	}
	// What reaches across the case would blame other places for a part that
	// could not be read; what looks at one place still holds elsewhere.
	found = slices.DeleteFunc(found, func(p Problem) bool { return touches(faults, p.Path) })
	problems := fromFaults(doc, faults)
	for _, p := range found {
		p.Line, p.Column = doc.Root.Find(p.Path)
		problems = append(problems, located(doc, p))
	}
	if len(problems) == 0 {
		return c, nil
	}
	slices.SortStableFunc(problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return nil, problems
}

// touches reports whether one of the faults lies at the path, within it or
// around it. A fault of the document as such has no path and touches nothing.
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

// fromFaults turns what is wrong with a document into problems.
func fromFaults(doc tree.Document, faults []tree.Fault) Problems {
	var problems Problems
	for _, f := range faults {
		problems = append(problems, located(doc, Problem{
			Path: f.Path, Message: f.Message, Next: f.Next, Line: f.Line, Column: f.Column,
		}))
	}
	return problems
}

func located(doc tree.Document, p Problem) Problem {
	p.File = doc.File
	p.Excerpt = doc.Excerpt(p.Line, p.Column)
	return p
}
