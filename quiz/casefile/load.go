package casefile

import (
	"slices"

	"holdtheline/quiz/casefile/internal/tree"
)

// Load reads a case from JSON and checks it. It is strict: a key that the
// format does not have is an error. The error is [Problems], all of them; the
// case is nil then.
func Load(data []byte) (*Case, error) {
	c, problems := LoadFile("", data)
	if len(problems) > 0 {
		return nil, problems
	}
	return c, nil
}

// LoadFile is Load for a file with a name, which stands in the problems.
func LoadFile(file string, data []byte) (*Case, Problems) {
	doc, faults := tree.ParseJSON(file, data)
	if len(faults) > 0 {
		return nil, FromFaults(doc, faults)
	}
	return FromTree(doc)
}

// FromTree reads a case from a parsed document and checks it: the second half
// of loading, shared by JSON and the authoring package's YAML. The case is nil
// when there is any problem.
func FromTree(doc tree.Document) (*Case, Problems) {
	c := &Case{}
	faults := tree.Decode(doc.Root, c)
	problems := FromFaults(doc, faults)
	var found Problems
	if len(faults) == 0 {
		found = Check(c)
	} else {
		// What reaches across the case would blame other places for a part
		// that could not be read; what looks at one place still holds.
		found = slices.DeleteFunc(checkPlaces(c), func(p Problem) bool { return touches(faults, p.Path) })
	}
	for _, p := range found {
		p.Line, p.Column = doc.Root.Find(p.Path)
		problems = append(problems, located(doc, p))
	}
	if len(problems) > 0 {
		slices.SortStableFunc(problems, func(a, b Problem) int {
			if a.Line != b.Line {
				return a.Line - b.Line
			}
			return a.Column - b.Column
		})
		return nil, problems
	}
	return c, nil
}

// touches reports whether one of the faults lies at the path, within it or
// around it.
func touches(faults []tree.Fault, path string) bool {
	return slices.ContainsFunc(faults, func(f tree.Fault) bool {
		return within(f.Path, path) || within(path, f.Path) || f.Meant != "" && within(path, f.Meant)
	})
}

// within reports whether inner is outer or a part of it.
func within(inner, outer string) bool {
	if len(inner) < len(outer) || inner[:len(outer)] != outer {
		return false
	}
	return len(inner) == len(outer) || outer == "" || inner[len(outer)] == '.' || inner[len(outer)] == '['
}

// FromFaults turns what is wrong with a document into problems.
func FromFaults(doc tree.Document, faults []tree.Fault) Problems {
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
