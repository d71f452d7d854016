package puzzle

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
	"holdtheline/quiz/internal/quote"
)

// A Trace asks to pull the cord from a report to what it rests on, card by card,
// until nothing is behind it, and to hang up everything else on the table that says
// so, too. Cards beside the point stay where they lie.
//
// The answer names, for every card that is hung up, the card that its cord leads to,
// or null if it has none: {"report": "copy", "copy": "post", "other": null}. The
// report is always hung up, and so is a card that a cord leads to. A card that is
// hung up and has no cord is an end.
//
// What is right follows from provenance. Of the cards that assert the claim by the
// day that counts as today, each has the claim from the nearest of them that it
// relies on. A card has one cord: where it has the claim from several, a cord to any
// of them is right. Half of the mark is for these pulls:
//
//	max(0, (right − wrong) / possible)
//
// A pull that leads to something further back on the right way skips a card: it is
// neither right nor wrong. Any other pull is wrong. The other half is for the ends:
// they are exactly the cards that have the claim from nobody. Several people may speak
// in one of them, each a witness, but nobody in two.
type Trace struct {
	entry
	puzzle    *casefile.Puzzle
	report    string
	pool      []string            // without the report
	cards     []string            // with it, in case order
	from      map[string][]string // by card that has it from others: which
	witnesses []string            // cards that have it from nobody, in case order
}

// KindTrace is following a report to what it rests on.
const KindTrace Kind = "trace"

// The parts of a mark: for the cords that lead where a card has the claim from, and
// for the ends that are the independent witnesses.
const (
	PartPath      PartName = "path"
	PartWitnesses PartName = "witnesses"
)

const (
	fewestTraceCards = 3
	mostTraceCards   = 7 // more don't fit on a phone's screen
)

// FieldCord is the name of the only field of a trace.
const FieldCord = "cord"

var trace Spec = traceSpec{about{KindTrace, Sources, "claim at source sources", Provenance}}

type traceSpec struct{ about }

func (s traceSpec) New(x *evidence.Index, p *casefile.Puzzle) (Item, bool) {
	pool := distinct(p.Sources, func(id string) bool { _, ok := x.Source(id); return ok && id != p.Source })
	t := &Trace{
		entry: s.entry(x, p).asking(s.asks, append([]string{p.Source}, pool...)...), puzzle: p,
		report: evidence.SourceOf(p.Source), pool: pool, from: map[string][]string{},
	}
	t.cards = slices.Clone(pool)
	if _, ok := x.Source(t.report); ok && !slices.Contains(pool, t.report) {
		t.cards = append(t.cards, t.report)
	}
	slices.SortFunc(t.cards, func(a, b string) int {
		one, _ := x.SourceAt(a)
		other, _ := x.SourceAt(b)
		return cmp.Compare(one, other)
	})
	for _, h := range t.hearings() {
		if len(h.From) == 0 {
			t.witnesses = append(t.witnesses, h.Source)
		} else {
			t.from[h.Source] = h.From
		}
	}
	slices.SortFunc(t.witnesses, func(a, b string) int { return slices.Index(t.cards, a) - slices.Index(t.cards, b) })
	return t, len(t.from[t.report]) > 0
}

// hearings returns the cards that assert the claim, in order of time.
func (t *Trace) hearings() []evidence.Hearing {
	return t.x.Hearings(t.puzzle.Claim, t.puzzle.At, t.has)
}

func (t *Trace) has(card string) bool { return card == t.report || slices.Contains(t.pool, card) }

func (s traceSpec) Check(f Reporter, x *evidence.Index, p *casefile.Puzzle, path string) {
	atLeast(f, path+".sources", "cards", len(p.Sources), fewestTraceCards)
	if n := len(p.Sources); n > mostTraceCards {
		f.Report(path+".sources", fmt.Sprintf("leave out %d", n-mostTraceCards), "there are %d cards, but %d are enough", n, mostTraceCards)
	}
	f.Source(path+".source", p.Source)
	for i, id := range p.Sources {
		here := fmt.Sprintf("%s.sources[%d]", path, i)
		if id == p.Source {
			f.Report(here, "leave it out", "%q is the report itself, and hangs on the cord already", id)
		}
		if !p.At.IsZero() && f.Moment(path+".at", p.At) {
			f.PublicBy(here, id, p.At)
		}
	}
	if !p.At.IsZero() && f.Moment(path+".at", p.At) {
		f.PublicBy(path+".source", p.Source, p.At)
	}
	src, okSource := x.Source(p.Source)
	cl, okClaim := x.Claim(p.Claim)
	if !okSource || !okClaim {
		return
	}
	if len(src.ReliesOn) == 0 {
		f.Report(path+".source", "choose a source that relies on others, or add its relies_on", "%q is an origin itself, so there is nothing to pull", p.Source)
		return
	}
	s.checkOrigins(f, x, cl)
	s.checkPulls(f, x, p, path)
	s.checkWitnesses(f, x, p, path)
}

