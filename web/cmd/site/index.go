package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"os"
	"path/filepath"
	"slices"

	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/game/figure"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
	"holdtheline/web/content"
	"holdtheline/web/policy"
)

// A page is the data that the site's templates are filled with.
type page struct {
	*language                             // that the page is written in
	Others                    []*language // those to choose from
	Case                      *casefile.Case
	Shelf                     []*briefing // the other cases
	Policy                    string
	Light, Dark               string // colours of the browser's own bars
	Icon, TouchIcon, Manifest string // addresses relative to the page
	Style, Script, Program    string // likewise
	Head                      string // of the script that is loaded first
	Sheet                     string // of the worksheet
	Access                    string // of the accessibility statement
	Class, Calls              string // of the program in a class and of its script; empty if there are none
	Privacy                   string // of the page that says what is kept where
	Worker                    string // of the service worker; empty if there is none
	Lead                      string // of the page from which a class is led; empty if there is none
	Checker, Engine           string // of the author's checker: its worker and its program; likewise
	Platform                  string // of the script that talks to a learning platform; likewise
	Dialogues, Reader         string // on the teacher's page: of its dialogues' style, and of the reader of QR codes
	Size, ClassSize           int    // bytes of the programs, not compressed
	Phone, Cord               template.HTML
	Problems                  []problem
	Unbuilt                   []unbuilt // the cases that can't be compiled
	UnbuiltStyle              string    // the address of their style

	variant    string          // what the keys begin with where this page has words of its own
	translated map[string]bool // the keys of what language.js translates
}

// A briefing is what the page says of a case before the program is there.
type briefing struct {
	*page
	Case  *casefile.Case
	Cast  []*casefile.Person // who is there from the beginning
	Sheet string             // the address of its worksheet
	In    string             // the language of the page that it is for; empty: any
}

// Briefing is that of the case which the page is built for.
func (p *page) Briefing() *briefing { return p.briefingOf(p.Case) }

func (p *page) briefingOf(c *casefile.Case) *briefing {
	return &briefing{page: p, Case: c, Cast: evidence.FirstCast(c), Sheet: assets.Worksheet(c.ID, c.Language)}
}

// SheetIn is the address of the worksheet of the page's case for a language.
func (p *page) SheetIn(lang string) string { return assets.Worksheet(p.Case.ID, lang) }

// briefings are those of a case in every language that there is of it, but for the one
// that the page is built with.
func (s *site) briefings(p *page, id string) ([]*briefing, error) {
	one := *s
	one.caseID = id
	var told []*briefing
	for _, lang := range one.tellings() {
		one.lang = lang
		c, err := one.loadCase()
		if err != nil {
			return nil, err
		}
		if id == p.Case.ID && c.Language == p.Case.Language {
			continue
		}
		b := p.briefingOf(c)
		if lang != s.lang {
			b.In = lang
		}
		told = append(told, b)
	}
	return told, nil
}

// tellings are the languages of the pages that show the case: the site's own, and
// those besides in which it is told otherwise.
func (s *site) tellings() []string {
	languages := []string{s.lang}
	there := assets.Translated(s.caseID)
	if slices.Contains(there, s.lang) {
		for _, head := range assets.Heads() {
			if head.ID == s.caseID {
				there = append(there, head.Language)
			}
		}
	}
	for _, lang := range words.Languages() {
		if lang != s.lang && slices.Contains(there, lang) {
			languages = append(languages, lang)
		}
	}
	return languages
}

// A problem is one thing that can go wrong while the program loads or runs. All
// fields but Name are keys of the page's words.
type problem struct {
	Name, Title, Again string
	Next               []next
	Plain              string // for a link to the plain page; may be empty
	Sheet              string // for a link to the worksheet; may be empty
}

// next is what to do about a problem, and when: saved, unsaved or, if empty, always.
type next struct{ When, Words string }

// cordWidth is the length of the progress bar's cord in CSS pixels: the most that
// the style sheet gives the bar.
const cordWidth = 480

// index fills the template of the page, and makes the script in its head, which
// among other things translates the page.
func (s *site) index(of parts) (index, head *file, err error) {
	p, err := s.page()
	if err != nil {
		return nil, nil, err
	}
	p.starts(of.program, of.script, of)
	saved := "crash.saved"
	if s.pack != nil {
		p.Platform, saved = of.platform.name, "platform.saved"
	} else {
		p.TouchIcon, p.Manifest, p.Lead = of.touchIcon.name, of.manifest.name, teacherName
		p.Class, p.ClassSize, p.Calls = of.class.name, len(of.class.data), of.calls.name
		p.Checker, p.Engine = of.checker.name, of.engine.name
	}
	if of.unbuilt != nil {
		p.Unbuilt, p.UnbuiltStyle = s.unbuilt, of.unbuilt.name
	}
	if !s.retire && s.pack == nil {
		p.Worker = workerName
	}
	for _, id := range assets.Cases() {
		if id != s.caseID && s.pack != nil {
			continue
		}
		told, err := s.briefings(p, id)
		if err != nil {
			return nil, nil, err
		}
		p.Shelf = append(p.Shelf, told...)
	}
	p.Problems = programProblems("sheet.link", saved)
	where, err := s.addresses()
	if err != nil {
		return nil, nil, err
	}
	return s.fill(p, "index.html", "head.js", linked{addresses: where, languages: of.languages})
}

