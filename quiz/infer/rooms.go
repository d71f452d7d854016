package infer

import (
	"fmt"
	"slices"
	"strings"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
	"holdtheline/quiz/puzzle"
)

// rooms fills in the rooms, what comes in at their beats, and their puzzles.
func (f *filler) rooms() {
	c := f.c
	taken := map[string]bool{"briefing": true, "debrief": true, "review": true}
	for i := range c.Rooms {
		r := &c.Rooms[i]
		taken[r.ID] = true
		for j := range r.Beats {
			taken[r.Beats[j].ID] = true
			for _, a := range r.Beats[j].Ask {
				taken[a.ID] = true
			}
		}
		for j := range r.Puzzles {
			taken[r.Puzzles[j].ID] = true
		}
	}
	f.arrivals()
	f.offers()
	x := evidence.New(c)
	for i := range c.Rooms {
		r, here := &c.Rooms[i], at("rooms", i)
		if r.ID == "" && r.Kind != "" {
			f.text(&r.ID, here+".id", free(string(r.Kind), taken), "from its kind")
		}
		if f.texts != nil {
			f.text(&r.Title, here+".title", f.texts.say("usual."+string(r.Kind)+".title"), "the usual one")
			f.text(&r.Intro, here+".intro", f.texts.say("usual."+string(r.Kind)+".intro"), "the usual one")
		}
		for j := range r.Beats {
			f.beat(&r.Beats[j], at(here+".beats", j), taken)
		}
		if len(r.Puzzles) == 0 {
			f.propose(x, r, here)
		}
		for j := range r.Puzzles {
			f.puzzle(x, &r.Puzzles[j], at(here+".puzzles", j), taken)
		}
	}
}

// beat fills in what a beat lacks, but for what comes in.
func (f *filler) beat(b *casefile.Beat, path string, taken map[string]bool) {
	first, ok := b.At.Earliest()
	last, closed := b.At.Latest()
	if ok && closed {
		day := first.Format("2006-01-02")
		if b.ID == "" {
			f.text(&b.ID, path+".id", free("at-"+day, taken), "from its date")
		}
		if end := last.Format("2006-01-02"); f.texts != nil && end == day {
			f.text(&b.Title, path+".title", f.texts.day(first), "from its date")
			f.text(&b.Short, path+".short", f.texts.short(first), "from its date")
		}
	}
	for i := range b.Ask {
		if a := &b.Ask[i]; a.ID == "" && a.Claim != "" {
			f.text(&a.ID, at(path+".ask", i)+".id", free(strings.Trim(a.Claim+"-"+b.ID, "-"), taken), "from its claim and its beat")
		}
	}
}

// arrivals lets sources come in by their dates at beats that don't say what does.
func (f *filler) arrivals() {
	c := f.c
	in := map[string]bool{} // what comes in where an author says so
	silent := false
	dated := map[string]bool{} // to be dated in a puzzle, which the desk would answer
	for _, r := range c.Rooms {
		for _, b := range r.Beats {
			silent = silent || len(b.Arrivals) == 0
			for _, ref := range b.Arrivals {
				in[ref] = true
			}
		}
		for _, p := range r.Puzzles {
			if puzzle.Asks(p.Kind, puzzle.Dating) {
				dated[evidence.SourceOf(p.Source)] = true
			}
		}
	}
	if !silent {
		return
	}
	x, arriving := evidence.New(c), f.arriving()
	for i := range c.Rooms {
		for j := range c.Rooms[i].Beats {
			b := &c.Rooms[i].Beats[j]
			if len(b.Arrivals) > 0 || b.At.IsZero() {
				continue
			}
			var refs []string
			for s := range c.Sources {
				src := &c.Sources[s]
				if src.ID == "" || src.Tab || dated[src.ID] {
					continue
				}
				whole := in[src.ID]
				if !whole && !arriving[src.ID] && x.PublicBy(src.ID, b.At) {
					refs, whole = append(refs, src.ID), true
					in[src.ID] = true
					// What was added by then comes in with it.
					for _, p := range src.Digest {
						in[src.ID+"#"+p.ID] = in[src.ID+"#"+p.ID] || x.PublicBy(src.ID+"#"+p.ID, b.At)
					}
					continue
				}
				for _, p := range src.Digest {
					if !whole || p.At.IsZero() {
						continue
					}
					if ref := src.ID + "#" + p.ID; !in[ref] && x.PublicBy(ref, b.At) {
						refs = append(refs, ref)
						in[ref] = true
					}
				}
			}
			if len(refs) > 0 {
				slices.SortStableFunc(refs, func(a, b string) int { return earlier(x.Published(a), x.Published(b)) })
				b.Arrivals = refs
				for _, ref := range refs {
					arriving[evidence.SourceOf(ref)] = true
				}
				f.note(at(at("rooms", i)+".beats", j)+".arrivals", strings.Join(refs, ", "), "what came out by then and is not on the desk yet")
			}
		}
	}
}

// offers lets tabs that no beat offers be opened at the first one that asks something
// on which they bear.
func (f *filler) offers() {
	c := f.c
	x := evidence.New(c)
	offered, asking := f.tabs(), f.asking()
	for s := range c.Sources {
		src := &c.Sources[s]
		if !src.Tab || src.ID == "" || offered[src.ID] {
			continue
		}
		first := slices.IndexFunc(asking[src.ID], func(one asked) bool { return x.PublicBy(src.ID, one.beat.At) })
		if first >= 0 {
			one := asking[src.ID][first]
			one.beat.Tabs = append(one.beat.Tabs, src.ID)
			f.note(one.path+".tabs", strings.Join(one.beat.Tabs, ", "), fmt.Sprintf("%s was public by then and says something on what is asked", src.ID))
		}
	}
}

// asked is a beat that asks something.
type asked struct {
	beat *casefile.Beat
	path string
}

// asking returns for each source the beats that ask something on which it bears, in
// order.
func (f *filler) asking() map[string][]asked {
	asking := map[string][]asked{}
	for i := range f.c.Rooms {
		for j := range f.c.Rooms[i].Beats {
			one := asked{&f.c.Rooms[i].Beats[j], at(at("rooms", i)+".beats", j)}
			for _, a := range one.beat.Ask {
				cl, ok := f.find.Claim(a.Claim)
				if !ok {
					continue
				}
				for _, ref := range cl.Bearing() {
					id := evidence.SourceOf(ref)
					if beats := asking[id]; len(beats) == 0 || beats[len(beats)-1].beat != one.beat {
						asking[id] = append(beats, one)
					}
				}
			}
		}
	}
	return asking
}
