package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"os"
	"path/filepath"

	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/game/figure"
	"holdtheline/game/theme"
	"holdtheline/quiz/casefile"
	"holdtheline/web/policy"
)

// A page is what the template of index.html is filled with.
type page struct {
	*tongue                   // the one that it is written in
	Others                    []*tongue
	Case                      *casefile.Case
	Policy                    string
	Light, Dark               string // colours of the browser's own bars
	Icon, TouchIcon, Manifest string // addresses relative to the page
	Style, Script, Program    string // likewise
	Head                      string // the script's that comes before all else
	Sheet                     string // the worksheet's
	Access                    string // the accessibility statement's
	Worker                    string // likewise; empty: the site isn't kept on devices
	Size                      int    // bytes of the program, not compressed
	Phone, Cord               template.HTML
	Problems                  []problem

	turned map[string]bool // the keys of what language.js turns
}

// A problem is one thing that can go wrong while the program loads or runs. All
// of it but the name are keys of the page's words.
type problem struct {
	Name, Title, Again string
	Next               []next
	Plain              string // for a link to the plain page; may be empty
	Sheet              string // for a link to the worksheet; may be empty
}

// next is what to do about a problem; When says under which condition it holds.
type next struct{ When, Words string }

// cordWidth is how long the cord of the progress bar is drawn, in CSS pixels:
// as long as the style sheet lets the bar become.
const cordWidth = 480

// index fills the template of the page, and makes the script in its head, which
// among other things turns it into other languages.
func (s *site) index(of parts) (index, head *file, err error) {
	p, err := s.page()
	if err != nil {
		return nil, nil, err
	}
	p.Icon, p.TouchIcon, p.Manifest = of.icon.name, of.touchIcon.name, of.manifest.name
	p.Style, p.Script, p.Program = of.style.name, of.script.name, of.program.name
	p.Size = len(of.program.data)
	if !s.retire {
		p.Worker = workerName
	}
	for _, name := range []string{"fetch", "wasm"} {
		p.Problems = append(p.Problems, problem{
			Name: name, Title: name, Again: name + ".again", Next: []next{{"", name + ".next"}}, Sheet: "sheet.link",
		})
	}
	p.Problems = append(p.Problems, problem{
		Name: "crash", Title: "crash", Again: "crash.again", Plain: "crash.plain",
		Next: []next{{"saved", "crash.saved"}, {"unsaved", "crash.unsaved"}},
	})
	t, err := template.ParseFiles(filepath.Join(s.root, "web", "page", "index.html"))
	if err != nil {
		return nil, nil, err
	}
	t.Option("missingkey=error")
	// What the page says is known once it has said it, and only then the name of
	// the script that turns it.
	if err := t.Execute(io.Discard, p); err != nil {
		return nil, nil, err
	}
	if head, err = s.head(p); err != nil {
		return nil, nil, err
	}
	p.Head = head.name
	var b bytes.Buffer
	if err := t.Execute(&b, p); err != nil {
		return nil, nil, err
	}
	return &file{name: "index.html", data: b.Bytes()}, head, nil
}

// page gathers what every page of the site is filled with.
func (s *site) page() (*page, error) {
	c, err := s.loadCase()
	if err != nil {
		return nil, err
	}
	p := &page{
		Case:   c,
		Policy: policy.Content(),
		Light:  theme.Hex(theme.Of(theme.Light), theme.DeskColor),
		Dark:   theme.Hex(theme.Of(theme.Dark), theme.DeskColor),
		Sheet:  assets.Worksheet(s.caseID),
		Access: assets.Statement,
		Phone:  drawing(figure.Phone{Height: 84}, 0),
		Cord:   drawing(figure.CordBar{Share: 1}, cordWidth),
		turned: map[string]bool{},
	}
	if p.tongue, err = s.tongue(s.lang); err != nil {
		return nil, err
	}
	for _, lang := range words.Languages() {
		if lang == s.lang {
			continue
		}
		other, err := s.tongue(lang)
		if err != nil {
			return nil, err
		}
		p.Others = append(p.Others, other)
	}
	return p, nil
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

func (s *site) loadWords(lang string, into *map[string]string) error {
	name := filepath.Join(s.root, "web", "page", "words", lang+".json")
	data, err := os.ReadFile(name)
	if err != nil {
		return fmt.Errorf("there are no words for the page in the language %q: %w", lang, err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
