package casefile

import (
	"fmt"
	"strings"

	"holdtheline/quiz/casefile/internal/tree"
	"holdtheline/quiz/internal/quote"
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

	more int // stands for so many problems that are not listed
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
		return quote.Sentence(p.Path) + ": "
	}
	return ""
}

// Problems is everything wrong with a case; of more than a hundred problems the
// first, and a last one that counts the others. An empty list is no error:
// compare its length with 0.
type Problems []Problem

// listed is the beginning of a long list of problems, with a last one that
// says how many there are besides. More of them are not in the list.
func listed(problems Problems, more int) Problems {
	if n := len(problems); n > tree.MaxFaults {
		problems, more = problems[:tree.MaxFaults], more+n-tree.MaxFaults
	}
	if more == 0 {
		return problems
	}
	return append(problems, Problem{Message: fmt.Sprintf("and %d more", more), Next: "correct these first, then check again", more: more})
}

// Count is how many problems there are, those that are not listed included.
func (ps Problems) Count() int {
	if n := len(ps); n > 0 && ps[n-1].more > 0 {
		return n - 1 + ps[n-1].more
	}
	return len(ps)
}

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
