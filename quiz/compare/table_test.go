package compare

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"

	"holdtheline/quiz/casefile/casetest"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
)

// written is the table of two pupils' results on the small case, as case report
// writes it, and the results.
func written(t testing.TB) ([]byte, []report.Entry) {
	t.Helper()
	set := puzzle.New(casetest.LostCat(t))
	var results []report.Entry
	for i, who := range []string{"ada.jsonl", "=bo.jsonl"} {
		s := session.Start(set, session.Config{Seed: uint64(i), Length: "full"})
		for !s.Done() {
			for j, id := range s.Step().Items {
				it, _ := set.Item(id)
				answer := it.Best()
				if (i+j)%2 == 1 {
					answer = it.Worst()
				}
				for _, kind := range []session.EventKind{session.Drafted, session.Answered} {
					if err := s.Apply(session.Event{Kind: kind, Item: id, Answer: answer}); err != nil {
						t.Fatal(err)
					}
				}
			}
			if err := s.Apply(session.Event{Kind: session.Went, Step: s.Steps()[s.At()+1].ID}); err != nil {
				t.Fatal(err)
			}
		}
		results = append(results, report.Entry{Who: who, Report: report.Make(set, s)})
	}
	var out bytes.Buffer
	if err := report.WriteCSV(&out, results); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), results
}

func TestReadTable(t *testing.T) {
	table, want := written(t)
	german := strings.ReplaceAll(string(table), "true", "WAHR")
	for name, data := range map[string]string{
		"as written": string(table), "with a byte order mark": "\ufeff" + string(table), "truth in German": german,
	} {
		got, err := ReadTable("class.csv", []byte(data))
		if err != nil || len(got) != 2 || got[0].Who != "ada" || got[1].Who != "=bo" {
			t.Errorf("%s: %v, %+v", name, err, got)
			continue
		}
		for i := range got {
			if got[i].Case != "lost-cat" || !got[i].Finished || got[i].Mode != session.Practice ||
				got[i].Discernment != want[i].Discernment || !reflect.DeepEqual(got[i].Calibration, want[i].Calibration) {
				t.Errorf("%s: %+v, want %+v", name, got[i], want[i])
			}
		}
	}
	// As a spreadsheet saves it that writes numbers with a comma.
	const saved = "who;case;finished;supported;verdict;certainty;first_mark\r\nEva;x;WAHR;denied;unconfirmed;2;0,5\r\n;x;;real;;;\r\n"
	got, err := ReadTable("class/Udo.csv", []byte(saved))
	if err != nil || len(got) != 2 || got[0].Who != "eva" || got[0].Calibration.Mean != 1 || got[1].Who != "udo" || got[1].Calibration.Answers != 0 {
		t.Errorf("%v, %+v", err, got)
	}
}

func TestReadTableSaysWhatIsWrong(t *testing.T) {
	const head = "case,supported,verdict,certainty,first_mark\n"
	for data, want := range map[string]string{
		"":                             "line 1 of the table: it has no header",
		"case,supported\n":             `it has no column "verdict"`,
		head + "x,real,real,2\n":       "line 2 of the table: wrong number of fields",
		head + "x,real,reel,2,1\n":     `line 2 of the table: "reel" is not a verdict`,
		head + "x,,real,2,1\n":         `"" is not a verdict`,
		head + "x,real,real,4,1\n":     `"4" is not a certainty`,
		head + "x,real,real,2,NaN\n":   `"NaN" is not a mark`,
		head + "x,real,real,2,1\nx,\"": "line 3 of the table: ",
	} {
		got, err := ReadTable("class.csv", []byte(data))
		var wrong *TableError
		if !errors.As(err, &wrong) || !strings.Contains(err.Error(), want) || wrong.Next == "" || got != nil {
			t.Errorf("%q: %v, want %q", data, err, want)
		}
	}
	if _, err := ReadTable("class.csv", make([]byte, MaxTable+1)); err == nil {
		t.Error("a table that is too large is read")
	}
}

// FuzzReadTable feeds any bytes to ReadTable: they are results that can be compared,
// or refused with a line and a next step.
func FuzzReadTable(f *testing.F) {
	table, _ := written(f)
	f.Add(table)
	f.Add(table[:len(table)/2])
	f.Add([]byte("who;case;supported;verdict;certainty;first_mark\n'=a;b;real;real;1;1"))
	f.Add([]byte("case,first_mark,supported,verdict,certainty\n\"")) // ends within a cell
	f.Fuzz(func(t *testing.T, data []byte) {
		entries, err := ReadTable("class.csv", data)
		var wrong *TableError
		if err != nil && (!errors.As(err, &wrong) || wrong.Line < 1 || wrong.Problem == "" || wrong.Next == "") {
			t.Fatalf("refused with %#v", err)
		}
		c := Of(entries, entries, Options{})
		if c.Finding == Discerning || c.Finding == Warier || c.Finding == Duller {
			t.Fatalf("the same results before and after: %s", c.Finding)
		}
		if err := c.WriteCSV(&bytes.Buffer{}); err != nil {
			t.Fatal(err)
		}
	})
}
