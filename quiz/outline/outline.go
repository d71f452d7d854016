package outline

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/check"
	"holdtheline/quiz/evidence"
	"holdtheline/quiz/puzzle"
)

// An Outline is what a case asks and tells.
type Outline struct {
	Questions []Question // in playing order
	Sources   []Source   // in case order
	Unused    []Unused
	Years     []Year
	Lengths   []Length // quick, lesson, full; of a test one
}

// A Question is one thing that players are asked.
type Question struct {
	ID      string
	Path    string // in the case
	Kind    puzzle.Kind
	Where   string            // the beat or room, as players read it
	Lengths []casefile.Length // that ask it; all when empty
	Asks    string            // the claim of a verdict, the title and prompt of a puzzle
	Claim   string            // of a weighing or trace: the claim's words
	Options []puzzle.Message  // what there is to choose from; none for a verdict
	Right   puzzle.Message    // what is right, in a few words; may be empty
	Lines   []puzzle.Message  // the same, part by part
	Why     string            // as players read it
	Rule    string            // why it is right, as an author reads it; may be empty
	Also    []Also            // other answers that earn something
	// Witnesses are the independent witnesses of the claim at that moment: the name of
	// the person or office and the titles of the sources in which it speaks, or the
	// title alone of a source that doesn't say who speaks.
	Witnesses []string
	Chance    float64 // the mark that guessing earns on average
}

// Also is another answer that earns something.
type Also struct {
	Answer puzzle.Message
	Mark   float64
}

// A Source is how the game describes a source.
type Source struct {
	ID, Title  string
	Path       string
	Kind       casefile.SourceKind
	Directness casefile.Directness
	Because    string   // from what the directness follows, as a clause
	DateHidden bool     // players read that there is no date on the page
	Comes      []string // the titles of the beats at which it, or a part of it, comes in
	Tabs       []Tab
}

// A Tab is what players are told of a source where a beat offers it as a tab.
type Tab struct {
	Beat      string // its title
	Good      bool   // opening it is right
	Bears     bool   // it says something on what is asked
	Firsthand bool
	Repeats   []string // the titles of what on the desk it rests on as well
}

// Unused is a part of a case that players never meet.
type Unused struct {
	What string `json:"what"`
	ID   string `json:"id"`
	Path string `json:"path"`
}

// A Year is a year that the text of a beat names.
type Year struct {
	Path  string
	Year  int
	Later bool // than the beat
}

// A Length is how much is asked at a length.
type Length struct {
	Length            casefile.Length
	Minutes           int
	Beats             int
	Verdicts, Puzzles int
	Right             map[casefile.Verdict]int // for how many verdicts each stamp is right
}

// Of returns the outline of a case without errors. Of one with errors it may lack
// questions that can't be asked.
func Of(c *casefile.Case) Outline {
	o := Outline{}
	set := puzzle.New(c)
	x := set.Evidence()
	for i := range c.Rooms {
		r := &c.Rooms[i]
		for j := range r.Beats {
			b := &r.Beats[j]
			for l := range b.Ask {
				if it, ok := set.Item(b.Ask[l].ID); ok {
					if v, ok := it.(*puzzle.Verdict); ok {
						o.Questions = append(o.Questions, ofVerdict(x, v, fmt.Sprintf("rooms[%d].beats[%d].ask[%d]", i, j, l)))
					}
				}
			}
			o.years(b, fmt.Sprintf("rooms[%d].beats[%d]", i, j))
		}
		for j := range r.Puzzles {
			p := &r.Puzzles[j]
			if it, ok := set.Item(p.ID); ok && it.Kind() == p.Kind {
				o.Questions = append(o.Questions, ofPuzzle(x, it, p, r.Title, fmt.Sprintf("rooms[%d].puzzles[%d]", i, j)))
			}
		}
	}
	o.sources(set)
	o.unused(c)
	o.lengths(c, x)
	return o
}

