package casefile

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
)

// Source finds a source by its id.
func (c *Case) Source(id string) (*Source, bool) {
	for i := range c.Sources {
		if c.Sources[i].ID == id {
			return &c.Sources[i], true
		}
	}
	return nil, false
}

// Event finds an event by its id.
func (c *Case) Event(id string) (*Event, bool) {
	for i := range c.Events {
		if c.Events[i].ID == id {
			return &c.Events[i], true
		}
	}
	return nil, false
}

// Claim finds a claim by its id.
func (c *Case) Claim(id string) (*Claim, bool) {
	for i := range c.Claims {
		if c.Claims[i].ID == id {
			return &c.Claims[i], true
		}
	}
	return nil, false
}

// Point finds a point by its id.
func (c *Case) Point(id string) (*Point, bool) {
	for i := range c.Points {
		if c.Points[i].ID == id {
			return &c.Points[i], true
		}
	}
	return nil, false
}

// Person finds a person by their id.
func (c *Case) Person(id string) (*Person, bool) {
	for i := range c.People {
		if c.People[i].ID == id {
			return &c.People[i], true
		}
	}
	return nil, false
}

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
func (s *Source) Paragraph(id string) (*Paragraph, bool) {
	for i := range s.Digest {
		if s.Digest[i].ID == id {
			return &s.Digest[i], true
		}
	}
	return nil, false
}

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
