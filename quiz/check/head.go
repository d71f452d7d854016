package check

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"holdtheline/quiz/casefile"
)

// isLanguage reports whether a text has the form of a BCP 47 tag: a language
// of two or three letters, and subtags of two to eight letters or digits.
func isLanguage(tag string) bool {
	for i, part := range strings.Split(tag, "-") {
		most := 8
		if i == 0 {
			most = 3
		}
		if len(part) < 2 || len(part) > most || strings.ContainsFunc(part, notLetterOrDigit) {
			return false
		}
		if i == 0 && strings.ContainsFunc(part, func(r rune) bool { return r < 'a' || r > 'z' }) {
			return false
		}
	}
	return true
}

func notLetterOrDigit(r rune) bool {
	return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9')
}

// isLicense reports whether a text has the form of an SPDX expression:
// identifiers with AND, OR or WITH between them.
func isLicense(expression string) bool {
	words := strings.Fields(expression)
	for i, word := range words {
		if i%2 == 1 {
			if word != "AND" && word != "OR" && word != "WITH" {
				return false
			}
			continue
		}
		word = strings.Trim(word, "()")
		if word == "" || strings.ContainsFunc(word, func(r rune) bool { return notLetterOrDigit(r) && !strings.ContainsRune(".+-", r) }) {
			return false
		}
	}
	return len(words)%2 == 1
}

// head checks the keys at the top of the case.
func (k *checker) head() {
	c := k.c
	if c.Format != casefile.Format {
		k.Report("format", "write format: 1", "the format is %d, but this program reads %d", c.Format, casefile.Format)
	}
	if c.Language != "" && !isLanguage(c.Language) {
		k.Report("language", "write a tag such as en or en-GB", "%q is not a language tag", c.Language)
	}
	if c.License != "" && !isLicense(c.License) {
		k.Report("license", "write an identifier from the SPDX list, such as CC-BY-4.0", "%q is not an SPDX expression", c.License)
	}
	m := c.Minutes
	if m.Quick > 0 && m.Lesson > 0 && m.Lesson < m.Quick {
		k.Report("minutes.lesson", "put the larger number at the longer length", "the lesson length takes less time than the quick one")
	}
	if m.Lesson > 0 && m.Full > 0 && m.Full < m.Lesson {
		k.Report("minutes.full", "put the larger number at the longer length", "the full length takes less time than the lesson")
	}
	k.wordedStamps()
	k.clocks()
	k.form()
	for i, cl := range c.Claims {
		for j, s := range cl.Status {
			k.defensible(s, at(at("claims", i)+".status", j)+".defensible")
		}
	}
}

// mostOnStamp is how many characters fit on a stamp, on a phone too.
const mostOnStamp = 18

// wordedStamps checks the stamps that the case words itself.
func (k *checker) wordedStamps() {
	taken := map[string]casefile.Verdict{}
	for _, v := range slices.Sorted(maps.Keys(k.c.Stamps)) {
		s, here := k.c.Stamps[v], "stamps."+string(v)
		if !slices.Contains(casefile.Verdicts(), v) {
			k.Report(here, k.Suggest(string(v), v.Options()), "there is no verdict %q", v)
			continue
		}
		if strings.TrimSpace(s.Name) == "" || strings.TrimSpace(s.Means) == "" {
			k.Report(here, "write both name and means, or leave the stamp out", "a stamp needs a name and what it means")
		}
		if n := utf8.RuneCountInString(s.Name); n > mostOnStamp {
			k.Report(here+".name", "find a shorter name", "%d characters do not fit on a stamp, which holds %d", n, mostOnStamp)
		}
		name := strings.ToLower(strings.TrimSpace(s.Name))
		if first, ok := taken[name]; ok && name != "" {
			k.Report(here+".name", "give each its own name", "the stamps %q and %q have the same name", first, v)
		}
		taken[name] = v
	}
}

// mostClocks is how many clocks fit above a beat, on a phone too.
const mostClocks = 4

func (k *checker) clocks() {
	if n := len(k.c.Clocks); n > mostClocks {
		k.Report("clocks", "keep the cities that the story turns on", "there are %d clocks, more than %d", n, mostClocks)
	}
	cities := map[string]bool{}
	for i, c := range k.c.Clocks {
		here := at("clocks", i)
		if _, ok := c.Offset.Duration(); !ok && c.Offset != "" {
			k.Report(here+".offset", "write it like +01:00 or -05:00", "%q is not an offset from UTC", c.Offset)
		}
		if cities[c.City] {
			k.Report(here+".city", "keep one of them", "%q has two clocks", c.City)
		}
		cities[c.City] = true
	}
}

// form checks that a test is the same for everybody: it has one length.
func (k *checker) form() {
	if k.c.Form == "" {
		return
	}
	const next = "a test has one length: leave lengths out, and write the same minutes three times"
	if m := k.c.Minutes; m.Quick != m.Lesson || m.Lesson != m.Full {
		k.Report("minutes", next, "a test takes everybody equally long")
	}
	for i, r := range k.c.Rooms {
		for j, b := range r.Beats {
			if len(b.Lengths) > 0 {
				k.Report(at(at("rooms", i)+".beats", j)+".lengths", next, "a test asks everybody the same")
			}
		}
		for j, p := range r.Puzzles {
			if len(p.Lengths) > 0 {
				k.Report(at(at("rooms", i)+".puzzles", j)+".lengths", next, "a test asks everybody the same")
			}
		}
	}
}

// defensible checks the answers that a status accepts besides its own.
func (k *checker) defensible(s casefile.Status, path string) {
	for _, v := range slices.Sorted(maps.Keys(s.Defensible)) {
		mark, here := s.Defensible[v], path+"."+string(v)
		switch {
		case !slices.Contains(casefile.Verdicts(), v):
			k.Report(here, k.Suggest(string(v), v.Options()), "there is no verdict %q", v)
		case v == s.Is:
			k.Report(here, "delete it: the right answer always marks 1", "%q is the right answer here and can't also be a defensible one", v)
		case !(mark > 0 && mark < 1):
			k.Report(here, "write a mark between 0 and 1, usually 0.5", "the mark of a defensible answer is %v", mark)
		}
	}
}
