package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/casetest"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

func loadSet(t *testing.T) *puzzle.Set {
	t.Helper()
	c := casetest.LostCat(t)
	for i := range c.Rooms {
		// The sums below were worked out by hand for the answers above.
		c.Rooms[i].Puzzles = slices.DeleteFunc(c.Rooms[i].Puzzles, func(p casefile.Puzzle) bool {
			return answers[p.ID] == "" && p.Kind != puzzle.KindOrder
		})
	}
	return puzzle.New(c)
}

func start(t *testing.T, set *puzzle.Set, mode session.Mode) *session.Session {
	t.Helper()
	return session.Start(set, session.Config{
		Length: casefile.Lesson, Mode: mode, Seed: 7, Began: time.Date(2026, 1, 15, 9, 30, 0, 0, time.UTC),
	})
}

func do(t *testing.T, s *session.Session, events ...session.Event) {
	t.Helper()
	for _, e := range events {
		if err := s.Apply(e); err != nil {
			t.Fatalf("%+v: %v", e, err)
		}
	}
}

// answers are the answers of one play of the lesson length, by item.
var answers = map[string]string{
	"found-tuesday":   `{"is": "real", "certainty": 2}`,        // defensible
	"found-wednesday": `{"is": "denied", "certainty": 3}`,      // right
	"found-thursday":  `{"is": "real", "certainty": 3}`,        // wrong
	"home-monday":     `{"is": "unconfirmed", "certainty": 1}`, // wrong
	"order-happened":  `["toy-placed","leaves","photo-taken","denial","sorry","return"]`,
	"date-paper":      `{"window": "2021-03-04/2021-03-05", "phrases": ["found the school cat yesterday"]}`,
	"trace-radio":     `{"radio": "photo"}`,
	"weigh-found":     `["photo","office","paper","radio"]`,
	"spot-library":    `{"place": "library", "account": "radio"}`,
	"slips-memory":    `["where"]`,
}

// play answers everything, from the briefing up to and including a step.
func play(t *testing.T, s *session.Session, last string) {
	t.Helper()
	for {
		step := s.Step()
		if step.ID == "tuesday" {
			do(t, s, session.Event{Kind: session.Opened, Step: "tuesday", Source: "vet"})
		}
		for _, id := range step.Items {
			do(t, s, session.Event{Kind: session.Answered, Item: id, Answer: json.RawMessage(answers[id])})
		}
		if step.ID == last {
			return
		}
		do(t, s, session.Event{Kind: session.Went, Step: s.Steps()[s.At()+1].ID})
	}
}

