package lesson

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"holdtheline/game/figure"
)

//go:embed pages/*.html
var pageFiles embed.FS

//go:embed lesson.css
var style []byte

// A Kind is one of a lesson's pages.
type Kind string

// The pages. A printed page is one of the first four; on the site they are put
// together for teachers and for pupils.
const (
	Guide   Kind = "guide"   // for teachers: start, plans, goals, talk, letter, key
	Sheet   Kind = "sheet"   // for pupils, at most four sides
	Support Kind = "support" // the same with help
	Cards   Kind = "cards"   // reading cards and event strips

	ForTeachers Kind = "lesson" // the guide and the sheet with help
	ForPupils   Kind = "pupils" // the sheet, the cards and the strips; never an answer
)

// Printed lists the pages that are printed one by one.
func Printed() []Kind { return []Kind{Guide, Sheet, Support, Cards} }

// Links are the addresses that a page names, relative to it. Those left empty are not
// on the page.
type Links struct {
	Styles       []string
	Icon         string
	Policy       string // content security policy
	ToGame       string
	ToLesson     string // the page for teachers
	ToPupils     string // the page for pupils
	Moodle, GIFT string
	Play         string            // the game's address as it is typed, without a query
	Languages    map[string]string // this page in other languages, by tag
}

// A page is what a template is filled with.
type page struct {
	*Lesson
	Links
	Kind  Kind
	Title string
}

// Way says how to play in a way, with the link for it.
func (p *page) Way(name string) (string, error) {
	link := p.Play + "?case=" + p.Case.ID
	if name == "screen" {
		link += "&play=together"
	} else {
		link += "&length=lesson&mode=assessment"
	}
	return p.Say("way."+name+".do", "link", link)
}

// LanguageName is what a language calls itself.
func (p *page) LanguageName(lang string) (string, error) {
	t, err := loadTexts(lang)
	if err != nil {
		return "", err
	}
	return t.say("language.name")
}

