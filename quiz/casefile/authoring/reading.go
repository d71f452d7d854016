package authoring

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"unicode"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/internal/tree"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/evidence"
)

// The limits of what a pupil of 13 can follow.
const (
	mostWordsAtBeat    = 450
	mostWordsOnAverage = 22
	mostWordsInOne     = 40
	highestGrade       = 10
)

// readable lists the keys whose text a player reads as prose.
var readable = map[string]bool{
	"summary": true, "content_note": true, "lead": true, "text": true, "note": true, "why": true,
	"would_change": true, "question": true, "intro": true, "scene": true, "prompt": true, "hint": true, "means": true,
}

// sentences checks that no sentence of the case is too long.
func (e *editor) sentences() { e.prose(reflect.ValueOf(*e.c), "") }

func (e *editor) prose(v reflect.Value, path string) {
	switch v.Kind() {
	case reflect.Struct:
		if _, ok := v.Interface().(edtf.Date); ok {
			return
		}
		for i, of := range tree.Fields(v.Type()) {
			key := of.Key
			here := strings.TrimPrefix(path+"."+key, ".")
			if f := v.Field(i); f.Kind() != reflect.String {
				e.prose(f, here)
			} else if readable[key] {
				e.longSentences(here, f.String())
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			e.prose(v.Index(i), fmt.Sprintf("%s[%d]", path, i))
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			e.prose(v.MapIndex(key), path+"."+key.String())
		}
	}
}

func (e *editor) longSentences(path, text string) {
	for _, sentence := range sentencesOf(text) {
		if n := len(wordsOf(sentence)); n > mostWordsInOne {
			e.say(casefile.Warning, "sentence-long", path, "break it into two or three", "a sentence has %d words, more than %d: %.80q", n, mostWordsInOne, sentence)
		}
	}
}

// reading checks the length and difficulty of one beat's text: the scene, what
// comes in and what is asked.
func (e *editor) reading(b *casefile.Beat, path string) {
	text := textOf(e.c, b)
	words, sentences, syllables := measure(text)
	if words == 0 {
		return
	}
	if words > mostWordsAtBeat {
		e.say(casefile.Warning, "beat-long", path, "shorten the digests, or let some of it come in at another beat", "a player reads %d words here, more than %d", words, mostWordsAtBeat)
	}
	if average := float64(words) / float64(sentences); average > mostWordsOnAverage {
		e.say(casefile.Warning, "beat-hard", path, "break up the longest sentences", "the sentences here have %.1f words on average, more than %d", average, mostWordsOnAverage)
	}
	if g := grade(words, sentences, syllables); g > highestGrade {
		e.say(casefile.Warning, "beat-hard", path, "use shorter sentences and shorter words", "the text here is at reading grade %.1f (Flesch–Kincaid), above %d", g, highestGrade)
	}
}

// textOf returns what has to be read at a beat, each piece ending a sentence.
func textOf(c *casefile.Case, b *casefile.Beat) []string {
	text := []string{b.Scene}
	for _, ref := range b.Arrivals {
		if _, p, ok := c.Paragraph(ref); ok {
			text = append(text, p.Text)
			continue
		}
		src, ok := c.Source(ref)
		if !ok {
			continue
		}
		for _, p := range src.Digest {
			if p.At.IsZero() || evidence.PublicBy(p.At, b.At) {
				text = append(text, p.Text)
			}
		}
	}
	for _, a := range b.Ask {
		if cl, ok := c.Claim(a.Claim); ok {
			text = append(text, cl.Text)
		}
	}
	return text
}

// measure counts words, sentences and syllables.
func measure(texts []string) (words, sentences, syllables int) {
	for _, text := range texts {
		for _, sentence := range sentencesOf(text) {
			in := wordsOf(sentence)
			words += len(in)
			sentences++
			for _, w := range in {
				syllables += syllablesOf(w)
			}
		}
	}
	return words, sentences, syllables
}

// grade is the Flesch–Kincaid grade level, the school year in the United
// States in which a text is read with ease: J. P. Kincaid, R. P. Fishburne,
// R. L. Rogers, B. S. Chissom, "Derivation of New Readability Formulas",
// Naval Technical Training Command, Research Branch Report 8-75, 1975.
func grade(words, sentences, syllables int) float64 {
	return 0.39*float64(words)/float64(sentences) + 11.8*float64(syllables)/float64(words) - 15.59
}

// abbreviated matches a text whose final full stop does not end a sentence.
var abbreviated = regexp.MustCompile(`(?:^|[\s(“"'])(?:Mr|Mrs|Ms|Dr|St|Prof|vs|[A-Z]|(?:[A-Za-z]\.)+[A-Za-z])\.$`)

// longestAbbreviation is how far back an abbreviation is looked for, in characters.
const longestAbbreviation = 12

// sentencesOf splits a text after . ! ? and … where white space follows, and
// at blank lines. Pieces without a word are dropped.
func sentencesOf(text string) []string {
	var out []string
	add := func(s string) {
		if s = strings.TrimSpace(s); len(wordsOf(s)) > 0 {
			out = append(out, s)
		}
	}
	start := 0
	runes := []rune(text)
	for i, r := range runes {
		end := i + 1
		switch {
		case r == '\n' && i+1 < len(runes) && runes[i+1] == '\n':
		case strings.ContainsRune(".!?…", r):
			for end < len(runes) && strings.ContainsRune(`"”’')]`, runes[end]) {
				end++
			}
			if end < len(runes) && !unicode.IsSpace(runes[end]) || abbreviated.MatchString(string(runes[max(start, i-longestAbbreviation):i+1])) {
				continue
			}
		default:
			continue
		}
		add(string(runes[start:end]))
		start = end
	}
	add(string(runes[start:]))
	return out
}

// wordsOf splits a sentence at white space and dashes; a piece without a letter
// or digit is not a word.
func wordsOf(sentence string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(sentence, func(r rune) bool {
		return unicode.IsSpace(r) || r == '–' || r == '—' || r == '/'
	}) {
		if strings.IndexFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0 {
			out = append(out, w)
		}
	}
	return out
}

// syllablesOf estimates the syllables of an English word: one for each group
// of vowels, less the silent endings. A number counts as one, since it is read
// at a glance.
func syllablesOf(word string) int {
	word = strings.ToLower(strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }))
	for _, possessive := range []string{"'s", "’s"} {
		word = strings.TrimSuffix(word, possessive)
	}
	count, inVowels := 0, false
	for _, r := range word {
		vowel := strings.ContainsRune("aeiouyáàâäãåéèêëíìîïóòôöõøúùûüý", r)
		if vowel && !inVowels {
			count++
		}
		inVowels = vowel
	}
	silent := strings.HasSuffix(word, "e") && !strings.HasSuffix(word, "le") ||
		strings.HasSuffix(word, "ed") && !strings.HasSuffix(word, "ted") && !strings.HasSuffix(word, "ded") ||
		strings.HasSuffix(word, "es") && !endsHissing(strings.TrimSuffix(word, "es"))
	if silent && count > 1 {
		count--
	}
	return max(count, 1)
}

// endsHissing reports whether -es after the stem is a syllable of its own.
func endsHissing(stem string) bool {
	for _, end := range []string{"s", "x", "z", "c", "g", "ch", "sh"} {
		if strings.HasSuffix(stem, end) {
			return true
		}
	}
	return false
}