// checkPulls checks that there is something to pull, and something to leave.
func (traceSpec) checkPulls(f Reporter, x *evidence.Index, p *casefile.Puzzle, path string) {
	asserts, pulled := false, false
	beside := len(p.Sources)
	for _, h := range x.Hearings(p.Claim, p.At, func(id string) bool { return id == p.Source || slices.Contains(p.Sources, id) }) {
		if h.Source == p.Source {
			asserts, pulled = true, len(h.From) > 0
		} else {
			beside--
		}
	}
	switch {
	case !asserts:
		f.Report(path+".source", "add its paragraph to the claim's asserted_by, or choose another report", "%q does not assert the claim %q by then, so there is nothing to pull", p.Source, p.Claim)
	case !pulled:
		f.Report(path+".sources", "add what it has the claim from", "none of the cards is behind %q, so there is nothing to pull", p.Source)
	case beside == 0:
		f.Report(path+".sources", "add a card that is beside the point", "every card asserts the claim %q, so there is nothing to leave", p.Claim)
	}
}

// checkWitnesses checks that the ends of the cord are the witnesses of the claim, and
// that none of them speaks in two.
func (traceSpec) checkWitnesses(f Reporter, x *evidence.Index, p *casefile.Puzzle, path string) {
	ends := map[string]bool{}
	for _, w := range x.Witnesses(p.Claim, p.At) {
		var among []string
		for _, id := range w.Sources {
			if slices.Contains(p.Sources, id) {
				ends[id] = true
				among = append(among, id)
			}
		}
		switch {
		case len(among) == 0 && w.Who == "":
			f.Report(path+".sources", "add "+w.Sources[0], "%q is an independent witness of %q by then and not among the cards", w.Sources[0], p.Claim)
		case len(among) == 0:
			f.Report(path+".sources", "add "+strings.Join(w.Sources, " or "), "%q is an independent witness of %q by then, and nothing in which they say so is among the cards", w.Who, p.Claim)
		case len(among) > 1:
			f.Report(path+".sources", "leave all but one of them out, let the later rely on the first, or choose another day", "%q speaks in %s: that is one witness, and the cord would have an end for each", w.Who, strings.Join(among, " and "))
		}
	}
	for _, h := range x.Hearings(p.Claim, p.At, func(id string) bool { return id == p.Source || slices.Contains(p.Sources, id) }) {
		known := len(x.Origins(h.Source)) > 0 // what it relies on is in the case
		if known && len(h.From) == 0 && h.Source != p.Source && !ends[h.Source] {
			f.Report(path+".sources", "add what it has the claim from, or leave it out", "%q repeats the claim %q from something that is not among the cards", h.Source, p.Claim)
		}
	}
}

// checkOrigins checks that every source that asserts a claim leads to an origin
// that asserts it too, since only origins count as witnesses.
func (traceSpec) checkOrigins(f Reporter, x *evidence.Index, cl *casefile.Claim) {
	i := slices.IndexFunc(x.Case().Claims, func(other casefile.Claim) bool { return other.ID == cl.ID })
	for j, ref := range cl.AssertedBy {
		id := evidence.SourceOf(ref)
		if x.OriginAsserts(id, cl.ID) {
			continue
		}
		all := x.Origins(id)
		if _, _, ok := x.Paragraph(ref); !ok || len(all) == 0 {
			continue
		}
		here := fmt.Sprintf("claims[%d].asserted_by[%d]", i, j)
		if f.Has(here) {
			continue // every trace of the claim would report it
		}
		f.Report(here, "add the paragraph of its origin, or correct what it relies on", "%q asserts this, but none of its origins does (%s)", id, strings.Join(all, ", "))
	}
}

