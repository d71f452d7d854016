package sources_test

import (
	"strings"
	"testing"

	"holdtheline/assets/words"
	"holdtheline/game/figure"
	"holdtheline/game/sources"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/puzzle"
)

// desk shows one source.
func desk(t *testing.T, lang string, src *casefile.Source) sources.Desk {
	t.Helper()
	w, err := words.Load(lang)
	if err != nil {
		t.Fatal(err)
	}
	return sources.Desk{
		Voice: sources.Voice{Words: w}, Case: &casefile.Case{Sources: []casefile.Source{*src}}, Titles: map[string]string{src.ID: src.Title},
		Public: func(string, edtf.Date) bool { return true },
		Asks:   func(string, puzzle.Aspect) bool { return false },
	}
}

// Every kind of source has a drawing and a name in every language, and its card fits on
// a phone.
func TestCardsOfEveryKind(t *testing.T) {
	lay := ui.NewLayouter(theme.Faces())
	for _, lang := range words.Languages() {
		for _, kind := range casefile.SourceKind("").Options() {
			src := &casefile.Source{
				ID: "one", Title: "A title", Kind: casefile.SourceKind(kind), Directness: casefile.Retold, Author: "Ada", DatedBy: casefile.Stated,
				Published: edtf.MustParse("1922"), Written: edtf.MustParse("1918-11"), Digest: []casefile.Paragraph{{ID: "p", Text: "What it says."}},
			}
			d := desk(t, lang, src)
			if sources.Symbol(src.Kind) == figure.Earlier { // the zero value: a chevron
				t.Errorf("%s has no drawing", kind)
			}
			if said := d.Kind(src, false); said == "" || strings.ContainsAny(said, "[{") {
				t.Errorf("%s: %s is called %q", lang, kind, said)
			}
			vp := ui.Viewport{Width: 320, Height: 640, Text: 1}
			root := &ui.Node{ID: "root", Role: ui.Main, Children: []*ui.Node{d.Card("card", "one", edtf.Date{}, 2)}}
			for _, problem := range ui.Lint(lay.Lay(root, vp, nil)) {
				t.Errorf("%s: %s: %s", lang, kind, problem)
			}
		}
	}
}

// What a card says of its date: when it was written beside when it came out, and nothing
// where players are to find out.
func TestDatesOnACard(t *testing.T) {
	letter := casefile.Source{ID: "one", Kind: casefile.Letter, Author: "Ada", Published: edtf.MustParse("1922"), DatedBy: casefile.Stated}
	written := letter
	written.Written = edtf.MustParse("1918-11")
	later := written
	later.Digest = []casefile.Paragraph{{ID: "note", At: edtf.MustParse("1930")}}
	elsewhere, inferred := letter, letter
	elsewhere.DatedBy, inferred.DatedBy = casefile.Elsewhere, casefile.Inferred
	for _, test := range []struct {
		src  casefile.Source
		part string
		want string
	}{
		{letter, "", "Ada · 1922"},
		{written, "", "Ada · written November 1918, published 1922"},
		{later, "note", "Ada · 1930"},
		{elsewhere, "", "Ada · 1922"},
		{inferred, "", "Ada · no date on the page"},
	} {
		if got := desk(t, words.Default, &test.src).Meta(&test.src, test.part).String(); got != test.want {
			t.Errorf("the card says %q, want %q", got, test.want)
		}
	}
}
