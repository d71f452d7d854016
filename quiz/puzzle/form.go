package puzzle

import (
	"encoding/json"
	"slices"
	"strconv"
)

// A Form is a question independent of its kind: what to read with it and what to
// fill in. Screens, questions for learning platforms and simulated players are built
// from it, so that a kind of puzzle needs none of its own.
type Form struct {
	// Fields are what to fill in. The answer is an object with a key for each, in
	// this order, unless Bare is set: then it is the value of the only field.
	Fields []Field
	Bare   bool

	About []string // what to read with it: sources, or parts of one as source#paragraph
	Claim string   // the claim that it is about, by id; empty without one
	Term  string   // the glossary term that it is about; may be empty
}

// A Field is one thing to fill in.
type Field struct {
	Name    string // its key in the answer
	Pick    Pick
	Number  bool     // the ids are whole numbers, and numbers in the answer
	Options []Option // in the order in which they are dealt
	Label   Message  // what is asked
	Note    Message  // how to go about it
	Top     Message  // for options to put in order, what comes first
	Bottom  Message  // for options to put in order, what comes last
	Root    string   // for links, the option that the first cord is pulled from: it is always hung up
}

// Pick is how a field is filled in.
type Pick int8

// The ways to fill in a field, and its value in the answer.
const (
	PickOne   Pick = iota // one of the options: its id
	PickMany              // any of them: a list of ids
	PickOrder             // all of them in order: a list of ids
	PickLinks             // some of them hung up, each with at most one cord to another: an object from id to id or null
)

// A Link is an option that is hung up, and the option that its cord leads to. To is
// empty if it has no cord.
type Link struct{ From, To string }

// An Option is one of the things to choose from.
type Option struct {
	ID    string  // its value in the answer; it gives nothing away
	Label Message // what it says
}

func (f *Field) offers(id string) bool {
	return slices.ContainsFunc(f.Options, func(o Option) bool { return o.ID == id })
}

// IDs returns the options' ids in the order dealt.
func (f *Field) IDs() []string {
	ids := make([]string, len(f.Options))
	for i, o := range f.Options {
		ids[i] = o.ID
	}
	return ids
}

// options makes options from ids.
func options(ids []string, label func(id string) Message) []Option {
	out := make([]Option, len(ids))
	for i, id := range ids {
		out[i] = Option{ID: id, Label: label(id)}
	}
	return out
}

// Field finds a field by its name.
func (f *Form) Field(name string) (*Field, bool) {
	for i := range f.Fields {
		if f.Fields[i].Name == name {
			return &f.Fields[i], true
		}
	}
	return nil, false
}

// Ordered returns the first field that asks for an order.
func (f *Form) Ordered() (*Field, bool) {
	for i := range f.Fields {
		if f.Fields[i].Pick == PickOrder {
			return &f.Fields[i], true
		}
	}
	return nil, false
}

// A Draft is a form as far as it is filled in. It is immutable: filling in returns
// a new draft.
type Draft struct {
	form   Form
	values map[string][]string // by field; a choice of one is a list of one
	links  map[string][]Link   // by field, sorted by From
}

// Draft reads a draft or an answer. Anything that can't be read or is not offered
// counts as not filled in.
func (f *Form) Draft(raw json.RawMessage) Draft {
	d := Draft{form: *f, values: map[string][]string{}, links: map[string][]Link{}}
	if f.Bare {
		if len(f.Fields) == 1 {
			d.read(&f.Fields[0], raw)
		}
		return d
	}
	var keyed map[string]json.RawMessage
	if json.Unmarshal(raw, &keyed) != nil {
		return d
	}
	for i := range f.Fields {
		d.read(&f.Fields[i], keyed[f.Fields[i].Name])
	}
	return d
}

func (d *Draft) read(f *Field, raw json.RawMessage) {
	if len(raw) == 0 || string(raw) == "null" {
		return
	}
	if f.Pick == PickLinks {
		d.readLinks(f, raw)
		return
	}
	var ids []string
	switch {
	case f.Pick != PickOne:
		if json.Unmarshal(raw, &ids) != nil {
			return
		}
	case f.Number:
		var n int
		if json.Unmarshal(raw, &n) != nil {
			return
		}
		ids = []string{strconv.Itoa(n)}
	default:
		var id string
		if json.Unmarshal(raw, &id) != nil {
			return
		}
		ids = []string{id}
	}
	if f.Pick == PickOrder {
		if f.holdsAll(ids) {
			d.values[f.Name] = ids
		}
		return
	}
	seen := map[string]bool{}
	for _, id := range ids {
		if f.offers(id) && !seen[id] {
			d.values[f.Name] = append(d.values[f.Name], id)
			seen[id] = true
		}
	}
}

func (d *Draft) readLinks(f *Field, raw json.RawMessage) {
	var given map[string]json.RawMessage
	if json.Unmarshal(raw, &given) != nil {
		return
	}
	read := *d
	for from, value := range given {
		var to *string
		if json.Unmarshal(value, &to) != nil || to != nil && *to == "" {
			continue
		}
		l := Link{From: from}
		if to != nil {
			l.To = *to
		}
		if linked, ok := read.Link(f.Name, l.From, l.To); ok {
			read = linked
		}
	}
	*d = read
}

