package app

import (
	"reflect"
	"slices"
	"strings"
	"unicode"

	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
)

// passages are the texts of a case whose language isn't the interface's. On a
// screen the two stand side by side, often in one sentence, and a screen reader
// must know which to read how. Whatever is said on a screen, what comes from the
// case is found in it: no screen has to think of it.
type passages struct {
	lang string
	all  map[string]bool
	long []string // those to look for within other texts, the longest first
	cut  map[string][]ui.Span
}

// leastPassage is the least length in bytes of a passage to look for within
// other texts, where a short one would be found by chance.
const leastPassage = 6

// newPassages collects the passages of a case.
func newPassages(c *casefile.Case) passages {
	p := passages{lang: c.Language, all: map[string]bool{}, cut: map[string][]ui.Span{}}
	p.collect(reflect.ValueOf(c).Elem())
	for text := range p.all {
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
		text := shown(v.String())
		if strings.Contains(text, " ") || strings.ContainsFunc(text, unicode.IsUpper) {
			p.all[text] = true
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

// mark gives the nodes and spans below n that come from the case its language.
func (p *passages) mark(n *ui.Node) {
	if p.lang == "" {
		return
	}
	if len(n.Text) > 0 {
		if p.all[n.PlainText()] && (n.Name == "" || p.all[n.Name]) {
			n.Lang = p.lang
		} else {
			n.Text = p.spans(n.Text)
		}
	}
	for _, c := range n.Children {
		p.mark(c)
	}
}

func (p *passages) spans(spans []ui.Span) []ui.Span {
	var out []ui.Span
	for _, s := range spans {
		for _, part := range p.parts(s.Text) {
			s.Text, s.Lang = part.Text, part.Lang
			out = append(out, s)
		}
	}
	return out
}

// mostCut bounds how many texts are remembered.
const mostCut = 2000

// parts cuts a text where a passage begins and ends.
func (p *passages) parts(text string) []ui.Span {
	if known, ok := p.cut[text]; ok {
		return known
	}
	parts := p.split(text, p.long)
	if len(p.cut) >= mostCut {
		clear(p.cut)
	}
	p.cut[text] = parts
	return parts
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
