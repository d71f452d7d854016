package report

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"
	"time"

	"holdtheline/quiz/internal/cell"
)

// columns are the table's columns. The first eight are the same in every row of a
// report, so that the tables of a class can be concatenated.
var columns = []string{
	"case", "fingerprint", "length", "mode", "seed", "began", "finished", "score",
	"item", "kind", "skill", "step", "title", "weight", "scored", "answered", "tries", "hinted",
	"first_mark", "latest_mark", "chance", "supported", "verdict", "certainty", "cbm",
	"first_answer", "latest_answer", "best_answer",
}

// CSV writes a table with a header and one row per item (RFC 4180). It is safe to
// open in a spreadsheet: a cell that looks like a formula is prefixed with an
// apostrophe; numbers stay numbers. Cells of unanswered items are empty.
func (r Report) CSV(w io.Writer) error { return writeTable(w, "", []Entry{{Report: r}}) }

// An Entry is a report in the table of a class, with the name of its player.
type Entry struct {
	Who string
	Report
}

// WriteCSV writes the tables of [Report.CSV] of many reports as one, with a first
// column, who, that names the player of each row.
func WriteCSV(w io.Writer, entries []Entry) error { return writeTable(w, "who", entries) }

// writeTable writes the rows of reports. If who is not empty, it is the name of a
// first column with the players.
func writeTable(w io.Writer, who string, entries []Entry) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	write := func(first string, row []string) error {
		if who != "" {
			row = append([]string{cell.Safe(first)}, row...)
		}
		return out.Write(row)
	}
	if err := write(who, columns); err != nil {
		return err
	}
	for _, e := range entries {
		for _, it := range e.Items {
			if err := write(e.Who, e.row(it)); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

func (r Report) row(it ItemReport) []string {
	row := []string{
		r.Case, r.Fingerprint, string(r.Length), string(r.Mode), strconv.FormatUint(r.Seed, 10),
		r.Began.Format(time.RFC3339), strconv.FormatBool(r.Finished), number(r.Score),
		it.ID, string(it.Kind), string(it.Skill), it.Step, it.Title, number(it.Weight),
		strconv.FormatBool(it.Scored), strconv.FormatBool(it.Answered), strconv.Itoa(it.Tries), strconv.FormatBool(it.Hinted),
	}
	marks := []string{"", ""}
	if it.Answered {
		marks = []string{number(round(it.First)), number(round(it.Mark))}
	}
	chance := ""
	if it.Chance > 0 {
		chance = number(it.Chance)
	}
	verdict := []string{"", "", "", ""}
	if v := it.Verdict; v != nil {
		verdict = []string{string(v.Supported), string(v.Given), strconv.Itoa(v.Certainty), number(v.CBM)}
	}
	row = append(row, marks...)
	row = append(row, chance)
	row = append(row, verdict...)
	for _, answer := range []json.RawMessage{it.Given, it.Latest, it.Best} {
		row = append(row, string(answer))
	}
	for i, text := range row {
		row[i] = cell.Safe(text)
	}
	return row
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
