package simulate

import (
	"encoding/json"
	"math"
	"reflect"
	"testing"

	"holdtheline/assets"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/casetest"
	"holdtheline/quiz/compare"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
)

func ready(t testing.TB, c *casefile.Case) *Test {
	t.Helper()
	test, err := NewTest(puzzle.New(c))
	if err != nil {
		t.Fatal(err)
	}
	return test
}

// shipped loads a case of the game.
func shipped(t testing.TB, id string) *casefile.Case {
	t.Helper()
	c, err := assets.Load(id)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func run(t testing.TB, c *casefile.Case, pupils int) Result {
	t.Helper()
	r, err := Run(ready(t, c), pupils, 1)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// The reports on every case of the game tell the five kinds apart: most pupils of
// each are read as what they are.
func TestTheKindsAreToldApart(t *testing.T) {
	for _, id := range assets.Cases() {
		for _, row := range run(t, shipped(t, id), 5000).Rows {
			t.Logf("%s: %+v", id, row)
			if own := row.ReadAs[row.Kind]; own < 0.55 {
				t.Errorf("%s: of the %s pupils only %.0f %% are read as that: %v", id, row.Kind, 100*own, row.ReadAs)
			}
		}
	}
}

// A case with too few verdicts for d′ still orders the kinds as it should.
func TestTheSmallCaseOrdersTheKinds(t *testing.T) {
	rows := map[Kind]Row{}
	for _, row := range run(t, casetest.LostCat(t), 5000).Rows {
		rows[row.Kind] = row
	}
	for _, row := range rows {
		if row.Kind != DiscerningPupil && (row.Score >= rows[DiscerningPupil].Score || row.True-row.False >= rows[DiscerningPupil].True-rows[DiscerningPupil].False) {
			t.Errorf("%s pupils do as well as the discerning: %+v", row.Kind, row)
		}
		if row.Kind != TrustingPupil && row.False >= rows[TrustingPupil].False || row.Kind != CynicalPupil && row.True <= rows[CynicalPupil].True {
			t.Errorf("%s pupils believe too much or too little: %+v", row.Kind, row)
		}
	}
	if guess := rows[GuessingPupil]; math.Abs(guess.True-0.5) > 0.03 || math.Abs(guess.False-0.5) > 0.03 {
		t.Errorf("guessing is no coin: %+v", guess)
	}
}

// forms lists every pair of cases that say they are forms of a test.
func forms(t testing.TB) [][2]*casefile.Case {
	t.Helper()
	by := map[casefile.Form][]*casefile.Case{}
	for _, id := range assets.Cases() {
		c := shipped(t, id)
		by[c.Form] = append(by[c.Form], c)
	}
	var pairs [][2]*casefile.Case
	for _, a := range by[casefile.FormA] {
		for _, b := range by[casefile.FormB] {
			pairs = append(pairs, [2]*casefile.Case{a, b})
		}
	}
	if pairs == nil && len(by[casefile.FormA])+len(by[casefile.FormB]) > 0 {
		t.Fatal("a form of a test lacks its other")
	}
	return pairs
}

// Any two forms of a test treat all kinds of pupil alike.
func TestParallelFormsAgree(t *testing.T) {
	for _, pair := range forms(t) {
		for _, d := range Compare(run(t, pair[0], 10_000), run(t, pair[1], 10_000)) {
			t.Logf("%s and %s: %+v", pair[0].ID, pair[1].ID, d)
			if !d.Agrees {
				t.Errorf("%s and %s differ: %+v", pair[0].ID, pair[1].ID, d)
			}
		}
	}
}

// The margins notice a form with other verdicts than its other.
func TestFormsThatDifferAreFound(t *testing.T) {
	same := run(t, casetest.LostCat(t), 5000)
	if all := Compare(same, same); !Agree(all) || len(all) != 6*len(Kinds()) {
		t.Errorf("a form differs from itself: %+v", all)
	}
	other := casetest.LostCat(t)
	for i := range other.Claims {
		for j := range other.Claims[i].Status {
			lenient(&other.Claims[i].Status[j])
		}
	}
	if Agree(Compare(same, run(t, other, 5000))) {
		t.Error("a form in which every stamp is right is taken for its other")
	}
	if Agree(Compare(same, run(t, shipped(t, "the-call"), 5000))) {
		t.Error("a form of four verdicts is taken for the other of one with 21")
	}
}

// lenient lets every stamp of a status mark 1.
func lenient(s *casefile.Status) {
	s.Defensible = map[casefile.Verdict]float64{}
	for _, v := range casefile.Verdicts() {
		if v != s.Is {
			s.Defensible[v] = 1
		}
	}
}

func TestAQuestionThatTellsNobodyApartIsFlat(t *testing.T) {
	c := casetest.LostCat(t)
	for _, q := range run(t, c, 5000).Questions {
		if q.Flat {
			t.Errorf("%s tells nobody apart: %+v", q.ID, q)
		}
	}
	for i := range c.Claims {
		if c.Claims[i].ID == "found" {
			for j := range c.Claims[i].Status {
				lenient(&c.Claims[i].Status[j])
			}
		}
	}
	flat := 0
	for _, q := range run(t, c, 5000).Questions {
		wanted := q.ID == "found-tuesday" || q.ID == "found-wednesday" || q.ID == "found-thursday"
		if q.Flat != wanted {
			t.Errorf("%s: flat %v, want %v: %+v", q.ID, q.Flat, wanted, q)
		}
		if q.Flat {
			flat++
		}
	}
	if flat != 3 {
		t.Errorf("%d flat questions, want 3", flat)
	}
}

func TestTheSameSeedGivesTheSameResult(t *testing.T) {
	test := ready(t, casetest.LostCat(t))
	of := func(pupils int, seed uint64) Result {
		r, err := Run(test, pupils, seed)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	if !reflect.DeepEqual(of(500, 3), of(500, 3)) {
		t.Error("two results of one seed")
	}
	if reflect.DeepEqual(of(500, 3).Rows, of(500, 4).Rows) {
		t.Error("one result of two seeds")
	}
	for asked, want := range map[int]int{-1: 5, 0: 5, 1: 5, 5: 5, 6: 10, 10: 10} {
		if got := of(asked, 1).Pupils; got != want {
			t.Errorf("asked for %d pupils: %d, want %d", asked, got, want)
		}
	}
}

// What made-up pupils come to is what the report says of a session with the same
// answers.
func TestPupilsComeToWhatTheReportSays(t *testing.T) {
	for _, c := range []*casefile.Case{casetest.LostCat(t), shipped(t, "the-call")} {
		test := ready(t, c)
		for i, kind := range Kinds() {
			quick, err := born(kind, 5, uint64(i)).play(test)
			if err != nil {
				t.Fatal(err)
			}
			r := report.Make(test.set, throughASession(t, test, born(kind, 5, uint64(i))))
			if !r.Finished || r.Discernment != quick.discernment || !reflect.DeepEqual(r.Calibration, quick.calibration) || math.Abs(r.Score-quick.score) > 1e-3 {
				t.Errorf("%s, %s: the report says %+v, %+v, %v; the pupil came to %+v, %+v, %v", c.ID, kind,
					r.Discernment, r.Calibration, r.Score, quick.discernment, quick.calibration, quick.score)
			}
		}
	}
}

func throughASession(t *testing.T, test *Test, p *pupil) *session.Session {
	t.Helper()
	s := session.Start(test.set, session.Config{Length: casefile.Full, Mode: session.Assessment})
	apply := func(e session.Event) {
		t.Helper()
		if err := s.Apply(e); err != nil {
			t.Fatal(err)
		}
	}
	answers := map[string]json.RawMessage{}
	for _, q := range test.questions { // in the pupil's order
		if q.marks == nil {
			answers[q.item.ID()] = p.solve(q)
			continue
		}
		v := p.judge(q)
		answer, err := json.Marshal(puzzle.VerdictAnswer{Is: v.Given, Certainty: v.Certainty})
		if err != nil {
			t.Fatal(err)
		}
		answers[q.item.ID()] = answer
	}
	for !s.Done() {
		for _, id := range s.Step().Items {
			apply(session.Event{Kind: session.Drafted, Item: id, Answer: answers[id]}) // in case it is as dealt
			apply(session.Event{Kind: session.Answered, Item: id, Answer: answers[id]})
		}
		apply(session.Event{Kind: session.Went, Step: s.Steps()[s.At()+1].ID})
	}
	return s
}

// The comparison of a class hardly ever finds a change where there is none, finds a
// large one, and doesn't take mere suspicion for discernment.
func TestClassesAreComparedRightly(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	const classes, pupils = 400, 25
	the := ready(t, shipped(t, "the-call"))
	tests := [][2]*Test{{the, the}}
	for _, pair := range forms(t) {
		tests = append(tests, [2]*Test{ready(t, pair[0]), ready(t, pair[1])})
	}
	for i, test := range tests {
		for _, s := range Scenarios() {
			o := Classes(test[0], test[1], s, classes, pupils, 1)
			t.Logf("%s: %v; singles %v", s.Name, o.Found, o.Singles)
			better := Better(o.Found)
			switch {
			case s.To == "" && s.Shift == 0:
				if better > 0.05 || 1-o.Found[compare.Open] > 0.1 || Better(o.Singles) > 0.05 {
					t.Errorf("%s: found %v; of single pupils %v", s.Name, o.Found, o.Singles)
				}
			case s.To == DiscerningPupil && s.Share >= 0.8 && i == 0: // the forms ask fewer questions
				if better < 0.9 {
					t.Errorf("%s: only %.2f are found better", s.Name, better)
				}
			case s.To == CynicalPupil || s.Shift >= 1:
				if better > 0.05 || o.Found[compare.Suspicious] < 0.9 {
					t.Errorf("%s: found %v", s.Name, o.Found)
				}
			case s.To == TrustingPupil:
				if better > 0.05 || o.Found[compare.Trusting] < 0.9 {
					t.Errorf("%s: found %v", s.Name, o.Found)
				}
			}
		}
	}
}

func TestACaseThatAsksNothing(t *testing.T) {
	c := casetest.LostCat(t)
	c.Rooms = nil
	if _, err := NewTest(puzzle.New(c)); err == nil {
		t.Error("it can be played")
	}
}
