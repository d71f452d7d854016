package infer_test

import (
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/casefile/casetest"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/infer"
	"holdtheline/quiz/puzzle"
)

// template is the case that authors begin with. It leaves out whatever can be.
func template(t testing.TB) *casefile.Case {
	t.Helper()
	data, err := os.ReadFile("../cmd/case/template.yaml")
	if err != nil {
		t.Fatal(err)
	}
	r := authoring.Read("snow-day/case.yaml", data)
	if r.Case == nil {
		t.Fatal(r.Errors)
	}
	return r.Case
}

func TestACaseThatLeavesNothingOutStaysAsItIs(t *testing.T) {
	for _, c := range []*casefile.Case{casetest.LostCat(t), template(t)} {
		got, filled := infer.Complete(c, infer.Setting{Folder: "another"})
		if len(filled) > 0 || !reflect.DeepEqual(got, c) {
			t.Errorf("%s: filled in %v", c.ID, filled)
		}
	}
}

func TestCompleteChangesACopy(t *testing.T) {
	c := template(t)
	for i := range c.Claims {
		c.Claims[i].Status = nil
	}
	c.Rooms[0].Beats[0].Arrivals = nil
	before, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	got, filled := infer.Complete(c, infer.Setting{})
	after, err := json.Marshal(c)
	if err != nil || string(before) != string(after) {
		t.Errorf("the case itself has changed: %v", err)
	}
	if len(filled) == 0 || len(got.Claims[0].Status) != 3 || len(got.Rooms[0].Beats[0].Arrivals) == 0 {
		t.Errorf("filled in %v", filled)
	}
}

func TestWhatIsInferred(t *testing.T) {
	c := template(t)
	if c.ID != "snow-day" || c.License != infer.License || c.Format != casefile.Format {
		t.Errorf("the head is %q, %q, %d", c.ID, c.License, c.Format)
	}
	var is []string
	for _, s := range c.Claims[0].Status {
		is = append(is, string(s.Is)+" "+s.From.String())
	}
	if got := strings.Join(is, ", "); got != "unconfirmed 2021-01-11T17:05:00Z, denied 2021-01-12T06:30:00Z, prank 2021-01-13" {
		t.Errorf("the statuses are %s", got)
	}
	var in []string
	for _, b := range c.Rooms[0].Beats {
		in = append(in, strings.Join(b.Arrivals, " "))
	}
	if got := strings.Join(in, ", "); got != "forecast message radio, office, sorry" {
		t.Errorf("what comes in: %s", got)
	}
	if bus, _ := c.Source("bus"); !bus.Tab || len(c.Rooms[0].Beats[0].Tabs) != 1 || c.Rooms[0].Beats[0].Tabs[0] != "bus" {
		t.Errorf("the tabs are %v", c.Rooms[0].Beats[0].Tabs)
	}
	var kinds []string
	for _, r := range c.Rooms[1:] {
		for _, p := range r.Puzzles {
			kinds = append(kinds, string(p.Kind))
		}
	}
	if got := strings.Join(kinds, " "); got != "order trace weigh" {
		t.Errorf("the puzzles are %s", got)
	}
	if c.Minutes.Full < 3 || c.Minutes.Full > 15 {
		t.Errorf("it takes %d minutes", c.Minutes.Full)
	}
}

// Where dates come from: the card of a page that a puzzle asks about must not say.
func TestWhereDatesComeFrom(t *testing.T) {
	c := casetest.LostCat(t)
	for i := range c.Sources {
		c.Sources[i].DatedBy = ""
	}
	got, _ := infer.Complete(c, infer.Setting{})
	for _, s := range got.Sources {
		want := casefile.Stated
		if s.ID == "paper" { // which a puzzle dates
			want = casefile.Inferred
		}
		if s.DatedBy != want {
			t.Errorf("the date of %q is %q, want %q", s.ID, s.DatedBy, want)
		}
	}
}

