package words

import (
	"embed"
	"encoding/json"
	"errors"
	"path"
	"strings"
	"sync"
)

// The program for the browser has another file in the place of this one, in which
// the English texts are data already and the others are files beside the page: see
// web/content.

//go:embed *.json drafts/*.json
var files embed.FS

// all lists the languages that there are, in the order of their tags.
var all = sync.OnceValue(func() []Language {
	var there []Language
	for _, folder := range []string{".", drafts} {
		entries, err := files.ReadDir(folder)
		if err != nil {
			continue
		}
		for _, e := range entries {
			tag, isTexts := strings.CutSuffix(e.Name(), ".json")
			if texts, err := texts(tag); isTexts && err == nil {
				there = append(there, Language{Tag: tag, Name: texts[nameKey], Latin: texts[latinKey], Draft: folder == drafts})
			}
		}
	}
	return there
})

// drafts is the folder of the languages that are drafts.
const drafts = "drafts"

// The keys of a language's own name, and of the same in Latin letters where it has
// others.
const (
	nameKey  = "language.name"
	latinKey = "language.latin"
)

// File returns the name of the file, beside the page, that has the texts of a language
// which is not part of the program, or "".
func File(string) string { return "" }

// texts returns those of a language by their keys.
func texts(lang string) (map[string]string, error) {
	for _, folder := range []string{".", drafts} {
		data, err := files.ReadFile(path.Join(folder, lang+".json"))
		if err != nil {
			continue
		}
		texts := map[string]string{}
		if err := json.Unmarshal(data, &texts); err != nil {
			return nil, err
		}
		return texts, replace(lang, texts)
	}
	return nil, errors.New("there are none")
}
