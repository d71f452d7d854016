package words

import (
	"errors"
	"fmt"
	"sort"
	"strconv"
	"strings"
	"unicode"
)

// Default is the language used where nothing else is asked for. Every text is there in
// it.
const Default = "en"

// A Language is one that the interface speaks.
type Language struct {
	Tag  string // BCP 47
	Name string // what its speakers call it
	// Latin is the name in Latin letters, for the canvas, if that can't set Name; see
	// typeface.Set.CanSet.
	Latin string
	// Draft says that nobody whose first language it is has read it yet. It is used
	// where a link asks for it, and not offered. Texts may be missing.
	Draft bool
}

// A Catalogue holds the texts of one language. It never changes after [Load] or [New].
type Catalogue struct {
	lang  string
	texts map[string]string
	lent  map[string]bool // the keys of those that are in English, because the language lacks them
}

// ErrElsewhere is the error of [Load] for a language whose texts aren't part of the
// program. They are in the file that [File] names.
var ErrElsewhere = errors.New("the texts are in a file beside the page")

// Load returns the catalogue of a language, given as a BCP 47 tag. A language
// that isn't there is an error that lists those that are.
func Load(lang string) (*Catalogue, error) {
	if _, there := named(lang); !there {
		return nil, fmt.Errorf("there are no texts in the language %q; there are: %s", lang, strings.Join(Languages(), ", "))
	}
	texts, err := texts(lang)
	if errors.Is(err, ErrElsewhere) {
		return nil, err
	}
	if err != nil {
		return nil, fmt.Errorf("the texts in the language %q can't be read: %w", lang, err)
	}
	return New(lang, texts)
}

// New makes the catalogue of a language from its texts by their keys, which it keeps.
// English lends the texts that the language lacks.
func New(lang string, own map[string]string) (*Catalogue, error) {
	c := &Catalogue{lang: lang, texts: own}
	if lang == Default {
		return c, nil
	}
	english, err := texts(Default)
	if err != nil {
		return nil, err
	}
	for key, text := range english {
		if c.Has(key) {
			continue
		}
		// A language need not have the plural forms of another.
		if stem, form, ok := cutForm(key); ok && form != string(Other) && c.Has(stem+"."+string(Other)) && !c.lent[stem+"."+string(Other)] {
			continue
		}
		if c.lent == nil {
			c.lent = map[string]bool{}
		}
		c.texts[key], c.lent[key] = text, true
	}
	return c, nil
}

// cutForm splits the key of a text that depends on a number.
func cutForm(key string) (stem, form string, ok bool) {
	at := strings.LastIndexByte(key, '.')
	if at < 0 {
		return key, "", false
	}
	stem, form = key[:at], key[at+1:]
	switch Category(form) {
	case Zero, One, Two, Few, Many, Other:
		return stem, form, true
	}
	_, err := strconv.Atoi(form)
	return stem, form, err == nil
}

// Languages lists those to choose from, as BCP 47 tags.
func Languages() []string {
	var tags []string
	for _, l := range all() {
		if !l.Draft {
			tags = append(tags, l.Tag)
		}
	}
	return tags
}

// Drafts lists the languages that only a link can ask for; see [Language].
func Drafts() []string {
	var tags []string
	for _, l := range all() {
		if l.Draft {
			tags = append(tags, l.Tag)
		}
	}
	return tags
}

// Name is what a language is called by those who speak it, in letters that can be drawn
// if it is to be drawn. It is the tag if there are no texts in the language.
func Name(tag string, drawn bool) string {
	l, ok := named(tag)
	switch {
	case !ok:
		return tag
	case drawn && l.Latin != "":
		return l.Latin
	}
	return l.Name
}

func named(tag string) (Language, bool) {
	for _, l := range all() {
		if l.Tag == tag {
			return l, true
		}
	}
	return Language{}, false
}

// Find returns the language that there is for one that a link asks for: the very one,
// or the one that it is a kind of, as de is for de-AT. Drafts are among them.
func Find(wanted string) (tag string, ok bool) {
	return find(wanted, func(Language) bool { return true })
}

// Match returns the first of the languages wanted that there is to choose from, or the
// default.
func Match(wanted ...string) string {
	for _, w := range wanted {
		if tag, ok := find(w, func(l Language) bool { return !l.Draft }); ok {
			return tag
		}
	}
	return Default
}

func find(wanted string, may func(Language) bool) (tag string, ok bool) {
	for tag = strings.ToLower(wanted); tag != ""; tag = tag[:max(0, strings.LastIndexAny(tag, "-_"))] {
		if l, there := named(tag); there && may(l) {
			return tag, true
		}
	}
	return Default, false
}

// Lang is the catalogue's language, as a BCP 47 tag.
func (c *Catalogue) Lang() string { return c.lang }

// Has tells whether there is a text for the key.
func (c *Catalogue) Has(key string) bool {
	_, ok := c.texts[key]
	return ok
}

// Fits tells whether a typeface that can set some texts can set all those of the
// language. It can those in English: that is what it was chosen for.
func (c *Catalogue) Fits(canSet func(text string) bool) bool {
	if c.lang == Default || canSet == nil {
		return true
	}
	for _, text := range c.texts {
		if !canSet(text) {
			return false
		}
	}
	return true
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

// Count is Say for a text that depends on a number, and fills the placeholder n. Its
// forms have keys of their own: key.few for a number of that [Category] in the
// catalogue's language, key.other for the rest, and key.0, key.1, … before all for one
// number alone. A text that English says alike of every number it is said of has no
// forms there, and its key itself is that of the rest.
func (c *Catalogue) Count(key string, n int, args ...any) string {
	return c.Say(c.form(key, n), append([]any{"n", n}, args...)...)
}

// form is the key of the form that goes with a number.
func (c *Catalogue) form(key string, n int) string {
	if exact := key + "." + strconv.Itoa(n); c.Has(exact) {
		return exact
	}
	other, lang := key+"."+string(Other), c.lang
	if c.lent[other] || c.lent[key] {
		lang = Default
	}
	if form := key + "." + string(Plural(lang, n)); c.Has(form) {
		return form
	}
	if !c.Has(other) {
		return key
	}
	return other
}

// Lends tells whether English lends the catalogue any text.
func (c *Catalogue) Lends() bool { return len(c.lent) > 0 }

// Lent tells whether a text that is shown is in English because the catalogue's
// language lacks it: it has all the words of such a text, in their order.
func (c *Catalogue) Lent(shown string) bool {
	for key := range c.lent {
		if made(c.texts[key], shown) {
			return true
		}
	}
	return false
}

// made tells whether a text may have been made by filling the placeholders of another,
// which must have words of its own.
func made(text, shown string) bool {
	before, rest, found := strings.Cut(text, "{")
	if !found {
		return shown == text && wordy(text)
	}
	shown, ok := strings.CutPrefix(shown, before)
	if !ok {
		return false
	}
	own := wordy(before)
	for found {
		var piece string
		_, rest, _ = strings.Cut(rest, "}")
		piece, rest, found = strings.Cut(rest, "{")
		own = own || wordy(piece)
		if !found {
			return own && strings.HasSuffix(shown, piece)
		}
		at := strings.Index(shown, piece)
		if at < 0 {
			return false
		}
		shown = shown[at+len(piece):]
	}
	return own
}

// wordy tells whether a text has letters.
func wordy(text string) bool { return strings.ContainsFunc(text, unicode.IsLetter) }
