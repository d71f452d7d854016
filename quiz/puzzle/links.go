package puzzle

import (
	"cmp"
	"slices"
)

// Links returns what is hung up in a field of links, sorted by id. The root is
// among them only if its cord leads on, and an option that a cord leads to only if
// it is hung up for itself as well, or has a cord of its own.
func (d Draft) Links(field string) []Link { return slices.Clone(d.links[field]) }

// Link hangs an option up with a cord to another, in place of the cord that it had;
// what hung from that one alone comes down. Without a second option it is hung up
// alone. ok is false if the form does not offer them.
func (d Draft) Link(field, from, to string) (linked Draft, ok bool) {
	f, found := d.form.Field(field)
	if !found || f.Pick != PickLinks || !f.offers(from) || to != "" && !f.offers(to) || from == to {
		return d, false
	}
	was := d.leadsTo(field, from)
	links := slices.DeleteFunc(d.Links(field), func(l Link) bool { return l.From == from })
	if to != "" || from != f.Root {
		links = append(links, Link{from, to})
	}
	return d.withLinks(field, f.fall(links, was)), true
}

// Unlink takes an option down: its cord, the cords that lead to it, and what hung
// from it alone. Of the root it takes the cord. ok is false if the form does not
// offer it.
func (d Draft) Unlink(field, option string) (loose Draft, ok bool) {
	f, found := d.form.Field(field)
	if !found || f.Pick != PickLinks || !f.offers(option) {
		return d, false
	}
	was := d.leadsTo(field, option)
	links := slices.DeleteFunc(d.Links(field), func(l Link) bool { return l.From == option })
	for i := range links {
		if links[i].To == option {
			links[i].To = ""
		}
	}
	links = slices.DeleteFunc(links, func(l Link) bool { return l == Link{From: f.Root} })
	return d.withLinks(field, f.fall(links, was)), true
}

// fall takes an option down that a cord led to, if nothing else holds it, and then
// what hung from it alone.
func (f *Field) fall(links []Link, option string) []Link {
	for option != "" && option != f.Root {
		next := ""
		for _, l := range links {
			if l.To == option || l == (Link{From: option}) {
				return links
			}
			if l.From == option {
				next = l.To
			}
		}
		from := option
		links = slices.DeleteFunc(links, func(l Link) bool { return l.From == from })
		option = next
	}
	return links
}

// leadsTo returns where the cord of an option leads, empty for nowhere.
func (d Draft) leadsTo(field, option string) string {
	for _, l := range d.links[field] {
		if l.From == option {
			return l.To
		}
	}
	return ""
}

func (d Draft) withLinks(field string, links []Link) Draft {
	slices.SortFunc(links, func(a, b Link) int { return cmp.Compare(a.From, b.From) })
	all := make(map[string][]Link, len(d.links)+1)
	for name, held := range d.links {
		all[name] = held
	}
	all[field] = links
	return Draft{form: d.form, values: d.values, links: all}
}

// wrongLinks returns links that are wrong wherever they can be, given the right ones.
func (f *Field) wrongLinks(right []Link) []Link {
	hung := map[string]bool{f.Root: true}
	to := ""
	for _, l := range right {
		hung[l.From], hung[l.To] = true, true
		if l.From == f.Root {
			to = l.To
		}
	}
	var wrong []Link
	all := f.IDs()
	next := slices.Index(all, to)
	for range all {
		if next = (next + 1) % len(all); all[next] != f.Root && all[next] != to {
			wrong, hung[all[next]] = append(wrong, Link{f.Root, all[next]}), true
			break
		}
	}
	for _, id := range all {
		if !hung[id] {
			wrong = append(wrong, Link{From: id})
		}
	}
	return wrong
}
