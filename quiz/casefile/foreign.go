package casefile

import (
	"errors"
	"fmt"
	"slices"
)

// PreviewID is the id of a case while its author previews it. A game of it is taken over
// into each new version, as far as that still asks the same.
const PreviewID = "preview"

// LoadForeign reads a compiled case that did not come with the program. Besides what
// [Load] requires, everything that it names has to exist, no id may stand for two
// things, and there has to be something to play at every length: then it can be
// played, sound or not. The error says in one sentence what is wrong first.
func LoadForeign(data []byte) (*Case, error) {
	c, err := Load(data)
	var problems Problems
	if errors.As(err, &problems) && len(problems) > 0 {
		first := problems[0]
		if first.Path != "" {
			return nil, fmt.Errorf("%s: %s", first.Path, first.Message)
		}
		return nil, errors.New(first.Message)
	}
	if err != nil {
		return nil, err
	}
	if err := closed(c); err != nil {
		return nil, err
	}
	said := slices.Clone(c.Sources)
	if problems := CheckPictures(c, nil); len(problems) > 0 {
		return nil, fmt.Errorf("%s: %s", problems[0].Path, problems[0].Message)
	}
	for i := range said {
		if was, is := said[i].Image, c.Sources[i].Image; was != is {
			return nil, fmt.Errorf("the picture %q is said to have %d × %d pixels, and has %d × %d", is.File, was.Width, was.Height, is.Width, is.Height)
		}
	}
	return c, nil
}

// closed reports what a case names that isn't there, or names twice.
func closed(c *Case) error {
	if c.Format != Format {
		return fmt.Errorf("the case has the format %d, and this program reads %d", c.Format, Format)
	}
	if !isID(c.ID) {
		return fmt.Errorf("%q is not an id", c.ID)
	}
	steps := map[string]bool{"briefing": true, "debrief": true, "review": true}
	twice := ""
	once := func(seen map[string]bool, id string) {
		if seen[id] || !isID(id) {
			twice = id
		}
		seen[id] = true
	}
	known := map[RefKind]map[string]bool{}
	for _, kind := range []RefKind{RefSource, RefParagraph, RefEvent, RefClaim, RefPoint, RefPerson} {
		known[kind] = map[string]bool{}
	}
	for _, p := range c.People {
		once(known[RefPerson], p.ID)
	}
	for _, s := range c.Sources {
		once(known[RefSource], s.ID)
		parts := map[string]bool{}
		for _, p := range s.Digest {
			once(parts, p.ID)
			known[RefParagraph][s.ID+"#"+p.ID] = true
		}
	}
	for _, e := range c.Events {
		once(known[RefEvent], e.ID)
	}
	for _, cl := range c.Claims {
		once(known[RefClaim], cl.ID)
	}
	for _, p := range c.Points {
		once(known[RefPoint], p.ID)
	}
	beats := map[Length]bool{}
	for _, r := range c.Rooms {
		once(steps, r.ID)
		if (r.Kind == Desk) != (len(r.Puzzles) == 0) || (r.Kind == Desk) != (len(r.Beats) > 0) {
			return fmt.Errorf("the room %q holds what no %s does", r.ID, r.Kind)
		}
		for _, b := range r.Beats {
			once(steps, b.ID)
			for _, a := range b.Ask {
				once(steps, a.ID)
			}
			if _, ok := b.At.Latest(); !ok {
				return fmt.Errorf("the beat %q is at no moment", b.ID)
			}
			for _, l := range []Length{Quick, Lesson, Full} {
				beats[l] = beats[l] || len(b.Lengths) == 0 || slices.Contains(b.Lengths, l)
			}
		}
		for _, p := range r.Puzzles {
			once(steps, p.ID)
		}
	}
	if twice != "" {
		return fmt.Errorf("%q is no id, or names two things", twice)
	}
	if !beats[Quick] || !beats[Lesson] || !beats[Full] {
		return errors.New("there is nothing at the desk at one of the lengths")
	}
	for _, ref := range References(c) {
		for _, name := range ref.Names {
			if !slices.ContainsFunc(ref.Kinds, func(kind RefKind) bool { return known[kind][name] }) {
				return fmt.Errorf("%s: there is no %q", ref.Path, name)
			}
		}
	}
	return nil
}

// isID reports whether a text has the form of an id, as [IDPattern] gives it. The game
// has no regular expressions.
func isID(id string) bool {
	hyphen := true // at the start, and wherever another may not follow
	for _, r := range id {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			hyphen = false
		case r == '-' && !hyphen:
			hyphen = true
		default:
			return false
		}
	}
	return !hyphen
}