// TraceAnswer is the answer to a [Trace]: where the cord of each card leads that is
// hung up, nil for nowhere.
type TraceAnswer map[string]*string

// Puzzle returns the puzzle as the case defines it.
func (t *Trace) Puzzle() *casefile.Puzzle { return t.puzzle }

// Report returns the card that hangs on the cord from the beginning.
func (t *Trace) Report() string { return t.report }

// Options returns the cards that lie on the table, shuffled.
func (t *Trace) Options(seed uint64) []string { return dealt(seed, t.id, t.pool) }

// Deal returns the same as Options.
func (t *Trace) Deal(seed uint64) []string { return t.Options(seed) }

// Ends returns the cards that have the claim from nobody, in case order.
func (t *Trace) Ends() []string { return slices.Clone(t.witnesses) }

// Witnesses returns who speaks at the ends, in case order.
func (t *Trace) Witnesses() []evidence.Witness {
	return t.x.WitnessesIn(t.puzzle.Claim, t.puzzle.At, func(id string) bool { return slices.Contains(t.witnesses, id) })
}

// From returns the cards that a card has the claim from: a cord to any of them is
// right. An end has none, and neither has a card that doesn't assert the claim.
func (t *Trace) From(card string) []string { return slices.Clone(t.from[card]) }

// Form asks for the cords.
func (t *Trace) Form(seed uint64) Form {
	title := func(id string) Message { return titleOf(t.x, id) }
	return Form{
		Fields: []Field{{
			Name: FieldCord, Pick: PickLinks, Root: t.report,
			Label: say("trace.cord"), Note: say("trace.cord.note", "date", t.puzzle.At),
			Options: options(append([]string{t.report}, t.Options(seed)...), title),
		}},
		Bare: true, About: append([]string{t.report}, t.Options(seed)...), Claim: t.puzzle.Claim, Term: "provenance",
	}
}

// read decodes an answer.
func (t *Trace) read(answer json.RawMessage) (TraceAnswer, error) {
	var given TraceAnswer
	if err := decode(answer, &given); err != nil {
		return nil, t.malformed(err.Error())
	}
	if given == nil {
		return nil, t.malformed("it is null")
	}
	for from, to := range given {
		switch {
		case !t.has(from):
			return nil, t.malformed(fmt.Sprintf("%q is not one of the cards", quote.Short(from)))
		case to == nil:
		case !t.has(*to):
			return nil, t.malformed(fmt.Sprintf("%q is not one of the cards", quote.Short(*to)))
		case *to == from:
			return nil, t.malformed(fmt.Sprintf("the cord of %q leads to itself", from))
		}
	}
	return given, nil
}

// A Pull is what a cord is worth.
type Pull string

// The kinds of pull: right, right but past a card, wrong. A card without a cord has
// none.
const (
	NoPull Pull = ""
	Kept   Pull = "kept"
	Skips  Pull = "skips"
	Wrong  Pull = "wrong"
)

// pull tells what a cord from one card to another is worth.
func (t *Trace) pull(from, to string) Pull {
	if slices.Contains(t.from[from], to) {
		return Kept
	}
	seen := map[string]bool{from: true} // in case cards rest on each other
	for behind := t.from[from]; len(behind) > 0; {
		next := behind[0]
		behind = behind[1:]
		if next == to {
			return Skips
		}
		if !seen[next] {
			seen[next] = true
			behind = slices.Concat(behind, t.from[next])
		}
	}
	return Wrong
}

// hung returns the cards that are hung up in an answer, and those that are ends.
func (t *Trace) hung(given TraceAnswer) (hung map[string]bool, ends []string) {
	hung = map[string]bool{t.report: true}
	for from, to := range given {
		hung[from] = true
		if to != nil {
			hung[*to] = true
		}
	}
	for _, id := range t.cards {
		if hung[id] && given[id] == nil {
			ends = append(ends, id)
		}
	}
	return hung, ends
}

