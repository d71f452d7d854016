package casefile

import (
	"fmt"
	"slices"
	"strings"

	"holdtheline/quiz/casefile/internal/tree"
	"holdtheline/quiz/internal/quote"
)

// Severity says whether a problem keeps a case from being played.
type Severity int8

// An error makes a case unplayable or wrong. A warning points at what is allowed but
// probably not meant: the case can be built and played.
const (
	Error Severity = iota
	Warning
)

// String returns the severity in a word: error or warning.
func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// MarshalText writes the severity as its word.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// A Problem is one thing wrong with a case, at one place, with a next step.
type Problem struct {
	Severity Severity
	Code     string // names the rule that found it, such as hindsight; stable between versions
	Path     string // where in the case, such as events[3].known
	Message  string // what is wrong, in a plain sentence without a full stop
	Next     string // what to do about it

	// The place in the file, if the case came from one: Line and Column count
	// from 1, Column in characters. Excerpt is the line with a caret under the
	// column.
	File         string
	Line, Column int
	Excerpt      string

	more int // this many problems are not listed
}

// String formats the problem as a compiler would: place and message, excerpt,
// next step.
func (p Problem) String() string {
	var b strings.Builder
	b.WriteString(p.place())
	if p.Severity == Warning {
		b.WriteString("warning: ")
	}
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

// place returns the prefix of the message: the file's line, or the path if there
// is no file.
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

// Sentence returns what is wrong and what to do about it as one line of text.
func (p Problem) Sentence() string {
	text := p.Message
	if p.Next != "" {
		text += ": " + p.Next
	}
	if strings.HasSuffix(text, "?") {
		return text
	}
	return text + "."
}

// Problems lists what is wrong with a case: the first hundred problems and a last
// one that counts the others. An empty list is not an error: compare its length
// with 0.
type Problems []Problem

// listed cuts a long list of problems short and adds a last one that counts the
// others. more is the number of problems that are not in the list.
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
	// Code and Severity are given to what is reported from now on.
	Code     string
	Severity Severity

	problems Problems
	more     int
	hidden   func(path string) bool // paths whose problems are dropped; nil hides nothing
}

// Report adds a problem. The message takes no full stop.
func (c *Collector) Report(path, next, format string, args ...any) {
	c.Add(Problem{Severity: c.Severity, Code: c.Code, Path: path, Message: fmt.Sprintf(format, quote.Args(args)...), Next: next})
}

// Add adds problems, including lists that another collector has cut short.
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

// Count returns how many problems there are, including those only counted.
func (c *Collector) Count() int { return len(c.problems) + c.more }

// Full reports whether further problems are only counted.
func (c *Collector) Full() bool { return len(c.problems) == tree.MaxFaults }

// Suggest is [Suggest], but returns "" when the problem would only be counted:
// finding a suggestion takes time.
func (c *Collector) Suggest(word string, options []string) string {
	if c.Full() {
		return ""
	}
	return Suggest(word, options)
}

// Problems returns those that were kept, with a last one that counts the others.
func (c *Collector) Problems() Problems { return listed(c.problems, c.more) }

// Count returns how many problems there are, including those not listed.
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

// Suggest returns the next step after a word that is not one of the options: the
// option that was most likely meant, or the list to choose from.
func Suggest(word string, options []string) string { return tree.Suggest(word, options) }
