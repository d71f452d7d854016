package lesson

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"holdtheline/assets/words"
	"holdtheline/game/figure"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/svg"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
)

// seed shuffles what is cut out and numbered: every print of a lesson is the same.
const seed = 1

// A Lesson is a case as a class works on it on paper: the moments of the length
// Lesson, of which those of Quick are the core. A form of the test has all its
// moments, and all of them are the core.
type Lesson struct {
	Case    *casefile.Case
	Lang    string // of the lesson's own texts; the case has its own
	Stamps  []*Stamp
	Moments []*Moment
	Extra   []*Card // cards that no moment brings, for the trace
	Order   *Order  // nil if the case has none
	Trace   *Trace  // likewise
	Note    Note    // from the author

	set   *puzzle.Set
	game  *words.Catalogue
	texts texts
}

// A Note is what the author tells teachers beforehand (the case's teacher_note), in the
// language in which the case was written. It is on the pages for teachers alone. A
// compiled case hasn't got it: whoever makes the lesson reads it from the author's file.
type Note struct{ Text, Lang string }

// NoteOf returns the note of a case that was read from its author's file.
func NoteOf(c *casefile.Case) Note { return Note{strings.TrimSpace(c.TeacherNote), c.Language} }

// Paragraphs returns the note's paragraphs, which empty lines part.
func (n Note) Paragraphs() []string {
	var all []string
	for part := range strings.SplitSeq(n.Text, "\n\n") {
		if part = strings.TrimSpace(part); part != "" {
			all = append(all, part)
		}
	}
	return all
}

// A Stamp is a verdict as it is printed.
type Stamp struct {
	Verdict     casefile.Verdict
	Name, Means string
	Outline     template.HTML // empty, to be ringed
}

// A Moment is a beat of the desk.
type Moment struct {
	Beat     *casefile.Beat
	N        int  // from 1
	Core     bool // also in the short plan and on the sheet with help
	Arrivals []*Card
	More     []*Card // which a pupil may look up
	Claims   []*Claim
}

// A Claim is one question of a moment, with its answer.
type Claim struct {
	N          int // from 1, the same on both sheets and in the key
	Core       bool
	Text, Hint string
	Right      *Stamp
	Half       []*Stamp // that earn a part of the marks
	Why        string
	Change     string // what would have changed it
	Cards      []int  // the cards that support it

	claim string // its id in the case
}

// New makes the lesson of a case that passed check.Case.
func New(set *puzzle.Set, lang string) (*Lesson, error) {
	game, err := words.Load(lang)
	if err != nil {
		return nil, err
	}
	own, err := loadTexts(lang)
	if err != nil {
		return nil, err
	}
	l := &Lesson{Case: set.Case(), Lang: lang, set: set, game: game, texts: own}
	for _, v := range casefile.Verdicts() {
		l.Stamps = append(l.Stamps, &Stamp{
			Verdict: v, Name: puzzle.Stamp(l.Case, v).In(game), Means: puzzle.Means(l.Case, v).In(game),
			Outline: draw(figure.Stamp{Outline: outlines[v], Color: theme.Ink}, stampWidth),
		})
	}
	d := &dealer{l: l, at: map[string]*Card{}}
	for i := range l.Case.Rooms {
		room := &l.Case.Rooms[i]
		for j := range room.Beats {
			if err := l.moment(d, &room.Beats[j]); err != nil {
				return nil, err
			}
		}
		for j := range room.Puzzles {
			if err := l.puzzle(d, &room.Puzzles[j]); err != nil {
				return nil, err
			}
		}
	}
	return l, nil
}

// stampWidth is the width of a stamp that is ringed, in CSS pixels. Its figure is 72
// high and keeps its shape when the style sheet makes it smaller.
const stampWidth = 232

var outlines = map[casefile.Verdict]figure.Outline{
	casefile.Real: figure.Ring, casefile.Prank: figure.Star, casefile.Denied: figure.Bars, casefile.Unconfirmed: figure.Dots,
}

// draw draws a figure as inline SVG, in the colours of the style sheet.
func draw(f ui.Figure, width float64) template.HTML {
	w, h := f.Size(width)
	return template.HTML(svg.Render(theme.Faces(), f, w, h))
}

