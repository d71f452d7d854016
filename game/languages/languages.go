package languages

import (
	"encoding/json"
	"errors"
	"fmt"

	"holdtheline/assets/words"
	"holdtheline/game/toolkit/host"
)

// Load returns the catalogue of a language, given as a BCP 47 tag. If it isn't part of
// the program it is fetched, which waits for the network: don't call it in an event's
// handler.
func Load(lang string) (*words.Catalogue, error) {
	w, err := words.Load(lang)
	if !errors.Is(err, words.ErrElsewhere) {
		return w, err
	}
	data, err := host.FetchFile(words.File(lang))
	if err != nil {
		return nil, err
	}
	return read(lang, data)
}

// For returns how to get the texts of a language for a typeface that can set some texts.
// Where they can't be had, or can't be set and there is only the drawn view to set them
// in, they are English, and the notice says why.
func For(canSet func(text string) bool, onlyDrawn bool) func(lang string) (w *words.Catalogue, notice string, err error) {
	return func(lang string) (w *words.Catalogue, notice string, err error) {
		w, why := Load(lang)
		if why == nil && (!onlyDrawn || w.Fits(canSet)) {
			return w, "", nil
		}
		english, err := words.Load(words.Default)
		if err != nil {
			return nil, "", err
		}
		name := words.Name(lang, true)
		if why == nil {
			return english, english.Say("view.script.drawn", "language", name), nil
		}
		return english, english.Say("trouble.language", "language", name, "why", why), nil
	}
}

// read makes a catalogue of what the site build wrote: see web/content.
func read(lang string, data []byte) (*words.Catalogue, error) {
	var file struct {
		Texts map[string]string `json:"texts"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, fmt.Errorf("the texts in the language %q can't be read: %w", lang, err)
	}
	if len(file.Texts) == 0 {
		return nil, fmt.Errorf("the file of the language %q has no texts", lang)
	}
	return words.New(lang, file.Texts)
}
