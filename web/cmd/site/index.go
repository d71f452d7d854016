package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"os"
	"path/filepath"
	"strings"

	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/game/figure"
	"holdtheline/game/theme"
	"holdtheline/quiz/casefile"
	"holdtheline/web/policy"
)

// A page is what the template of index.html is filled with.
type page struct {
	Lang                      string
	Case                      *casefile.Case
	Policy                    string
	Light, Dark               string // colours of the browser's own bars
	Icon, TouchIcon, Manifest string // addresses relative to the page
	Style, Script, Program    string // likewise
	Sheet                     string // the worksheet's
	Access                    string // the accessibility statement's
	Worker                    string // likewise; empty: the site isn't kept on devices
	Size                      int    // bytes of the program, not compressed
	Phone, Cord               template.HTML
	Problems                  []problem

	words map[string]string // the page's own
	game  *words.Catalogue  // the game's, for what its briefing says too
}

// A problem is one thing that can go wrong while the program loads or runs.
type problem struct {
	Name, Title, Again string
	Next               []next
	Plain              string // words for a link to the plain page; may be empty
	Sheet              string // words for a link to the worksheet; may be empty
}

// next is what to do about a problem; When says under which condition it holds.
type next struct{ When, Words string }

// cordWidth is how long the cord of the progress bar is drawn, in CSS pixels:
// as long as the style sheet lets the bar become.
const cordWidth = 480

// index fills the template of the page.
func (s *site) index(of parts) ([]byte, error) {
	p, err := s.page()
	if err != nil {
		return nil, err
	}
	p.Icon, p.TouchIcon, p.Manifest = of.icon.name, of.touchIcon.name, of.manifest.name
	p.Style, p.Script, p.Program = of.style.name, of.script.name, of.program.name
	p.Size = len(of.program.data)
	if !s.retire {
		p.Worker = workerName
	}
	var missing []string
	word := func(key string) string {
		text, ok := p.words[key]
		if !ok {
			missing = append(missing, key)
		}
		return text
	}
	for _, name := range []string{"fetch", "wasm"} {
		p.Problems = append(p.Problems, problem{
			Name: name, Title: word(name), Again: word(name + ".again"), Next: []next{{"", word(name + ".next")}},
			Sheet: word("sheet.link"),
		})
	}
	p.Problems = append(p.Problems, problem{
		Name: "crash", Title: word("crash"), Again: word("crash.again"), Plain: word("crash.plain"),
		Next: []next{{"saved", word("crash.saved")}, {"unsaved", word("crash.unsaved")}},
	})
	if missing != nil {
		return nil, fmt.Errorf("the page's words lack %s", strings.Join(missing, ", "))
	}
	t, err := template.ParseFiles(filepath.Join(s.root, "web", "page", "index.html"))
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := t.Option("missingkey=error").Execute(&b, p); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// page gathers what every page of the site is filled with.
func (s *site) page() (*page, error) {
	c, err := s.loadCase()
	if err != nil {
		return nil, err
	}
	p := &page{
		Lang: s.lang, Case: c,
		Policy: policy.Content(),
		Light:  theme.Of(theme.Light).Hex(theme.DeskColor),
		Dark:   theme.Of(theme.Dark).Hex(theme.DeskColor),
		Sheet:  assets.Worksheet(s.caseID),
		Access: assets.Statement,
		Phone:  drawing(figure.Phone{Height: 84}, 0),
		Cord:   drawing(figure.CordBar{Share: 1}, cordWidth),
	}
	if p.game, err = words.Load(s.lang); err != nil {
		return nil, err
	}
	return p, s.loadWords(&p.words)
}

// Say returns the page's words for a key.
func (p *page) Say(key string) (string, error) {
	text, ok := p.words[key]
	if !ok {
		return "", fmt.Errorf("the page's words lack %q", key)
	}
	return text, nil
}

// Game returns the words of the game's own catalogue for a key.
func (p *page) Game(key string, args ...any) (string, error) {
	if !p.game.Has(key) {
		return "", fmt.Errorf("the game's words lack %q, which the page says too", key)
	}
	return p.game.Say(key, args...), nil
}

// Minutes says about how long a length takes.
func (p *page) Minutes(n int) (string, error) {
	text, err := p.Say("minutes")
	return strings.ReplaceAll(text, "{n}", fmt.Sprint(n)), err
}

func (s *site) loadCase() (*casefile.Case, error) {
	name := filepath.Join(s.root, "assets", "cases", s.caseID, "case.json")
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("%w; is there a case %q, and has it been built with go run ./quiz/cmd/case build?", err, s.caseID)
	}
	c, err := casefile.Load(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return c, nil
}

func (s *site) loadWords(into *map[string]string) error {
	name := filepath.Join(s.root, "web", "page", "words", s.lang+".json")
	data, err := os.ReadFile(name)
	if err != nil {
		return fmt.Errorf("there are no words for the page in the language %q: %w", s.lang, err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
