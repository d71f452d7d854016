package infer

import (
	"slices"
	"strings"
	"time"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/evidence"
	"holdtheline/quiz/puzzle"
)

// How many cards a proposed puzzle has at most.
const (
	mostEvents  = 8
	mostWeighed = 6
	mostTraced  = 6
	mostBeside  = 2 // cards beside the point
)

// propose puts into a timeline or lab without puzzles what the case allows: an order,
// and a weighing and a trace. It proposes only what is sound.
func (f *filler) propose(x *evidence.Index, r *casefile.Room, path string) {
	var kinds []casefile.PuzzleKind
	switch r.Kind {
	case casefile.Timeline:
		kinds = []casefile.PuzzleKind{puzzle.KindOrder}
	case casefile.Lab:
		kinds = []casefile.PuzzleKind{puzzle.KindTrace, puzzle.KindWeigh}
	case casefile.Desk, casefile.Retelling:
	}
	var made []string
	for _, kind := range kinds {
		p := casefile.Puzzle{Kind: kind}
		f.keys(x, &p)
		if sound(x, &p) {
			r.Puzzles = append(r.Puzzles, p)
			made = append(made, string(kind))
		}
	}
	if len(made) > 0 {
		f.note(path+".puzzles", strings.Join(made, ", "), "from the events, the claims and what the sources rest on")
	}
}

// puzzle fills in what a puzzle lacks.
func (f *filler) puzzle(x *evidence.Index, p *casefile.Puzzle, path string, taken map[string]bool) {
	for _, key := range f.keys(x, p) {
		f.note(path+"."+key.name, key.value, key.why)
	}
	if p.ID == "" && p.Kind != "" {
		about := p.Claim
		if about == "" {
			about = evidence.SourceOf(p.Source)
		}
		f.text(&p.ID, path+".id", free(strings.Trim(string(p.Kind)+"-"+about, "-"), taken), "from its kind and what it is about")
	}
	if f.texts == nil {
		return
	}
	asks := string(p.Kind)
	if p.Axis == casefile.Known {
		asks = string(p.Axis)
	}
	f.text(&p.Title, path+".title", f.texts.say("usual."+asks+".title"), "the usual one")
	f.text(&p.Prompt, path+".prompt", f.texts.say("usual."+asks+".prompt"), "the usual one")
	f.text(&p.Why, path+".why", f.texts.say("usual."+asks+".why"), "the usual one")
}

// A key is one that was filled in.
type key struct{ name, value, why string }

// keys fills in the keys of a puzzle's kind and returns those.
func (f *filler) keys(x *evidence.Index, p *casefile.Puzzle) []key {
	var filled []key
	note := func(name, value, why string) { filled = append(filled, key{name, value, why}) }
	takes := func(key string) bool { return slices.Contains(puzzle.KindsWithKey(key), p.Kind) }
	if p.Axis == "" && takes("axis") {
		p.Axis = casefile.Happened
		note("axis", string(p.Axis), "nothing else is said")
	}
	if len(p.Events) == 0 && takes("events") {
		for _, e := range f.c.Events[:min(len(f.c.Events), mostEvents)] {
			p.Events = append(p.Events, e.ID)
		}
		note("events", strings.Join(p.Events, ", "), "the first events of the case")
	}
	if puzzle.Asks(p.Kind, puzzle.Closeness) {
		if p.Claim == "" && len(p.Sources) == 0 {
			for i := range f.c.Claims {
				try := casefile.Puzzle{Kind: p.Kind, Claim: f.c.Claims[i].ID, Sources: f.weighable(x, &f.c.Claims[i])}
				if sound(x, &try) {
					p.Claim = try.Claim
					note("claim", p.Claim, "the first on which sources of different directness speak")
					break
				}
			}
		}
		if cl, ok := f.find.Claim(p.Claim); ok && len(p.Sources) == 0 {
			p.Sources = f.weighable(x, cl)
			note("sources", strings.Join(p.Sources, ", "), "they say something on the claim")
		}
	}
	if puzzle.Asks(p.Kind, puzzle.Provenance) {
		filled = append(filled, f.trace(x, p)...)
	}
	if len(p.Windows) == 0 && takes("windows") {
		p.Windows = windows(x, p)
		var texts []string
		for _, w := range p.Windows {
			texts = append(texts, w.String())
		}
		if len(texts) > 0 {
			note("windows", strings.Join(texts, ", "), "before, within and after what the clues allow")
		}
	}
	return filled
}