// Whatever can be inferred, one key at a time: what is left out of the small case is
// filled in, and what was filled in passes the check.
func TestEachKeyThatIsLeftOut(t *testing.T) {
	for path, leave := range map[string]func(c *casefile.Case){
		"format":                           func(c *casefile.Case) { c.Format = 0 },
		"license":                          func(c *casefile.Case) { c.License = "" },
		"minutes":                          func(c *casefile.Case) { c.Minutes = casefile.Minutes{} },
		"sources[0].dated_by":              func(c *casefile.Case) { c.Sources[0].DatedBy = "" },
		"sources[2].directness":            func(c *casefile.Case) { c.Sources[2].Directness = "" },
		"events[0].known":                  func(c *casefile.Case) { c.Events[0].Known = edtf.Date{} },
		"claims[0].status":                 func(c *casefile.Case) { c.Claims[0].Status = nil },
		"claims[0].status[1].from":         func(c *casefile.Case) { c.Claims[0].Status[1].From = edtf.Date{} },
		"claims[0].status[1].is":           func(c *casefile.Case) { c.Claims[0].Status[1].Is = "" },
		"claims[0].status[1].because":      func(c *casefile.Case) { c.Claims[0].Status[1].Because = nil },
		"claims[0].status[1].why":          func(c *casefile.Case) { c.Claims[0].Status[1].Why = "" },
		"rooms[1].title":                   func(c *casefile.Case) { c.Rooms[1].Title = "" },
		"rooms[1].intro":                   func(c *casefile.Case) { c.Rooms[1].Intro = "" },
		"rooms[1].puzzles":                 func(c *casefile.Case) { c.Rooms[1].Puzzles = nil },
		"rooms[0].beats[1].title":          func(c *casefile.Case) { c.Rooms[0].Beats[1].Title = "" },
		"rooms[0].beats[1].short":          func(c *casefile.Case) { c.Rooms[0].Beats[1].Short = "" },
		"rooms[0].beats[1].arrivals":       func(c *casefile.Case) { c.Rooms[0].Beats[1].Arrivals = nil },
		"rooms[0].beats[0].tabs":           func(c *casefile.Case) { c.Rooms[0].Beats[0].Tabs = nil },
		"rooms[0].beats[1].ask[0].id":      func(c *casefile.Case) { c.Rooms[0].Beats[1].Ask[0].ID = "" },
		"rooms[2].puzzles[0].windows":      func(c *casefile.Case) { c.Rooms[2].Puzzles[0].Windows = nil },
		"rooms[2].puzzles[1].prompt":       func(c *casefile.Case) { c.Rooms[2].Puzzles[1].Prompt = "" },
		"rooms[2].puzzles[1].sources":      func(c *casefile.Case) { c.Rooms[2].Puzzles[1].Sources = nil },
		"rooms[2].puzzles[2].sources":      func(c *casefile.Case) { c.Rooms[2].Puzzles[2].Sources = nil },
		"rooms[2].puzzles[3].title":        func(c *casefile.Case) { c.Rooms[2].Puzzles[3].Title = "" },
		"claims[1].status[0].would_change": func(c *casefile.Case) { c.Claims[1].Status[0].WouldChange = "" },
	} {
		c := casetest.LostCat(t)
		leave(c)
		got, filled := infer.Complete(c, infer.Setting{})
		if !slices.ContainsFunc(filled, func(one infer.Inferred) bool { return one.Path == path && one.Value != "" && one.Why != "" }) {
			t.Errorf("%s isn't filled in: %v", path, filled)
		}
		if problems := authoring.Check(got); len(problems) > 0 {
			t.Errorf("%s: what was filled in has problems:\n%v", path, problems)
		}
	}
}

// What is filled in of the keys of each kind. A new kind says here what it gets, if only
// that its author has to write all of it.
func TestWhatEachKindGets(t *testing.T) {
	gets := map[puzzle.Kind]string{
		puzzle.KindOrder: "axis events", puzzle.KindWeigh: "claim sources", puzzle.KindDate: "", // its windows follow from the clues
		puzzle.KindTrace: "at claim source sources", puzzle.KindSpot: "", puzzle.KindSlips: "", puzzle.KindWho: "",
	}
	for _, kind := range puzzle.Kinds() {
		want, said := gets[kind]
		if !said {
			t.Errorf("say what a puzzle of the kind %q gets", kind)
		}
		c := casetest.LostCat(t)
		c.Rooms[2].Puzzles = []casefile.Puzzle{{ID: "one", Kind: kind, Title: "One", Prompt: "Do it.", Why: "So."}}
		_, filled := infer.Complete(c, infer.Setting{})
		var keys []string
		for _, one := range filled {
			if key, ok := strings.CutPrefix(one.Path, "rooms[2].puzzles[0]."); ok {
				keys = append(keys, key)
			}
		}
		slices.Sort(keys)
		if got := strings.Join(keys, " "); got != want {
			t.Errorf("a puzzle of the kind %q gets %q, want %q", kind, got, want)
		}
	}
}

