package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/web/content"
)

// A language is one that the page is available in, with its words.
type language struct {
	Lang  string
	words map[string]string // the page's own
	game  *words.Catalogue  // the game's, for what the briefing has too
	own   map[string]string // those that a package has in the place of the game's
}

// language loads the words of a language.
func (s *site) language(lang string) (*language, error) {
	l := &language{Lang: lang}
	var err error
	if l.game, err = words.Load(lang); err != nil {
		return nil, err
	}
	if s.pack != nil {
		if err := s.loadTexts(filepath.Join("assets", "words", "platform", lang+".json"), &l.own); err != nil {
			return nil, err
		}
	}
	return l, s.loadWords(lang, &l.words)
}

// Say returns the page's words for a key.
func (l *language) Say(key string) (string, error) {
	text, ok := l.words[key]
	if !ok {
		return "", fmt.Errorf("the page's words in the language %q lack %q", l.Lang, key)
	}
	return text, nil
}

// Game returns the words of the game's own catalogue for a key.
func (l *language) Game(key string, args ...any) (string, error) {
	if !l.game.Has(key) {
		return "", fmt.Errorf("the game's words lack %q, which the page uses", key)
	}
	return l.game.Say(key, args...), nil
}

// find returns the words for a key, the page's own or the game's.
func (l *language) find(key string) (string, error) {
	for _, texts := range []map[string]string{l.words, l.own} {
		if text, ok := texts[key]; ok {
			return text, nil
		}
	}
	return l.Game(key)
}

// Words returns the words for a key, the page's own or the game's, as an element
// that language.js translates. A page of another program than the game may have words
// of its own for what both say: teacher.loading for loading.
func (p *page) Words(key string) (template.HTML, error) {
	if _, own := p.words[p.variant+key]; own {
		key = p.variant + key
	}
	text, err := p.find(key)
	p.translated[key] = true
	return span(key, "", text), err
}

// Minutes likewise says how long n minutes are.
func (p *page) Minutes(n int) (template.HTML, error) {
	const key = "minutes"
	text, err := p.Say(key)
	p.translated[key] = true
	return span(key, fmt.Sprintf(` data-n="%d"`, n), strings.ReplaceAll(text, "{n}", fmt.Sprint(n))), err
}

func span(key, more, text string) template.HTML {
	return template.HTML(fmt.Sprintf(`<span data-words=%q%s>%s</span>`, key, more, template.HTMLEscapeString(text)))
}

// addresses tells the script in a page's head where the cases are.
type addresses struct {
	Case         string                       `json:"story"`        // the id of the case that the page is built for
	Cases        map[string]string            `json:"cases"`        // the files of those that are not part of the program, by their ids
	Forms        map[casefile.Form]string     `json:"forms"`        // the ids of the test's forms
	Translations map[string]map[string]string `json:"translations"` // the files of translations, by the cases' ids and by language
}

func (s *site) addresses() (addresses, error) {
	where := addresses{Case: s.caseID, Cases: map[string]string{}, Forms: map[casefile.Form]string{}, Translations: map[string]map[string]string{}}
	files, err := content.CaseFiles(s.root)
	if err != nil {
		return where, err
	}
	for _, f := range files {
		if s.pack == nil || f.ID == s.caseID {
			where.Cases[f.ID] = f.Name
		}
	}
	translations, err := s.translations()
	if err != nil {
		return where, err
	}
	for _, t := range translations {
		if where.Translations[t.ID] == nil {
			where.Translations[t.ID] = map[string]string{}
		}
		where.Translations[t.ID][t.Language] = t.Name
	}
	for _, head := range assets.Heads() {
		if head.Form != "" {
			where.Forms[head.Form] = head.ID
		}
	}
	return where, nil
}

// translations are those of the site's cases, or of a package's.
func (s *site) translations() ([]content.TranslationFile, error) {
	files, err := content.TranslationFiles(s.root)
	return slices.DeleteFunc(files, func(f content.TranslationFile) bool { return s.pack != nil && f.ID != s.caseID }), err
}

// head makes the script that the page loads first: it fetches the program and
// translates the page. Before its code stands where the other languages are. Each must
// have all that the page says; a draft may lack some.
func (s *site) head(p *page, name string, l linked) (*file, error) {
	files, drafts, rightToLeft := map[string]string{}, []string{}, []string{}
	for _, f := range l.languages {
		if f.Tag == s.lang {
			continue
		}
		files[f.Tag] = f.File
		if f.Draft {
			drafts = append(drafts, f.Tag)
		}
		if ui.RightToLeft(f.Tag) {
			rightToLeft = append(rightToLeft, f.Tag)
		}
	}
	for _, other := range p.Others {
		for _, key := range slices.Sorted(maps.Keys(p.translated)) {
			if _, err := other.find(key); err != nil {
				return nil, err
			}
		}
	}
	var list bytes.Buffer
	e := json.NewEncoder(&list)
	e.SetEscapeHTML(false)
	if err := e.Encode(struct {
		Fallback    string            `json:"fallback"`
		Languages   map[string]string `json:"languages"`
		Drafts      []string          `json:"drafts"`
		RightToLeft []string          `json:"rightToLeft"`
		addresses
	}{words.Default, files, drafts, rightToLeft, l.addresses}); err != nil {
		return nil, err
	}
	data, err := s.concatenate("", fmt.Sprintf("window.pageWords = %s;\n", bytes.TrimSpace(list.Bytes())), "web/page/program.js", "web/page/language.js")
	if err != nil {
		return nil, err
	}
	return hashed(name, data), nil
}

// languages are the files of a program's languages, with English among them if the page
// is written in another.
func (s *site) languages(program content.Program) ([]content.LanguageFile, error) {
	files, err := content.LanguageFiles(s.root, program)
	if err != nil || s.lang == words.Default {
		return files, err
	}
	english, err := content.EnglishFile(s.root, program)
	return append(files, english), err
}

// filesOf are the files of languages as those of a site.
func filesOf(languages []content.LanguageFile) []*file {
	var files []*file
	for _, l := range languages {
		files = append(files, &file{name: l.File, data: l.Data})
	}
	return files
}
