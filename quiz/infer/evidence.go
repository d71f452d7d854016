package infer

import (
	"fmt"
	"slices"
	"strings"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/evidence"
)

// sources fills in where dates come from, which sources are tabs, and how close each
// is to what it tells.
func (f *filler) sources() {
	tabs, undated, inPuzzles, arriving := f.tabs(), f.undated(), f.inPuzzles(), f.arriving()
	for i := range f.c.Sources {
		s, here := &f.c.Sources[i], at("sources", i)
		if s.DatedBy == "" && undated[s.ID] {
			s.DatedBy = casefile.Inferred
			f.note(here+".dated_by", string(s.DatedBy), "a puzzle asks when it was written, so its card must not say")
		}
		if s.DatedBy == "" {
			s.DatedBy = casefile.Stated
			f.note(here+".dated_by", string(s.DatedBy), "nothing else is said")
		}
		asked := tabs[s.ID] || s.Lead != "" && !inPuzzles[s.ID]
		if asked && !s.Tab && !f.given(here+".tab") && !arriving[s.ID] {
			s.Tab = true
			f.note(here+".tab", "true", "it has a lead, or a beat offers it")
		}
	}
	x := evidence.New(f.c)
	for i := range f.c.Sources {
		if s := &f.c.Sources[i]; s.Directness == "" && s.Kind != "" {
			d, why := x.Directness(s)
			s.Directness = d
			f.note(at("sources", i)+".directness", string(d), why)
		}
	}
}

// events fills in when each became known: when the first source that tells of it came
// out.
func (f *filler) events() {
	x := evidence.New(f.c)
	for i := range f.c.Events {
		e := &f.c.Events[i]
		if !e.Known.IsZero() {
			continue
		}
		first := edtf.Date{}
		for _, ref := range e.Because {
			if p := x.Published(ref); !p.IsZero() && (first.IsZero() || earlier(p, first) < 0) {
				first = p
			}
		}
		f.date(&e.Known, at("events", i)+".known", first, "the first source that tells of it came out then")
	}
}

// earlier orders dates by when they ended at the latest.
func earlier(a, b edtf.Date) int {
	t, okA := a.Latest()
	u, okB := b.Latest()
	switch {
	case okA && okB:
		return t.Compare(u)
	case okA:
		return -1
	case okB:
		return 1
	}
	return 0
}

// claims fills in what the evidence supported, from when on, and why.
func (f *filler) claims() {
	x := evidence.New(f.c)
	for i := range f.c.Claims {
		cl, here := &f.c.Claims[i], at("claims", i)
		if len(cl.Status) == 0 {
			f.statuses(x, cl, here)
		}
		for j := range cl.Status {
			f.status(x, cl, j, at(here+".status", j))
		}
	}
}

// saying returns what somebody says on a claim, each once, by when it came out.
func saying(x *evidence.Index, cl *casefile.Claim) []string {
	var refs []string
	for _, ref := range slices.Concat(cl.AssertedBy, cl.DeniedBy, cl.SettledBy, cl.ExplainedBy) {
		if !slices.Contains(refs, ref) && !x.Published(ref).IsZero() {
			refs = append(refs, ref)
		}
	}
	slices.SortStableFunc(refs, func(a, b string) int { return earlier(x.Published(a), x.Published(b)) })
	return refs
}

func always(string) bool { return true }

// statuses derives every status of a claim: from when somebody speaks of it, and from
// each moment on at which the rule finds something else.
func (f *filler) statuses(x *evidence.Index, cl *casefile.Claim, path string) {
	said := x.Statements(cl)
	var found []string
	for _, ref := range saying(x, cl) {
		out := x.Published(ref)
		if _, ok := out.Latest(); !ok {
			continue
		}
		is := said.At(out, always).Is
		if n := len(cl.Status); n > 0 {
			last := &cl.Status[n-1]
			if last.Is == is {
				continue
			}
			if edtf.Compare(last.From, out) != edtf.Before {
				// The same day: what is found with all that came out on it counts.
				last.Is, last.From, last.Because = is, out, nil
				found[n-1] = fmt.Sprintf("%s from %s", is, out)
				continue
			}
		}
		cl.Status = append(cl.Status, casefile.Status{From: out, Is: is})
		found = append(found, fmt.Sprintf("%s from %s", is, out))
	}
	if len(cl.Status) > 0 {
		f.note(path+".status", strings.Join(found, ", "), "who says what, and who can know")
	}
}

