// Package words is the catalogue of everything the interface says: one file of
// texts per language, none in code. It knows no screen and no case; a case
// brings its own texts.
//
// A text is found by its key and may hold placeholders in braces:
//
//	w.Say("beat.step", "n", 3, "of", 7)   // "Moment {n} of {of}" → "Moment 3 of 7"
//
// Start reading at [Catalogue.Say].
package words

import (
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"
)

// Default is the language used where nothing else is asked for.
const Default = "en"

// A Catalogue holds the texts of one language. It never changes after Load.
type Catalogue struct {
	lang  string
	texts map[string]string
}

// Load reads the catalogue of a language, given as a BCP 47 tag. A language
// that isn't there is an error that lists those that are.
func Load(lang string) (*Catalogue, error) {
	if !slices.Contains(Languages(), lang) {
		return nil, fmt.Errorf("there are no texts in the language %q; there are: %s", lang, strings.Join(Languages(), ", "))
	}
	texts, err := texts(lang)
	if err == nil {
		err = replace(lang, texts)
	}
	if err != nil {
		return nil, fmt.Errorf("the texts in %s.json can't be read: %w", lang, err)
	}
	return &Catalogue{lang: lang, texts: texts}, nil
}

// Find returns the language that there is for a wanted one: the very one, or
// the one that it is a kind of, as de is for de-AT.
func Find(wanted string) (tag string, ok bool) {
	there := Languages()
	for tag = strings.ToLower(wanted); tag != ""; tag = tag[:max(0, strings.LastIndexAny(tag, "-_"))] {
		if slices.Contains(there, tag) {
			return tag, true
		}
	}
	return Default, false
}

// Match returns the first of the languages wanted that there is, or the default.
func Match(wanted ...string) string {
	for _, w := range wanted {
		if tag, ok := Find(w); ok {
			return tag
		}
	}
	return Default
}

// Lang is the catalogue's language, as a BCP 47 tag.
func (c *Catalogue) Lang() string { return c.lang }

// Has tells whether there is a text for the key.
func (c *Catalogue) Has(key string) bool {
	_, ok := c.texts[key]
	return ok
}

// Keys lists every key, sorted.
func (c *Catalogue) Keys() []string {
	keys := make([]string, 0, len(c.texts))
	for k := range c.texts {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// Say returns the text of a key with its placeholders filled in. The arguments
// are pairs of a placeholder's name and its value. A key without a text comes
// back in brackets, so that it is seen and nothing breaks.
func (c *Catalogue) Say(key string, args ...any) string {
	text, ok := c.texts[key]
	if !ok {
		return "[" + key + "]"
	}
	return fill(text, args).String()
}

// fill puts values in the place of the placeholders in a text. Those that no
// argument is for stay as they are.
func fill(text string, args []any) Text {
	if len(args) == 0 {
		return Text{{Words: text}}
	}
	var filled Text
	for {
		before, rest, found := strings.Cut(text, "{")
		filled = filled.and(Run{Words: before})
		if !found {
			return filled
		}
		name, after, _ := strings.Cut(rest, "}")
		if value, given := argument(args, name); given {
			for _, r := range value {
				filled = filled.and(r)
			}
			text = after
		} else {
			filled = filled.and(Run{Words: "{"})
			text = rest
		}
	}
}

func argument(args []any, name string) (value Text, given bool) {
	for i := 0; i+1 < len(args); i += 2 {
		if args[i] == name {
			switch v := args[i+1].(type) {
			case Text:
				return v, true
			case string:
				return Text{{Words: v}}, true
			case int:
				return Text{{Words: strconv.Itoa(v)}}, true
			default:
				return Text{{Words: fmt.Sprint(v)}}, true
			}
		}
	}
	return nil, false
}

// Count is Say for a text that depends on a number: it uses key.one for 1 and
// key.other for everything else, and fills the placeholder n. Languages with
// more forms than two choose among them by their own keys: key.0, key.1, … are
// preferred where they exist.
func (c *Catalogue) Count(key string, n int, args ...any) string {
	return c.Say(c.form(key, n), append([]any{"n", n}, args...)...)
}

// form is the key of the form that goes with a number.
func (c *Catalogue) form(key string, n int) string {
	if exact := key + "." + strconv.Itoa(n); c.Has(exact) {
		return exact
	}
	if n == 1 {
		return key + ".one"
	}
	return key + ".other"
}
