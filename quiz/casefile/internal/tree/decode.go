package tree

import (
	"encoding"
	"encoding/base64"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"holdtheline/quiz/edtf"
	"holdtheline/quiz/internal/quote"
)

// Enum is a text type with a fixed list of values.
type Enum interface{ Options() []string }

// Decode reads the tree into the struct that into points to and returns the
// faults in the order of the document: the first [MaxFaults], and the number of
// the others. Keys must match the names in the json tags exactly; the tag
// case:"required" makes a key mandatory and forbids empty text and empty lists,
// case:"positive" forbids numbers of 0 and less. Even when there are faults, into
// holds everything that could be read. omitted are the keys that are missing although
// they are required, but can be inferred: see [IsInferred]. They count as faults only
// where they are not inferred.
func Decode(n *Node, into any) (faults []Fault, more int, omitted []Fault) {
	d := &decoder{}
	d.value(n, reflect.ValueOf(into).Elem(), "", rules{})
	return d.faults, d.more, d.omitted
}

type decoder struct {
	faults  []Fault
	more    int // faults that were not kept
	omitted []Fault
}

// full reports whether further faults are only counted, so that no message needs
// to be composed.
func (d *decoder) full() bool { return len(d.faults) == MaxFaults }

func (d *decoder) add(f Fault) {
	if d.full() {
		d.more++
		return
	}
	d.faults = append(d.faults, f)
}

// rules are the tags of the field that a value is read into.
type rules struct{ required, positive bool }

// IsInferred reports whether the case tag of a struct field says that an author may
// leave the key out.
func IsInferred(f reflect.StructField) bool {
	return slices.Contains(strings.Split(f.Tag.Get("case"), ","), "inferred")
}

// RulesOf returns the rules in the case tag of a struct field.
func RulesOf(f reflect.StructField) (required, positive bool) {
	for rule := range strings.SplitSeq(f.Tag.Get("case"), ",") {
		switch rule {
		case "required":
			required = true
		case "positive":
			positive = true
		}
	}
	return required, positive
}

// KeyOf returns the key of a struct field in a document: its key tag, for a field
// that is not written as JSON, or else its name in JSON.
func KeyOf(f reflect.StructField) string {
	if key, ok := f.Tag.Lookup("key"); ok {
		return key
	}
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}

// A Field is a field of a struct with what its tags say.
type Field struct {
	reflect.StructField
	Key                string // KeyOf
	Required, Positive bool   // RulesOf
}

// Fields returns the fields of a struct type, in their order. They must not be changed.
// Tags take long to read, and a case has thousands of fields of few types.
func Fields(t reflect.Type) []Field {
	if known, ok := fields.Load(t); ok {
		return known.([]Field)
	}
	var all []Field
	for i := range t.NumField() {
		f := Field{StructField: t.Field(i)}
		f.Key = KeyOf(f.StructField)
		f.Required, f.Positive = RulesOf(f.StructField)
		all = append(all, f)
	}
	fields.Store(t, all)
	return all
}

// fields has the fields of each type so far, as a []Field.
var fields sync.Map

func (d *decoder) fault(n *Node, path, message, next string) {
	d.add(Fault{Code: "value", Path: path, Line: n.Line, Column: n.Column, Message: message, Next: next})
}

// wrong reports a value of the wrong type.
func (d *decoder) wrong(n *Node, path, want, next string) {
	d.fault(n, path, fmt.Sprintf("%s should be %s, but is %s", label(path), want, n.describe()), next)
}

// label returns the last part of a path, for messages.
func label(path string) string {
	if path == "" {
		return "the case"
	}
	if i := strings.LastIndexByte(path, '.'); i >= 0 {
		path = path[i+1:]
	}
	return "“" + quote.Short(path) + "”"
}

// describe says what a node is, in a word that an author uses.
func (n *Node) describe() string {
	switch n.Kind {
	case Text:
		return "text"
	case Number:
		return "the number " + quote.Short(n.Value)
	case Bool:
		return n.Value
	case Sequence:
		return "a list"
	case Mapping:
		return "a group of keys"
	}
	return "nothing"
}

