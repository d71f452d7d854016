package sources_test

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"holdtheline/assets/words"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
)

// A card shows its source's picture with its credit, in every language and on every
// terms, on a phone with large text too; a later part of the source shows none.
func TestThePictureOfACard(t *testing.T) {
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 600, 400))); err != nil {
		t.Fatal(err)
	}
	lay := ui.NewLayouter(theme.Faces())
	for _, lang := range words.Languages() {
		for _, license := range casefile.ImageLicense("").Options() {
			src := &casefile.Source{
				ID: "one", Title: "A title", Kind: casefile.Photograph, Directness: casefile.Retold, Author: "Ada", DatedBy: casefile.Stated,
				Published: edtf.MustParse("1922"), Digest: []casefile.Paragraph{{ID: "p", Text: "What it says."}, {ID: "later", Text: "More.", At: edtf.MustParse("1923")}},
				Image: casefile.Image{File: "gate.png", Description: "A gate with a snowman.", Credit: "Drawn for a test", License: casefile.ImageLicense(license), Width: 600, Height: 400},
			}
			d := desk(t, lang, src)
			d.Lang = "fr"
			d.Case.Pictures = map[string]casefile.PictureFile{"gate.png": file.Bytes()}
			card := d.Card("card", "one", edtf.Date{}, 2)
			root := &ui.Node{ID: "root", Role: ui.Main, Style: ui.Style{Scroll: true}, Children: []*ui.Node{card}}
			l := lay.Lay(root, ui.Viewport{Width: 320, Height: 640, Text: 2}, nil)
			for _, problem := range ui.Lint(l) {
				t.Errorf("%s: %s: %s", lang, license, problem)
			}
			shown, credit := l.Find("card.picture"), l.Find("card.credit")
			if shown == nil || shown.Node.Name != "A gate with a snowman." || shown.Node.Lang != "fr" || shown.Node.Picture.Type != "image/png" {
				t.Fatalf("%s: %+v", lang, shown)
			}
			if r := shown.PictureRect(); r.H < 100 || r.W/r.H < 1.45 || r.W/r.H > 1.55 {
				t.Errorf("%s: it is shown as %+v", lang, r)
			}
			if said := credit.Node.PlainText(); !strings.Contains(said, "Drawn for a test · ") || strings.ContainsAny(said, "{}") || strings.Contains(said, "CC-") || strings.Contains(said, "-domain") {
				t.Errorf("%s: %q", lang, said)
			}
			if part := lay.Lay(d.Card("card", "one#later", edtf.Date{}, 2), ui.Viewport{Width: 320, Height: 640}, nil); part.Find("card.picture") != nil {
				t.Errorf("%s: a later part shows the picture of the whole", lang)
			}
		}
	}
}

func TestLicensesAsPeopleWriteThem(t *testing.T) {
	for l, want := range map[casefile.ImageLicense]string{"CC-BY-SA-4.0": "CC BY-SA 4.0", "CC0-1.0": "CC0 1.0", "CC-BY-2.5": "CC BY 2.5"} {
		if got := l.Display(); got != want {
			t.Errorf("%s is written %q, want %q", l, got, want)
		}
	}
}
