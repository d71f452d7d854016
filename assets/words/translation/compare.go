package translation

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"holdtheline/assets/words"
)

// A Finding is something wrong with one text.
type Finding struct {
	Key, What string
}

func (f Finding) String() string { return f.Key + ": " + f.What }

var placeholder = regexp.MustCompile(`\{[^}]*\}`)

// placeholders are those of a text, sorted.
func placeholders(text string) []string {
	return slices.Sorted(slices.Values(placeholder.FindAllString(text, -1)))
}

// counted is the placeholder of the number in a text that depends on it.
const counted = "{n}"

// cutForm splits the key of a plural form, which is one where the source has forms for
// one and for other numbers.
func cutForm(source map[string]string, key string) (stem, form string, ok bool) {
	at := strings.LastIndexByte(key, '.')
	if at < 0 {
		return key, "", false
	}
	stem, form = key[:at], key[at+1:]
	for _, needed := range []words.Category{words.One, words.Other} {
		if _, there := source[stem+"."+string(needed)]; !there {
			return key, "", false
		}
	}
	if slices.Contains(words.Categories("ar"), words.Category(form)) { // Arabic has all
		return stem, form, true
	}
	_, err := strconv.Atoi(form)
	return stem, form, err == nil
}

// Compare returns what is wrong with the texts in a language, given as a BCP 47 tag, in
// the order of their keys.
func Compare(lang string, source, own map[string]string) []Finding {
	var found []Finding
	add := func(key, what string, args ...any) { found = append(found, Finding{key, fmt.Sprintf(what, args...)}) }
	wanted := map[string]string{} // the keys, and those of the texts that they are translated from
	for key := range source {
		stem, form, plural := cutForm(source, key)
		if !plural {
			wanted[key] = key
			continue
		}
		if form != string(words.Other) {
			continue
		}
		for _, category := range words.Categories(lang) {
			wanted[stem+"."+string(category)] = key
		}
	}
	for key, from := range wanted {
		switch text, there := own[key]; {
		case !there && key != from:
			add(key, "this plural form is missing: %s", source[from])
		case !there:
			add(key, "is missing: %s", source[from])
		case strings.TrimSpace(text) == "" && strings.TrimSpace(source[from]) != "":
			add(key, "is empty")
		}
	}
	for key, text := range own {
		from, there := wanted[key]
		stem, form, plural := cutForm(source, key)
		switch {
		case there:
		case plural && slices.Contains(words.Categories("ar"), words.Category(form)):
			add(key, "the language has no such plural form; it has %v", words.Categories(lang))
			continue
		case plural: // of one number alone
			from = stem + "." + string(words.Other)
		case ownForm(lang, source, key): // of a text that has no forms in English
			from = key[:strings.LastIndexByte(key, '.')]
		default:
			if _, metadata := about[key]; !metadata {
				add(key, "nothing asks for it")
			}
			continue
		}
		got, want := placeholders(text), placeholders(source[from])
		if plural && form != string(words.Other) && !slices.Contains(got, counted) {
			// A form for few numbers may say them in words.
			want = slices.DeleteFunc(want, func(p string) bool { return p == counted })
		}
		if !slices.Equal(got, want) {
			add(key, "has the placeholders %v, want %v", got, want)
		}
	}
	slices.SortFunc(found, func(a, b Finding) int { return strings.Compare(a.Key, b.Key) })
	return found
}

// ownForm tells whether a key is that of a plural form which the language has of a text
// that has none in English.
func ownForm(lang string, source map[string]string, key string) bool {
	at := strings.LastIndexByte(key, '.')
	if at < 0 {
		return false
	}
	_, there := source[key[:at]]
	return there && slices.Contains(words.Categories(lang), words.Category(key[at+1:]))
}

// about are the keys of what a language says of itself alone.
var about = map[string]bool{"language.latin": true}

// Changed lists the keys of the texts whose source has changed since they were
// translated, and of those of which that isn't recorded.
func Changed(source, own, record map[string]string) (changed, unrecorded []string) {
	for _, key := range slices.Sorted(maps.Keys(own)) {
		from, there := Source(source, key)
		if !there {
			continue
		}
		switch print, recorded := record[key]; {
		case !recorded:
			unrecorded = append(unrecorded, key)
		case print != Print(source[from]):
			changed = append(changed, key)
		}
	}
	return changed, unrecorded
}

// Source returns the key of the text that one is translated from.
func Source(source map[string]string, key string) (from string, ok bool) {
	if _, same := source[key]; same {
		return key, true
	}
	if stem, _, plural := cutForm(source, key); plural {
		return stem + "." + string(words.Other), true
	}
	if at := strings.LastIndexByte(key, '.'); at > 0 {
		if _, there := source[key[:at]]; there && slices.Contains(words.Categories("ar"), words.Category(key[at+1:])) {
			return key[:at], true
		}
	}
	return "", false
}
