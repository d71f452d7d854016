package casefile

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
)

// byID finds the first item of a list that has an id.
func byID[T any](list []T, idOf func(*T) string, id string) (*T, bool) {
	for i := range list {
		if idOf(&list[i]) == id {
			return &list[i], true
		}
	}
	return nil, false
}

func (s *Source) id() string    { return s.ID }
func (e *Event) id() string     { return e.ID }
func (cl *Claim) id() string    { return cl.ID }
func (p *Point) id() string     { return p.ID }
func (p *Person) id() string    { return p.ID }
func (p *Paragraph) id() string { return p.ID }

// Source finds a source by its id.
func (c *Case) Source(id string) (*Source, bool) { return byID(c.Sources, (*Source).id, id) }

// Event finds an event by its id.
func (c *Case) Event(id string) (*Event, bool) { return byID(c.Events, (*Event).id, id) }

// Claim finds a claim by its id.
func (c *Case) Claim(id string) (*Claim, bool) { return byID(c.Claims, (*Claim).id, id) }

// Point finds a point by its id.
func (c *Case) Point(id string) (*Point, bool) { return byID(c.Points, (*Point).id, id) }

// Person finds a person by their id.
func (c *Case) Person(id string) (*Person, bool) { return byID(c.People, (*Person).id, id) }

// Paragraph finds the paragraph that "source#paragraph" cites.
func (c *Case) Paragraph(ref string) (src *Source, p *Paragraph, ok bool) {
	return cited(c.Source, ref)
}

// cited finds the paragraph that a reference cites, and its source by id.
func cited(source func(id string) (*Source, bool), ref string) (src *Source, p *Paragraph, ok bool) {
	id, part, both := SplitRef(ref)
	src, ok = source(id)
	if !ok || !both {
		return nil, nil, false
	}
	if p, ok = src.Paragraph(part); !ok {
		return nil, nil, false
	}
	return src, p, true
}

// Paragraph finds a paragraph of the source by its id.
func (s *Source) Paragraph(id string) (*Paragraph, bool) { return byID(s.Digest, (*Paragraph).id, id) }

// Bearing returns the paragraphs that say something on the claim, whatever it is.
func (cl *Claim) Bearing() []string {
	return slices.Concat(cl.AssertedBy, cl.DeniedBy, cl.SettledBy, cl.ExplainedBy, cl.Related)
}

// SplitRef splits a reference into the source and, if cited, the paragraph.
func SplitRef(ref string) (source, paragraph string, cited bool) {
	return strings.Cut(ref, "#")
}

// Fingerprint identifies this version of the case: the FNV-1a hash of its JSON
// in sixteen hexadecimal digits. A saved session carries it, so that it is not
// replayed on another version by mistake. It does not protect against forgery, so
// the download needs no cryptography. What pictures show is not part of it: no answer
// depends on that.
func (c *Case) Fingerprint() string {
	bare := *c
	bare.Pictures = nil
	data, err := json.Marshal(&bare)
	if err != nil {
		// Only a weight or mark that is infinite or not a number can get here,
		// and no loaded case has one.
		return ""
	}
	sum := fnv.New64a()
	sum.Write(data) // never fails
	return fmt.Sprintf("%016x", sum.Sum64())
}

// IDPattern is the form of every id, as a regular expression: ids are used in
// links, references and saved sessions.
const IDPattern = `^[a-z0-9]+(-[a-z0-9]+)*$`