func ofVerdict(x *evidence.Index, v *puzzle.Verdict, path string) Question {
	cited := func(string) bool { return true }
	finding := x.Statements(v.Claim).At(v.Status.From, cited)
	q := Question{
		ID: v.ID(), Path: path, Kind: v.Kind(), Where: v.Beat.Title, Lengths: v.Beat.Lengths,
		Asks: v.Claim.Text, Right: puzzle.Stamp(x.Case(), v.Status.Is), Why: v.Status.Why,
		Witnesses: witnesses(x, x.Witnesses(v.Claim.ID, v.Beat.At)), Chance: v.Chance(),
	}
	switch {
	case v.Status.Judgement != "":
		q.Rule = "by judgement: " + v.Status.Judgement
	case len(v.Claim.KnownTo)+len(v.Claim.DeniedBy)+len(v.Claim.ExplainedBy) > 0 && finding.Is == v.Status.Is:
		q.Rule = finding.Why()
	}
	for _, is := range slices.Sorted(maps.Keys(v.Status.Defensible)) {
		q.Also = append(q.Also, Also{puzzle.Stamp(x.Case(), is), v.Status.Defensible[is]})
	}
	return q
}

func ofPuzzle(x *evidence.Index, it puzzle.Item, p *casefile.Puzzle, room, path string) Question {
	q := Question{
		ID: it.ID(), Path: path, Kind: it.Kind(), Where: room, Lengths: p.Lengths,
		Asks: p.Title + ": " + p.Prompt, Why: p.Why, Chance: it.Chance(),
	}
	if cl, ok := x.Claim(p.Claim); ok {
		q.Claim = cl.Text
	}
	if puzzle.Asks(p.Kind, puzzle.Provenance) {
		q.Witnesses = witnesses(x, x.Witnesses(p.Claim, p.At))
	}
	form := it.Form(0)
	if len(form.Fields) > 0 {
		for _, option := range form.Fields[0].Options {
			q.Options = append(q.Options, option.Label)
		}
	}
	if e, err := it.Explain(it.Best()); err == nil {
		q.Right = e.Answer
		for _, line := range e.Lines {
			q.Lines = append(q.Lines, line.Text)
		}
	}
	if order, ok := it.(*puzzle.Order); ok && len(q.Lines) == 0 {
		labels := map[string]puzzle.Message{}
		for _, option := range form.Fields[0].Options {
			labels[option.ID] = option.Label
		}
		for _, layer := range order.Layers() {
			var together puzzle.Message
			for _, card := range layer {
				if together != nil {
					together = append(together, puzzle.Fragment{Text: " = "})
				}
				together = append(together, labels[card]...)
			}
			q.Lines = append(q.Lines, together)
		}
	}
	return q
}

// witnesses says who each witness is and where they speak.
func witnesses(x *evidence.Index, list []evidence.Witness) []string {
	var said []string
	for _, w := range list {
		in := strings.Join(titles(x, w.Sources), ", ")
		if p, ok := x.Person(w.Who); ok {
			in = p.Name + ": " + in
		}
		said = append(said, in)
	}
	return said
}

// titles returns the titles of sources.
func titles(x *evidence.Index, ids []string) []string {
	var titles []string
	for _, id := range ids {
		if src, ok := x.Source(id); ok {
			titles = append(titles, src.Title)
		}
	}
	return titles
}

func (o *Outline) sources(set *puzzle.Set) {
	c, x := set.Case(), set.Evidence()
	comes, offered := map[string][]string{}, map[string][]Tab{} // by source
	for _, r := range c.Rooms {
		for j := range r.Beats {
			b := &r.Beats[j]
			here := map[string]bool{}
			for _, ref := range b.Arrivals {
				if id := evidence.SourceOf(ref); !here[id] {
					here[id] = true
					comes[id] = append(comes[id], b.Title)
				}
			}
			tabs, ok := set.Tabs(b.ID)
			if !ok {
				continue
			}
			for _, reason := range tabs.Reasons(nil) {
				offered[reason.Source] = append(offered[reason.Source], Tab{
					Beat: b.Title, Good: reason.Good, Bears: reason.Bears, Firsthand: reason.Firsthand, Repeats: titles(x, reason.Repeats),
				})
			}
		}
	}
	for i := range c.Sources {
		src := &c.Sources[i]
		_, because := x.Directness(src)
		if src.Judgement != "" {
			because = "by judgement: " + src.Judgement
		}
		o.Sources = append(o.Sources, Source{
			ID: src.ID, Title: src.Title, Path: fmt.Sprintf("sources[%d]", i), Kind: src.Kind, Directness: src.Directness, Because: because,
			DateHidden: src.DatedBy == casefile.Inferred, Comes: comes[src.ID], Tabs: offered[src.ID],
		})
	}
}

