package compare

import (
	"path"
	"slices"
	"strings"

	"holdtheline/quiz/report"
)

// A LeftOut is a result, or a pair of them, that was not compared.
type LeftOut struct {
	Who string `json:"who"`
	Why Why    `json:"why"`
}

// Why is why a result was left out.
type Why string

// The reasons.
const (
	OnlyBefore  Why = "before" // the pupil has no result from after
	OnlyAfter   Why = "after"  // none from before
	TwiceBefore Why = "twice-before"
	TwiceAfter  Why = "twice-after"
	TooFew      Why = "few" // fewer than four true or four other claims were answered
)

// Reasons lists the reasons.
func Reasons() []Why { return []Why{OnlyBefore, OnlyAfter, TwiceBefore, TwiceAfter, TooFew} }

// moments are the words for before and after that a file's name may begin or end
// with.
var moments = []string{"before", "after", "pre", "post", "vorher", "nachher", "vor", "nach"}

// Name returns the pupil's name that the name of a file carries: without folders and
// extension, in lower case, and without a word for before or after that a space,
// hyphen, underscore or point sets off. So class/Ada-before.jsonl and
// after/ada.jsonl are of one pupil, "ada". What can't be printed is replaced, and a
// very long name is cut.
func Name(file string) string {
	name := path.Base(strings.ReplaceAll(file, `\`, "/"))
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		name = name[:i]
	}
	const marks = " -_."
	name = printable(strings.Trim(strings.ToLower(name), marks))
	for _, word := range moments {
		if rest, ok := strings.CutSuffix(name, word); ok && strings.TrimRight(rest, marks) != rest && strings.Trim(rest, marks) != "" {
			return strings.Trim(rest, marks)
		}
		if rest, ok := strings.CutPrefix(name, word); ok && strings.TrimLeft(rest, marks) != rest && strings.Trim(rest, marks) != "" {
			return strings.Trim(rest, marks)
		}
	}
	return name
}

type matched struct {
	pairs [][2]report.Entry // in the order of before
	left  []LeftOut
}

// match pairs results by Who. Who has several on one side is left out: nothing says
// which of them counts.
func match(before, after []report.Entry) matched {
	var m matched
	of := func(results []report.Entry) map[string][]report.Entry {
		by := map[string][]report.Entry{}
		for _, e := range results {
			by[e.Who] = append(by[e.Who], e)
		}
		return by
	}
	befores, afters := of(before), of(after)
	seen := map[string]bool{}
	for _, e := range append(slices.Clone(before), after...) {
		if seen[e.Who] {
			continue
		}
		seen[e.Who] = true
		switch b, a := befores[e.Who], afters[e.Who]; {
		case len(b) > 1:
			m.left = append(m.left, LeftOut{e.Who, TwiceBefore})
		case len(a) > 1:
			m.left = append(m.left, LeftOut{e.Who, TwiceAfter})
		case len(a) == 0:
			m.left = append(m.left, LeftOut{e.Who, OnlyBefore})
		case len(b) == 0:
			m.left = append(m.left, LeftOut{e.Who, OnlyAfter})
		default:
			m.pairs = append(m.pairs, [2]report.Entry{b[0], a[0]})
		}
	}
	return m
}

// order names the order in which two cases were played.
func order(before, after string) string { return before + "\n" + after }

// mirrored reports whether two orders are of the same two cases the other way round.
func mirrored(a, b string) bool {
	first, second, _ := strings.Cut(a, "\n")
	return first != second && b == order(second, first)
}
