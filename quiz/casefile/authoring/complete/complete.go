package complete

import (
	"encoding"
	"reflect"
	"slices"
	"strings"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/internal/tree"
	"holdtheline/quiz/puzzle"
)

// An Option is one thing that can be written.
type Option struct {
	Label  string `json:"label"`            // as a list shows it
	Detail string `json:"detail,omitempty"` // beside it: the name of what an id stands for
	Info   string `json:"info,omitempty"`   // what a key is for
	Is     Is     `json:"is"`
	Apply  string `json:"apply"`           // what is written in the place of what was typed
	After  string `json:"after,omitempty"` // the same, behind where one goes on typing
}

// Is says what an [Option] is.
type Is string

// What options are.
const (
	Key  Is = "key"
	Word Is = "word" // one of those that a key takes
	ID   Is = "id"   // of something that is in the case
)

// Options are what can be written at one place.
type Options struct {
	Typed string   `json:"typed"` // what is already written of it, just before the place
	List  []Option `json:"list"`
}

// At returns what can be written in a text at a line, counted from 1, behind the part of
// the line that is before. The list is empty where nothing is known.
func At(text string, line int, before string) Options {
	root, at := outline(strings.Split(text, "\n"), line-1, before)
	if at == nil {
		return Options{}
	}
	c := completer{root: root, place: *at}
	if at.isValue || at.behind && at.typed != "" && strings.ContainsAny(at.typed[:1], "[{") {
		return c.value()
	}
	out := c.keys()
	if at.behind {
		values := c.value()
		out.List = append(out.List, values.List...)
		out.Typed = at.typed
	}
	return out
}

type completer struct {
	root *node
	place
}

// A slot is a place of the format: its type, and the field that it belongs to.
type slot struct {
	of    reflect.Type
	field reflect.StructField
	owner reflect.Type // the struct that the field is in
}

// slotOf finds a node's place in the format.
func slotOf(n *node) (slot, bool) {
	if n.parent == nil {
		return slot{of: reflect.TypeFor[casefile.Case]()}, true
	}
	s, ok := slotOf(n.parent)
	if !ok {
		return s, false
	}
	if n.key == "" {
		return s.item()
	}
	return s.key(n.key)
}

func (s slot) item() (slot, bool) {
	if s.of.Kind() != reflect.Slice {
		return s, false
	}
	s.of = s.of.Elem()
	return s, true
}

func (s slot) key(key string) (slot, bool) {
	switch s.of.Kind() {
	case reflect.Struct:
		for i := range s.of.NumField() {
			if f := s.of.Field(i); f.IsExported() && tree.KeyOf(f) == key {
				return slot{of: f.Type, field: f, owner: s.of}, true
			}
		}
	case reflect.Map:
		return slot{of: s.of.Elem(), field: s.field, owner: s.of}, true
	}
	return s, false
}

// textual types, such as dates, are written as one value.
var textual = reflect.TypeFor[encoding.TextUnmarshaler]()

// isGroup reports whether a type is a mapping with keys of its own.
func isGroup(t reflect.Type) bool {
	return t.Kind() == reflect.Struct && !reflect.PointerTo(t).Implements(textual) || t.Kind() == reflect.Map
}

// keys returns the keys that fit.
func (c completer) keys() Options {
	s, ok := slotOf(c.in)
	out := Options{Typed: c.typed}
	if !ok {
		return out
	}
	dash := ""
	if item, isList := s.item(); isList {
		// A new item begins with a dash.
		s, dash = item, "- "
		c.in = &node{}
		c.column += len(dash)
	}
	if !isGroup(s.of) {
		return out
	}
	for _, k := range keysOf(s) {
		if c.in.has(k.name) || !c.fits(k, s) {
			continue
		}
		apply, after := begun(k, c.column)
		out.List = append(out.List, Option{Label: dash + k.name, Info: k.doc, Is: Key, Apply: dash + apply, After: after})
	}
	return out
}

// has reports whether a key is already written.
func (n *node) has(key string) bool {
	return slices.ContainsFunc(n.children, func(c *node) bool { return c.key == key })
}

// A key of a mapping.
type key struct {
	name, doc string
	of        reflect.Type
}

func keysOf(s slot) []key {
	var keys []key
	if s.of.Kind() == reflect.Map {
		for _, word := range words(s.of.Key()) {
			keys = append(keys, key{name: word, of: s.of.Elem()})
		}
		return keys
	}
	for i := range s.of.NumField() {
		if f := s.of.Field(i); f.IsExported() {
			keys = append(keys, key{name: tree.KeyOf(f), doc: f.Tag.Get("doc"), of: f.Type})
		}
	}
	return keys
}

// fits reports whether a key is one that this kind of puzzle or room has.
func (c completer) fits(k key, s slot) bool {
	kind := c.in.child("kind")
	switch s.of {
	case reflect.TypeFor[casefile.Puzzle]():
		kinds := puzzle.KindsWithKey(k.name)
		return kind == "" || len(kinds) == 0 || slices.Contains(kinds, casefile.PuzzleKind(kind))
	case reflect.TypeFor[casefile.Room]():
		return kind == "" || k.name != "beats" && k.name != "puzzles" || (k.name == "beats") == (kind == string(casefile.Desk))
	}
	return true
}