func encode(t *testing.T, r Report) string {
	t.Helper()
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func skills(r Report) map[puzzle.Skill]SkillScore {
	by := map[puzzle.Skill]SkillScore{}
	for _, s := range r.Skills {
		by[s.Skill] = s
	}
	return by
}

func near(a, b float64) bool { return math.Abs(a-b) < 1e-3 }

func TestReportOfAFinishedPlay(t *testing.T) {
	set := loadSet(t)
	s := start(t, set, session.Assessment)
	play(t, s, session.DebriefID)
	r := Make(set, s)

	if !r.Finished || r.Answered != 10 || r.Asked != 10 || r.Case != "lost-cat" || r.Title != "The Lost Cat" || r.Seed != 7 {
		t.Errorf("the head is %+v", r)
	}
	// Verdicts: 0.5, 1 (weight 2), 0, 0. Puzzles: order 13/15, date 0.75,
	// trace 0.5, weigh 1, spot 0.5, slips 0. Eleven weights in all.
	sum := 0.5 + 2*1 + 13.0/15 + 0.75 + 0.5 + 1 + 0.5
	if !near(r.Score, 100*sum/11) {
		t.Errorf("score %v, want %v", r.Score, 100*sum/11)
	}
	got := skills(r)
	for skill, want := range map[puzzle.Skill]SkillScore{
		puzzle.Chronology:  {puzzle.Chronology, 100 * (13.0/15 + 0.75) / 2, 2},
		puzzle.Verdicts:    {puzzle.Verdicts, 100 * 2.5 / 5, 4},
		puzzle.Sources:     {puzzle.Sources, 100 * (1 + 0.5 + 1 + 0.5 + 0) / 5, 5}, // the tabs are the first
		puzzle.Calibration: {puzzle.Calibration, 0, 4},                             // 1 + 3 − 6 + 0 < 0
		puzzle.Discernment: {puzzle.Discernment, 0, 4},                             // believed 0 of 1, and 2 of 3 others
	} {
		if g := got[skill]; g.Items != want.Items || !near(g.Value, want.Value) {
			t.Errorf("%s: %+v, want %+v", skill, g, want)
		}
	}
	if d := r.Discernment; d != (Discernment{Signals: 1, Noise: 3, FalseAlarms: 2, Lean: Neither}) {
		t.Errorf("discernment %+v", d)
	}
	c := r.Calibration
	if c.Answers != 4 || c.Mean != -0.5 || c.RoundMark != 0 {
		t.Errorf("calibration %+v", c)
	}
	if level := c.Levels[1]; level.Answers != 1 || level.Right != 0 || level.Defensible != 1 || level.Share != 0 {
		t.Errorf("fairly sure: %+v", level)
	}
	if level := c.Levels[2]; level.Answers != 2 || level.Right != 1 || level.Share != 0.5 || level.Needed != 0.8 {
		t.Errorf("certain: %+v", level)
	}
	if len(r.Belief) != 2 || r.Belief[0].Claim != "found" || len(r.Belief[0].Points) != 3 {
		t.Fatalf("belief %+v", r.Belief)
	}
	want := BeliefPoint{
		Item: "found-thursday", Beat: "thursday", Short: "Thu 4", Answered: true,
		Supported: casefile.Prank, Given: casefile.Real, Certainty: 3,
	}
	if p := r.Belief[0].Points[2]; p != want {
		t.Errorf("believed %+v", p)
	}
	if again := encode(t, Make(set, s)); again != encode(t, r) {
		t.Errorf("the same play makes another report: %s", again)
	}
}

func TestReportWhileUnfinished(t *testing.T) {
	set := loadSet(t)
	s := start(t, set, session.Practice)
	empty := Make(set, s)
	if empty.Score != 0 || empty.Answered != 0 || empty.Asked != 10 || empty.Finished {
		t.Errorf("before the first answer: %+v", empty)
	}
	for _, skill := range empty.Skills {
		if skill.Items != 0 || skill.Value != 0 {
			t.Errorf("before the first answer: %+v", skill)
		}
	}

	play(t, s, "wednesday")
	r := Make(set, s)
	if r.Finished || r.Answered != 2 || !near(r.Score, 100*2.5/3) {
		t.Errorf("score %v with %d answered: it is the mean of what is answered", r.Score, r.Answered)
	}

	// Nothing in the report gives away what has not been answered.
	for _, it := range r.Items {
		if it.Answered != (it.ID == "tuesday.tabs" || it.ID == "found-tuesday" || it.ID == "found-wednesday") {
			t.Errorf("%s answered: %t", it.ID, it.Answered)
		}
		if !it.Answered && (it.Best != nil || it.Verdict != nil || it.Parts != nil) {
			t.Errorf("%s is given away: %+v", it.ID, it)
		}
	}
	for _, line := range r.Belief {
		for _, p := range line.Points {
			if !p.Answered && (p.Supported != "" || p.Given != "") {
				t.Errorf("%s is given away: %+v", p.Item, p)
			}
		}
	}
	r.Stamps = nil // the stamps are known before
	if data := encode(t, r); strings.Contains(data, "prank") {
		t.Errorf("the report knows of the prank before it is asked: %s", data)
	}
}

func TestFirstAnswersCount(t *testing.T) {
	set := loadSet(t)
	s := start(t, set, session.Practice)
	play(t, s, "wednesday")
	before := Make(set, s)
	do(t, s,
		session.Event{Kind: session.Went, Step: "tuesday"},
		session.Event{Kind: session.Retried, Item: "found-tuesday"},
		session.Event{Kind: session.Answered, Item: "found-tuesday", Answer: json.RawMessage(`{"is":"unconfirmed","certainty":3}`)},
	)
	after := Make(set, s)
	if after.Score != before.Score || fmt.Sprint(after.Skills) != fmt.Sprint(before.Skills) ||
		fmt.Sprint(after.Calibration) != fmt.Sprint(before.Calibration) || fmt.Sprint(after.Belief) != fmt.Sprint(before.Belief) {
		t.Error("a retry changed what counts")
	}
	i := slices.IndexFunc(after.Items, func(it ItemReport) bool { return it.ID == "found-tuesday" })
	it := after.Items[i]
	if it.First != 0.5 || it.Mark != 1 || it.Tries != 2 || it.Latest == nil || it.Verdict.Given != casefile.Real {
		t.Errorf("the retry is reported as %+v", it)
	}
}

func TestReportAsJSON(t *testing.T) {
	set := loadSet(t)
	s := start(t, set, session.Practice)
	play(t, s, session.DebriefID)
	r := Make(set, s)
	data, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	var back Report
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	again, err := json.MarshalIndent(back, "", "  ")
	if err != nil || !bytes.Equal(again, data) {
		t.Errorf("read back, the report is another: %v", err)
	}
}

func TestCSV(t *testing.T) {
	set := loadSet(t)
	s := start(t, set, session.Practice)
	play(t, s, "thursday")
	var out bytes.Buffer
	if err := Make(set, s).CSV(&out); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&out).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 1+11 {
		t.Fatalf("%d rows", len(rows))
	}
	cell := func(item, column string) string {
		for _, row := range rows[1:] {
			if row[slices.Index(rows[0], "item")] == item {
				return row[slices.Index(rows[0], column)]
			}
		}
		t.Fatalf("no row for %s", item)
		return ""
	}
	for _, c := range []struct{ item, column, want string }{
		{"found-thursday", "case", "lost-cat"},
		{"found-thursday", "began", "2026-01-15T09:30:00Z"},
		{"found-thursday", "kind", "verdict"},
		{"found-thursday", "supported", "prank"},
		{"found-thursday", "verdict", "real"},
		{"found-thursday", "cbm", "-6"},
		{"found-thursday", "first_mark", "0"},
		{"found-thursday", "first_answer", `{"is":"real","certainty":3}`},
		{"found-wednesday", "weight", "2"},
		{"tuesday.tabs", "scored", "false"},
		{"tuesday.tabs", "first_mark", "1"},
		{"home-monday", "first_mark", ""},
		{"home-monday", "best_answer", ""},
		{"order-happened", "chance", "0.1448"},
	} {
		if got := cell(c.item, c.column); got != c.want {
			t.Errorf("%s, %s: %q, want %q", c.item, c.column, got, c.want)
		}
	}
}

