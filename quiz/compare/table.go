package compare

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/internal/quote"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
)

// MaxTable is the largest size of a table in bytes. A row has some hundred bytes,
// and a pupil some dozen rows.
const MaxTable = 32 << 20

// A TableError says why a table can't be read.
type TableError struct {
	Line    int    // from 1
	Problem string // what is wrong
	Next    string // what a person can do about it
}

func (e *TableError) Error() string {
	return fmt.Sprintf("line %d of the table: %s; %s", e.Line, e.Problem, e.Next)
}

// What a person can do about a table.
const (
	nextTable = "use a table of results as the game or case report writes it"
	nextCell  = "put back what the cell held"
)

// needed are the columns without which a table of results says nothing.
var needed = []string{"case", "supported", "verdict", "certainty", "first_mark"}

// ReadTable reads the results of a table as report.WriteCSV or report.Report.CSV
// writes it, and as a spreadsheet saves it again: with semicolons or tabs in the
// place of commas, and with numbers and truth values in the way of its language.
// Results without a column who are of the pupil whose name the file has.
//
// A table holds what a comparison needs, so it takes no case. Its results have no
// score and no items, and the case's id for a title. The error is a *TableError.
func ReadTable(name string, data []byte) ([]report.Entry, error) {
	if len(data) > MaxTable {
		return nil, &TableError{Line: 1, Problem: fmt.Sprintf("it is larger than %d MB", MaxTable>>20), Next: nextTable}
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	in := csv.NewReader(bytes.NewReader(data))
	in.Comma = separator(data)
	in.ReuseRecord = true
	header, err := in.Read()
	if err != nil {
		return nil, &TableError{Line: 1, Problem: "it has no header", Next: nextTable}
	}
	t := table{name: Name(name), column: map[string]int{}, results: map[string]*tabled{}}
	for i, title := range header {
		t.column[strings.ToLower(strings.TrimSpace(title))] = i
	}
	for _, title := range needed {
		if _, ok := t.column[title]; !ok {
			return nil, &TableError{Line: 1, Problem: fmt.Sprintf("it has no column %q", title), Next: nextTable}
		}
	}
	for {
		t.row, err = in.Read()
		if errors.Is(err, io.EOF) {
			return t.entries(), nil
		}
		var syntax *csv.ParseError
		if errors.As(err, &syntax) {
			return nil, &TableError{Line: max(1, syntax.Line), Problem: syntax.Err.Error(), Next: nextTable}
		}
		if err := t.add(); err != nil {
			line, _ := in.FieldPos(0)
			return nil, &TableError{Line: line, Problem: err.Error(), Next: nextCell}
		}
	}
}

// separator guesses what stands between cells from the header.
func separator(data []byte) rune {
	header, _, _ := bytes.Cut(data, []byte("\n"))
	most, best := 0, ','
	for _, mark := range []rune{',', ';', '\t'} {
		if n := bytes.Count(header, []byte(string(mark))); n > most {
			most, best = n, mark
		}
	}
	return best
}

// A table is what has been read so far.
type table struct {
	name    string
	column  map[string]int
	row     []string
	results map[string]*tabled
	order   []string
}

type tabled struct {
	entry report.Entry
	given []*puzzle.VerdictParts
}

func (t *table) cell(column string) string {
	i, ok := t.column[column]
	if !ok {
		return ""
	}
	return strings.TrimSpace(t.row[i])
}

// add takes in a row.
func (t *table) add() error {
	var key []string
	for _, column := range []string{"who", "case", "fingerprint", "length", "mode", "seed", "began"} {
		key = append(key, t.cell(column))
	}
	id := strings.Join(key, "\x00")
	result, ok := t.results[id]
	if !ok {
		who := t.name
		if cell := t.cell("who"); cell != "" {
			who = Name(unquoted(cell))
		}
		result = &tabled{entry: report.Entry{Who: who, Report: report.Report{
			Case: printable(unquoted(t.cell("case"))), Title: printable(unquoted(t.cell("case"))),
			Finished: isTrue(t.cell("finished")), Mode: session.Mode(t.cell("mode")),
		}}}
		t.results[id], t.order = result, append(t.order, id)
	}
	if t.cell("verdict") == "" {
		return nil // no verdict, or none given
	}
	v, err := t.verdict()
	if err == nil {
		result.given = append(result.given, v)
	}
	return err
}

// verdict reads a row's verdict.
func (t *table) verdict() (*puzzle.VerdictParts, error) {
	v := puzzle.VerdictParts{Supported: casefile.Verdict(t.cell("supported")), Given: casefile.Verdict(t.cell("verdict"))}
	for _, is := range []casefile.Verdict{v.Supported, v.Given} {
		if !slices.Contains(casefile.Verdicts(), is) {
			return nil, fmt.Errorf("%q is not a verdict", quote.Short(string(is)))
		}
	}
	certainty, err := strconv.Atoi(t.cell("certainty"))
	stake, ok := puzzle.Stakes(certainty)
	if err != nil || !ok {
		return nil, fmt.Errorf("%q is not a certainty", quote.Short(t.cell("certainty")))
	}
	mark, err := strconv.ParseFloat(strings.Replace(t.cell("first_mark"), ",", ".", 1), 64)
	if err != nil || !(mark >= 0 && mark <= 1) {
		return nil, fmt.Errorf("%q is not a mark", quote.Short(t.cell("first_mark")))
	}
	v.Certainty, v.Right = certainty, v.Given == v.Supported
	v.Defensible = !v.Right && mark > 0
	switch {
	case v.Right:
		v.CBM = stake.Right
	case v.Defensible:
		v.CBM = stake.Defensible
	default:
		v.CBM = stake.Wrong
	}
	return &v, nil
}

func (t *table) entries() []report.Entry {
	var all []report.Entry
	for _, id := range t.order {
		r := t.results[id]
		r.entry.Discernment, r.entry.Calibration = report.Discern(r.given), report.Calibrate(r.given)
		all = append(all, r.entry)
	}
	return all
}

// unquoted takes off the apostrophe that keeps a spreadsheet from running a cell.
func unquoted(cell string) string {
	if rest, ok := strings.CutPrefix(cell, "'"); ok && strings.IndexAny(rest, "=+-@\t\r") == 0 {
		return rest
	}
	return cell
}

func printable(s string) string { return quote.Short(strings.Map(quote.Rune, s)) }

// isTrue reads a truth value as Go writes it, or a spreadsheet in English or German.
func isTrue(cell string) bool {
	return strings.EqualFold(cell, "true") || strings.EqualFold(cell, "wahr")
}