func (d *decoder) value(n *Node, v reflect.Value, path string, r rules) {
	if n.Kind == Unusable {
		return
	}
	if n.Kind == Null {
		d.fault(n, path, label(path)+" has no value", "write one, or leave the key out if it may be missing")
		return
	}
	if u, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
		d.parsed(n, u, path)
		return
	}
	switch v.Kind() {
	case reflect.String:
		d.text(n, v, path, r)
	case reflect.Bool:
		if n.Kind != Bool {
			d.wrong(n, path, "true or false", "write true or false, without quotes")
			return
		}
		v.SetBool(n.Value == "true")
	case reflect.Int, reflect.Float64:
		d.number(n, v, path, r)
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			d.file(n, v, path)
			return
		}
		d.list(n, v, path, r)
	case reflect.Map:
		d.table(n, v, path)
	case reflect.Struct:
		d.group(n, v, path)
	default:
		panic("tree: no rule for reading a " + v.Type().String())
	}
}

// parsed reads a scalar with a syntax of its own, whatever it looks like: 2015
// is a date although it could be a number.
func (d *decoder) parsed(n *Node, u encoding.TextUnmarshaler, path string) {
	if n.Kind != Text && n.Kind != Number {
		d.wrong(n, path, "a date", "write a date such as 2015-09-14")
		return
	}
	_, isDate := u.(*edtf.Date)
	if isDate && n.Value == "" {
		d.fault(n, path, label(path)+" is empty", "write a date such as 2015-09-14, or leave the key out if it may be missing")
		return
	}
	err := u.UnmarshalText([]byte(n.Value))
	if err == nil {
		return
	}
	fault := Fault{Code: "date", Value: n.Value, Path: path, Line: n.Line, Column: n.Column, Message: err.Error(), Next: "write it in the form the format asks for"}
	var wrong *edtf.SyntaxError
	if errors.As(err, &wrong) {
		fault.Message = fmt.Sprintf("%s: %q is not a date: %s", label(path), quote.Short(wrong.Input), wrong.Problem)
		fault.Next = wrong.Next
		if !n.Indirect {
			fault.Column += len([]rune(n.Value[:wrong.Offset]))
		}
	}
	d.add(fault)
}

// file reads the content of a file: base64, in which white space doesn't count.
func (d *decoder) file(n *Node, v reflect.Value, path string) {
	const next = "let the author’s page write it, or keep the file beside the case"
	if n.Kind != Text {
		d.wrong(n, path, "a file as base64", next)
		return
	}
	data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(n.Value), ""))
	if err != nil {
		d.fault(n, path, "“"+quote.Short(path)+"” is not a file as base64", next)
		return
	}
	v.SetBytes(data)
}

func (d *decoder) text(n *Node, v reflect.Value, path string, r rules) {
	switch n.Kind {
	case Text:
	case Number, Bool:
		d.wrong(n, path, "text", fmt.Sprintf("put it in quotes: %q", quote.Short(n.Value)))
		return
	default:
		d.wrong(n, path, "text", "write text after the key, on the same line or indented below it after >-")
		return
	}
	if r.required && strings.TrimSpace(n.Value) == "" {
		d.fault(n, path, label(path)+" is empty", "write something: this key is needed")
		return
	}
	if length := utf8.RuneCountInString(n.Value); length > MaxText {
		d.fault(n, path, TooLong(label(path), length), "shorten it")
		return
	}
	if wrong := Unseen(label(path), n.Value); wrong != "" {
		d.fault(n, path, wrong, "delete it, or write the text anew")
		return
	}
	if enum, ok := v.Interface().(Enum); ok && !known(enum, n.Value) {
		d.fault(n, path, fmt.Sprintf("%s: there is no %q here", label(path), quote.Short(n.Value)), Suggest(n.Value, enum.Options()))
		return
	}
	v.SetString(n.Value)
}

func known(e Enum, value string) bool {
	for _, option := range e.Options() {
		if option == value {
			return true
		}
	}
	return false
}

// TooLong returns the message about a text longer than [MaxText].
func TooLong(what string, characters int) string {
	return fmt.Sprintf("%s has %d characters, more than %d", what, characters, MaxText)
}