func TestCSVIsSafeInASpreadsheet(t *testing.T) {
	r := Report{Case: "=evil", Items: []ItemReport{{ID: "a", Title: "@title, with \"quotes\"\nand a line", Given: json.RawMessage(`-1`)}}}
	var out bytes.Buffer
	if err := r.CSV(&out); err != nil {
		t.Fatal(err)
	}
	if text := out.String(); !strings.Contains(text, "'=evil,") || !strings.Contains(text, "\"'@title, with \"\"quotes\"\"") || !strings.HasSuffix(text, "\r\n") {
		t.Errorf("written as %q", text)
	}
}

// failing is a writer on a full disk.
type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, os.ErrClosed }

func TestWriteErrorsAreReturned(t *testing.T) {
	set := loadSet(t)
	r := Make(set, start(t, set, session.Practice))
	if r.CSV(failing{}) == nil || r.Text(failing{}, plain{}) == nil {
		t.Error("a failed write went unsaid")
	}
}

// The table of a class is the concatenated tables of its reports, with the player
// in the first column.
func TestCSVOfAClass(t *testing.T) {
	set := loadSet(t)
	one, other := start(t, set, session.Practice), start(t, set, session.Assessment)
	play(t, one, "thursday")
	var alone, class bytes.Buffer
	if err := Make(set, one).CSV(&alone); err != nil {
		t.Fatal(err)
	}
	if err := WriteCSV(&class, []Entry{{"ada", Make(set, one)}, {"=bo", Make(set, other)}}); err != nil {
		t.Fatal(err)
	}
	want, err := csv.NewReader(&alone).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&class).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 2*len(want)-1 || rows[0][0] != "who" || !slices.Equal(rows[0][1:], want[0]) {
		t.Fatalf("%d rows under %v", len(rows), rows[0])
	}
	for i, row := range rows[1:] {
		who := "ada"
		if i >= len(want)-1 {
			who = "'=bo" // no formula
		}
		if row[0] != who {
			t.Errorf("row %d is %q's, want %q", i, row[0], who)
		}
		if who == "ada" && !slices.Equal(row[1:], want[i+1]) {
			t.Errorf("row %d is %v, want %v", i, row[1:], want[i+1])
		}
	}
}

func TestOfALog(t *testing.T) {
	set := loadSet(t)
	s := start(t, set, session.Practice)
	play(t, s, "thursday")
	log := s.Encode()
	if r, err := Of(set, log); err != nil || encode(t, r) != encode(t, Make(set, s)) {
		t.Errorf("of the log it is another report, %v", err)
	}
	var damage *session.CorruptError
	if r, err := Of(set, log[:len(log)-4]); !errors.As(err, &damage) || r.Case == "" {
		t.Errorf("of a damaged log: %v, %+v", err, r)
	}
	if r, err := Of(set, []byte("{")); !errors.As(err, &damage) || r.Case != "" {
		t.Errorf("of no log: %v, %+v", err, r)
	}
}

// A class that is led may leave questions out, and a player may join late: only what
// was answered counts.
func TestWhatALedPlayerLeftOutDoesNotCount(t *testing.T) {
	set := loadSet(t)
	s := session.Start(set, session.Config{Mode: session.Assessment, Seed: 7, Led: true})
	do(t, s, session.Event{Kind: session.Went, Step: "thursday"})
	for _, id := range s.Step().Items {
		it, _ := set.Item(id)
		do(t, s, session.Event{Kind: session.Answered, Item: id, Answer: it.Best()})
	}
	do(t, s, session.Event{Kind: session.Went, Step: session.DebriefID})
	if r := Make(set, s); !r.Finished || r.Score != 100 || r.Answered == r.Asked {
		t.Errorf("finished %v with %v points for %d of %d answers", r.Finished, r.Score, r.Answered, r.Asked)
	}
}
