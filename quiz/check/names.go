package check

import (
	"regexp"

	"holdtheline/quiz/casefile"
)

var idForm = regexp.MustCompile(casefile.IDPattern)

// reserved are the steps and screens that every case has without listing them.
var reserved = []string{"briefing", "debrief", "review"}

// names are the ids of a case, to check references against.
type names struct {
	people, sources, events, claims, points []string
	paragraphs                              []string // as source#paragraph
}

func namesOf(c *casefile.Case) names {
	var n names
	for _, p := range c.People {
		n.people = append(n.people, p.ID)
	}
	for _, s := range c.Sources {
		n.sources = append(n.sources, s.ID)
		for _, p := range s.Digest {
			n.paragraphs = append(n.paragraphs, s.ID+"#"+p.ID)
		}
	}
	for _, e := range c.Events {
		n.events = append(n.events, e.ID)
	}
	for _, cl := range c.Claims {
		n.claims = append(n.claims, cl.ID)
	}
	for _, p := range c.Points {
		n.points = append(n.points, p.ID)
	}
	return n
}

// ids checks that every id is well formed and unique among its kind. Rooms,
// beats, asks and puzzles share one namespace, since they name the steps and
// items of a session.
func (k *checker) ids() {
	c := k.c
	k.id("id", c.ID, map[string]string{})
	each := func(list string, ids []string) {
		seen := map[string]string{}
		for i, id := range ids {
			k.id(at(list, i)+".id", id, seen)
		}
	}
	each("people", k.names.people)
	each("sources", k.names.sources)
	each("events", k.names.events)
	each("claims", k.names.claims)
	each("points", k.names.points)
	for i, s := range c.Sources {
		seen := map[string]string{}
		for j, p := range s.Digest {
			k.id(at(at("sources", i)+".digest", j)+".id", p.ID, seen)
		}
	}
	steps := map[string]string{}
	for _, id := range reserved {
		steps[id] = "every case"
	}
	for i, r := range c.Rooms {
		room := at("rooms", i)
		k.id(room+".id", r.ID, steps)
		for j, b := range r.Beats {
			beat := at(room+".beats", j)
			k.id(beat+".id", b.ID, steps)
			for l, a := range b.Ask {
				k.id(at(beat+".ask", l)+".id", a.ID, steps)
			}
		}
		for j, p := range r.Puzzles {
			k.id(at(room+".puzzles", j)+".id", p.ID, steps)
		}
	}
}

// id checks one id and remembers where it was seen.
func (k *checker) id(path, id string, seen map[string]string) {
	if id == "" {
		return
	}
	if !idForm.MatchString(id) {
		k.Report(path, "use small letters, digits and single hyphens, such as first-call", "%q is not an id", id)
	}
	if first, ok := seen[id]; ok {
		k.Report(path, "give one of them another id", "the id %q is taken by %s", id, first)
		return
	}
	seen[id] = path
}

// references checks that everything named exists and that no list names it twice.
func (k *checker) references() {
	for _, ref := range casefile.References(k.c) {
		before := map[string]bool{}
		for i, name := range ref.Names {
			path := ref.Path
			if ref.List {
				path = at(path, i)
			}
			k.reference(path, name, ref.Kinds)
			if before[name] {
				k.Report(path, "delete one of the two", "%q is in this list twice", name)
			}
			before[name] = true
		}
	}
}

// reference checks one name against the kinds it may refer to.
func (k *checker) reference(path, name string, kinds []casefile.RefKind) {
	switch kind := kinds[0]; {
	case len(kinds) > 1: // a source, or a part of one
		k.sourceOrParagraph(path, name)
	case kind == casefile.RefParagraph:
		k.paragraph(path, name)
	default:
		k.one(path, name, kind)
	}
}

// of lists the ids of a kind.
func (n *names) of(kind casefile.RefKind) []string {
	switch kind {
	case casefile.RefSource:
		return n.sources
	case casefile.RefEvent:
		return n.events
	case casefile.RefClaim:
		return n.claims
	case casefile.RefPoint:
		return n.points
	case casefile.RefPerson:
		return n.people
	case casefile.RefParagraph:
		return n.paragraphs
	}
	return nil
}

func (k *checker) one(path, id string, kind casefile.RefKind) {
	if id != "" && !k.known(kind, id) {
		k.Report(path, k.Suggest(id, k.names.of(kind)), "there is no %s %q", kind, id)
	}
}

// known reports whether something of a kind has an id.
func (k *checker) known(kind casefile.RefKind, id string) (ok bool) {
	switch kind {
	case casefile.RefSource:
		_, ok = k.find.Source(id)
	case casefile.RefEvent:
		_, ok = k.find.Event(id)
	case casefile.RefClaim:
		_, ok = k.find.Claim(id)
	case casefile.RefPoint:
		_, ok = k.find.Point(id)
	case casefile.RefPerson:
		_, ok = k.find.Person(id)
	case casefile.RefParagraph:
		_, _, ok = k.find.Paragraph(id)
	}
	return ok
}

func (k *checker) source(path, id string) { k.one(path, id, casefile.RefSource) }

// paragraph checks a reference that has to name a paragraph.
func (k *checker) paragraph(path, ref string) {
	if ref == "" {
		return
	}
	id, part, cited := casefile.SplitRef(ref)
	src, ok := k.find.Source(id)
	switch {
	case !ok && !cited:
		k.Report(path, k.Suggest(id, k.names.sources), "there is no source %q to cite", id)
	case !ok:
		k.Report(path, k.Suggest(ref, k.names.paragraphs), "there is no source %q to cite", id)
	case !cited:
		k.Report(path, "name the paragraph after a #, such as "+firstParagraph(src), "%q names a source, but no paragraph of it", ref)
	default:
		if _, ok := src.Paragraph(part); ok {
			return
		}
		var parts []string
		for _, p := range src.Digest {
			parts = append(parts, p.ID)
		}
		k.Report(path, k.Suggest(part, parts), "the source %q has no paragraph %q", id, part)
	}
}

func firstParagraph(s *casefile.Source) string {
	if len(s.Digest) == 0 {
		return s.ID + "#first"
	}
	return s.ID + "#" + s.Digest[0].ID
}

// sourceOrParagraph checks a reference that may name either.
func (k *checker) sourceOrParagraph(path, ref string) {
	if _, _, cited := casefile.SplitRef(ref); cited {
		k.paragraph(path, ref)
		return
	}
	k.source(path, ref)
}
