package puzzle

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
	"holdtheline/quiz/internal/quote"
)

// A Who asks who said each of several quotations. The paragraph that quotes it
// names the speaker (said_by), who need not be the author. The people offered are
// those who said one of the quotations.
//
// The answer names a person for each quotation, by its number in the case, from 1:
// {"1": "person", "2": "person", …}. A person may be named more than once. The mark
// is corrected for guessing. A player who names one of m people at random for each
// of n quotations is right n/m times on average, so
//
//	mark = max(0, (right − n/m) / (n − n/m))
//
// which is 1 for all right and 0 for what guessing earns. With wrong = n − right
// it is max(0, (right − wrong/(m − 1)) / n), the usual correction for guessing in
// multiple-choice tests.
type Who struct {
	entry
	puzzle   *casefile.Puzzle
	speakers []string // by quotation
	people   []string // each once, in case order
}

// KindWho is matching quotations with their speakers.
const KindWho Kind = "who"

// PartSpeakers is the part of a mark for quotations matched with their speakers.
const PartSpeakers PartName = "speakers"

var who Spec = whoSpec{about{KindWho, Sources, "quotes", Nothing}}

type whoSpec struct{ about }

func (s whoSpec) New(x *evidence.Index, p *casefile.Puzzle) (Item, bool) {
	w := &Who{entry: s.entry(x, p), puzzle: p}
	for _, q := range p.Quotes {
		_, paragraph, ok := x.Paragraph(q.In)
		if !ok {
			return nil, false
		}
		if _, ok := x.Person(paragraph.SaidBy); !ok {
			return nil, false
		}
		w.speakers = append(w.speakers, paragraph.SaidBy)
	}
	for _, person := range x.Case().People {
		w.people = append(w.people, distinct(w.speakers, func(id string) bool { return id == person.ID })...)
	}
	return w, len(w.people) >= fewestSpeakers
}

const (
	fewestQuotes   = 3
	mostQuotes     = 5 // more is a chore
	fewestSpeakers = 2
)

func (s whoSpec) Check(f Reporter, x *evidence.Index, p *casefile.Puzzle, path string) {
	atLeast(f, path+".quotes", "quotations", len(p.Quotes), fewestQuotes)
	if n := len(p.Quotes); n > mostQuotes {
		f.Report(path+".quotes", fmt.Sprintf("leave out %d", n-mostQuotes), "there are %d quotations, but %d are enough", n, mostQuotes)
	}
	speakers, seen := map[string]bool{}, map[string]bool{}
	for i, q := range p.Quotes {
		here := fmt.Sprintf("%s.quotes[%d]", path, i)
		if seen[q.Words] {
			f.Report(here+".words", "delete one of the two", "the quotation %q stands in this puzzle twice", q.Words)
		}
		seen[q.Words] = true
		_, paragraph, ok := x.Paragraph(q.In)
		if !ok {
			continue
		}
		if !quotes(paragraph.Text, q.Words) {
			f.Report(here+".words", fmt.Sprintf("copy it letter by letter from there, from its opening mark on: %.80q", paragraph.Text), "%s does not quote %q", q.In, q.Words)
		}
		speaker, ok := x.Person(paragraph.SaidBy)
		if !ok {
			if paragraph.SaidBy == "" {
				f.Report(here+".in", "add said_by to that paragraph: the person who is quoted, by id", "%s does not tell whose words it quotes", q.In)
			}
			continue
		}
		speakers[speaker.ID] = true
		if strings.Contains(q.Words, speaker.Name) {
			f.Report(here+".words", "quote words that don't name who said them", "%q names %s, who said it", q.Words, speaker.Name)
		}
	}
	if len(speakers) == 1 {
		f.Report(path+".quotes", "quote somebody else as well", "one person said all of them, so there is nothing to choose")
	}
}

// openingMarks are the marks that begin a quotation: in English and Spanish, in German,
// and in Spanish and French.
const openingMarks = "“„«"

// quotes reports whether a text quotes words, from their opening mark on.
func quotes(text, words string) bool {
	for {
		before, after, found := strings.Cut(text, words)
		mark, _ := utf8.DecodeLastRuneInString(before)
		if !found || words == "" || strings.ContainsRune(openingMarks, mark) {
			return found
		}
		text = after
	}
}

func field(i int) string { return strconv.Itoa(i + 1) }

