package check

import (
	"slices"
	"strings"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
)

// mostAsks is how many verdicts a beat may ask for: more than two at once feels
// like a test and not like a news desk.
const mostAsks = 2

// desk checks that the beats are in time order, show nothing from later, and ask
// nothing that can't be answered yet.
func (k *checker) desk() {
	arrived := map[string]bool{}
	var last edtf.Date
	for i, r := range k.c.Rooms {
		for j := range r.Beats {
			b := &r.Beats[j]
			path := at(at("rooms", i)+".beats", j)
			if b.At.IsZero() || !k.moment(path+".at", b.At) {
				continue
			}
			k.notEarlier(path+".at", last, b.At)
			last = b.At
			k.arrivals(b, path, arrived)
			k.tabs(b, path)
			k.asks(b, path)
		}
	}
}

// notEarlier checks that a beat is not earlier than the one before it. Beats
// may share a moment; their place in the list is their order then.
func (k *checker) notEarlier(path string, last, now edtf.Date) {
	if last.IsZero() {
		return
	}
	lastFrom, _ := last.Earliest()
	lastTo, _ := last.Latest()
	from, _ := now.Earliest()
	to, _ := now.Latest()
	if from.Before(lastFrom) || to.Before(lastTo) {
		k.Report(path, "put the beats in time order", "this beat (%s) is earlier than the one above it (%s)", now, last)
	}
}

func (k *checker) arrivals(b *casefile.Beat, path string, arrived map[string]bool) {
	for i, ref := range b.Arrivals {
		here := at(path+".arrivals", i)
		id, _, _ := casefile.SplitRef(ref)
		src, ok := k.find.Source(id)
		if !ok {
			continue
		}
		if src.Tab {
			k.Report(here, "delete tab: true at the source, or list it under tabs here", "%q is a tab, so it can't come in by itself", id)
		}
		if arrived[ref] {
			k.Report(here, "delete it: what has come in stays on the desk", "%q has come in before", ref)
		}
		arrived[ref] = true
		k.publicBy(here, ref, b.At)
	}
}

func (k *checker) tabs(b *casefile.Beat, path string) {
	for i, id := range b.Tabs {
		here := at(path+".tabs", i)
		src, ok := k.find.Source(id)
		if !ok {
			continue
		}
		if !src.Tab {
			k.Report(here, "write tab: true at the source, or list it under arrivals", "%q is not marked as a tab", id)
		}
		k.publicBy(here, id, b.At)
	}
}

// leads checks that every tab has a lead, the question that a player opens it with.
func (k *checker) leads() {
	for i, s := range k.c.Sources {
		if s.Tab && strings.TrimSpace(s.Lead) == "" {
			k.Report(at("sources", i)+".lead", "add it: the question a player would open the tab with", "this tab has no lead")
		}
	}
}

// asks checks the verdicts: one or two, each on a claim that has a status at
// that moment which cites nothing from later.
func (k *checker) asks(b *casefile.Beat, path string) {
	if len(b.Ask) > mostAsks {
		k.Report(at(path+".ask", mostAsks), "ask it at another beat", "a beat asks for one or two verdicts, this one for %d", len(b.Ask))
	}
	for i, a := range b.Ask {
		here := at(path+".ask", i) + ".claim"
		if _, ok := k.find.Claim(a.Claim); !ok {
			continue
		}
		if slices.ContainsFunc(b.Ask[:i], func(o casefile.Ask) bool { return o.Claim == a.Claim }) {
			k.Report(here, "ask about another claim", "this beat asks about %q twice", a.Claim)
		}
		status, ok := k.x.StatusAt(a.Claim, b.At)
		if !ok {
			k.Report(here, "give the claim a status from then on, or ask later", "the claim %q has no status yet at this moment (%s)", a.Claim, b.At)
			continue
		}
		for _, ref := range status.Because {
			k.publicBy(here, ref, b.At)
		}
	}
}

// lengths checks that each length leaves something to play.
func (k *checker) lengths() {
	for _, l := range []casefile.Length{casefile.Quick, casefile.Lesson, casefile.Full} {
		beats, included := 0, 0
		for _, r := range k.c.Rooms {
			for _, b := range r.Beats {
				beats++
				if len(b.Lengths) == 0 || slices.Contains(b.Lengths, l) {
					included++
				}
			}
		}
		if beats > 0 && included == 0 {
			k.Report("rooms", "add "+string(l)+" to the lengths of some beats", "no beat is left at the length %q", l)
		}
	}
	if !slices.ContainsFunc(k.c.Rooms, func(r casefile.Room) bool { return r.Kind == casefile.Desk && len(r.Beats) > 0 }) {
		k.Report("rooms", "add a room of the kind desk with at least one beat", "no room is a desk, so no verdict is asked")
	}
}
