package casefile

import (
	"fmt"
	"strings"

	"holdtheline/quiz/casefile/internal/tree"
)

// A Problem is one thing wrong with a case, at one place, with a way out.
type Problem struct {
	Path    string // where in the case, such as events[3].known
	Message string // what is wrong, in a plain sentence without a full stop
	Next    string // what to do about it

	// The place in the file, where the case came from one: Line and Column
	// count from 1, Column in characters. The excerpt is the line and, below
	// it, a caret under the column.
	File         string
	Line, Column int
	Excerpt      string
}

// String gives the problem as a compiler would: place and message, excerpt,
// next step.
func (p Problem) String() string {
	var b strings.Builder
	b.WriteString(p.place())
	b.WriteString(p.Message)
	for line := range strings.SplitSeq(p.Excerpt, "\n") {
		if line != "" {
			b.WriteString("\n    " + line)
		}
	}
	if p.Next != "" {
		b.WriteString("\n    → " + p.Next)
	}
	return b.String()
}

// place is what stands before the message: the file's line, or the path where
// there is no file.
func (p Problem) place() string {
	switch {
	case p.Line > 0 && p.File != "":
		return fmt.Sprintf("%s:%d:%d: ", p.File, p.Line, p.Column)
	case p.Line > 0:
		return fmt.Sprintf("%d:%d: ", p.Line, p.Column)
	case p.File != "":
		return p.File + ": "
	case p.Path != "":
		return p.Path + ": "
	}
	return ""
}

// Problems is everything wrong with a case. An empty list is no error: compare
// its length with 0.
type Problems []Problem

// Error lists all problems, one after the other.
func (ps Problems) Error() string { return ps.String() }

// String lists all problems, one after the other.
func (ps Problems) String() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// Suggest is the next step after a word that is not one of the options: the one
// that was most likely meant, or what there is to choose from.
func Suggest(word string, options []string) string { return tree.Suggest(word, options) }