// unused finds what no question and no card needs.
func (o *Outline) unused(c *casefile.Case) {
	used := map[casefile.RefKind]map[string]bool{}
	use := func(kind casefile.RefKind, id string) {
		if used[kind] == nil {
			used[kind] = map[string]bool{}
		}
		used[kind][id] = true
	}
	for _, ref := range casefile.References(c) {
		own := strings.HasPrefix(ref.Path, "sources[") || strings.HasPrefix(ref.Path, "events[") || strings.HasPrefix(ref.Path, "claims[")
		for _, name := range ref.Names {
			for _, kind := range ref.Kinds {
				switch {
				case kind == casefile.RefPerson:
					use(kind, name)
				case own: // what parts of the case say of each other shows nobody anything
				case kind == casefile.RefParagraph:
					use(casefile.RefSource, evidence.SourceOf(name))
				default:
					use(kind, evidence.SourceOf(name))
				}
			}
		}
	}
	add := func(kind casefile.RefKind, id, path string) {
		if !used[kind][id] {
			o.Unused = append(o.Unused, Unused{string(kind), id, path})
		}
	}
	for i, p := range c.People {
		add(casefile.RefPerson, p.ID, fmt.Sprintf("people[%d]", i))
	}
	for i, s := range c.Sources {
		add(casefile.RefSource, s.ID, fmt.Sprintf("sources[%d]", i))
	}
	for i, e := range c.Events {
		add(casefile.RefEvent, e.ID, fmt.Sprintf("events[%d]", i))
	}
	for i, cl := range c.Claims {
		add(casefile.RefClaim, cl.ID, fmt.Sprintf("claims[%d]", i))
	}
	for i, p := range c.Points {
		add(casefile.RefPoint, p.ID, fmt.Sprintf("points[%d]", i))
	}
}

func (o *Outline) years(b *casefile.Beat, path string) {
	last, ok := b.At.Latest()
	for _, text := range []struct{ key, text string }{{"title", b.Title}, {"short", b.Short}, {"scene", b.Scene}} {
		for _, year := range check.YearsIn(text.text) {
			o.Years = append(o.Years, Year{Path: path + "." + text.key, Year: year, Later: ok && year > last.Year()})
		}
	}
}

func (o *Outline) lengths(c *casefile.Case, x *evidence.Index) {
	for _, l := range []struct {
		length  casefile.Length
		minutes int
	}{{casefile.Quick, c.Minutes.Quick}, {casefile.Lesson, c.Minutes.Lesson}, {casefile.Full, c.Minutes.Full}} {
		if c.Form != "" && l.length != casefile.Lesson {
			continue // a test has one length
		}
		n := Length{Length: l.length, Minutes: l.minutes, Right: map[casefile.Verdict]int{}}
		included := func(lengths []casefile.Length) bool { return len(lengths) == 0 || slices.Contains(lengths, l.length) }
		for _, r := range c.Rooms {
			for _, b := range r.Beats {
				if !included(b.Lengths) {
					continue
				}
				n.Beats++
				n.Verdicts += len(b.Ask)
				for _, a := range b.Ask {
					if s, ok := x.StatusAt(a.Claim, b.At); ok {
						n.Right[s.Is]++
					}
				}
			}
			for _, p := range r.Puzzles {
				if included(p.Lengths) {
					n.Puzzles++
				}
			}
		}
		o.Lengths = append(o.Lengths, n)
	}
}