// linked is what the page's link may ask for, beside the program.
type linked struct {
	addresses
	languages []content.LanguageFile // those that the page isn't written in
}

// fill fills the template of a page that starts a program, and makes the script in
// its head, which knows what the page's link may ask for.
func (s *site) fill(p *page, name, script string, l linked) (index, head *file, err error) {
	folder := filepath.Join(s.root, "web", "page")
	t, err := template.ParseFiles(filepath.Join(folder, name), filepath.Join(folder, "loading.html"), filepath.Join(folder, "unbuilt.html"))
	if err != nil {
		return nil, nil, err
	}
	t.Option("missingkey=error")
	// The first pass only collects the words on the page. They go into the script in
	// its head, whose name depends on them.
	if err := t.Execute(io.Discard, p); err != nil {
		return nil, nil, err
	}
	if head, err = s.head(p, script, l); err != nil {
		return nil, nil, err
	}
	p.Head = head.name
	var b bytes.Buffer
	if err := t.Execute(&b, p); err != nil {
		return nil, nil, err
	}
	return &file{name: name, data: b.Bytes()}, head, nil
}

// programProblems are what can go wrong with a program. The key of the words of a link
// to the worksheet is empty where there is none; saved is that of where a game is kept.
func programProblems(sheet, saved string) []problem {
	var all []problem
	for _, name := range []string{"fetch", "wasm"} {
		all = append(all, problem{
			Name: name, Title: name, Again: name + ".again", Next: []next{{"", name + ".next"}}, Sheet: sheet,
		})
	}
	return append(all, problem{
		Name: "crash", Title: "crash", Again: "crash.again", Plain: "crash.plain",
		Next: []next{{"saved", saved}, {"unsaved", "crash.unsaved"}},
	})
}

// starts names the files of a page that starts a program.
func (p *page) starts(program, script *file, of parts) {
	p.Icon, p.Style, p.Script = of.icon.name, of.style.name, script.name
	p.Program, p.Size = program.name, len(program.data)
}

// page gathers what all pages of the site have in common.
func (s *site) page() (*page, error) {
	c, err := s.loadCase()
	if err != nil {
		return nil, err
	}
	p := &page{
		Case:       c,
		Policy:     policy.Content(),
		Light:      theme.Hex(theme.Of(theme.Light), theme.DeskColor),
		Dark:       theme.Hex(theme.Of(theme.Dark), theme.DeskColor),
		Sheet:      assets.Worksheet(s.caseID, s.lang),
		Access:     assets.Statement,
		Privacy:    assets.Privacy,
		Phone:      drawing(figure.Phone{Height: 84}, 0),
		Cord:       drawing(figure.CordBar{Share: 1}, cordWidth),
		translated: map[string]bool{},
	}
	if p.language, err = s.language(s.lang); err != nil {
		return nil, err
	}
	for _, lang := range words.Languages() {
		if lang == s.lang {
			continue
		}
		other, err := s.language(lang)
		if err != nil {
			return nil, err
		}
		p.Others = append(p.Others, other)
	}
	return p, nil
}

// Dir is the direction of a language.
func (p *page) Dir(lang string) string { return ui.Direction(lang) }

// A told is a case in a language.
type told struct{ caseID, lang string }

// loadCase is the case, in the site's language where it has been translated into it. A
// build reads it once for all its pages, none of which changes it.
func (s *site) loadCase() (*casefile.Case, error) {
	as := told{s.caseID, s.lang}
	if c := s.loaded[as]; c != nil {
		return c, nil
	}
	c, err := s.readCase()
	if err == nil && s.loaded != nil {
		s.loaded[as] = c
	}
	return c, err
}

// readCase is loadCase from the files.
func (s *site) readCase() (*casefile.Case, error) {
	name := filepath.Join(s.root, "assets", "cases", s.caseID, "case.json")
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("%w; is there a case %q, and has it been built with go run ./quiz/cmd/case build?", err, s.caseID)
	}
	c, err := casefile.Load(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if !slices.Contains(assets.Translated(s.caseID), s.lang) {
		return c, nil
	}
	t, err := assets.Translation(s.caseID, s.lang)
	if err != nil {
		return nil, err
	}
	return t.Apply(c)
}

func (s *site) loadWords(lang string, into *map[string]string) error {
	folder := ""
	if slices.Contains(words.Drafts(), lang) {
		folder = "drafts"
	}
	return s.loadTexts(filepath.Join("web", "page", "words", folder, lang+".json"), into)
}

// loadTexts reads texts by their keys from a file, named from the root.
func (s *site) loadTexts(name string, into *map[string]string) error {
	data, err := os.ReadFile(filepath.Join(s.root, name))
	if err != nil {
		return fmt.Errorf("the page lacks the words of a language: %w", err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
