package compare

import (
	"encoding/csv"
	"io"
	"strconv"

	"holdtheline/quiz/internal/cell"
)

var columns = []string{
	"of", "who", "case_before", "case_after", "finding", "measure", "before", "after", "difference", "low", "high",
	"believed_before", "of_before", "believed_after", "of_after",
}

// WriteCSV writes the comparison as a table (RFC 4180) with a header and a row for
// each measure: first of the whole, then of each pupil. Cells of what is not known
// are empty. It is safe to open in a spreadsheet: see report.Report.CSV.
func (c Comparison) WriteCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	rows := [][]string{columns}
	if c.Sort != Pupil {
		rows = append(rows, rowsOf(string(c.Sort), Single{Changes: c.Changes, Finding: c.Finding})...)
	}
	for _, p := range c.Pupils {
		rows = append(rows, rowsOf(string(Pupil), p)...)
	}
	for _, l := range c.LeftOut {
		rows = append(rows, []string{"left out: " + string(l.Why), l.Who, "", "", "", "", "", "", "", "", "", "", "", "", ""})
	}
	for _, row := range rows {
		for i, text := range row {
			row[i] = cell.Safe(text)
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func rowsOf(what string, s Single) [][]string {
	var rows [][]string
	for _, c := range s.Changes {
		row := []string{what, s.Who, s.Before.Case, s.After.Case, string(s.Finding), string(c.Measure)}
		for _, v := range []float64{c.Before, c.After, c.Difference, c.Low, c.High} {
			text := ""
			if c.Known {
				text = strconv.FormatFloat(v, 'f', -1, 64)
			}
			row = append(row, text)
		}
		for _, n := range []int{c.BelievedBefore, c.OfBefore, c.BelievedAfter, c.OfAfter} {
			text := ""
			if c.Measure == TrueBelieved || c.Measure == FalseBelieved {
				text = strconv.Itoa(n)
			}
			row = append(row, text)
		}
		rows = append(rows, row)
	}
	return rows
}
