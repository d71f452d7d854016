package puzzle

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"os"
	"slices"
	"strconv"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/evidence"
)

// vectors is testdata/vectors.json, the published test vectors; the file explains
// its own keys. Package report runs the rest of it.
type vectors struct {
	About   []string
	Version int
	Order   []struct {
		relationVector
		Name                    string
		Order                   []string
		Mark                    float64
		Right, Wrong, Decidable int
		ToMove                  int `json:"to_move"`
		Move                    *[]string
	}
	Weigh []struct {
		Name   string
		Tiers  map[string]int
		Order  []string
		Mark   float64
		ToMove int `json:"to_move"`
	}
	Chance []struct {
		relationVector
		Name string
		Mean float64
	}
	Deal []struct {
		relationVector
		Seed, Item string
		Order      []string
	}
	Verdict []struct {
		Supported, Given casefile.Verdict
		Defensible       map[casefile.Verdict]float64
		Certainty        int
		Mark, CBM        float64
	}
	Round []struct {
		CBM  []float64
		Mark float64
	}
	Date []struct {
		Name                  string
		Windows, Right, Given int
		Clues, Decoys, Chosen []string
		Window, Phrases, Mark float64
	}
	Trace []struct {
		Name             string
		Report           string
		Pool, Witnesses  []string
		From             map[string]oneOrMore
		Answer           json.RawMessage
		Path, Ends, Mark float64
		Chance           float64
	}
	Spot []struct {
		Place, Account string
		Answer         json.RawMessage
		Mark           float64
	}
	Slips []struct {
		Points, Slips, Chosen []string
		Mark                  float64
	}
	Who []struct {
		Said, Given  []string
		Mark, Chance float64
	}
	Tabs []struct {
		Offered, Good, Opened []string
		Mark                  float64
	}
	Discernment, Calibration []json.RawMessage
}

type relationVector struct {
	Cards  []string
	Before [][2]string
}

func (v relationVector) order(id string) *Order {
	direct := func(a, b int) bool { return slices.Contains(v.Before, [2]string{v.Cards[a], v.Cards[b]}) }
	r := newRelation(len(v.Cards), direct)
	return &Order{entry: entry{id: id, kind: KindOrder}, cards: v.Cards, relation: r, chance: r.chanceMean}
}