// Test reports whether the case is a form of the test. Its pages give no answers.
func (l *Lesson) Test() bool { return l.Case.Form != "" }

// included reports whether something with these lengths is in the lesson, and whether
// it belongs to its core.
func (l *Lesson) included(lengths []casefile.Length) (in, core bool) {
	if len(lengths) == 0 || l.Test() {
		return true, true
	}
	return slices.Contains(lengths, casefile.Lesson), slices.Contains(lengths, casefile.Quick)
}

func (l *Lesson) moment(d *dealer, b *casefile.Beat) error {
	in, core := l.included(b.Lengths)
	if !in {
		return nil
	}
	m := &Moment{Beat: b, N: len(l.Moments) + 1, Core: core}
	for _, ref := range b.Arrivals {
		m.Arrivals = append(m.Arrivals, d.deal(ref, b.At, false))
	}
	for _, ref := range b.Tabs {
		m.More = append(m.More, d.deal(ref, b.At, true))
	}
	for _, ask := range b.Ask {
		item, ok := l.set.Item(ask.ID)
		if !ok {
			return fmt.Errorf("the verdict %q can't be asked: check the case", ask.ID)
		}
		v, ok := item.(*puzzle.Verdict)
		if !ok {
			return fmt.Errorf("the item %q isn't a verdict: check the case", ask.ID)
		}
		c := &Claim{
			N: l.claims() + len(m.Claims) + 1, Core: core, Text: v.Title(), Hint: v.Hint(), claim: v.Claim.ID,
			Right: l.stamp(v.Is()), Why: v.Status.Why, Change: v.Status.WouldChange, Cards: d.cited(v.Status.Because),
		}
		for _, is := range casefile.Verdicts() {
			if v.Status.Defensible[is] > 0 {
				c.Half = append(c.Half, l.stamp(is))
			}
		}
		m.Claims = append(m.Claims, c)
	}
	l.Moments = append(l.Moments, m)
	return nil
}

// claims counts the claims of the moments so far.
func (l *Lesson) claims() (n int) {
	for _, m := range l.Moments {
		n += len(m.Claims)
	}
	return n
}

func (l *Lesson) stamp(v casefile.Verdict) *Stamp {
	i := slices.IndexFunc(l.Stamps, func(s *Stamp) bool { return s.Verdict == v })
	return l.Stamps[i]
}

// puzzle takes the first puzzle of its kind into the lesson, if paper can ask it.
func (l *Lesson) puzzle(d *dealer, p *casefile.Puzzle) error {
	if in, _ := l.included(p.Lengths); !in {
		return nil
	}
	item, ok := l.set.Item(p.ID)
	if !ok {
		return fmt.Errorf("the puzzle %q can't be asked: check the case", p.ID)
	}
	switch item := item.(type) {
	case *puzzle.Order:
		if l.Order == nil && item.Kind() == puzzle.KindOrder {
			return l.order(item)
		}
	case *puzzle.Trace:
		if l.Trace == nil {
			return l.trace(d, item)
		}
	}
	return nil
}

// Say returns the lesson's own text for a key.
func (l *Lesson) Say(key string, args ...any) (string, error) { return l.texts.say(key, args...) }

// Game returns the game's text for a key.
func (l *Lesson) Game(key string, args ...any) (string, error) {
	if !l.game.Has(key) {
		return "", fmt.Errorf("the game's texts lack %q, which a lesson uses", key)
	}
	return l.game.Say(key, args...), nil
}

// Own returns words of the case, marked with their language if that isn't the page's.
func (l *Lesson) Own(text string) template.HTML { return l.In(l.Case.Language, text) }

// In returns words of a language, marked with it if it isn't the page's.
func (l *Lesson) In(lang, text string) template.HTML {
	escaped := template.HTMLEscapeString(text)
	if strings.EqualFold(lang, l.Lang) {
		return template.HTML(escaped)
	}
	return template.HTML(fmt.Sprintf(`<span lang="%s">%s</span>`, template.HTMLEscapeString(lang), escaped))
}
