package evidence

import (
	"slices"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
)

// A Witness is one person or office by whose own word something is so. Two people
// in one interview are two witnesses, and one person in two interviews is one.
type Witness struct {
	Who     string   `json:"who,omitempty"` // the person or office, by id; empty where no source says who speaks
	Sources []string `json:"sources"`       // in which it says so, by id and in case order; without Who, one
}

// Speaker returns who speaks in a source or a paragraph, by a person's id: its side
// ([Index.Side]), or in a report the person quoted there. Somebody who is quoted
// elsewhere speaking for another is the voice of that other. Speaker is empty where
// the source doesn't say who speaks, and for what the case does not have.
func (x *Index) Speaker(ref string) string {
	if side := x.Side(ref); side != "" {
		return side
	}
	source, part, _ := casefile.SplitRef(ref)
	place, ok := x.SourceAt(source)
	if !ok {
		return ""
	}
	p, ok := x.c.Sources[place].Paragraph(part)
	if !ok {
		return ""
	}
	if side := x.spokesmen()[p.SaidBy]; side != "" {
		return side
	}
	return p.SaidBy
}

// findSpokesmen finds the people who are quoted where somebody is spoken for, and for
// whom they speak. Who speaks for several is nobody's spokesman.
func (x *Index) findSpokesmen() map[string]string {
	sides := map[string]string{}
	for i := range x.c.Sources {
		src := &x.c.Sources[i]
		for _, p := range src.Digest {
			if p.SaidBy == "" || p.Speaker != "" || p.SpeaksFor == "" && src.Speaker != "" {
				continue
			}
			side := x.Side(src.ID + "#" + p.ID)
			if other, found := sides[p.SaidBy]; found && side != "" && other != side {
				sides[p.SaidBy] = ""
			} else if side != "" {
				sides[p.SaidBy] = side
			}
		}
	}
	return sides
}

// isOrigin reports whether a source rests on nothing.
func (x *Index) isOrigin(source int) bool { return len(x.c.Sources[source].ReliesOn) == 0 }

// Witnesses returns the independent witnesses of a claim at t: who asserts it in an
// origin, in a paragraph that was public by t, in case order. A report adds nothing to
// the origin it repeats.
func (x *Index) Witnesses(claim string, t edtf.Date) []Witness {
	return x.WitnessesIn(claim, t, func(source string) bool { place, ok := x.SourceAt(source); return ok && x.isOrigin(place) })
}

// WitnessesIn returns who asserts a claim by t in the sources that keep accepts.
func (x *Index) WitnessesIn(claim string, t edtf.Date, keep func(source string) bool) []Witness {
	cl, ok := x.c.Claim(claim)
	if !ok {
		return nil
	}
	var said []string
	for _, ref := range cl.AssertedBy {
		if source := SourceOf(ref); x.knows(source) && x.PublicBy(ref, t) && keep(source) {
			said = append(said, ref)
		}
	}
	return x.witnesses(said).list
}

// witnesses counts who speaks in paragraphs of the case.
func (x *Index) witnesses(refs []string) *counted {
	n := &counted{x: x}
	for _, i := range x.sourcesOf(refs) {
		n.add(i, refs)
	}
	return n
}

// sourcesOf returns the sources of paragraphs, each once and in case order.
func (x *Index) sourcesOf(refs []string) []int {
	var sources []int
	for _, ref := range refs {
		if i, ok := x.SourceAt(SourceOf(ref)); ok {
			sources = append(sources, i)
		}
	}
	slices.Sort(sources)
	return slices.Compact(sources)
}

// counted is who has been counted so far.
type counted struct {
	x    *Index
	list []Witness
}

// add counts who speaks in the paragraphs that are of a source.
func (n *counted) add(source int, refs []string) {
	id := n.x.c.Sources[source].ID
	for _, ref := range refs {
		if SourceOf(ref) != id {
			continue
		}
		who := n.x.Speaker(ref)
		same := slices.IndexFunc(n.list, func(w Witness) bool {
			return w.Who == who && (who != "" || w.Sources[0] == id)
		})
		switch {
		case same < 0:
			n.list = append(n.list, Witness{Who: who, Sources: []string{id}})
		case !slices.Contains(n.list[same].Sources, id):
			n.list[same].Sources = append(n.list[same].Sources, id)
		}
	}
}

// has reports whether a person is counted.
func (n *counted) has(who string) bool {
	return who != "" && slices.ContainsFunc(n.list, func(w Witness) bool { return w.Who == who })
}

// heard reports whether what rests on an origin adds nobody: something that rests on
// it is counted already, or somebody who speaks in it is.
func (n *counted) heard(origin int) bool {
	for _, w := range n.list {
		for _, id := range w.Sources {
			if slices.Contains(n.x.originsOf(id), origin) {
				return true
			}
		}
	}
	src := &n.x.c.Sources[origin]
	return slices.ContainsFunc(src.Digest, func(p casefile.Paragraph) bool { return n.has(n.x.Speaker(src.ID + "#" + p.ID)) })
}