// A page is dated by its clues: what they leave open is the right window.
func TestWindowsFollowFromTheClues(t *testing.T) {
	c := casetest.LostCat(t)
	p := &c.Rooms[2].Puzzles[0]
	p.Windows = nil
	got, filled := infer.Complete(c, infer.Setting{})
	windows := got.Rooms[2].Puzzles[0].Windows
	paper, _ := got.Source("paper")
	right := 0
	for _, w := range windows {
		if w.Contains(paper.Published) {
			right++
		}
	}
	if len(windows) != 3 || right != 1 || len(filled) != 1 {
		t.Errorf("the windows are %v, filled in %v", windows, filled)
	}
	if problems := authoring.Check(got); len(problems) > 0 {
		t.Errorf("%v", problems)
	}
}

// A case without any lengths is shorter in Quick than in Full, and a test isn't.
func TestLengths(t *testing.T) {
	c := casetest.LostCat(t)
	for i := range c.Rooms {
		for j := range c.Rooms[i].Beats {
			c.Rooms[i].Beats[j].Lengths = nil
		}
		for j := range c.Rooms[i].Puzzles {
			c.Rooms[i].Puzzles[j].Lengths = nil
		}
	}
	c.Minutes = casefile.Minutes{}
	got, _ := infer.Complete(c, infer.Setting{})
	if m := got.Minutes; m.Quick >= m.Full || m.Lesson < m.Quick || m.Full < m.Lesson {
		t.Errorf("the lengths take %+v minutes", m)
	}
	if problems := authoring.Check(got); len(problems) > 0 {
		t.Errorf("%v", problems)
	}
	c.Form = casefile.FormA
	if got, _ := infer.Complete(c, infer.Setting{}); got.Minutes.Quick != got.Minutes.Full {
		t.Errorf("the test takes %+v minutes", got.Minutes)
	}
}

func TestGermanAndOthers(t *testing.T) {
	for language, want := range map[string]string{"de": "Der Schreibtisch", "en-GB": "The Desk", "es": "La mesa", "fr": ""} {
		c := template(t)
		c.Language = language
		c.Rooms[0].Title = ""
		if got, _ := infer.Complete(c, infer.Setting{}); got.Rooms[0].Title != want {
			t.Errorf("%s: the desk is called %q", language, got.Rooms[0].Title)
		}
	}
}

func TestIDs(t *testing.T) {
	c := &casefile.Case{Language: "en", Title: "Ærø’s Größe!", People: []casefile.Person{{Name: "Jo"}, {Name: "Jo"}, {Name: "…"}, {Name: "Jo", ID: "jo-2"}}}
	got, _ := infer.Complete(c, infer.Setting{Folder: "Not an id"})
	if got.ID != "ros-groesse" {
		t.Errorf("the id is %q", got.ID)
	}
	var ids []string
	for _, p := range got.People {
		ids = append(ids, p.ID)
	}
	if list := strings.Join(ids, " "); list != "jo jo-3 x jo-2" {
		t.Errorf("the people are %s", list)
	}
}

// FuzzComplete: nothing panics, and what was completed has nothing left to fill in.
func FuzzComplete(f *testing.F) {
	data, err := os.ReadFile("../cmd/case/template.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(data))
	f.Add(strings.ReplaceAll(string(data), "2021-01-1", "2021-01-"))
	f.Add(strings.ReplaceAll(string(data), "message", "radio"))
	f.Add("rooms: [{kind: lab}, {kind: timeline}, {beats: [{ask: [{}]}]}]\nclaims: [{status: [{}]}]\nsources: [{digest: [{}]}]\nlanguage: de\n")
	f.Fuzz(func(t *testing.T, text string) {
		r := authoring.Read("x/case.yaml", []byte(text))
		if r.Draft == nil {
			return
		}
		_, filled := infer.Complete(r.Draft, infer.Setting{Folder: "x"})
		if len(r.Errors) == 0 && len(filled) > 0 {
			t.Fatalf("there was more to fill in: %v", filled)
		}
	})
}
