package app_test

import (
	"cmp"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	"holdtheline/assets"
	"holdtheline/game/app"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
)

// passages are the texts of a case. In a test they are looked for on the screens,
// to see that whatever comes from the case has its language.
type passages struct {
	lang string
	all  map[string]bool
	long []string // those to look for within other texts, the longest first

	inners []string        // all, with quotation marks as inner makes them
	within map[string]bool // whether one of those has it, of the words that were looked for so far
}

// leastPassage is the least length in bytes of a passage to look for within
// other texts, where a short one would be found by chance.
const leastPassage = 6

// newPassages collects the passages of cases in one language.
func newPassages(cases ...*casefile.Case) passages {
	p := passages{lang: cases[0].Language, all: map[string]bool{}, within: map[string]bool{}}
	for _, c := range cases {
		p.collect(reflect.ValueOf(c).Elem())
	}
	for text := range p.all {
		p.inners = append(p.inners, inner.Replace(text))
		if len(text) >= leastPassage && strings.Contains(text, " ") {
			p.long = append(p.long, text)
		}
	}
	slices.SortFunc(p.long, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	return p
}

// collect takes in every string below a value, except for short names.
func (p *passages) collect(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		text := strings.Trim(v.String(), "[]")
		if strings.Contains(text, " ") || strings.ContainsFunc(text, unicode.IsUpper) {
			p.all[text] = true
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			p.collect(v.MapIndex(key))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				p.collect(v.Field(i))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			p.collect(v.Index(i))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			p.collect(v.Elem())
		}
	}
}

// parts cuts a text where a passage begins and ends.
func (p *passages) parts(text string) []ui.Span {
	return p.split(text, p.long)
}

func (p *passages) split(text string, long []string) []ui.Span {
	if text == "" {
		return nil
	}
	if p.all[text] {
		return []ui.Span{{Text: text, Lang: p.lang}}
	}
	for i, passage := range long {
		before, after, found := strings.Cut(text, passage)
		if !found {
			continue
		}
		out := append(p.split(before, long[i+1:]), ui.Span{Text: passage, Lang: p.lang})
		return append(out, p.split(after, long[i:])...)
	}
	return []ui.Span{{Text: text}}
}

// covered marks the bytes of a text that are in another language.
func covered(spans []ui.Span, lang string) (text string, marked []bool) {
	for _, s := range spans {
		text += s.Text
		for range len(s.Text) {
			marked = append(marked, cmp.Or(s.Lang, lang) != "")
		}
	}
	return text, marked
}

// fromCase tells whether the words of a run are the case's: one passage or a part of
// one, or several after one another, such as who wrote something and where it
// appeared.
func (p *passages) fromCase(run string) bool {
	within := func(words string) bool {
		found, looked := p.within[words]
		if !looked {
			like := inner.Replace(words)
			found = slices.ContainsFunc(p.inners, func(passage string) bool { return strings.Contains(passage, like) })
			p.within[words] = found
		}
		return found
	}
	return within(run) || !slices.ContainsFunc(strings.Split(run, ", "), func(part string) bool { return !within(part) })
}

// inner makes quotation marks within others and those around them the same.
var inner = strings.NewReplacer("“", "‘", "”", "’")

// Where the interface speaks another language than the case, all that comes from the
// case has its language, and nothing else has.
func TestAllThatComesFromTheCaseHasItsLanguage(t *testing.T) {
	p := newPassages(append(assets.Heads(), setOf(t).Case(), formSet(t, casefile.FormA).Case())...)
	found := 0
	wrong := map[string]bool{}
	untold := func(_ testing.TB, set *puzzle.Set, _ string) *puzzle.Set { return set }
	everyScreenIn(t, untold, func(screen string, m *app.Model) {
		if m.Lang() == p.lang {
			return
		}
		var walk func(n *ui.Node)
		walk = func(n *ui.Node) {
			if n.Decorative || n.Role == ui.Status || strings.HasPrefix(n.ID, "language.") {
				return // never heard, said in the interface's language, or each in its own
			}
			for _, s := range n.Text {
				if lang := cmp.Or(s.Lang, n.Lang); lang != "" && (lang != p.lang || !p.fromCase(s.Text)) {
					wrong[fmt.Sprintf("%s: in %s, %q is said to be in %q", screen, n.ID, s.Text, lang)] = true
				}
			}
			whole := []ui.Span{{Text: n.PlainText(), Lang: p.lang}}
			if !p.all[n.PlainText()] {
				whole = nil
				for _, s := range n.Text {
					whole = append(whole, p.parts(s.Text)...)
				}
			}
			text, want := covered(whole, "")
			_, got := covered(n.Text, n.Lang)
			for i := range want {
				if want[i] {
					found++
				}
				if want[i] && !got[i] {
					wrong[fmt.Sprintf("%s: in %s, %q comes from the case and has no language", screen, n.ID, text)] = true
				}
			}
			for _, c := range n.Children {
				walk(c)
			}
		}
		walk(m.View(broad))
	})
	for _, what := range slices.Sorted(maps.Keys(wrong)) {
		t.Error(what)
	}
	if found == 0 {
		t.Error("nothing from the case is found on any screen")
	}
}