// Mark marks an answer {"card": "card that it rests on", "card": null}.
func (t *Trace) Mark(answer json.RawMessage) (Mark, error) {
	given, err := t.read(answer)
	if err != nil {
		return Mark{}, err
	}
	parts := &TraceParts{Of: len(t.from), Witnesses: t.Ends()}
	for from, to := range given {
		if to == nil {
			continue
		}
		switch t.pull(from, *to) {
		case Kept:
			parts.Right++
		case Skips:
			parts.Skips++
		case Wrong, NoPull:
			parts.Wrong++
		}
	}
	_, parts.Ends = t.hung(given)
	mark := newMark(
		Part{Name: PartPath, Value: 0.5 * max(0, float64(parts.Right-parts.Wrong)/float64(parts.Of)), Max: 0.5},
		Part{Name: PartWitnesses, Value: yes(slices.Equal(parts.Ends, parts.Witnesses), 0.5), Max: 0.5},
	)
	mark.Trace = parts
	return mark, nil
}

func (t *Trace) malformed(problem string) error {
	return &AnswerError{
		Item: t.id, Problem: problem,
		Expected: fmt.Sprintf(`for each card that is hung up the card that it rests on, or null, like {%q: %q}; the cards are %s`,
			t.report, t.pool[0], quoted(t.cards)),
	}
}

// Best returns every card that asserts the claim, with a right cord.
func (t *Trace) Best() json.RawMessage {
	right := TraceAnswer{}
	led := map[string]bool{}
	for from, to := range t.from {
		right[from], led[to[0]] = &to[0], true
	}
	for _, id := range t.witnesses {
		if !led[id] {
			right[id] = nil
		}
	}
	return mustJSON(right)
}

// Worst returns a wrong cord from the report, and everything beside the point hung up.
func (t *Trace) Worst() json.RawMessage {
	form := t.Form(0)
	worst := form.Worst(t.Best())
	given, err := t.read(worst)
	if err != nil || given[t.report] == nil || t.pull(t.report, *given[t.report]) != Kept {
		return worst
	}
	for _, id := range t.Options(0) { // the next one is right as well
		if t.pull(t.report, id) == Wrong {
			given[t.report] = &id
			break
		}
	}
	return mustJSON(given)
}

// Chance returns what a random answer earns on average: the report's cord leads to
// any other card, and every card of the pool equally likely lies, hangs without a
// cord, or has one to any other card.
func (t *Trace) Chance() float64 {
	n := len(t.pool) + 1
	net := []float64{1} // probability of right − wrong, from −n to n once all are counted
	for _, id := range t.cards {
		right, wrong := 0, 0
		for _, to := range t.cards {
			switch {
			case to == id:
			case t.pull(id, to) == Kept:
				right++
			case t.pull(id, to) == Wrong:
				wrong++
			}
		}
		ways := n + 1
		if id == t.report {
			ways = n - 1
		}
		next := make([]float64, len(net)+2)
		for i, p := range net {
			next[i] += p * float64(wrong) / float64(ways)
			next[i+1] += p * float64(ways-right-wrong) / float64(ways)
			next[i+2] += p * float64(right) / float64(ways)
		}
		net = next
	}
	path := 0.0
	for i, p := range net {
		path += p * max(0, float64(i-n)/float64(len(t.from)))
	}
	return 0.5*path + 0.5*endsChance(n, len(t.witnesses))
}

// TraceParts counts the cords and compares the ends with the witnesses.
type TraceParts struct {
	Right     int      `json:"right"`
	Skips     int      `json:"skips"` // right, but past a card
	Wrong     int      `json:"wrong"`
	Of        int      `json:"of"` // how many right ones there can be
	Ends      []string `json:"ends"`
	Witnesses []string `json:"witnesses"`
}

// TraceExplanation tells of every card where it has the claim from.
type TraceExplanation struct {
	Cards []TraceCard `json:"cards"` // those that assert the claim in order of time, then the others
	// Spread is all that is known to have asserted the claim by then, on the table
	// or not, in order of time.
	Spread []evidence.Hearing `json:"-"`
}

// A TraceCard is what is right about one card, and what was answered.
type TraceCard struct {
	Source string   `json:"source"`
	Says   bool     `json:"says"`           // it asserts the claim
	From   []string `json:"from,omitempty"` // the cards that it has the claim from; an end has none
	Hung   bool     `json:"hung"`           // it was hung up
	To     string   `json:"to,omitempty"`   // where its cord was pulled to
	Pull   Pull     `json:"pull,omitempty"` // what that is worth
}

