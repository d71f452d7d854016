package shelf

import (
	"slices"

	"holdtheline/assets"
	"holdtheline/game/toolkit/host"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
)

// Case returns a case.
func Case(id string) (*casefile.Case, error) {
	file := assets.File(id)
	if file == "" {
		return assets.Load(id)
	}
	data, err := host.FetchFile(file)
	if err != nil {
		return nil, err
	}
	return assets.Read(id, data)
}

// Texts returns the texts of a case in a language, given as a BCP 47 tag; nil where it
// hasn't been translated into it.
func Texts(id, lang string) (*casefile.Translation, error) {
	if !slices.Contains(assets.Translated(id), lang) {
		return nil, nil
	}
	file := assets.TranslationFile(id, lang)
	if file == "" {
		return assets.Translation(id, lang)
	}
	data, err := host.FetchFile(file)
	if err != nil {
		return nil, err
	}
	return assets.ReadTranslation(id, data)
}

// Told returns a case with what it asks, told in a language, given as a BCP 47 tag. Where
// it hasn't been translated into it, the case is told in its own language; so it is where
// the translation can't be had, and untranslated is why.
func Told(id, lang string) (set *puzzle.Set, untranslated, err error) {
	c, err := Case(id)
	if err != nil {
		return nil, nil, err
	}
	own := puzzle.New(c)
	texts, untranslated := Texts(id, lang)
	if texts == nil {
		return own, untranslated, nil
	}
	set, untranslated = own.In(texts)
	if untranslated != nil {
		return own, untranslated, nil
	}
	return set, nil, nil
}
