package puzzle

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/evidence"
)

// harbour is a case in which a report rests on an interview with two people and on a
// letter by a third, and a notice says nothing of it.
func harbour() *casefile.Case {
	day := edtf.MustParse("1920-05-01")
	source := func(id, speaker string, relies []string, digest ...casefile.Paragraph) casefile.Source {
		return casefile.Source{ID: id, Title: strings.ToUpper(id), Published: day, Speaker: speaker, ReliesOn: relies, Digest: digest}
	}
	p := func(id, speaker string) casefile.Paragraph { return casefile.Paragraph{ID: id, Speaker: speaker} }
	return &casefile.Case{
		People: []casefile.Person{{ID: "ann", Name: "Ann Lee"}, {ID: "ben", Name: "Ben Roy"}, {ID: "cid", Name: "Cid Wu"}},
		Sources: []casefile.Source{
			source("talk", "", nil, p("p", "ann"), p("q", "ben")),
			source("letter", "cid", nil, p("p", "")),
			source("copy", "", []string{"letter"}, p("p", "")),
			source("report", "", []string{"talk", "copy"}, p("p", "")),
			source("notice", "", nil, p("p", "")),
		},
		Claims: []casefile.Claim{{ID: "burned", AssertedBy: []string{"talk#p", "talk#q", "letter#p", "copy#p", "report#p"}}},
		Rooms: []casefile.Room{{Kind: casefile.Lab, Puzzles: []casefile.Puzzle{{
			ID: "trace", Kind: KindTrace, Claim: "burned", At: day, Source: "report", Sources: []string{"talk", "letter", "copy", "notice"},
		}}}},
	}
}

func TestATraceOfAReportThatRestsOnTwo(t *testing.T) {
	c := harbour()
	s := New(c)
	var found collected
	trace.Check(&found, evidence.New(c), &c.Rooms[0].Puzzles[0], "puzzle")
	if len(found) > 0 {
		t.Fatalf("the check says %q", found)
	}
	it := get[*Trace](t, s, "trace")
	if got := it.From("report"); !slices.Equal(got, []string{"talk", "copy"}) {
		t.Errorf("the report has it from %v", got)
	}
	for answer, want := range map[string]float64{
		`{"report": "talk", "copy": "letter"}`:                 1,
		`{"report": "copy", "copy": "letter", "talk": null}`:   1, // the other way, and the interview for itself
		`{"report": "copy", "copy": "letter"}`:                 0.5,
		`{"report": "letter", "copy": "letter", "talk": null}`: 0.75, // past the copy
		`{"report": "talk"}`:                                   0.25,
		`{"report": "notice", "copy": "letter", "talk": null}`: 0,
	} {
		mark, err := it.Mark([]byte(answer))
		if err != nil || !near(mark.Value, want) {
			t.Errorf("%s earns %v (%v), want %v", answer, mark.Value, err, want)
		}
	}
	if mark, err := it.Mark(it.Best()); err != nil || mark.Value != 1 {
		t.Errorf("the best answer %s earns %v, %v", it.Best(), mark.Value, err)
	}
	if mark, err := it.Mark(it.Worst()); err != nil || mark.Value != 0 {
		t.Errorf("the worst answer %s earns %v, %v", it.Worst(), mark.Value, err)
	}
}

func TestATraceSaysWhoSpeaks(t *testing.T) {
	s := New(harbour())
	e := explain(t, s, "trace", `{"report": "talk", "copy": "letter"}`)
	if got, want := e.Answer.In(keyed{}), "[trace.witness 3][list.colon]Ann Lee (TALK)[list.comma]Ben Roy (TALK)[list.comma]Cid Wu (LETTER)"; got != want {
		t.Errorf("the answer is %q, want %q", got, want)
	}
	var lines []string
	for _, line := range e.Lines {
		lines = append(lines, line.Text.In(keyed{}))
	}
	for _, want := range []string{"[trace.line.peoplecardTALKpeopleAnn Lee[list.comma]Ben Roy]", "[trace.line.witnesscardLETTER]", "[trace.line.severalcardREPORTfromTALK[list.and]COPY]"} {
		if !slices.Contains(lines, want) {
			t.Errorf("no line %q in %q", want, lines)
		}
	}
}

// Of somebody who speaks in two sources a table has one.
func TestAWitnessIsOnOneCardOfATrace(t *testing.T) {
	c := harbour()
	c.Sources[1].Speaker = "ann"
	p := &c.Rooms[0].Puzzles[0]
	problems := func() string {
		var found collected
		trace.Check(&found, evidence.New(c), p, "puzzle")
		return strings.Join(found, "\n")
	}
	if got := problems(); !strings.Contains(got, `"ann" speaks in talk and letter: that is one witness`) {
		t.Errorf("the check says %q", got)
	}
	p.Sources = []string{"talk", "copy", "notice"}
	if got := problems(); strings.Contains(got, "speaks in") || strings.Contains(got, "independent witness") {
		t.Errorf("with one of them the check says %q", got)
	}
	p.Sources = []string{"letter", "copy", "notice"}
	if got := problems(); !strings.Contains(got, `"ben" is an independent witness`) {
		t.Errorf("without Ben the check says %q", got)
	}
}

// collected is what a check finds wrong.
type collected []string

func (f *collected) Report(path, _, format string, args ...any) {
	*f = append(*f, path+": "+fmt.Sprintf(format, args...))
}
func (f *collected) Has(string) bool                   { return false }
func (f *collected) Moment(string, edtf.Date) bool     { return true }
func (f *collected) PublicBy(_, _ string, _ edtf.Date) {}
func (f *collected) Source(_, _ string)                {}
