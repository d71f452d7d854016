package authoring

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"holdtheline/quiz/casefile"
)

// Left counts what is left to do in a translation.
type Left struct {
	Missing  int // texts that are not translated
	Outdated int // texts that have changed since
	Unknown  int // texts that the case doesn't have, or no more
}

// UpdateTranslation returns a translator's file with what is left to do: all texts of
// the case in its order, and as a comment beside each that is missing or out of date
// what it says in the case. What is translated stays, and so do the comments at the
// top of the file; other comments do not. Without data it begins a new file. The file
// is nil if it can't be read.
func UpdateTranslation(c *casefile.Case, language, file string, data []byte) ([]byte, Left, casefile.Problems) {
	var left Left
	r := &translationFile{language: language, texts: map[string]translated{}}
	top := fmt.Sprintf("# %s in the language %s. How to translate a case: assets/README.md\n\n", c.ID, language)
	if len(bytes.TrimSpace(data)) > 0 {
		r = readTranslation(c, file, data)
		switch {
		case r.all == nil:
			return nil, left, r.located()
		case r.language != language:
			return nil, left, casefile.Problems{{File: file, Message: fmt.Sprintf("this is a translation into %q, not into %q", r.language, language), Next: "name the other language, or another file"}}
		}
		if found := comments.FindString(string(r.doc.Text)); found != "" {
			top = found
		}
	} else if !languageTag.MatchString(language) || language == c.Language {
		return nil, left, casefile.Problems{{File: file, Message: fmt.Sprintf("%q is not a language to translate a case in %q into", language, c.Language), Next: "name a tag such as de or pt-BR"}}
	}
	w := translationWriter{}
	fmt.Fprintf(&w, "%scase: %s\nlanguage: %s\ntexts:\n", top, c.ID, language)
	known := map[string]bool{}
	for _, source := range c.Texts() {
		known[source.Place] = true
		one := r.texts[source.Place]
		switch {
		case one.text == "":
			left.Missing++
			w.comment("", source.Text)
			one.of = printOf(source.Text)
		case one.of == "":
			one.of = printOf(source.Text)
		case one.of != printOf(source.Text):
			left.Outdated++
			w.comment("now: ", source.Text)
		}
		w.entry(source.Place, one)
	}
	for _, place := range r.order {
		if !known[place] {
			left.Unknown++
			w.comment("", "not in the case any more: move what can be used to its new place, and delete this")
			w.entry(place, r.texts[place])
		}
	}
	return w.Bytes(), left, nil
}

// comments matches the comments and empty lines that a file begins with.
var comments = regexp.MustCompile(`^(?:[ \t]*(?:#[^\n]*)?\r?\n)+`)

// A translationWriter writes the texts of a file.
type translationWriter struct{ bytes.Buffer }

// Where lines are broken, in characters.
const (
	widest    = 96
	indented  = "      "
	commented = "  # "
)

func (w *translationWriter) comment(first, text string) {
	for _, line := range wrapped(first+text, widest-len(commented)) {
		w.WriteString(commented + line + "\n")
	}
}

// entry writes one text. It is read as it is here, whatever characters it has.
func (w *translationWriter) entry(place string, one translated) {
	fmt.Fprintf(w, "  %s:\n", quotedKey(place))
	if one.of != "" {
		fmt.Fprintf(w, "    of: %q\n", one.of)
	}
	w.text("text", one.text)
	if one.note != "" {
		w.text("note", one.note)
	}
}

func (w *translationWriter) text(key, text string) {
	lines := wrapped(text, widest-len(indented))
	// A folded block is read back with a space for each break, so nothing else may be
	// white space in it.
	if plainSpaces := strings.Join(strings.Fields(text), " ") == text && strings.IndexFunc(text, unusual) < 0; len(lines) > 1 && plainSpaces {
		fmt.Fprintf(w, "    %s: >-\n", key)
		for _, line := range lines {
			w.WriteString(indented + line + "\n")
		}
		return
	}
	fmt.Fprintf(w, "    %s: %s\n", key, inQuotes(text))
}

// unusual reports whether a character can't stand in a block of YAML as it is.
func unusual(r rune) bool {
	return r < ' ' || r == 0x7f || r == utf8.RuneError || r == 0xfeff || r >= 0x80 && r <= 0x9f || r == 0x2028 || r == 0x2029
}

// bareKey matches a key of YAML that needs no quotes.
var bareKey = regexp.MustCompile(`^[A-Za-z][\w.\-]*(?:[\[:][\w.\-\]]+)*$`)

func quotedKey(place string) string {
	if bareKey.MatchString(place) {
		return place
	}
	return inQuotes(place)
}

// inQuotes writes a text in double quotes, with the escapes that JSON and YAML share.
func inQuotes(text string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(text) // a string always can be
	return strings.TrimSuffix(b.String(), "\n")
}

// wrapped breaks a text into lines at spaces.
func wrapped(text string, most int) []string {
	var lines []string
	for _, word := range strings.Fields(text) {
		last := len(lines) - 1
		if last < 0 || utf8.RuneCountInString(lines[last])+1+utf8.RuneCountInString(word) > most {
			lines = append(lines, word)
			continue
		}
		lines[last] += " " + word
	}
	return slices.Clip(lines)
}