// status fills in what one status lacks.
func (f *filler) status(x *evidence.Index, cl *casefile.Claim, place int, path string) {
	s := &cl.Status[place]
	if s.From.IsZero() {
		newest := edtf.Date{}
		for _, ref := range s.Because {
			if p := x.Published(ref); !p.IsZero() && (newest.IsZero() || earlier(p, newest) > 0) {
				newest = p
			}
		}
		f.date(&s.From, path+".from", newest, "the newest that it cites came out then")
	}
	if s.From.IsZero() {
		return
	}
	found := x.Statements(cl).At(s.From, always)
	if s.Is == "" {
		s.Is = found.Is
		f.note(path+".is", string(s.Is), found.Why())
	}
	if len(s.Because) == 0 {
		s.Because = citing(x, cl, s.From, found)
		if len(s.Because) > 0 {
			f.note(path+".because", strings.Join(s.Because, ", "), "what decides it, and what came out then")
		}
	}
	if f.texts == nil || found.Is != s.Is {
		return // an editor's judgement has reasons of its own
	}
	f.text(&s.Why, path+".why", f.why(x, found), found.Why())
	f.text(&s.WouldChange, path+".would_change", f.wouldChange(found), found.Why())
}

// citing returns what a status that begins at a moment rests on: what decides it, and
// what came out then. Of each source it names one paragraph.
func citing(x *evidence.Index, cl *casefile.Claim, from edtf.Date, found evidence.Finding) []string {
	var refs []string
	add := func(ref string) {
		cited := slices.ContainsFunc(refs, func(other string) bool { return evidence.SourceOf(other) == evidence.SourceOf(ref) })
		if !cited && x.PublicBy(ref, from) {
			refs = append(refs, ref)
		}
	}
	for _, ref := range found.Decisive() {
		add(ref)
	}
	all := append(saying(x, cl), cl.Related...)
	for _, ref := range all {
		if x.Published(ref) == from {
			add(ref)
		}
	}
	if len(refs) == 0 { // nothing came out on the day itself
		for _, ref := range all {
			add(ref)
		}
	}
	return refs
}

// names lists people by name, in the case's language.
func (f *filler) names(ids []string) string {
	var names []string
	for _, id := range ids {
		if p, ok := f.find.Person(id); ok && !slices.Contains(names, p.Name) {
			names = append(names, p.Name)
		}
	}
	if len(names) == 0 {
		return f.texts.say("usual.somebody")
	}
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " " + f.texts.say("usual.and") + " " + names[last]
}

// speakers lists the sides whose words some paragraphs are.
func (f *filler) speakers(x *evidence.Index, refs []string) string {
	var sides []string
	for _, ref := range refs {
		sides = append(sides, x.Side(ref))
	}
	return f.names(sides)
}

// why returns the reason of a finding, as a pupil reads it.
func (f *filler) why(x *evidence.Index, found evidence.Finding) string {
	switch found.Is {
	case casefile.Prank:
		return f.texts.say("usual.why.prank", "names", f.speakers(x, found.Explained))
	case casefile.Denied:
		return f.texts.say("usual.why.denied", "names", f.speakers(x, found.Denied))
	case casefile.Real:
		return f.texts.say("usual.why.real", "names", f.speakers(x, found.Asserted))
	case casefile.Unconfirmed:
	}
	switch {
	case len(found.Silent) == 0:
		return f.texts.say("usual.why.nobody")
	case len(found.Asserted) > 0:
		return f.texts.say("usual.why.some", "names", f.speakers(x, found.Asserted), "silent", f.names(found.Silent))
	}
	return f.texts.say("usual.why.silent", "names", f.names(found.Silent))
}

// wouldChange returns what would change a finding.
func (f *filler) wouldChange(found evidence.Finding) string {
	switch found.Is {
	case casefile.Prank:
		return f.texts.say("usual.changes.prank")
	case casefile.Denied:
		return f.texts.say("usual.changes.denied")
	case casefile.Real:
		return f.texts.say("usual.changes.real")
	case casefile.Unconfirmed:
	}
	if len(found.Silent) > 0 {
		return f.texts.say("usual.changes.silent", "names", f.names(found.Silent))
	}
	return f.texts.say("usual.changes.nobody")
}
