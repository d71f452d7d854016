package check

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/evidence"
	"holdtheline/quiz/puzzle"
)

// Warnings returns what a case may have but its author probably doesn't mean:
// questions that are too easy, and parts that nobody asks or sees. The case needs no
// author's keys, though without them fewer questions are found too easy.
func Warnings(c *casefile.Case) casefile.Problems {
	k := newChecker(c)
	k.x, k.Severity = evidence.New(c), casefile.Warning
	k.Add(Fair(c)...)
	k.run("claim-not-asked", k.unasked)
	k.run("nobody-knows", k.unknowable)
	k.run("belief", k.belief)
	k.run("source-unused", k.unusedSources)
	k.run("cited-not-shown", k.citedNotShown)
	k.run("later-year", k.laterYears)
	k.run("known-untold", k.knownUntold)
	k.run("tab-adds-nothing", k.idleTabs)
	k.run("unverified", k.unverified)
	k.run("unwritten", k.unwritten)
	return k.Problems()
}

// Fair returns which questions are too easy: a stamp that is hardly ever right, a page
// to date whose date the desk has told, a claim that stands on the desk nearly word
// for word. All are warnings.
func Fair(c *casefile.Case) casefile.Problems {
	k := newChecker(c)
	k.x, k.Severity = evidence.New(c), casefile.Warning
	k.run("stamp-rare", k.stamps)
	k.run("date-told", k.dated)
	t := newTruth(c)
	t.Code, t.Severity = "answer-on-desk", casefile.Warning
	if t.whole() {
		t.lookups()
	}
	k.Add(t.Problems()...)
	return k.Problems()
}

// unasked looks for claims that no question is about.
func (k *checker) unasked() {
	asked := map[string]bool{k.c.Belief: true}
	for _, r := range k.c.Rooms {
		for _, b := range r.Beats {
			for _, a := range b.Ask {
				asked[a.Claim] = true
			}
		}
		for _, p := range r.Puzzles {
			asked[p.Claim] = true
		}
	}
	for i, cl := range k.c.Claims {
		if !asked[cl.ID] {
			k.Report(at("claims", i), "ask about it at a beat, or delete it", "no question asks about the claim %q", cl.ID)
		}
	}
}

// unknowable looks for claims of which the case doesn't say who can know: what the
// evidence supports then never becomes real. A compiled case says it of none.
func (k *checker) unknowable() {
	says := func(cl casefile.Claim) bool { return len(cl.KnownTo)+len(cl.CouldBeFooled) > 0 }
	if !slices.ContainsFunc(k.c.Claims, says) {
		return
	}
	for i, cl := range k.c.Claims {
		if len(cl.AssertedBy) > 0 && !says(cl) {
			k.Report(at("claims", i), "add known_to: those who can know of their own whether it is so", "nothing says who can know whether %q is so, so it can never be real", cl.ID)
		}
	}
}

// belief looks for a belief line that has too few beats to be a line.
func (k *checker) belief() {
	asked := 0
	k.eachBeat(func(b *casefile.Beat, _ string) {
		for _, a := range b.Ask {
			if a.Claim == k.c.Belief {
				asked++
			}
		}
	})
	if k.c.Belief != "" && asked < 2 {
		k.Report("belief", "choose a claim that is asked at several beats, or leave it out", "the claim %q is asked %d times, which makes no line", k.c.Belief, asked)
	}
}

// unusedSources looks for sources that a player never meets.
func (k *checker) unusedSources() {
	met := map[string]bool{}
	for _, ref := range casefile.References(k.c) {
		if !strings.HasPrefix(ref.Path, "rooms[") || !ref.ToSources() {
			continue
		}
		for _, name := range ref.Names {
			met[evidence.SourceOf(name)] = true
		}
	}
	for i, s := range k.c.Sources {
		if !met[s.ID] {
			k.Report(at("sources", i), "let it come in at a beat, offer it as a tab, use it in a puzzle, or delete it", "no player meets the source %q: it is in no beat and no puzzle", s.ID)
		}
	}
}

// citedNotShown looks for verdicts whose reasons cite what the player has not been
// shown by then.
func (k *checker) citedNotShown() {
	in := map[string]bool{}   // on the desk
	tabs := map[string]bool{} // only to be opened
	type place struct{ status, ref string }
	told := map[place]bool{}
	k.eachBeat(func(b *casefile.Beat, path string) {
		for _, ref := range b.Arrivals {
			in[ref] = true
		}
		for _, id := range b.Tabs {
			tabs[id] = true
		}
		for i, a := range b.Ask {
			status, ok := k.x.StatusAt(a.Claim, b.At)
			if !ok {
				continue
			}
			for _, ref := range status.Because {
				source := evidence.SourceOf(ref)
				at := place{a.Claim + status.From.String(), ref}
				if in[ref] || in[source] || told[at] {
					continue
				}
				told[at] = true
				here := fmt.Sprintf("%s.ask[%d].claim", path, i)
				if tabs[source] {
					k.Report(here, "let it come in at this beat or before, or cite what does", "the reason of the answer cites %q, which stands only in a tab that nobody has to open", ref)
				} else {
					k.Report(here, "let it come in at this beat or before, or cite what does", "the reason of the answer cites %q, which has come in at no beat so far", ref)
				}
			}
		}
	})
}