// Unseen returns what is wrong with a text that has a character nobody sees, such as a
// control character or one that turns the direction of writing, or "". Lines may break,
// and what joins letters or marks their direction in one place may stand between them.
func Unseen(what, text string) string {
	for _, r := range text {
		switch r {
		case '\n', '\t', softHyphen, nonJoiner, joiner, leftToRight, rightToLeft, arabicLetter:
			continue
		}
		if unicode.In(r, unicode.Cc, unicode.Cf) {
			return fmt.Sprintf("%s has a character that nobody sees (%U)", what, r)
		}
	}
	return ""
}

const (
	softHyphen   = '\u00ad'
	nonJoiner    = '\u200c'
	joiner       = '\u200d'
	leftToRight  = '\u200e'
	rightToLeft  = '\u200f'
	arabicLetter = '\u061c'
)

// TooMany returns the message about a list longer than [MaxItems].
func TooMany(what string, items int) string {
	return fmt.Sprintf("%s has %d items, more than %d", what, items, MaxItems)
}

// OutOfRange returns what is wrong with a weight, or "".
func OutOfRange(what string, weight float64) string {
	if weight >= MinWeight && weight <= MaxWeight {
		return ""
	}
	return fmt.Sprintf("%s is %v, but a weight has to be from %v to %v", what, weight, MinWeight, MaxWeight)
}

// Suggest returns the next step after a word that is not one of the options.
func Suggest(word string, options []string) string {
	options = shortened(options)
	if near := Nearest(word, options); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	const most = 12
	if len(options) == 0 {
		return "there is nothing to choose from yet: define it first"
	}
	if len(options) > most {
		return "choose one of " + strings.Join(options[:most], ", ") + " and others"
	}
	return "choose one of " + strings.Join(options, ", ")
}

// shortened returns the options to compare with and to show.
func shortened(options []string) []string {
	const most = 1000 // nobody looks through more names
	out := make([]string, min(len(options), most))
	for i := range out {
		out[i] = quote.Short(options[i])
	}
	return out
}

func (d *decoder) number(n *Node, v reflect.Value, path string, r rules) {
	want, next := "a number", "write a number such as 1.5"
	if v.Kind() == reflect.Int {
		want, next = "a whole number", "write a whole number such as 10"
	}
	f, err := strconv.ParseFloat(n.Value, 64)
	if n.Kind != Number || err != nil || math.IsNaN(f) || math.IsInf(f, 0) {
		d.wrong(n, path, want, next)
		return
	}
	const largest = 1 << 31
	if v.Kind() == reflect.Int && (f != math.Trunc(f) || math.Abs(f) >= largest) {
		d.wrong(n, path, want, next)
		return
	}
	if r.positive && f <= 0 {
		d.fault(n, path, fmt.Sprintf("%s is %s, but has to be more than 0", label(path), quote.Short(n.Value)), next)
		return
	}
	if r.positive && v.Kind() == reflect.Float64 {
		if wrong := OutOfRange(label(path), f); wrong != "" {
			d.fault(n, path, wrong, "write a number such as 1.5: it says how many times a usual question this one counts")
			return
		}
	}
	if v.Kind() == reflect.Int {
		v.SetInt(int64(f))
		return
	}
	v.SetFloat(f)
}

func (d *decoder) list(n *Node, v reflect.Value, path string, r rules) {
	if n.Kind != Sequence {
		next := "write each item on its own line after a hyphen"
		if n.Kind == Text || n.Kind == Number {
			next = fmt.Sprintf("write it as a list: [%s]", quote.Short(n.Value))
		}
		d.wrong(n, path, "a list", next)
		return
	}
	if r.required && len(n.Items) == 0 {
		d.fault(n, path, label(path)+" is an empty list", "write at least one item: this key is needed")
		return
	}
	if len(n.Items) > MaxItems {
		d.fault(n, path, TooMany(label(path), len(n.Items)), "keep those that a player needs: a case is played in a lesson")
		return
	}
	items := reflect.MakeSlice(v.Type(), len(n.Items), len(n.Items))
	v.Set(items)
	for i, item := range n.Items {
		d.value(item, items.Index(i), fmt.Sprintf("%s[%d]", path, i), rules{required: true})
	}
}