// Right reports whether everything about the card was answered right.
func (c TraceCard) Right() bool {
	switch {
	case len(c.From) > 0:
		return c.Pull == Kept
	case c.Says:
		return c.Hung && c.Pull == NoPull
	}
	return !c.Hung
}

// Explain tells card by card what is right.
func (t *Trace) Explain(answer json.RawMessage) (Explanation, error) {
	mark, err := t.Mark(answer)
	if err != nil {
		return Explanation{}, err
	}
	given, err := t.read(answer)
	if err != nil {
		return Explanation{}, err
	}
	hung, _ := t.hung(given)
	e := &TraceExplanation{Spread: t.x.Hearings(t.puzzle.Claim, t.puzzle.At, func(string) bool { return true })}
	add := func(id string, says bool) {
		c := TraceCard{Source: id, Says: says, From: t.From(id), Hung: hung[id]}
		if to := given[id]; to != nil {
			c.To, c.Pull = *to, t.pull(id, *to)
		}
		e.Cards = append(e.Cards, c)
	}
	says := map[string]bool{}
	for _, h := range t.hearings() {
		says[h.Source] = true
		add(h.Source, true)
	}
	for _, id := range t.cards {
		if !says[id] {
			add(id, false)
		}
	}
	return Explanation{Why: t.puzzle.Why, Mark: mark, Trace: e, Lines: t.lines(e), Answer: t.answer()}, nil
}

// answer says how many witnesses there are, and which: by the cards in which they
// speak, and by name where several speak in one.
func (t *Trace) answer() Message {
	witnesses := t.Witnesses()
	var all []Message
	if len(witnesses) == len(t.witnesses) {
		for _, id := range t.witnesses {
			all = append(all, titleOf(t.x.Case(), id))
		}
	} else {
		for _, w := range witnesses {
			all = append(all, t.named(w))
		}
	}
	return together(count("trace.witness", len(witnesses)), say("list.colon"), list("list.comma", all))
}

// named says who a witness is and in which card they speak.
func (t *Trace) named(w evidence.Witness) Message {
	var cards []Message
	for _, id := range w.Sources {
		cards = append(cards, titleOf(t.x.Case(), id))
	}
	in := list("list.comma", cards)
	if who := nameOf(t.x.Case(), w.Who); who != nil {
		return together(who, text(" ("), in, text(")"))
	}
	return in
}

// speaking returns the names of those who speak in a card, if there are several.
func (t *Trace) speaking(card string) []Message {
	var names []Message
	for _, w := range t.Witnesses() {
		if slices.Contains(w.Sources, card) {
			if who := nameOf(t.x.Case(), w.Who); who != nil {
				names = append(names, who)
			} else {
				names = append(names, titleOf(t.x.Case(), card))
			}
		}
	}
	if len(names) < 2 {
		return nil
	}
	return names
}

// lines tells of each card what is right, and what was answered instead.
func (t *Trace) lines(e *TraceExplanation) []Line {
	title := func(id string) Message { return titleOf(t.x, id) }
	lines := make([]Line, len(e.Cards))
	for i, c := range e.Cards {
		line := say("trace.line.beside", "card", title(c.Source))
		var behind []Message
		for _, id := range c.From {
			behind = append(behind, title(id))
		}
		from := list("list.and", behind)
		people := t.speaking(c.Source)
		switch {
		case len(c.From) > 1:
			line = say("trace.line.several", "card", title(c.Source), "from", from)
		case len(c.From) > 0:
			line = say("trace.line.from", "card", title(c.Source), "from", from)
		case c.Says && len(people) > 0:
			line = say("trace.line.people", "card", title(c.Source), "people", list("list.comma", people))
		case c.Says:
			line = say("trace.line.witness", "card", title(c.Source))
		}
		lines[i] = Line{Right: c.Right(), Text: line}
		if lines[i].Right {
			continue
		}
		switch {
		case c.Pull == Skips:
			lines[i].Detail = say("trace.given.skips", "to", title(c.To), "from", from)
		case c.Pull == Wrong:
			lines[i].Detail = say("trace.given.to", "to", title(c.To))
		case !c.Hung:
			lines[i].Detail = say("trace.given.lying")
		case c.Says:
			lines[i].Detail = say("trace.given.end")
		default:
			lines[i].Detail = say("trace.given.hung")
		}
	}
	return lines
}