func readVectors(t *testing.T) vectors {
	t.Helper()
	data, err := os.ReadFile("testdata/vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	var keyed map[string]json.RawMessage
	if err := json.Unmarshal(data, &keyed); err != nil {
		t.Fatal(err)
	}
	var v vectors
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	// No list is empty, and nothing in the file goes unread.
	counts := map[string]int{
		"about": len(v.About), "version": v.Version, "order": len(v.Order), "weigh": len(v.Weigh),
		"chance": len(v.Chance), "deal": len(v.Deal), "verdict": len(v.Verdict), "round": len(v.Round),
		"date": len(v.Date), "trace": len(v.Trace), "spot": len(v.Spot), "slips": len(v.Slips), "who": len(v.Who), "tabs": len(v.Tabs),
		"discernment": len(v.Discernment), "calibration": len(v.Calibration),
	}
	for key := range keyed {
		if counts[key] == 0 {
			t.Errorf("nothing was read under %q", key)
		}
	}
	if len(keyed) != len(counts) {
		t.Errorf("the file has the keys %v", slices.Sorted(maps.Keys(keyed)))
	}
	return v
}

func near(a, b float64) bool { return math.Abs(a-b) < 1e-6 }

func TestVectorsOfOrders(t *testing.T) {
	v := readVectors(t)
	for _, c := range v.Order {
		o := c.relationVector.order("vector")
		mark, err := o.MarkOrder(c.Order)
		if err != nil {
			t.Errorf("%s: %v", c.Name, err)
			continue
		}
		got := *mark.Order
		if !near(mark.Value, c.Mark) || got.Right != c.Right || got.Wrong != c.Wrong || got.Decidable != c.Decidable {
			t.Errorf("%s: got mark %v with %+v, want %v with %d right, %d wrong of %d", c.Name, mark.Value, got, c.Mark, c.Right, c.Wrong, c.Decidable)
		}
		if got.ToMove != c.ToMove || len(got.Move) != c.ToMove {
			t.Errorf("%s: %d cards to move, %v, want %d", c.Name, got.ToMove, got.Move, c.ToMove)
		}
		if c.Move != nil && !slices.Equal(got.Move, *c.Move) {
			t.Errorf("%s: to move %v, want %v", c.Name, got.Move, *c.Move)
		}
	}
	for _, c := range v.Weigh {
		cards := slices.Sorted(maps.Keys(c.Tiers))
		r := newRelation(len(cards), func(a, b int) bool { return c.Tiers[cards[a]] < c.Tiers[cards[b]] })
		o := &Order{entry: entry{id: "vector", kind: KindWeigh}, cards: cards, relation: r}
		mark, err := o.MarkOrder(c.Order)
		if err != nil || !near(mark.Value, c.Mark) || mark.Order.ToMove != c.ToMove {
			t.Errorf("%s: got %+v, %v, want %v with %d to move", c.Name, mark, err, c.Mark, c.ToMove)
		}
	}
	for _, c := range v.Chance {
		if got := c.relationVector.order("vector").Chance(); !near(got, c.Mean) {
			t.Errorf("%s: guessing earns %v, want %v", c.Name, got, c.Mean)
		}
	}
}

// A deal that changes breaks every link with a seed and every saved session:
// these vectors must never be updated, only added to.
func TestVectorsOfDeals(t *testing.T) {
	for _, c := range readVectors(t).Deal {
		seed, err := strconv.ParseUint(c.Seed, 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		if got := c.relationVector.order(c.Item).Deal(seed); !slices.Equal(got, c.Order) {
			t.Errorf("seed %s, item %q: dealt %v, want %v", c.Seed, c.Item, got, c.Order)
		}
	}
}

func TestVectorsOfVerdicts(t *testing.T) {
	v := readVectors(t)
	for _, c := range v.Verdict {
		item := &Verdict{Status: &casefile.Status{Is: c.Supported, Defensible: c.Defensible}}
		mark, err := item.Mark(mustJSON(VerdictAnswer{Is: c.Given, Certainty: c.Certainty}))
		if err != nil || !near(mark.Value, c.Mark) || !near(mark.Verdict.CBM, c.CBM) {
			t.Errorf("%+v: got %+v, %v", c, mark, err)
		}
	}
	for _, c := range v.Round {
		if got := RoundMark(c.CBM); !near(got, c.Mark) {
			t.Errorf("a round of %v marks %v, want %v", c.CBM, got, c.Mark)
		}
	}
}

func TestVectorsOfDates(t *testing.T) {
	for _, c := range readVectors(t).Date {
		item := &Date{puzzle: &casefile.Puzzle{}, right: c.Right}
		for i := range c.Windows {
			item.puzzle.Windows = append(item.puzzle.Windows, edtf.MustParse(fmt.Sprintf("2015-09-%02d", i+1)))
		}
		for i, phrase := range slices.Concat(c.Clues, c.Decoys) {
			id := "p" + strconv.Itoa(i+1)
			item.phrases = append(item.phrases, Phrase{ID: id, Words: phrase, Clue: casefile.Clue{Phrase: phrase}})
			if i < len(c.Clues) {
				item.clues = append(item.clues, id)
			}
		}
		mark, err := item.Mark(mustJSON(DateAnswer{Window: item.puzzle.Windows[c.Given].String(), Phrases: c.Chosen}))
		if err != nil {
			t.Errorf("%s: %v", c.Name, err)
			continue
		}
		if !near(mark.Value, c.Mark) || !near(mark.Parts[0].Value, c.Window/2) || !near(mark.Parts[1].Value, c.Phrases/2) {
			t.Errorf("%s: got %+v, want %v", c.Name, mark, c.Mark)
		}
	}
}

// oneOrMore is an id, or a list of ids.
type oneOrMore []string

func (o *oneOrMore) UnmarshalJSON(data []byte) error {
	var one string
	if json.Unmarshal(data, &one) == nil {
		*o = oneOrMore{one}
		return nil
	}
	return json.Unmarshal(data, (*[]string)(o))
}

func TestVectorsOfSources(t *testing.T) {
	v := readVectors(t)
	for _, c := range v.Trace {
		item := &Trace{report: c.Report, pool: c.Pool, cards: append(slices.Clone(c.Pool), c.Report), from: map[string][]string{}, witnesses: c.Witnesses}
		for card, from := range c.From {
			item.from[card] = from
		}
		mark, err := item.Mark(c.Answer)
		if err != nil || !near(mark.Value, c.Mark) || !near(mark.Parts[0].Value, c.Path) || !near(mark.Parts[1].Value, c.Ends) {
			t.Errorf("trace, %s: got %+v, %v, want %v", c.Name, mark.Parts, err, c.Mark)
		}
		if c.Chance != 0 && !near(item.Chance(), c.Chance) {
			t.Errorf("trace, %s: guessing earns %v, want %v", c.Name, item.Chance(), c.Chance)
		}
	}
	for _, c := range v.Spot {
		item := &Spot{points: []string{"hour", "day"}, accounts: [2]string{"one", "two"}, place: c.Place, account: c.Account}
		if mark, err := item.Mark(c.Answer); err != nil || !near(mark.Value, c.Mark) {
			t.Errorf("spot %s: got %v, %v, want %v", c.Answer, mark.Value, err, c.Mark)
		}
	}
	for _, c := range v.Slips {
		item := &Slips{points: c.Points, slips: c.Slips}
		if mark, err := item.Mark(mustJSON(c.Chosen)); err != nil || !near(mark.Value, c.Mark) {
			t.Errorf("slips %v of %v: got %v, %v, want %v", c.Chosen, c.Slips, mark.Value, err, c.Mark)
		}
	}
	for _, c := range v.Who {
		item := &Who{speakers: c.Said}
		for i, person := range c.Said {
			if !slices.Contains(c.Said[:i], person) {
				item.people = append(item.people, person)
			}
		}
		answer := map[string]string{}
		for i, person := range c.Given {
			answer[strconv.Itoa(i+1)] = person
		}
		if mark, err := item.Mark(mustJSON(answer)); err != nil || !near(mark.Value, c.Mark) {
			t.Errorf("who said %v, given to %v: got %v, %v, want %v", c.Said, c.Given, mark.Value, err, c.Mark)
		}
		if c.Chance != 0 && !near(item.Chance(), c.Chance) {
			t.Errorf("who said %v: guessing earns %v, want %v", c.Said, item.Chance(), c.Chance)
		}
	}
	for _, c := range v.Tabs {
		item := tabsOf(c.Offered, c.Good)
		if mark, err := item.Mark(mustJSON(c.Opened)); err != nil || !near(mark.Value, c.Mark) {
			t.Errorf("tabs %v: got %v, %v, want %v", c.Opened, mark.Value, err, c.Mark)
		}
	}
}

// tabsOf makes a beat whose desk holds one source. All tabs bear on its claim; the
// good ones are origins and the others repeat that source.
func tabsOf(offered, good []string) *Tabs {
	c := &casefile.Case{Sources: []casefile.Source{{ID: "desk"}}, Claims: []casefile.Claim{{ID: "claim"}}}
	for _, id := range offered {
		src := casefile.Source{ID: id, Directness: casefile.Secondhand, Published: edtf.MustParse("2015-09-14")}
		if !slices.Contains(good, id) {
			src.ReliesOn = []string{"desk"}
		}
		c.Sources = append(c.Sources, src)
		c.Claims[0].Related = append(c.Claims[0].Related, id+"#p")
	}
	x, on := evidence.New(c), &desk{since: map[string]int{}}
	on.next(x, []string{"desk"})
	tabs, _ := newTabs(x, &casefile.Beat{Ask: []casefile.Ask{{Claim: "claim"}}, Tabs: offered}, on)
	return tabs
}
