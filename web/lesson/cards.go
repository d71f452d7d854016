package lesson

import (
	"encoding/base64"
	"html/template"
	"slices"
	"strings"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
)

// A Card is a source to read, as somebody saw it at the time: what was public of it,
// and without a date if its page has none.
type Card struct {
	N           int  // from 1, in the order in which the cards are given out
	Tab         bool // for those who look further; the others are given out
	Kind, Title string
	Lead        string // the question with which it is looked up; may be empty
	Text        string
	By, Date    string
	Picture     *CardPicture // nil for most

	source     string   // its id in the case
	paragraphs []string // those on the card, as source#paragraph
}

// A CardPicture is the picture of a source, within its page.
type CardPicture struct {
	Address       template.URL // the file itself, as a data URL
	Width, Height int          // pixels
	Shows, Credit string
}

// A dealer numbers the cards of a lesson.
type dealer struct {
	l     *Lesson
	cards []*Card
	at    map[string]*Card // by what they were dealt for: a source, or source#paragraph
}

// deal returns the card of a source, or of one later part of it, at a moment. The same
// one is dealt only once.
func (d *dealer) deal(ref string, at edtf.Date, tab bool) *Card {
	if c, ok := d.at[ref]; ok {
		return c
	}
	c := d.l.card(ref, at)
	c.N, c.Tab = len(d.cards)+1, tab
	d.cards = append(d.cards, c)
	d.at[ref] = c
	return c
}

// dealt returns the card of a source that was dealt already.
func (d *dealer) dealt(source string) (*Card, bool) {
	i := slices.IndexFunc(d.cards, func(c *Card) bool { return c.source == source })
	if i < 0 {
		return nil, false
	}
	return d.cards[i], true
}

// cited returns the numbers of the cards dealt so far that have the paragraphs.
func (d *dealer) cited(refs []string) []int {
	var numbers []int
	for _, ref := range refs {
		for _, c := range d.cards {
			if (ref == c.source || slices.Contains(c.paragraphs, ref)) && !slices.Contains(numbers, c.N) {
				numbers = append(numbers, c.N)
			}
		}
	}
	slices.Sort(numbers)
	return numbers
}

func (l *Lesson) card(ref string, at edtf.Date) *Card {
	name, part, isPart := strings.Cut(ref, "#")
	src, ok := l.Case.Source(name)
	if !ok {
		return &Card{source: name}
	}
	c := &Card{
		source: name, Title: plainTitle(src.Title), Lead: src.Lead,
		Kind: l.game.Say("source.kind", "kind", l.game.Say("kind."+string(src.Kind)), "directness", l.game.Say("directness."+string(src.Directness))),
	}
	when := src.Published
	var text []string
	for _, p := range src.Digest {
		id := src.ID + "#" + p.ID
		switch {
		case isPart && p.ID != part, !isPart && !p.At.IsZero() && !at.IsZero() && !l.set.Evidence().PublicBy(id, at):
			continue
		case isPart && !p.At.IsZero():
			when = p.At
		}
		text = append(text, p.Text)
		c.paragraphs = append(c.paragraphs, id)
	}
	c.Text = strings.Join(text, " ")
	if data, kind := l.Case.ImageFile(src); data != nil && !isPart {
		img := src.Image
		license := img.License.Display()
		if img.License == casefile.PublicDomain || img.License == casefile.ByPermission {
			license = l.game.Say("picture.license." + string(img.License))
		}
		c.Picture = &CardPicture{
			Address: template.URL("data:" + kind + ";base64," + base64.StdEncoding.EncodeToString(data)),
			Width:   img.Width, Height: img.Height, Shows: img.Description,
			Credit: l.game.Say("source.picture", "credit", img.Credit, "license", license),
		}
	}
	c.Date = l.game.Date(when)
	if src.DatedBy == casefile.Inferred {
		c.Date = l.game.Say("source.undated")
	}
	c.By = strings.TrimPrefix(src.Author+", "+src.Outlet, ", ")
	if src.Outlet == "" || src.Outlet == src.Author {
		c.By = src.Author
	}
	if c.By == "" {
		c.By = l.game.Say("source.unsigned")
	}
	return c
}

// plainTitle is a title without the brackets of one that the case made up.
func plainTitle(title string) string { return strings.TrimSuffix(strings.TrimPrefix(title, "["), "]") }