// sound reports whether the kind of a puzzle finds nothing wrong with it.
func sound(x *evidence.Index, p *casefile.Puzzle) bool {
	spec, ok := puzzle.SpecOf(p.Kind)
	if !ok {
		return false
	}
	for _, key := range spec.Keys() {
		if !key.Optional && !p.Has(key.Name) {
			return false
		}
	}
	t := trial{x: x}
	spec.Check(&t, x, p, "")
	_, made := spec.New(x, p)
	return made && t.found == 0
}

// A trial counts what a kind of puzzle finds wrong.
type trial struct {
	x     *evidence.Index
	found int
}

func (t *trial) Report(_, _, _ string, _ ...any) { t.found++ }
func (t *trial) Has(string) bool                 { return false }
func (t *trial) Moment(_ string, d edtf.Date) bool {
	_, begun := d.Earliest()
	_, ended := d.Latest()
	if !begun || !ended {
		t.found++
	}
	return begun && ended
}

func (t *trial) PublicBy(_, ref string, d edtf.Date) {
	if !t.x.PublicBy(ref, d) {
		t.found++
	}
}

func (t *trial) Source(_, ref string) {
	if _, _, cited := casefile.SplitRef(ref); cited {
		t.found++
	}
}

// weighable returns sources that say something on a claim: of each directness at least
// one, if there is one.
func (f *filler) weighable(x *evidence.Index, cl *casefile.Claim) []string {
	var all []string
	for _, ref := range cl.Bearing() {
		if id := evidence.SourceOf(ref); !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	tier := func(id string) int {
		src, ok := x.Source(id)
		if !ok {
			return evidence.Tier("")
		}
		return evidence.Tier(src.Directness)
	}
	var chosen []string
	seen := map[int]bool{}
	for _, id := range all {
		if !seen[tier(id)] {
			seen[tier(id)] = true
			chosen = append(chosen, id)
		}
	}
	for _, id := range all {
		if len(chosen) < mostWeighed && !slices.Contains(chosen, id) {
			chosen = append(chosen, id)
		}
	}
	return chosen
}

// mostTries is how many reports are tried for a trace, so that a large case takes no
// longer than a moment.
const mostTries = 200

// trace fills in the keys of a trace: the first report of a claim that rests on others
// and can be asked about.
func (f *filler) trace(x *evidence.Index, p *casefile.Puzzle) []key {
	if p.Claim != "" && p.Source != "" && len(p.Sources) > 0 && !p.At.IsZero() {
		return nil
	}
	tries := 0
	for i := range f.c.Claims {
		cl := &f.c.Claims[i]
		if p.Claim != "" && p.Claim != cl.ID {
			continue
		}
		for _, ref := range cl.AssertedBy {
			id := evidence.SourceOf(ref)
			src, ok := f.find.Source(id)
			if !ok || len(src.ReliesOn) == 0 || p.Source != "" && p.Source != id {
				continue
			}
			if tries++; tries > mostTries {
				return nil
			}
			whole := *p
			whole.Claim, whole.Source = cl.ID, id
			if whole.At.IsZero() {
				whole.At = dayOf(x.Published(ref))
			}
			if len(whole.Sources) == 0 {
				whole.Sources = f.traceable(x, cl, id, whole.At)
			}
			if !sound(x, &whole) {
				continue
			}
			var filled []key
			note := func(missing bool, name, value, why string) {
				if missing {
					filled = append(filled, key{name, value, why})
				}
			}
			note(p.Claim == "", "claim", whole.Claim, "the first that can be traced")
			note(p.Source == "", "source", whole.Source, "it says so and rests on others")
			note(p.At.IsZero(), "at", whole.At.String(), "the report came out then")
			note(len(p.Sources) == 0, "sources", strings.Join(whole.Sources, ", "), "what it rests on, who else says so, and something beside the point")
			*p = whole
			return filled
		}
	}
	return nil
}

// traceable returns the cards of a trace: of what the report rests on the nearest that
// say the same, who else says it of their own, and some beside the point.
func (f *filler) traceable(x *evidence.Index, cl *casefile.Claim, report string, t edtf.Date) []string {
	says := map[string]bool{}
	for _, ref := range cl.AssertedBy {
		if x.PublicBy(ref, t) {
			says[evidence.SourceOf(ref)] = true
		}
	}
	var cards []string
	add := func(id string) {
		if id != report && len(cards) < mostTraced-1 && !slices.Contains(cards, id) {
			cards = append(cards, id)
		}
	}
	seen := map[string]bool{report: true}
	for queue := []string{report}; len(queue) > 0 && len(cards) < mostTraced-1; queue = queue[1:] {
		src, ok := f.find.Source(queue[0])
		if !ok {
			continue
		}
		for _, on := range src.ReliesOn {
			if seen[on] {
				continue
			}
			seen[on] = true
			queue = append(queue, on)
			if says[on] {
				add(on)
			}
		}
	}
	for _, w := range x.Witnesses(cl.ID, t) {
		there := func(id string) bool { return id == report || slices.Contains(cards, id) }
		if !slices.ContainsFunc(w.Sources, there) {
			add(w.Sources[0])
		}
	}
	beside := 0
	for _, src := range f.c.Sources {
		if !says[src.ID] && src.ID != report && beside < mostBeside && len(cards) < mostTraced && x.PublicBy(src.ID, t) {
			cards = append(cards, src.ID)
			beside++
		}
	}
	return cards
}

// dayOf returns the last day of a date.
func dayOf(d edtf.Date) edtf.Date {
	last, ok := d.Latest()
	if !ok {
		return edtf.Date{}
	}
	return edtf.Day(last.UTC())
}

// span returns the days from one to another as a date.
func span(from, to time.Time) edtf.Date {
	if from.Format("2006-01-02") == to.Format("2006-01-02") {
		return edtf.Day(from.UTC())
	}
	d, err := edtf.Parse(from.UTC().Format("2006-01-02") + "/" + to.UTC().Format("2006-01-02"))
	if err != nil {
		return edtf.Date{}
	}
	return d
}

// shortestWindow is how long the windows before and after the right one are at least.
const shortestWindow = 7 * 24 * time.Hour

// windows returns the windows of a date puzzle: what its clues leave open, and as long
// a time before and after it where they rule that out.
func windows(x *evidence.Index, p *casefile.Puzzle) []edtf.Date {
	published := x.Published(p.Source)
	first, begun := published.Earliest()
	last, ended := published.Latest()
	if !begun || !ended {
		return nil
	}
	var from, to time.Time // what the clues leave open
	for _, clue := range p.Clues {
		open, ok := x.Tells(clue)
		if !ok {
			continue
		}
		if !open.From.IsZero() && open.From.After(from) {
			from = open.From
		}
		if !open.To.IsZero() && (to.IsZero() || open.To.Before(to)) {
			to = open.To
		}
	}
	if from.IsZero() && to.IsZero() || !from.IsZero() && first.Before(from.Truncate(24*time.Hour)) || !to.IsZero() && last.After(to.Truncate(24*time.Hour).Add(24*time.Hour)) {
		return nil // nothing to go by, or the clues speak against the date
	}
	start, end := first, last
	if !from.IsZero() {
		start = from
	}
	if !to.IsZero() {
		end = to
	}
	length := max(end.Sub(start), shortestWindow)
	var list []edtf.Date
	const oneDay = 24 * time.Hour
	if !from.IsZero() {
		list = append(list, span(start.Add(-length), start.Add(-oneDay)))
	}
	list = append(list, span(start, end))
	if !to.IsZero() {
		list = append(list, span(end.Add(oneDay), end.Add(length)))
	}
	if slices.ContainsFunc(list, edtf.Date.IsZero) {
		return nil
	}
	return list
}
