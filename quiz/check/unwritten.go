package check

import (
	"fmt"

	"holdtheline/quiz/casefile"
)

// placeholders stand in a draft where its author has to write, by language.
var placeholders = map[string]string{"en": "To be written.", "de": "Noch zu schreiben.", "es": "Por escribir."}

// Placeholder is what stands in a draft of a language where its author has to write;
// in languages without one it is the English one.
func Placeholder(lang string) string {
	if words, ok := placeholders[lang]; ok {
		return words
	}
	return placeholders["en"]
}

// Unwritten returns the paths of the texts that a draft has left to its author.
func Unwritten(c *casefile.Case) []string {
	var paths []string
	see := func(text, format string, args ...any) {
		for _, words := range placeholders {
			if text == words {
				paths = append(paths, fmt.Sprintf(format, args...))
			}
		}
	}
	see(c.Title, "title")
	see(c.Summary, "summary")
	see(c.ContentNote, "content_note")
	for i, p := range c.People {
		see(p.Role, "people[%d].role", i)
	}
	for i, s := range c.Sources {
		see(s.Reference, "sources[%d].reference", i)
		for j, p := range s.Digest {
			see(p.Text, "sources[%d].digest[%d].text", i, j)
		}
	}
	for i, r := range c.Rooms {
		for j, b := range r.Beats {
			see(b.Scene, "rooms[%d].beats[%d].scene", i, j)
		}
	}
	return paths
}

// unwritten looks for texts that are still to be written.
func (k *checker) unwritten() {
	for _, path := range Unwritten(k.c) {
		k.Report(path, "write it: players read it as it stands, and until then the case can't be published", "this is still to be written")
	}
}
