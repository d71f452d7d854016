package puzzle

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/evidence"
)

// loadSet loads the small case that has every kind of puzzle.
func loadSet(t testing.TB) *Set {
	t.Helper()
	return New(lostCat(t))
}

func get[T Item](t testing.TB, s *Set, id string) T {
	t.Helper()
	it, ok := s.Item(id)
	if !ok {
		t.Fatalf("no item %q", id)
	}
	one, ok := it.(T)
	if !ok {
		t.Fatalf("item %q is a %T", id, it)
	}
	return one
}

func TestItemsInPlayingOrder(t *testing.T) {
	var got []string
	for _, it := range loadSet(t).Items() {
		got = append(got, fmt.Sprintf("%s %s %s %g", it.ID(), it.Kind(), it.Skill(), it.Weight()))
	}
	want := []string{
		"tuesday.tabs tabs sources 1",
		"found-tuesday verdict verdicts 1",
		"found-wednesday verdict verdicts 2",
		"found-thursday verdict verdicts 1",
		"home-monday verdict verdicts 1",
		"order-happened order chronology 1",
		"order-known order chronology 1",
		"date-paper date chronology 1",
		"trace-radio trace sources 1",
		"weigh-found weigh sources 1",
		"spot-library spot sources 1",
		"slips-memory slips sources 1",
	}
	got = slices.DeleteFunc(got, func(line string) bool { return !slices.Contains(want, line) }) // the case may ask more
	if !slices.Equal(got, want) {
		t.Errorf("items\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestBestMarksOne(t *testing.T) {
	for _, it := range loadSet(t).Items() {
		mark, err := it.Mark(it.Best())
		if err != nil || mark.Value != 1 {
			t.Errorf("%s: its best answer %s marks %v, %v", it.ID(), it.Best(), mark.Value, err)
		}
	}
}

// The right answers of one case, worked out by hand.
func TestRightAnswersOfTheSmallCase(t *testing.T) {
	s := loadSet(t)
	best := map[string]string{
		"tuesday.tabs":    `["vet"]`,
		"found-tuesday":   `{"is":"unconfirmed","certainty":3}`,
		"found-wednesday": `{"is":"denied","certainty":3}`,
		"found-thursday":  `{"is":"prank","certainty":3}`,
		"home-monday":     `{"is":"real","certainty":3}`,
		"order-happened":  `["leaves","toy-placed","photo-taken","denial","sorry","return"]`,
		"order-known":     `["leaves","photo-taken","denial","toy-placed","return"]`,
		"date-paper":      `{"window":"2021-03-03","phrases":["found the school cat yesterday"]}`,
		"trace-radio":     `{"paper":"photo","radio":"paper"}`,
		"weigh-found":     `["photo","office","paper","radio"]`,
		"spot-library":    `{"place":"library","account":"office"}`,
		"slips-memory":    `["how-long"]`,
		"who-said":        `{"1":"tom","2":"school","3":"mira"}`,
	}
	for id, want := range best {
		if it, ok := s.Item(id); !ok || string(it.Best()) != want {
			t.Errorf("%s: its best answer is not %s", id, want)
		}
	}
}

func TestMarksOfAnswers(t *testing.T) {
	s := loadSet(t)
	for _, c := range []struct {
		item, answer string
		want         float64
	}{
		{"tuesday.tabs", `[]`, 0},
		{"found-tuesday", `{"is": "real", "certainty": 3}`, 0.5},
		{"found-tuesday", `{"is": "denied", "certainty": 1}`, 0},
		{"order-happened", `["leaves","photo-taken","toy-placed","denial","sorry","return"]`, 13.0 / 15},
		{"date-paper", `{"window": "2021-03-01/2021-03-02", "phrases": ["found the school cat yesterday"]}`, 0.75},
		{"date-paper", `{"window": "2021-03-03", "phrases": ["twice a week", "p1"]}`, 0.5},
		{"trace-radio", `{"radio": "paper"}`, 0.25},                                      // half of the way
		{"trace-radio", `{"radio": "photo"}`, 0.5},                                       // the right end, past a card
		{"trace-radio", `{"radio": "photo", "paper": "photo"}`, 0.75},                    // and that card for itself
		{"trace-radio", `{"radio": "paper", "paper": "photo", "photo": null}`, 1},        // the end hung up for itself as well
		{"trace-radio", `{"radio": "paper", "paper": "photo", "office": null}`, 0.5},     // one end too many
		{"trace-radio", `{"radio": "paper", "paper": "photo", "notice": "photo"}`, 0.75}, // one cord too many
		{"trace-radio", `{"radio": "notice", "paper": "notice", "photo": "office"}`, 0},  //
		{"trace-radio", `{"radio": "paper", "paper": "radio"}`, 0},                       // a circle has no end
		{"trace-radio", `{}`, 0}, // the report is an end
		{"weigh-found", `["radio","paper","office","photo"]`, 0},
		{"spot-library", `{"place": "seen-last", "account": "office"}`, 0.5},
		{"slips-memory", `["how-long", "where"]`, 0},
		{"who-said", `{"1": "tom", "2": "school", "3": "tom"}`, 0.5},
		{"who-said", `{"1": "tom", "2": "tom", "3": "tom"}`, 0}, // what guessing earns
	} {
		it, _ := s.Item(c.item)
		if mark, err := it.Mark(json.RawMessage(c.answer)); err != nil || !near(mark.Value, c.want) {
			t.Errorf("%s: %s marks %v, %v, want %v", c.item, c.answer, mark.Value, err, c.want)
		}
	}
}

func TestMalformedAnswers(t *testing.T) {
	s := loadSet(t)
	for _, c := range []struct{ item, answer, problem string }{
		{"found-tuesday", ``, "empty"},
		{"found-tuesday", `{"is": "prank"`, "ends too early"},
		{"found-tuesday", `prank`, "not JSON"},
		{"found-tuesday", `{"is": "prank", "certainty": 2} extra`, "follows after its end"},
		{"found-tuesday", `null`, `"" is not a verdict`},
		{"found-tuesday", `{"is": "true", "certainty": 2}`, `"true" is not a verdict`},
		{"found-tuesday", `{"is": "prank"}`, "certainty is 0"},
		{"found-tuesday", `{"is": "prank", "certainty": 4}`, "certainty is 4"},
		{"found-tuesday", `{"is": "prank", "certainty": 2.5}`, `its "certainty" is a number 2.5`},
		{"found-tuesday", `{"is": "prank", "certainty": 2, "why": ""}`, `unknown field "why"`},
		{"found-tuesday", `["prank", 2]`, "it is, or holds, an array"},
		{"found-tuesday", `{"is": "real", "is": "prank", "certainty": 2}`, `the key "is" twice`},
		{"found-tuesday", `{"Is": "prank", "certainty": 2}`, `its key "Is" has to be written "is"`},
		{"found-tuesday", `{"is": "prank", "IS": "real", "certainty": 2}`, `its key "IS" has to be written "is"`},
		{"found-tuesday", `{"is": "prank", "certainty": 2` + strings.Repeat("0", 5000) + `}`, "a number 2000"},
		{"found-tuesday", `{"is": "prank", "` + strings.Repeat("x", 5000) + `": 2}`, "unknown field"},
		{"date-paper", `{"window": "2021-03-03", "phrases": [], "phrases": ["p1"]}`, `the key "phrases" twice`},
		{"trace-radio", `{"radio": "photo", "radio": "paper"}`, `the key "radio" twice`},
		{"order-happened", `null`, "null"},
		{"order-happened", `{}`, "an object"},
		{"order-happened", `[1, 2]`, "a number"},
		{"order-happened", `[null]`, "null in a list"},
		{"order-happened", `[]`, `leaves out "leaves", "toy-placed"`},
		{"order-happened", `["leaves","toy-placed","photo-taken","denial","sorry"]`, `leaves out "return"`},
		{"order-happened", `["leaves","toy-placed","photo-taken","denial","sorry","sorry"]`, `"sorry" stands in it twice`},
		{"order-happened", `["leaves","toy-placed","photo-taken","denial","sorry","dog"]`, `"dog" is not one of the cards`},
		{"order-happened", `["` + strings.Repeat("x", 500) + `"]`, "x…"},
		{"weigh-found", `["photo"]`, "leaves out"},
		{"date-paper", `{"phrases": []}`, `no "window"`},
		{"date-paper", `{"window": "2021-03-03"}`, `no "phrases"`},
		{"date-paper", `{"window": "2021-03-09", "phrases": []}`, "not one of the windows"},
		{"date-paper", `{"window": "2021-03-03", "phrases": ["meow"]}`, "not one of the phrases"},
		{"date-paper", `{"window": "2021-03-03", "phrases": ["p1", "found the school cat yesterday"]}`, "twice"},
		{"date-paper", `{"window": "2021-03-03", "phrases": [null]}`, "null"},
		{"trace-radio", `null`, "null"},
		{"trace-radio", `["radio"]`, "an array"},
		{"trace-radio", `{"radio": 1}`, "a number"},
		{"trace-radio", `{"radio": "vet"}`, `"vet" is not one of the cards`},
		{"trace-radio", `{"vet": null}`, `"vet" is not one of the cards`},
		{"trace-radio", `{"radio": ""}`, `"" is not one of the cards`},
		{"trace-radio", `{"paper": "paper"}`, "leads to itself"},
		{"trace-radio", `{"origin": "photo", "witnesses": 1}`, "a number"}, // as it was answered once
		{"spot-library", `{"account": "office"}`, "not one of the places"},
		{"spot-library", `{"place": "library", "account": "photo"}`, "not one of the two accounts"},
		{"slips-memory", `"where"`, "a string"},
		{"slips-memory", `["library"]`, "not one of the points"},
		{"who-said", `["tom"]`, "an array"},
		{"who-said", `null`, `it names nobody for "1"`},
		{"who-said", `{"1": "tom", "2": null, "3": "mira"}`, `it names nobody for "2"`},
		{"who-said", `{"1": "tom", "2": "vet", "3": "mira"}`, `"vet" is not one of the people`},
		{"who-said", `{"1": "tom", "2": "tom", "3": "tom", "4": "tom"}`, `no quotation "4"`},
		{"who-said", `{"1": "tom", "1": "mira", "2": "tom", "3": "tom"}`, `the key "1" twice`},
		{"tuesday.tabs", `["vet", "vet"]`, "twice"},
		{"tuesday.tabs", `["joke"]`, "not one of the tabs"},
	} {
		it, _ := s.Item(c.item)
		mark, err := it.Mark(json.RawMessage(c.answer))
		var answerErr *AnswerError
		if !errors.As(err, &answerErr) {
			t.Errorf("%s: %s gave %+v, %v", c.item, c.answer, mark, err)
			continue
		}
		if !strings.Contains(err.Error(), c.problem) {
			t.Errorf("%s: %s gave %q, which does not say %q", c.item, c.answer, err, c.problem)
		}
		if answerErr.Item != c.item || answerErr.Expected == "" || len(err.Error()) > 700 {
			t.Errorf("%s: %s gave %+v", c.item, c.answer, answerErr)
		}
		if _, err := it.Explain(json.RawMessage(c.answer)); err == nil {
			t.Errorf("%s: %s was explained", c.item, c.answer)
		}
	}
}

func explain(t *testing.T, s *Set, item, answer string) Explanation {
	t.Helper()
	it, ok := s.Item(item)
	if !ok {
		t.Fatalf("no item %q", item)
	}
	e, err := it.Explain(json.RawMessage(answer))
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestExplanationOfVerdict(t *testing.T) {
	s := loadSet(t)
	e := explain(t, s, "found-thursday", `{"is": "real", "certainty": 3}`)
	if e.Mark.Verdict.CBM != -6 || e.Verdict.Supported != casefile.Prank || e.Why == "" || e.Verdict.WouldChange == "" {
		t.Errorf("explained as %+v %+v", e, e.Verdict)
	}
	want := []evidence.Citation{
		{Ref: "joke#toy", Source: "joke", Paragraph: "toy", Title: "It was a toy", Text: "Tom says sorry. He put a toy in the library and took the photo for fun."},
		{Ref: "paper#update", Source: "paper", Paragraph: "update", Title: "Cat found in library", Text: "Since then the pupil has said that it was a joke. The tail belongs to a toy."},
	}
	if !slices.Equal(e.Verdict.Because, want) {
		t.Errorf("because %+v", e.Verdict.Because)
	}
}

func TestNoHindsightInVerdicts(t *testing.T) {
	s := loadSet(t)
	for _, it := range s.Items() {
		v, ok := it.(*Verdict)
		if !ok {
			continue
		}
		for _, cited := range explain(t, s, v.ID(), string(v.Best())).Verdict.Because {
			if !s.Evidence().PublicBy(cited.Ref, v.Beat.At) {
				t.Errorf("%s at %s cites %s, which came later", v.ID(), v.Beat.At, cited.Ref)
			}
		}
	}
}

func TestExplanationOfOrder(t *testing.T) {
	s := loadSet(t)
	e := explain(t, s, "order-happened", `["photo-taken","leaves","toy-placed","denial","sorry","return"]`)
	var line []string
	for _, layer := range e.Order.Layers {
		for _, card := range layer {
			line = append(line, fmt.Sprintf("%s %s move=%t early=%v late=%v cites=%d", card.ID, card.Date, card.Move, card.TooEarly, card.TooLate, len(card.Because)))
		}
	}
	want := []string{
		"leaves 2021-02-28 move=false early=[] late=[photo-taken] cites=1",
		"toy-placed 2021-03-02 move=false early=[] late=[photo-taken] cites=1",
		"photo-taken 2021-03-02 move=true early=[leaves toy-placed] late=[] cites=2",
		"denial 2021-03-03 move=false early=[] late=[] cites=1",
		"sorry 2021-03-04 move=false early=[] late=[] cites=1",
		"return 2021-03-08 move=false early=[] late=[] cites=1",
	}
	if !slices.Equal(line, want) {
		t.Errorf("true line\n%s\nwant\n%s", strings.Join(line, "\n"), strings.Join(want, "\n"))
	}
	if e.Order.Layers[2][0].Note == "" || e.Why == "" {
		t.Error("a note or the lesson is missing")
	}

	known := get[*Order](t, s, "order-known")
	if got := known.Layers(); len(got) != 5 || known.Axis() != casefile.Known {
		t.Errorf("by known: %v", got)
	}
	if known.Before("toy-placed", "photo-taken") || !known.Before("photo-taken", "toy-placed") || known.Before("photo-taken", "dog") {
		t.Error("the photo was known before the toy")
	}

	weigh := explain(t, s, "weigh-found", `["photo","paper","radio","office"]`)
	if first := weigh.Order.Layers[0][0]; first.ID != "photo" || first.Directness != casefile.Firsthand || first.Title != "Look who I found" {
		t.Errorf("the strongest is %+v", first)
	}
}

func TestExplanationOfDate(t *testing.T) {
	e := explain(t, loadSet(t), "date-paper", `{"window": "2021-03-03", "phrases": ["twice a week"]}`)
	got := e.Date
	if got.Published.String() != "2021-03-03" || got.DatedBy != casefile.Inferred || len(got.Phrases) != 2 {
		t.Fatalf("explained as %+v", got)
	}
	clue, decoy := got.Phrases[0], got.Phrases[1]
	if !clue.GivesAway || clue.Chosen || clue.In.Ref != "paper#report" || clue.Why == "" {
		t.Errorf("clue %+v", clue)
	}
	if decoy.GivesAway || !decoy.Chosen {
		t.Errorf("decoy %+v", decoy)
	}
	if parts := e.Mark.Date; !slices.Equal(parts.Missed, []string{clue.ID}) || !slices.Equal(parts.False, []string{decoy.ID}) {
		t.Errorf("parts %+v", parts)
	}
}

func TestExplanationsOfSources(t *testing.T) {
	s := loadSet(t)
	trace := explain(t, s, "trace-radio", `{"radio": "photo", "paper": null, "office": "paper"}`)
	if want := []TraceCard{
		{Source: "photo", Says: true, Hung: true},
		{Source: "paper", Says: true, From: []string{"photo"}, Hung: true},
		{Source: "radio", Says: true, From: []string{"paper"}, Hung: true, To: "photo", Pull: Skips},
		{Source: "notice"},
		{Source: "office", Hung: true, To: "paper", Pull: Wrong},
	}; !reflect.DeepEqual(trace.Trace.Cards, want) {
		t.Errorf("explained as %+v", trace.Trace.Cards)
	}
	for i, want := range []string{"", "trace.given.end", "trace.given.skips", "", "trace.given.to"} {
		line := trace.Lines[i]
		if got := line.Detail.In(keyed{}); line.Right != (want == "") || want != "" && !strings.Contains(got, want) {
			t.Errorf("line %d is %t, %q; want %q", i, line.Right, got, want)
		}
	}
	if parts := trace.Mark.Trace; parts.Right != 0 || parts.Skips != 1 || parts.Wrong != 1 || parts.Of != 2 ||
		!slices.Equal(parts.Ends, []string{"photo", "paper"}) && !slices.Equal(parts.Ends, []string{"paper", "photo"}) {
		t.Errorf("marked as %+v", parts)
	}

	spot := explain(t, s, "spot-library", `{"place": "library", "account": "radio"}`).Spot
	if spot.Accounts[0].Better || !spot.Accounts[1].Better || spot.Accounts[0].Answer.Text != "yes" ||
		!reflect.DeepEqual(spot.Accounts[1].Answer.Voices, []evidence.Witness{{Who: "school", Sources: []string{"office"}}, {Who: "tom", Sources: []string{"joke"}}}) {
		t.Errorf("spotted %+v", spot.Accounts)
	}
	if len(spot.Agree) != 1 || spot.Agree[0].Answers != [2]string{} {
		t.Errorf("elsewhere %+v", spot.Agree)
	}

	slips := explain(t, s, "slips-memory", `["where"]`).Slips
	if p := slips.Points[0]; p.Point != "how-long" || !p.Slip || p.Chosen || p.Says.Text != "a month" || p.Best == nil || p.Best.Text != "a week" {
		t.Errorf("slip %+v", p)
	}
	if p := slips.Points[1]; p.Slip || !p.Chosen || p.Best.Text != p.Says.Text {
		t.Errorf("no slip %+v", p)
	}

	tabs := explain(t, s, "tuesday.tabs", `["vet"]`).Tabs
	if len(tabs.Tabs) != 1 || !tabs.Tabs[0].Opened || !tabs.Tabs[0].Good || !tabs.Tabs[0].Firsthand {
		t.Errorf("tabs %+v", tabs.Tabs)
	}
}

func TestTabsThatRepeatTheDesk(t *testing.T) {
	tabs := tabsOf([]string{"new", "copy"}, []string{"new"})
	if !tabs.Good("new") || tabs.Good("copy") || tabs.Good("desk") || tabs.Good("nothing") {
		t.Error("only the tab that does not rest on the desk is good")
	}
	e, err := tabs.Explain(json.RawMessage(`["copy"]`))
	if err != nil || !slices.Equal(e.Tabs.Tabs[1].Repeats, []string{"desk"}) {
		t.Errorf("explained as %+v, %v", e.Tabs, err)
	}
}

// The desk keeps what came in at earlier beats, and a first-hand tab is good even
// if it repeats that.
func TestTabsAreComparedWithTheWholeDesk(t *testing.T) {
	day := edtf.MustParse("2015-09-14")
	s := New(&casefile.Case{
		Sources: []casefile.Source{
			{ID: "post", Published: day, Directness: casefile.Firsthand},
			{ID: "report", Published: day, Directness: casefile.Secondhand, ReliesOn: []string{"post"}},
			{ID: "copy", Published: day, Directness: casefile.Firsthand, ReliesOn: []string{"post"}},
			{ID: "other", Published: day, Directness: casefile.Secondhand},
			{ID: "beside", Published: day, Directness: casefile.Firsthand},
		},
		Rooms: []casefile.Room{{Beats: []casefile.Beat{
			{ID: "first", Arrivals: []string{"post"}, Tabs: []string{"report"}, Ask: []casefile.Ask{{Claim: "claim"}}},
			{ID: "second", Arrivals: []string{"other"}, Tabs: []string{"report", "copy", "beside"}, Ask: []casefile.Ask{{Claim: "claim"}}},
		}}},
		Claims: []casefile.Claim{{ID: "claim", AssertedBy: []string{"report#p"}, Related: []string{"copy#p"}}},
	})
	if _, ok := s.Item(TabsID("first")); ok {
		t.Error("a beat whose only tab adds nothing asks for tabs")
	}
	if tabs, ok := s.Tabs("first"); !ok || tabs.Reasons([]string{"report"})[0].Good {
		t.Error("what its tab would have added can't be told")
	}
	tabs := get[*Tabs](t, s, TabsID("second"))
	if tabs.Good("report") || !tabs.Good("copy") || tabs.Good("beside") {
		t.Errorf("report %t, copy %t, beside the point %t", tabs.Good("report"), tabs.Good("copy"), tabs.Good("beside"))
	}
	e, err := tabs.Explain(json.RawMessage(`["copy"]`))
	if err != nil || !e.Tabs.Tabs[1].Firsthand || len(e.Tabs.Tabs[1].Repeats) != 1 || e.Mark.Value != 1 {
		t.Errorf("explained as %+v, %v", e, err)
	}
}

func TestDealsFollowTheSeed(t *testing.T) {
	s := loadSet(t)
	for _, it := range s.Items() {
		deal := it.Deal(1)
		if !slices.Equal(deal, it.Deal(1)) {
			t.Errorf("%s: one seed dealt twice differs", it.ID())
		}
		if it.Kind() == KindVerdict {
			if deal != nil {
				t.Errorf("%s: a verdict deals %v", it.ID(), deal)
			}
			continue
		}
		differs := false
		for seed := range uint64(20) {
			other := it.Deal(seed)
			differs = differs || !slices.Equal(deal, other)
			if !slices.Equal(slices.Sorted(slices.Values(deal)), slices.Sorted(slices.Values(other))) {
				t.Errorf("%s: seed %d deals %v", it.ID(), seed, other)
			}
		}
		if !differs && it.Kind() != KindTabs {
			t.Errorf("%s: every seed deals %v", it.ID(), deal)
		}
	}

	date := get[*Date](t, s, "date-paper")
	for i, p := range date.Phrases(5) {
		if p.ID != date.Deal(5)[i] {
			t.Error("phrases and deal differ")
		}
	}
	trace := get[*Trace](t, s, "trace-radio")
	form := trace.Form(5)
	if field := form.Fields[0]; !slices.Equal(field.IDs(), append([]string{"radio"}, trace.Deal(5)...)) || field.Root != "radio" {
		t.Errorf("the cards on the table are %v", field.IDs())
	}
}

// Items that the case can't support are left out.
func TestItemsThatCannotBeAskedAreLeftOut(t *testing.T) {
	day := edtf.MustParse("2015-09-14")
	c := &casefile.Case{Sources: []casefile.Source{{ID: "a"}, {ID: "b"}}, Claims: []casefile.Claim{{ID: "later"}}, Points: []casefile.Point{
		{ID: "even", Answers: []casefile.Answer{{By: []string{"a#p"}}, {By: []string{"b#p"}}}}, // neither better supported
		{ID: "silent", Answers: []casefile.Answer{{By: []string{"a#p"}}}},
	}, Rooms: []casefile.Room{
		{Beats: []casefile.Beat{{ID: "beat", Tabs: []string{"none"}, Ask: []casefile.Ask{{ID: "ask", Claim: "none"}}}}},
		{Puzzles: []casefile.Puzzle{
			{ID: "order", Kind: KindOrder, Events: []string{"none"}},
			{ID: "weigh", Kind: KindWeigh, Sources: []string{"none"}},
			{ID: "date", Kind: KindDate, Source: "none"},
			{ID: "trace", Kind: KindTrace, Source: "none", Sources: []string{"none"}},
			{ID: "spot", Kind: KindSpot, Sources: []string{"none", "none"}},
			{ID: "slips", Kind: KindSlips, Points: []string{"none"}},
			{ID: "who", Kind: KindWho, Quotes: []casefile.Quote{{In: "none#p"}}},
			{ID: "other", Kind: "other"},
			{ID: "alike", Kind: KindSpot, Sources: []string{"a", "b"}, Points: []string{"even", "silent"}},
		}},
		{Beats: []casefile.Beat{{ID: "early", At: day, Ask: []casefile.Ask{{ID: "unasked", Claim: "later"}}}}},
	}}
	if items := New(c).Items(); len(items) != 0 {
		t.Errorf("%d items of a case with nothing in it", len(items))
	}
}

func TestStakes(t *testing.T) {
	for _, level := range []int{-1, 0, 4} {
		if _, ok := Stakes(level); ok {
			t.Errorf("there are stakes at level %d", level)
		}
	}
	// Each level pays best from its needed share up to the next level's.
	gain := func(level int, p float64) float64 {
		s, _ := Stakes(level)
		return p*s.Right + (1-p)*s.Wrong
	}
	for level := LeastSure; level <= MostSure; level++ {
		s, _ := Stakes(level)
		if s.Defensible != s.Right/2 || s.Defensible < 0 {
			t.Errorf("level %d: defensible earns %v", level, s.Defensible)
		}
		if level == LeastSure {
			continue
		}
		below := s.Needed - 0.01
		above := s.Needed + 0.01
		if gain(level, below) >= gain(level-1, below) || gain(level, above) <= gain(level-1, above) {
			t.Errorf("level %d does not begin to pay at %v", level, s.Needed)
		}
	}
	if first, _ := Stakes(1); gain(2, first.Needed) != 0 {
		t.Errorf("level 2 does not break even at %v", first.Needed)
	}
}
