package app

import (
	"slices"

	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/puzzle"
)

// filled is what the player has answered or filled in so far. It is kept in the
// session's log as a draft, so that a closed lid costs nothing.
func (m *Model) filled(item puzzle.Item) puzzle.Draft {
	form := m.session.Form(item.ID())
	if raw, ok := m.session.Answer(item.ID()); ok && m.session.Answered(item.ID()) {
		return form.Draft(raw)
	}
	return form.Draft(m.session.Draft(item.ID()))
}

// ordered is what an item asks to put in order, or nil.
func (m *Model) ordered(item puzzle.Item) *puzzle.Field {
	form := m.session.Form(item.ID())
	if field, ok := form.Ordered(); ok {
		return field
	}
	return nil
}

// arrangement is the order of the cards as they lie now: as answered, as moved,
// or as dealt.
func (m *Model) arrangement(item puzzle.Item) []string {
	if field := m.ordered(item); field != nil {
		return m.filled(item).Value(field.Name)
	}
	return nil
}

// fieldOf finds a field of an item's form. Every kind has those that its own
// screen shows.
func (m *Model) fieldOf(item puzzle.Item, name string) *puzzle.Field {
	form := m.session.Form(item.ID())
	if field, ok := form.Field(name); ok {
		return field
	}
	return &puzzle.Field{}
}

// choices are a field's options, each to be chosen by a press. Their nodes are
// numbered behind a prefix, as they are dealt.
func (m *Model) choices(item puzzle.Item, f *puzzle.Field, id, prefix string) *ui.Node {
	d := m.filled(item)
	group, role := radios(id, m.in(f.Label)), ui.Radio
	if f.Pick == puzzle.PickMany {
		group, role = checks(id, m.in(f.Label)), ui.Checkbox
	}
	for i, o := range f.Options {
		group.Children = append(group.Children, m.pick(choice(numbered(prefix, i), role, m.in(o.Label), false, nil), d, f, o.ID))
	}
	return m.filling(group, f)
}

// pick makes a node choose an option of a field.
func (m *Model) pick(n *ui.Node, d puzzle.Draft, f *puzzle.Field, option string) *ui.Node {
	n.Checked, n.Do, n.Value = d.Has(f.Name, option), Fill{Field: f.Name, Option: option}, option
	return n
}

// filling makes a group of choices that of a field.
func (m *Model) filling(group *ui.Node, f *puzzle.Field) *ui.Node {
	group.Value = f.Name
	return group
}

// moved takes the entry at from out and puts it in at to.
func moved(list []string, from, to int) []string {
	if from < 0 || from >= len(list) || to < 0 || to >= len(list) {
		return list
	}
	out := slices.Clone(list)
	entry := out[from]
	out = slices.Delete(out, from, from+1)
	return slices.Insert(out, to, entry)
}
