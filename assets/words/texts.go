package words

import (
	"embed"
	"encoding/json"
	"sort"
	"strings"
)

// The program for the browser has another file in the place of this one, in which
// the texts are data already: see web/content.

//go:embed *.json
var files embed.FS

// Languages lists the languages that there are, as BCP 47 tags.
func Languages() []string {
	entries, err := files.ReadDir(".")
	if err != nil {
		return nil
	}
	var tags []string
	for _, e := range entries {
		tags = append(tags, strings.TrimSuffix(e.Name(), ".json"))
	}
	sort.Strings(tags)
	return tags
}

// texts returns those of a language by their keys.
func texts(lang string) (map[string]string, error) {
	data, err := files.ReadFile(lang + ".json")
	if err != nil {
		return nil, err
	}
	texts := map[string]string{}
	return texts, json.Unmarshal(data, &texts)
}
