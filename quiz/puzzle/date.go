package puzzle

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/evidence"
	"holdtheline/quiz/internal/quote"
)

// A Date asks when an undated source, or a later layer of one, was written: choose
// the time window, and mark the phrases that give it away. The right window
// contains the date on which it came out. A clue rules out a wrong window by the
// event it refers to; a decoy rules out none ([evidence.Index.Tells]).
//
// The answer is {"window": "2015-09-14/2015-09-15", "phrases": ["…", …]}: a
// window as the case writes it, and the phrases either by their exact words in the
// case's own language or by their ids. The mark is the mean of two parts. The right window earns 1, one
// next to it 0.5; the phrases earn max(0, (hits − false alarms) / clues).
type Date struct {
	entry
	puzzle  *casefile.Puzzle
	right   int
	phrases []Phrase
	clues   []string // ids of the phrases that are clues
}

// A Phrase is a piece of the source's text that a player can mark. Its id depends
// on its words alone, so it does not reveal whether it is a clue.
type Phrase struct {
	ID    string
	Words string // the phrase in the case's own language: answers name it so, whatever language they are given in
	casefile.Clue
	GivesAway bool // a clue, not a decoy
}

// KindDate is saying when an undated source was written.
const KindDate Kind = "date"

// The parts of a mark: for the time window, and for the phrases.
const (
	PartWindow  PartName = "window"
	PartPhrases PartName = "phrases"
)

var date Spec = dateSpec{about{KindDate, Chronology, "source windows clues decoys?", Dating}}

type dateSpec struct{ about }

func (s dateSpec) New(x *evidence.Index, p *casefile.Puzzle) (Item, bool) {
	d := &Date{entry: s.entry(x, p), puzzle: p}
	published := x.Published(p.Source)
	d.right = slices.IndexFunc(p.Windows, func(w edtf.Date) bool { return !published.IsZero() && w.Contains(published) })
	if d.right < 0 {
		return nil, false
	}
	d.phrases = append(phrases(p.Clues, true), phrases(p.Decoys, false)...)
	d.name(p)
	return d, true
}

// name gives the phrases their ids, by the words of the puzzle in the case's own
// language.
func (d *Date) name(original *casefile.Puzzle) {
	d.clues = nil
	for i, clue := range slices.Concat(original.Clues, original.Decoys) {
		h := fnv.New32a()
		h.Write([]byte(clue.Phrase)) // never fails
		phrase := &d.phrases[i]
		phrase.ID, phrase.Words = fmt.Sprintf("p-%08x", h.Sum32()), clue.Phrase
		if phrase.GivesAway {
			d.clues = append(d.clues, phrase.ID)
		}
	}
}

// phrases makes phrases of clues or decoys.
func phrases(clues []casefile.Clue, giveAway bool) []Phrase {
	out := make([]Phrase, len(clues))
	for i, clue := range clues {
		out[i] = Phrase{Clue: clue, GivesAway: giveAway}
	}
	return out
}

const fewestWindows = 2

func (s dateSpec) Check(f Reporter, x *evidence.Index, p *casefile.Puzzle, path string) {
	s.checkWindows(f, x, p, path)
	seen := map[string]bool{}
	for _, list := range []struct {
		name  string
		clues []casefile.Clue
	}{{".clues", p.Clues}, {".decoys", p.Decoys}} {
		for i, clue := range list.clues {
			here := fmt.Sprintf("%s%s[%d]", path, list.name, i)
			s.checkClue(f, x, p, clue, here)
			if seen[clue.Phrase] {
				f.Report(here+".phrase", "delete one of the two", "the phrase %q stands in this puzzle twice", clue.Phrase)
			}
			seen[clue.Phrase] = true
		}
	}
}

// checkWindows checks that the windows are in time order and that one is right.
func (dateSpec) checkWindows(f Reporter, x *evidence.Index, p *casefile.Puzzle, path string) {
	atLeast(f, path+".windows", "windows", len(p.Windows), fewestWindows)
	published := x.Published(p.Source)
	holding, sound := 0, true
	for i, w := range p.Windows {
		here := fmt.Sprintf("%s.windows[%d]", path, i)
		if w.IsZero() || !f.Moment(here, w) {
			sound = false
			continue
		}
		if i > 0 && edtf.Compare(p.Windows[i-1], w) != edtf.Before {
			sound = false
			f.Report(here, "put the windows in time order, so that each ends before the next begins", "this window (%s) does not come after the one above it (%s)", w, p.Windows[i-1])
		}
		if w.Contains(published) {
			holding++
		}
	}
	if !published.IsZero() && sound && len(p.Windows) > 0 && holding != 1 {
		f.Report(path+".windows", "make exactly one window hold the whole date", "the date of %q (%s) lies in %d of the windows", p.Source, published, holding)
	}
}

