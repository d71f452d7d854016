package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"maps"
	"slices"
	"strings"

	"holdtheline/assets/words"
)

// A tongue is a language that the page speaks, with what it says in it.
type tongue struct {
	Lang  string
	words map[string]string // the page's own
	game  *words.Catalogue  // the game's, for what its briefing says too
}

// tongue loads the words of a language.
func (s *site) tongue(lang string) (*tongue, error) {
	t := &tongue{Lang: lang}
	var err error
	if t.game, err = words.Load(lang); err != nil {
		return nil, err
	}
	return t, s.loadWords(lang, &t.words)
}

// Say returns the page's words for a key.
func (t *tongue) Say(key string) (string, error) {
	text, ok := t.words[key]
	if !ok {
		return "", fmt.Errorf("the page's words in the language %q lack %q", t.Lang, key)
	}
	return text, nil
}

// Game returns the words of the game's own catalogue for a key.
func (t *tongue) Game(key string, args ...any) (string, error) {
	if !t.game.Has(key) {
		return "", fmt.Errorf("the game's words lack %q, which the page says too", key)
	}
	return t.game.Say(key, args...), nil
}

// find returns the words for a key, the page's own or the game's.
func (t *tongue) find(key string) (string, error) {
	if text, ok := t.words[key]; ok {
		return text, nil
	}
	return t.Game(key)
}

// Words are those for a key, the page's own or the game's, as an element that
// language.js turns into the player's language.
func (p *page) Words(key string) (template.HTML, error) {
	text, err := p.find(key)
	p.turned[key] = true
	return span(key, "", text), err
}

// Minutes says likewise about how long a length takes.
func (p *page) Minutes(n int) (template.HTML, error) {
	const key = "minutes"
	text, err := p.Say(key)
	p.turned[key] = true
	return span(key, fmt.Sprintf(` data-n="%d"`, n), strings.ReplaceAll(text, "{n}", fmt.Sprint(n))), err
}

func span(key, more, text string) template.HTML {
	return template.HTML(fmt.Sprintf(`<span data-words=%q%s>%s</span>`, key, more, template.HTMLEscapeString(text)))
}

// head makes the script that the page asks for before all else: it has the
// program fetched, and the page speak the player's language. Before its code
// stands what the page turns in the other languages.
func (s *site) head(p *page) (*file, error) {
	other := map[string]map[string]string{}
	for _, t := range p.Others {
		other[t.Lang] = map[string]string{}
		for _, key := range slices.Sorted(maps.Keys(p.turned)) {
			text, err := t.find(key)
			if err != nil {
				return nil, err
			}
			if text != "" {
				other[t.Lang][key] = text
			}
		}
	}
	var list bytes.Buffer
	e := json.NewEncoder(&list)
	e.SetEscapeHTML(false)
	if err := e.Encode(map[string]any{"fallback": words.Default, "words": other}); err != nil {
		return nil, err
	}
	data, err := s.concatenate("", fmt.Sprintf("window.pageWords = %s;\n", bytes.TrimSpace(list.Bytes())), "web/page/program.js", "web/page/language.js")
	if err != nil {
		return nil, err
	}
	return hashed("head.js", data), nil
}