// Page renders one of a lesson's pages. A test has no page with answers.
func (l *Lesson) Page(kind Kind, links Links) ([]byte, error) {
	if l.Test() && (kind == Guide || kind == ForTeachers) {
		return nil, fmt.Errorf("the case %q is a test, and a test has no lesson with answers", l.Case.ID)
	}
	title, err := l.Say("title." + string(kind))
	if err != nil {
		return nil, err
	}
	t, err := template.New("").Funcs(template.FuncMap{
		"sheet":    func(help bool) *sheet { return l.sheet(help) },
		"each":     each,
		"join":     join,
		"numbered": numbered,
		"quoted":   quoted,
		"lines":    func(n int) []struct{} { return make([]struct{}, n) },
		"print":    func(l *Lesson, c *Card) printedCard { return printedCard{c, l} },
		"out":      func(l *Lesson, moments []*Moment) string { return ranges(l.cards(moments, true)) },
	}).Option("missingkey=error").ParseFS(pageFiles, "pages/*.html")
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := t.ExecuteTemplate(&b, "page.html", &page{Lesson: l, Links: links, Kind: kind, Title: title}); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// A sheet is what one pupil writes on.
type sheet struct {
	*Lesson
	Help    bool
	Moments []*Moment
}

func (l *Lesson) sheet(help bool) *sheet {
	s := &sheet{Lesson: l, Help: help, Moments: l.Moments}
	if help {
		s.Moments = l.Core()
	}
	return s
}

// Lines is how many lines there are to write on for a claim, of n at its moment.
func (s *sheet) Lines(n int) int {
	if n == 1 {
		return 2
	}
	return 3
}

// EndLines is how many lines there are for each sentence at the end. With help it
// shares its side with two moments.
func (s *sheet) EndLines() int {
	if s.Help {
		return 2
	}
	return 4
}

// First and Last are the letters that the sheet with help gives. They are empty where
// several strips could be there.
func (s *sheet) First() string { return only(s.Order.Layers[0]) }

// Last is like First.
func (s *sheet) Last() string { return only(s.Order.Layers[len(s.Order.Layers)-1]) }

func only(layer []*Strip) string {
	if len(layer) != 1 {
		return ""
	}
	return layer[0].Letter
}

// cards returns the numbers of the cards of moments, of the core or all.
func (l *Lesson) cards(moments []*Moment, core bool) []int {
	var all []int
	for _, m := range moments {
		for _, c := range m.Arrivals {
			all = append(all, c.N)
		}
		for _, c := range m.More {
			if !core {
				all = append(all, c.N)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// In lists the numbers of a moment's cards: those that come in, or the others.
func (m *Moment) In(more bool) string {
	cards := m.Arrivals
	if more {
		cards = m.More
	}
	var all []int
	for _, c := range cards {
		all = append(all, c.N)
	}
	return ranges(all)
}

// ranges writes numbers in rising order with ranges: 1–3, 5.
func ranges(numbers []int) string {
	slices.Sort(numbers)
	var parts []string
	for i := 0; i < len(numbers); {
		j := i
		for j+1 < len(numbers) && numbers[j+1] == numbers[j]+1 {
			j++
		}
		switch {
		case j == i:
			parts = append(parts, strconv.Itoa(numbers[i]))
		case j == i+1:
			parts = append(parts, strconv.Itoa(numbers[i]), strconv.Itoa(numbers[j]))
		default:
			parts = append(parts, fmt.Sprintf("%d–%d", numbers[i], numbers[j]))
		}
		i = j + 1
	}
	return strings.Join(parts, ", ")
}

func join(numbers []int) string { return ranges(slices.Clone(numbers)) }

// numbered returns the key of a text about n things: with an s unless there is one.
func numbered(key string, n int) string {
	if n == 1 {
		return key
	}
	return key + "s"
}

// quoted is a sentence without its full stop, as it is quoted within another one.
func quoted(sentence string) string { return strings.TrimSuffix(sentence, ".") }

// Names joins the names of stamps.
func (l *Lesson) Names(stamps []*Stamp) (string, error) {
	or, err := l.Say("key.or")
	var names []string
	for _, s := range stamps {
		names = append(names, s.Name)
	}
	return strings.Join(names, or), err
}

// Line is the true order in letters.
func (o *Order) Line() string {
	var parts []string
	for _, layer := range o.Layers {
		var letters []string
		for _, s := range layer {
			letters = append(letters, s.Letter)
		}
		part := strings.Join(letters, " ")
		if len(letters) > 1 {
			part = "(" + part + ")"
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, " – ")
}

// IsLast reports whether a place is the last of the timeline.
func (s *sheet) IsLast(place int) bool { return place == len(s.Order.Strips)-1 }

// A printedCard is a card with the lesson whose language it is printed in.
type printedCard struct {
	*Card
	lesson *Lesson
}

// More is the word on a card that isn't of the core.
func (c printedCard) More() (string, error) { return c.lesson.Say("cards.more") }

// Own is [Lesson.Own].
func (c printedCard) Own(text string) template.HTML { return c.lesson.Own(text) }

// Parts are the sections of the guide, in order; their titles are texts.
func (l *Lesson) Parts() []string {
	return []string{"start", "plans", "ways", "goals", "talk", "letter", "key"}
}

// Goals lists the objectives that fit the case; each has a text.
func (l *Lesson) Goals() []string {
	goals := []string{"1", "2"}
	if l.Trace != nil {
		goals = append(goals, "3")
	}
	if l.Order != nil {
		goals = append(goals, "4")
	}
	return append(goals, "5")
}

// A Term is a word that pupils need, and what it means.
type Term struct{ Word, Means string }

// Vocabulary explains the words that pupils need as the game does, and some that only a
// lesson uses.
func (l *Lesson) Vocabulary() ([]Term, error) {
	var all []Term
	for _, name := range []string{"claim", "source", "firsthand", "official", "secondhand", "independent", "witness", "provenance"} {
		word, err := l.Game("word." + name)
		if err != nil {
			return nil, err
		}
		all = append(all, Term{word, l.game.Say("word." + name + ".means")})
	}
	for _, name := range []string{"denial", "rumour", "hindsight"} {
		word, err := l.Say("term." + name)
		if err != nil {
			return nil, err
		}
		means, err := l.Say("term." + name + ".is")
		if err != nil {
			return nil, err
		}
		all = append(all, Term{word, means})
	}
	return all, nil
}

// Modules lists the modules of UNESCO's curriculum that fit by their titles.
func (l *Lesson) Modules() []string { return []string{"3", "4", "7", "12"} }

// Module is the title of a module in English, the language of its edition used here.
func (l *Lesson) Module(n string) string { return modules[n] }

var modules = map[string]string{
	"3":  "3. Research, information cycle, digital information processing, intellectual property",
	"4":  "4. Media and information literacy competencies to tackle misinformation, disinformation and hate speech: in defense of truth-seeking and peace",
	"7":  "7. How media and technology influence content",
	"12": "12. Digital media, games and traditional media",
}

// Talk lists the questions that fit every case.
func (l *Lesson) Talk() []string { return []string{"voices", "harm", "now"} }

// Phone draws the game's telephone.
func (l *Lesson) Phone() template.HTML { return draw(figure.Phone{Height: 64}, 0) }
