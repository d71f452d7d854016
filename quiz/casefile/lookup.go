package casefile

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
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

// Paragraph finds what "source#paragraph" cites.
func (c *Case) Paragraph(ref string) (src *Source, p *Paragraph, ok bool) {
	id, part, cited := SplitRef(ref)
	src, ok = c.Source(id)
	if !ok || !cited {
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

// SplitRef takes a reference apart: the source, and the paragraph if one is
// named.
func SplitRef(ref string) (source, paragraph string, cited bool) {
	return strings.Cut(ref, "#")
}

// Fingerprint is a short name, sixteen hexadecimal digits, for exactly this
// version of the case: the FNV-1a hash of its JSON. A saved session carries it,
// so that it is not replayed on another by mistake; it protects against no
// forgery, so it costs the download no cryptography.
func (c *Case) Fingerprint() string {
	data, err := json.Marshal(c)
	if err != nil {
		// Only a weight or mark that is not a number can get here, and no
		// loaded case has one.
		return ""
	}
	sum := fnv.New64a()
	sum.Write(data) // never fails
	return fmt.Sprintf("%016x", sum.Sum64())
}

// IDPattern is the form of every id, as a regular expression: they stand in
// links, in references and in saved sessions.
const IDPattern = `^[a-z0-9]+(-[a-z0-9]+)*$`