// begun returns how a key is begun: its value follows on the line or below, indented
// under the key's column.
func begun(k key, column int) (apply, after string) {
	below := k.name + ":\n" + strings.Repeat(" ", column+2)
	switch {
	case isGroup(k.of):
		return below, ""
	case k.of.Kind() != reflect.Slice:
		return k.name + ": ", ""
	case isGroup(k.of.Elem()):
		return below + "- ", ""
	default:
		return k.name + ": [", "]"
	}
}

// value returns the words and ids that fit.
func (c completer) value() Options {
	s, ok := slotOf(c.in)
	if !ok {
		return Options{}
	}
	typed, before, after := c.typed, "", ""
	if strings.HasPrefix(typed, "[") || strings.HasPrefix(typed, "{") {
		if s, typed, ok = s.within(typed); !ok {
			return Options{}
		}
	} else if item, isList := s.item(); isList {
		s = item
		if c.in.key != "" { // a list that isn't begun
			before, after = "[", "]"
		}
	}
	typed = strings.TrimLeft(typed, `"'`)
	out := Options{Typed: typed}
	for _, word := range s.words() {
		out.List = append(out.List, Option{Label: word, Is: Word, Apply: before + word, After: after})
	}
	for _, kind := range strings.Split(s.field.Tag.Get("ref"), ",") {
		if s.of.Kind() != reflect.String {
			break
		}
		for _, o := range c.ids(casefile.RefKind(kind)) {
			if !strings.Contains(c.in.value+c.typed, o.Label) || strings.HasSuffix(c.typed, o.Label) {
				o.Apply, o.After = before+o.Label, after
				out.List = append(out.List, o)
			}
		}
	}
	return out
}

// within follows brackets and braces that are not closed, to the value that is typed in
// them.
func (s slot) within(typed string) (slot, string, bool) {
	slots := []slot{s}
	begin := 0
	top := func() slot { return slots[len(slots)-1] }
	ok := true
	for i, r := range typed {
		switch r {
		case '[', '{':
			inner := top()
			if r == '[' {
				inner, ok = inner.item()
			}
			if !ok {
				return s, "", false
			}
			slots, begin = append(slots, inner), i+1
		case ']', '}':
			if slots = slots[:len(slots)-1]; len(slots) == 0 {
				return s, "", false
			}
			begin = i + 1
		case ',':
			begin = i + 1
		}
	}
	last, value := top(), strings.TrimLeft(typed[begin:], " ")
	if len(slots) == 1 {
		return s, "", false // behind the last bracket
	}
	if isGroup(last.of) {
		name, rest, found := strings.Cut(value, ": ")
		if !found {
			return s, "", false
		}
		if last, ok = last.key(strings.TrimSpace(name)); !ok {
			return s, "", false
		}
		return last, strings.TrimLeft(rest, " "), true
	}
	return last, value, true
}

// words returns the words that a value is one of.
func (s slot) words() []string {
	switch {
	case s.of == reflect.TypeFor[casefile.PuzzleKind]():
		var kinds []string
		for _, kind := range puzzle.Kinds() {
			kinds = append(kinds, string(kind))
		}
		return kinds
	case s.of.Kind() == reflect.Bool:
		return []string{"true", "false"}
	}
	return words(s.of)
}

func words(t reflect.Type) []string {
	if enum, ok := reflect.Zero(t).Interface().(tree.Enum); ok {
		return enum.Options()
	}
	return nil
}

// ids returns the ids in use of one kind of thing.
func (c completer) ids(kind casefile.RefKind) []Option {
	named := func(list, name string) (out []Option) {
		for _, one := range c.root.items(list) {
			if id := one.child("id"); id != "" {
				out = append(out, Option{Label: id, Detail: short(one.child(name)), Is: ID})
			}
		}
		return out
	}
	switch kind {
	case casefile.RefPerson:
		return named("people", "name")
	case casefile.RefSource:
		return named("sources", "title")
	case casefile.RefEvent:
		return named("events", "title")
	case casefile.RefClaim:
		return named("claims", "text")
	case casefile.RefPoint:
		return named("points", "question")
	}
	var out []Option
	if kind == casefile.RefParagraph {
		for _, source := range c.root.items("sources") {
			for _, p := range source.items("digest") {
				if id := p.child("id"); id != "" {
					out = append(out, Option{Label: source.child("id") + "#" + id, Detail: short(p.child("text")), Is: ID})
				}
			}
		}
	}
	return out
}

// mostDetail is how many characters stand beside an option.
const mostDetail = 60

func short(text string) string {
	if runes := []rune(text); len(runes) > mostDetail {
		return string(runes[:mostDetail-1]) + "…"
	}
	return text
}