// holdsAll reports whether a list has every option exactly once.
func (f *Field) holdsAll(ids []string) bool {
	want := f.IDs()
	slices.Sort(want)
	return slices.Equal(want, slices.Sorted(slices.Values(ids)))
}

// Value returns the value of a field: the id chosen, the ids in the order chosen,
// or all ids in their current order, which is the order dealt until one is moved.
func (d Draft) Value(field string) []string {
	if ids, ok := d.values[field]; ok {
		return slices.Clone(ids)
	}
	if f, ok := d.form.Field(field); ok && f.Pick == PickOrder {
		return f.IDs()
	}
	return nil
}

// Has reports whether an option of a field is chosen.
func (d Draft) Has(field, option string) bool { return slices.Contains(d.values[field], option) }

// Fill chooses an option of a field. In a choice of one it replaces the choice; in
// a choice of many it toggles the option. ok is false if the form does not offer it.
func (d Draft) Fill(field, option string) (filled Draft, ok bool) {
	f, found := d.form.Field(field)
	if !found || !f.offers(option) || f.Pick == PickOrder || f.Pick == PickLinks {
		return d, false
	}
	ids := []string{option}
	if f.Pick == PickMany {
		ids = d.Value(field)
		if i := slices.Index(ids, option); i >= 0 {
			ids = slices.Delete(ids, i, i+1)
		} else {
			ids = append(ids, option)
		}
	}
	return d.with(field, ids), true
}

// Arrange puts the options of a field in an order. ok is false unless the order
// has every option exactly once.
func (d Draft) Arrange(field string, order []string) (arranged Draft, ok bool) {
	f, found := d.form.Field(field)
	if !found || f.Pick != PickOrder || !f.holdsAll(order) {
		return d, false
	}
	return d.with(field, slices.Clone(order)), true
}

func (d Draft) with(field string, ids []string) Draft {
	values := make(map[string][]string, len(d.values)+1)
	for name, held := range d.values {
		values[name] = held
	}
	values[field] = ids
	return Draft{form: d.form, values: values, links: d.links}
}

// Empty reports whether nothing is filled in yet.
func (d Draft) Empty() bool { return len(d.values)+len(d.links) == 0 }

// Complete reports whether the draft can be handed in: every required choice is
// made, and a cord leads on from the root of every field of links. A form without
// fields is never complete.
func (d Draft) Complete() bool {
	for i := range d.form.Fields {
		switch f := &d.form.Fields[i]; {
		case f.Pick == PickOne && len(d.values[f.Name]) == 0,
			f.Pick == PickLinks && d.leadsTo(f.Name, f.Root) == "":
			return false
		}
	}
	return len(d.form.Fields) > 0
}

// AsDealt reports whether the form asks for an order and every order in the draft
// is the one that was dealt.
func (d Draft) AsDealt() bool {
	ordered := 0
	for i := range d.form.Fields {
		f := &d.form.Fields[i]
		if f.Pick != PickOrder {
			continue
		}
		if !slices.Equal(d.values[f.Name], f.IDs()) {
			return false
		}
		ordered++
	}
	return ordered > 0
}

// JSON returns the draft in the shape of an answer, without the fields not filled
// in yet. For a complete draft it is the answer.
func (d Draft) JSON() json.RawMessage {
	if d.form.Bare && len(d.form.Fields) == 1 {
		return d.value(&d.form.Fields[0])
	}
	out := []byte{'{'}
	for i := range d.form.Fields {
		f := &d.form.Fields[i]
		value := d.value(f)
		if value == nil {
			continue
		}
		if len(out) > 1 {
			out = append(out, ',')
		}
		out = append(append(append(out, mustJSON(f.Name)...), ':'), value...)
	}
	return append(out, '}')
}

func (d Draft) value(f *Field) json.RawMessage {
	ids := d.Value(f.Name)
	switch {
	case f.Pick == PickLinks:
		given := map[string]*string{}
		for _, l := range d.links[f.Name] {
			given[l.From] = nil
			if l.To != "" {
				given[l.From] = &l.To
			}
		}
		return mustJSON(given)
	case f.Pick != PickOne:
		return mustJSON(append([]string{}, ids...))
	case len(ids) == 0:
		return nil
	case f.Number:
		return json.RawMessage(ids[0])
	}
	return mustJSON(ids[0])
}

// Worst returns an answer that is wrong wherever it can be, given a right one: for
// a choice of one the option after the right one, for many the wrong options, every
// order reversed, and of links the root's to another option and all others hung up
// that were not.
func (f *Form) Worst(best json.RawMessage) json.RawMessage {
	d := f.Draft(best)
	for i := range f.Fields {
		field := &f.Fields[i]
		all, right := field.IDs(), d.Value(field.Name)
		wrong := []string{}
		switch field.Pick {
		case PickOne:
			wrong = []string{all[(slices.Index(all, right[0])+1)%len(all)]}
		case PickMany:
			wrong = slices.DeleteFunc(all, func(id string) bool { return slices.Contains(right, id) })
		case PickOrder:
			slices.Reverse(right)
			wrong = right
		case PickLinks:
			d = d.withLinks(field.Name, field.wrongLinks(d.links[field.Name]))
			continue
		}
		d = d.with(field.Name, wrong)
	}
	return d.JSON()
}