// Form asks who said each quotation. The people are dealt in one order for all.
func (w *Who) Form(seed uint64) Form {
	f := Form{Term: "source"}
	people := w.Deal(seed)
	for i, q := range w.puzzle.Quotes {
		f.Fields = append(f.Fields, Field{
			Name: field(i), Label: say("who.quote", "quote", q.Words), Options: options(people, w.name),
		})
	}
	return f
}

func (w *Who) name(id string) Message {
	person, _ := w.x.Person(id) // New keeps no other people
	return text(person.Name)
}

// Deal returns the people offered, shuffled.
func (w *Who) Deal(seed uint64) []string { return dealtField(seed, w.id, "people", w.people) }

// read decodes an answer: a person for each quotation.
func (w *Who) read(answer json.RawMessage) ([]string, error) {
	var named map[string]*string
	if err := decode(answer, &named); err != nil {
		return nil, w.malformed(err.Error())
	}
	given := make([]string, len(w.speakers))
	for i := range given {
		id := named[field(i)]
		if id == nil {
			return nil, w.malformed(fmt.Sprintf("it names nobody for %q", field(i)))
		}
		if len(distinct(w.people, func(person string) bool { return person == *id })) == 0 {
			return nil, w.malformed(fmt.Sprintf("%q is not one of the people on offer", quote.Short(*id)))
		}
		given[i] = *id
		delete(named, field(i))
	}
	for key := range named {
		return nil, w.malformed(fmt.Sprintf("there is no quotation %q", quote.Short(key)))
	}
	return given, nil
}

func (w *Who) malformed(problem string) error {
	return &AnswerError{
		Item: w.id, Problem: problem,
		Expected: fmt.Sprintf(`one of the people %s for each quotation from "1" to %q, like {"1": %q, …}`,
			quoted(w.people), field(len(w.speakers)-1), w.people[0]),
	}
}

// Mark marks an answer {"1": "person", …}.
func (w *Who) Mark(answer json.RawMessage) (Mark, error) {
	given, err := w.read(answer)
	if err != nil {
		return Mark{}, err
	}
	right := 0
	for i, id := range given {
		if id == w.speakers[i] {
			right++
		}
	}
	return newMark(Part{Name: PartSpeakers, Value: w.value(right), Max: 1}), nil
}

// value returns the mark for a number of right ones.
func (w *Who) value(right int) float64 {
	n := float64(len(w.speakers))
	byChance := n / float64(len(w.people))
	return max(0, (float64(right)-byChance)/(n-byChance))
}

// Explain says who said each quotation and where it is quoted.
func (w *Who) Explain(answer json.RawMessage) (Explanation, error) {
	given, err := w.read(answer)
	if err != nil {
		return Explanation{}, err
	}
	mark, err := w.Mark(answer)
	if err != nil {
		return Explanation{}, err
	}
	e := Explanation{Why: w.puzzle.Why, Mark: mark}
	for i, q := range w.puzzle.Quotes {
		line := Line{
			Right: given[i] == w.speakers[i],
			Text:  say("who.said", "quote", q.Words, "person", w.name(w.speakers[i])),
		}
		line.Detail = say("who.in", "source", titleOf(w.x, evidence.SourceOf(q.In)))
		if !line.Right {
			line.Detail = together(say("who.given", "person", w.name(given[i])), text(" "), line.Detail)
		}
		e.Lines = append(e.Lines, line)
	}
	return e, nil
}

// Best returns who said each quotation.
func (w *Who) Best() json.RawMessage {
	best := map[string]string{}
	for i, id := range w.speakers {
		best[field(i)] = id
	}
	return mustJSON(best)
}

// Worst returns a wrong person for each.
func (w *Who) Worst() json.RawMessage {
	form := w.Form(0)
	return form.Worst(w.Best())
}

// Chance returns what naming people at random earns on average. It is above 0,
// since marks are floored at 0.
func (w *Who) Chance() float64 {
	n, hit := len(w.speakers), 1/float64(len(w.people))
	mean, ways := 0.0, 1.0 // n choose right
	for right := range n + 1 {
		mean += ways * math.Pow(hit, float64(right)) * math.Pow(1-hit, float64(n-right)) * w.value(right)
		ways *= float64(n-right) / float64(right+1)
	}
	return mean
}