// checkClue checks that a phrase occurs in the source to be dated.
func (dateSpec) checkClue(f Reporter, x *evidence.Index, p *casefile.Puzzle, clue casefile.Clue, path string) {
	src, paragraph, ok := x.Paragraph(clue.In)
	if !ok {
		return
	}
	if id := evidence.SourceOf(p.Source); id != src.ID {
		f.Report(path+".in", "name a paragraph of "+id, "%q does not belong to the source that is to be dated, %q", clue.In, p.Source)
		return
	}
	if !strings.Contains(paragraph.Text, clue.Phrase) {
		f.Report(path+".phrase", fmt.Sprintf("copy it letter by letter from there: %.80q", paragraph.Text), "the phrase %q does not stand in %s", clue.Phrase, clue.In)
	}
}

// DateAnswer is the answer to a [Date].
type DateAnswer struct {
	Window  string   `json:"window"`
	Phrases []string `json:"phrases"`
}

// Puzzle returns the puzzle as the case defines it.
func (d *Date) Puzzle() *casefile.Puzzle { return d.puzzle }

// Windows returns the time windows offered, in time order.
func (d *Date) Windows() []edtf.Date { return slices.Clone(d.puzzle.Windows) }

// Right returns the index of the right window in Windows.
func (d *Date) Right() int { return d.right }

// Phrases returns clues and decoys shuffled together.
func (d *Date) Phrases(seed uint64) []Phrase { return dealt(seed, d.id, d.phrases) }

// Deal returns the phrases' ids, shuffled.
func (d *Date) Deal(seed uint64) []string { return dealt(seed, d.id, d.phraseIDs()) }

func (d *Date) phraseIDs() []string {
	ids := make([]string, len(d.phrases))
	for i, p := range d.phrases {
		ids[i] = p.ID
	}
	return ids
}

// identify returns the id of a phrase given by its words or its id. Answers of
// earlier versions may number the phrases in case order instead: p1, p2.
func (d *Date) identify(given string) string {
	for i, p := range d.phrases {
		if p.Words == given || given == "p"+strconv.Itoa(i+1) {
			return p.ID
		}
	}
	return given
}

// Form asks for a window, and for the phrases by their words.
func (d *Date) Form(seed uint64) Form {
	window := Field{Name: "window", Label: say("date.windows"), Note: say("date.windows.note")}
	for _, w := range d.puzzle.Windows {
		window.Options = append(window.Options, Option{ID: w.String(), Label: dated(w)})
	}
	phrases := Field{Name: "phrases", Pick: PickMany, Label: say("date.phrases"), Note: say("date.phrases.note")}
	for _, p := range d.Phrases(seed) {
		phrases.Options = append(phrases.Options, Option{ID: p.Words, Label: say("date.phrase", "phrase", p.Phrase)})
	}
	return Form{Fields: []Field{window, phrases}, About: []string{d.puzzle.Source}, Term: "source"}
}

// read decodes an answer: the index of the window and the phrases' ids.
func (d *Date) read(answer json.RawMessage) (window int, phrases []string, err error) {
	var a struct {
		Window  *string    `json:"window"`
		Phrases *[]*string `json:"phrases"`
	}
	if err := decode(answer, &a); err != nil {
		return 0, nil, d.malformed(err.Error())
	}
	if a.Window == nil {
		return 0, nil, d.malformed(`it has no "window"`)
	}
	if a.Phrases == nil {
		return 0, nil, d.malformed(`it has no "phrases"`)
	}
	window = slices.IndexFunc(d.puzzle.Windows, func(w edtf.Date) bool { return w.String() == *a.Window })
	if window < 0 {
		return 0, nil, d.malformed(fmt.Sprintf("%q is not one of the windows", quote.Short(*a.Window)))
	}
	if phrases, err = texts(*a.Phrases); err != nil {
		return 0, nil, d.malformed(err.Error())
	}
	for i, given := range phrases {
		phrases[i] = d.identify(given)
	}
	if err := subset(phrases, d.phraseIDs(), "phrases"); err != nil {
		return 0, nil, d.malformed(err.Error())
	}
	return window, phrases, nil
}

// Mark marks an answer {"window": …, "phrases": […]}.
func (d *Date) Mark(answer json.RawMessage) (Mark, error) {
	window, phrases, err := d.read(answer)
	if err != nil {
		return Mark{}, err
	}
	return d.mark(window, phrases), nil
}