// yearNamed matches a year in a text.
var yearNamed = regexp.MustCompile(`\b(1[0-9]|20)\d\d\b`)

// YearsIn returns the years that a text names.
func YearsIn(text string) []int {
	var years []int
	for _, found := range yearNamed.FindAllString(text, -1) {
		if year, err := strconv.Atoi(found); err == nil && !slices.Contains(years, year) {
			years = append(years, year)
		}
	}
	return years
}

// laterYears looks for texts of a moment that name a year after it.
func (k *checker) laterYears() {
	see := func(path, text string, moment edtf.Date) {
		last, ok := moment.Latest()
		if !ok {
			return
		}
		for _, year := range YearsIn(text) {
			if year > last.Year() {
				k.Report(path, "say nothing from later, or correct the year", "this is read in %d and speaks of %d", last.Year(), year)
			}
		}
	}
	k.eachBeat(func(b *casefile.Beat, path string) {
		see(path+".title", b.Title, b.At)
		see(path+".short", b.Short, b.At)
		see(path+".scene", b.Scene, b.At)
		for i, a := range b.Ask {
			see(fmt.Sprintf("%s.ask[%d].hint", path, i), a.Hint, b.At)
			if cl, ok := k.find.Claim(a.Claim); ok {
				see(fmt.Sprintf("%s.ask[%d].claim", path, i), cl.Text, b.At)
			}
		}
	})
	for i, cl := range k.c.Claims {
		for j, s := range cl.Status {
			here := fmt.Sprintf("claims[%d].status[%d]", i, j)
			next := s.From
			if j+1 < len(cl.Status) {
				next = cl.Status[j+1].From // it may be read until then
			}
			see(here+".why", s.Why, next)
			see(here+".would_change", s.WouldChange, next)
		}
	}
}

// knownUntold looks for events that count as known before anything that tells of them
// came out.
func (k *checker) knownUntold() {
	for i, e := range k.c.Events {
		if e.Known.IsZero() || len(e.Because) == 0 {
			continue
		}
		if !slices.ContainsFunc(e.Because, func(ref string) bool {
			p := k.x.Published(ref)
			return p.IsZero() || edtf.Compare(e.Known, p) != edtf.Before
		}) {
			k.Report(at("events", i)+".known", "correct the date, or cite what told of it then", "this counts as known from %s, but everything cited for it came out later", e.Known)
		}
	}
}

// idleTabs looks for tabs that add nothing at any beat that offers them.
func (k *checker) idleTabs() {
	set := puzzle.New(k.c)
	adds, offered := map[string]bool{}, map[string]bool{}
	k.eachBeat(func(b *casefile.Beat, _ string) {
		tabs, ok := set.Tabs(b.ID)
		if !ok {
			return
		}
		for _, id := range tabs.Offered() {
			offered[id] = true
			adds[id] = adds[id] || tabs.Good(id)
		}
	})
	good := len(adds) > 0 && slices.ContainsFunc(k.c.Sources, func(s casefile.Source) bool { return adds[s.ID] })
	for i, s := range k.c.Sources {
		if offered[s.ID] && !good {
			k.Report(at("sources", i), "let one tab be first-hand, or independent of what is on the desk, and name it at the claim that is asked", "no tab adds anything at any beat, so opening them is never right")
			return
		}
	}
}

// unverified looks for facts that nobody has looked up yet.
func (k *checker) unverified() {
	for _, path := range Unverified(k.c) {
		k.Report(path, "look it up and delete the key, or leave the fact out", "this is not verified yet, so the case can't be published")
	}
}

// Unverified returns the paths of the facts that are marked as unverified.
func Unverified(c *casefile.Case) []string {
	var paths []string
	note := func(is bool, format string, args ...any) {
		if is {
			paths = append(paths, fmt.Sprintf(format, args...)+".unverified")
		}
	}
	for i, s := range c.Sources {
		note(s.Unverified, "sources[%d]", i)
		for j, p := range s.Digest {
			note(p.Unverified, "sources[%d].digest[%d]", i, j)
		}
	}
	for i, e := range c.Events {
		note(e.Unverified, "events[%d]", i)
	}
	for i, cl := range c.Claims {
		note(cl.Unverified, "claims[%d]", i)
	}
	for i, p := range c.Points {
		for j, a := range p.Answers {
			note(a.Unverified, "points[%d].answers[%d]", i, j)
		}
	}
	return paths
}

// Unpublishable returns why a sound case may not be published yet, or "".
func Unpublishable(c *casefile.Case) string {
	if paths := Unwritten(c); len(paths) > 0 {
		return "not written yet: " + listed(paths)
	}
	paths := Unverified(c)
	for i := range paths {
		paths[i] = strings.TrimSuffix(paths[i], ".unverified")
	}
	if len(paths) > 0 {
		return "not verified yet: " + listed(paths)
	}
	return ""
}

// listed names the first of some paths, and how many more there are.
func listed(paths []string) string {
	const most = 5
	shown := paths[:min(most, len(paths))]
	text := strings.Join(shown, ", ")
	if more := len(paths) - len(shown); more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}