// table reads a mapping into a Go map.
func (d *decoder) table(n *Node, v reflect.Value, path string) {
	if n.Kind != Mapping {
		d.wrong(n, path, "a group of keys", "write each key on its own line, indented, with a colon")
		return
	}
	v.Set(reflect.MakeMap(v.Type()))
	seen := map[string]*Node{}
	for i, key := range n.Keys {
		name := join(path, key.Value)
		if d.repeated(seen, key, name) {
			continue
		}
		k := reflect.New(v.Type().Key()).Elem()
		k.SetString(key.Value)
		if enum, ok := k.Interface().(Enum); ok && !known(enum, key.Value) {
			d.fault(key, name, fmt.Sprintf("there is no %q here", quote.Short(key.Value)), Suggest(key.Value, enum.Options()))
			continue
		}
		e := reflect.New(v.Type().Elem()).Elem()
		d.value(n.Items[i], e, name, rules{})
		v.SetMapIndex(k, e)
	}
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// repeated reports a key that is already in the same mapping.
func (d *decoder) repeated(seen map[string]*Node, key *Node, path string) bool {
	if first, ok := seen[key.Value]; ok {
		d.fault(key, path, fmt.Sprintf("the key %q stands here twice, first in line %d", quote.Short(key.Value), first.Line), "keep one of the two")
		return true
	}
	seen[key.Value] = key
	return false
}

func (d *decoder) group(n *Node, v reflect.Value, path string) {
	if n.Kind != Mapping {
		d.wrong(n, path, "a group of keys", "write each key on its own line, indented, with a colon")
		return
	}
	all := Fields(v.Type())
	fields := map[string]int{}
	var names []string
	for i, f := range all {
		fields[f.Key] = i
		names = append(names, f.Key)
	}
	seen := map[string]*Node{}
	missing := d.missing(n, v.Type())
	for i, key := range n.Keys {
		name := join(path, key.Value)
		if d.repeated(seen, key, name) {
			continue
		}
		index, ok := fields[key.Value]
		if !ok {
			meant := d.unknown(key, name, names, missing)
			delete(missing, meant)
			continue
		}
		d.value(n.Items[i], v.Field(index), name, rules{all[index].Required, all[index].Positive})
	}
	for _, name := range names {
		if doc, ok := missing[name]; ok {
			fault := Fault{
				Code: "missing", Path: join(path, name), Line: n.Line, Column: n.Column,
				Message: fmt.Sprintf("the key %q is missing", name), Next: fmt.Sprintf("add it: %s", doc),
			}
			if f := v.Type().Field(fields[name]); IsInferred(f) {
				d.omitted = append(d.omitted, fault)
			} else {
				d.add(fault)
			}
		}
	}
}

// missing returns the required keys that n does not have, with their sentences.
func (d *decoder) missing(n *Node, t reflect.Type) map[string]string {
	missing := map[string]string{}
	for _, f := range Fields(t) {
		if !f.Required {
			continue
		}
		if _, value := n.get(f.Key); value == nil {
			missing[f.Key] = f.Tag.Get("doc")
		}
	}
	return missing
}

// unknown reports a key that the format does not have and returns the key that
// was probably meant, preferring a missing one, so that one slip makes one fault.
func (d *decoder) unknown(key *Node, path string, names []string, missing map[string]string) (meant string) {
	if d.full() {
		d.more++
		return ""
	}
	var wanted []string
	for _, name := range names {
		if _, ok := missing[name]; ok {
			wanted = append(wanted, name)
		}
	}
	meant = Nearest(key.Value, wanted)
	if meant == "" {
		meant = Nearest(key.Value, names)
	}
	fault := Fault{Code: "unknown-key", Path: path, Line: key.Line, Column: key.Column, Message: fmt.Sprintf("the format has no key %q here", quote.Short(key.Value)), Next: Suggest(key.Value, names)}
	if meant != "" {
		fault.Meant = strings.TrimSuffix(path, key.Value) + meant
		fault.Next = fmt.Sprintf("did you mean %q?", meant)
	}
	d.add(fault)
	return meant
}