func (d *Date) mark(window int, phrases []string) Mark {
	found := choice(phrases, d.clues, d.phraseIDs())
	mark := newMark(
		Part{Name: PartWindow, Value: windowMark(d.right, window) / 2, Max: 0.5},
		Part{Name: PartPhrases, Value: found.value() / 2, Max: 0.5},
	)
	mark.Date = &DateParts{
		Right: d.puzzle.Windows[d.right].String(), Given: d.puzzle.Windows[window].String(),
		Beside: beside(d.right, window), ChoiceParts: found,
	}
	return mark
}

// windowMark returns 1 for the right window, 0.5 for one next to it, else 0.
func windowMark(right, given int) float64 {
	switch {
	case right == given:
		return 1
	case beside(right, given):
		return 0.5
	default:
		return 0
	}
}

func beside(a, b int) bool { return a-b == 1 || b-a == 1 }

func (d *Date) malformed(problem string) error {
	windows := make([]string, len(d.puzzle.Windows))
	for i, w := range d.puzzle.Windows {
		windows[i] = w.String()
	}
	return &AnswerError{
		Item: d.id, Problem: problem,
		Expected: fmt.Sprintf(`one of the windows %s, and the phrases that give it away, each once, like {"window": %q, "phrases": []}`,
			quoted(windows), windows[0]),
	}
}

// Best returns the right window with the words of all clues.
func (d *Date) Best() json.RawMessage {
	phrases := []string{}
	for _, p := range d.phrases {
		if p.GivesAway {
			phrases = append(phrases, p.Words)
		}
	}
	return mustJSON(DateAnswer{Window: d.puzzle.Windows[d.right].String(), Phrases: phrases})
}

// Worst returns a window far from the right one, and no phrase.
func (d *Date) Worst() json.RawMessage {
	windows := d.puzzle.Windows
	window := windows[0]
	if d.right == 0 {
		window = windows[len(windows)-1]
	}
	return mustJSON(DateAnswer{Window: window.String(), Phrases: []string{}})
}

// Chance returns what a random window and random phrases earn on average.
func (d *Date) Chance() float64 {
	sum := 0.0
	for i := range d.puzzle.Windows {
		sum += windowMark(d.right, i)
	}
	return sum/float64(len(d.puzzle.Windows))/2 + choiceChance(len(d.clues), len(d.phrases)-len(d.clues))/2
}

// DateParts compares a chosen time window with the right one, and counts
// phrases.
type DateParts struct {
	Right  string `json:"right"` // the right window, as EDTF
	Given  string `json:"given"`
	Beside bool   `json:"beside"` // a window next to the right one
	ChoiceParts
}

// DateExplanation says when the source was written and what gives it away.
type DateExplanation struct {
	Window    edtf.Date        `json:"window"`    // the right window
	Published edtf.Date        `json:"published"` // when it came out, as far as is known
	DatedBy   casefile.DatedBy `json:"dated_by"`
	Phrases   []PhraseReason   `json:"phrases"` // clues first
}

// A PhraseReason says what a phrase gives away, or why it gives nothing away.
type PhraseReason struct {
	ID        string            `json:"id"`
	Phrase    string            `json:"phrase"`
	In        evidence.Citation `json:"in"`
	Why       string            `json:"why"`
	GivesAway bool              `json:"gives_away"`
	Chosen    bool              `json:"chosen"`
}

// Explain says when the source was written and what gives it away.
func (d *Date) Explain(answer json.RawMessage) (Explanation, error) {
	window, chosen, err := d.read(answer)
	if err != nil {
		return Explanation{}, err
	}
	e := &DateExplanation{Window: d.puzzle.Windows[d.right], Published: d.x.Published(d.puzzle.Source)}
	if src, ok := d.x.Source(evidence.SourceOf(d.puzzle.Source)); ok {
		e.DatedBy = src.DatedBy
	}
	for _, p := range d.phrases {
		reason := PhraseReason{
			ID: p.ID, Phrase: p.Phrase, Why: p.Why,
			GivesAway: p.GivesAway, Chosen: slices.Contains(chosen, p.ID),
		}
		if cited := d.x.Cite(p.In); len(cited) > 0 {
			reason.In = cited[0]
		}
		e.Phrases = append(e.Phrases, reason)
	}
	explained := Explanation{Why: d.puzzle.Why, Mark: d.mark(window, chosen), Answer: dated(e.Window), Date: e}
	for _, p := range e.Phrases {
		reason := say("date.gives-nothing", "why", p.Why)
		if p.GivesAway {
			reason = say("date.gives-away", "why", p.Why)
		}
		explained.Lines = append(explained.Lines, Line{
			Right: p.GivesAway == p.Chosen, Text: together(say("date.phrase", "phrase", p.Phrase), reason),
		})
	}
	return explained, nil
}
