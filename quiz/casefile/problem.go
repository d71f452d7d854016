package casefile

import (
	"fmt"
	"slices"
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

// A Collector gathers problems. It keeps the first hundred and counts the others.
// The zero value is ready to use.
type Collector struct {
	problems Problems
	more     int
	hidden   func(path string) bool // nothing is said there; nil hides nothing
}

// Say adds a problem. The message takes no full stop.
func (c *Collector) Say(path, next, format string, args ...any) {
	c.Add(Problem{Path: path, Message: fmt.Sprintf(format, quote.Args(args)...), Next: next})
}

// Add adds problems, among them lists that a collector has cut short.
func (c *Collector) Add(problems ...Problem) {
	for _, p := range problems {
		switch {
		case p.more > 0:
			c.more += p.more
		case c.hidden != nil && c.hidden(p.Path):
		case c.Full():
			c.more++
		default:
			p.Message, p.Next = quote.Sentence(p.Message), quote.Sentence(p.Next)
			c.problems = append(c.problems, p)
		}
	}
}

// Has reports whether one of the problems kept is at the path.
func (c *Collector) Has(path string) bool {
	return slices.ContainsFunc(c.problems, func(p Problem) bool { return p.Path == path })
}

// Count is how many problems there are, those that are only counted included.
func (c *Collector) Count() int { return len(c.problems) + c.more }

// Full reports whether further problems are only counted.
func (c *Collector) Full() bool { return len(c.problems) == tree.MaxFaults }

// Suggest is [Suggest], but nothing where the problem would only be counted:
// finding a suggestion takes time.
func (c *Collector) Suggest(word string, options []string) string {
	if c.Full() {
		return ""
	}
	return Suggest(word, options)
}

// Problems are those that were kept, with a last one that counts the others.
func (c *Collector) Problems() Problems { return listed(c.problems, c.more) }

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

// Suggest is the next step after a word that is not one of the options: the one
// that was most likely meant, or what there is to choose from.
func Suggest(word string, options []string) string { return tree.Suggest(word, options) }
