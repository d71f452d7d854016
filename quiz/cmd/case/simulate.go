package main

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"holdtheline/quiz/compare"
	"holdtheline/quiz/internal/quote"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
	"holdtheline/quiz/simulate"
)

// simulating is a call of simulate, read from its arguments.
type simulating struct {
	pupils, classes, class int
	seed                   uint64
	json                   bool
	files                  []string
}

// The least and the most pupils of a class.
const (
	leastClass = compare.FewestPupils
	mostClass  = 500
)

// parseSimulate reads the arguments of simulate. The error says what is wrong with
// the call.
func parseSimulate(args []string) (simulating, error) {
	s := simulating{pupils: 10_000, class: 25, seed: 1}
	for i := 0; i < len(args); i++ {
		arg := args[i]
		if !strings.HasPrefix(arg, "-") {
			s.files = append(s.files, arg)
			continue
		}
		flag := "-" + strings.TrimLeft(arg, "-")
		if flag == "-json" {
			s.json = true
			continue
		}
		value := ""
		if i++; i < len(args) {
			value = args[i]
		}
		var err error
		switch flag {
		case "-pupils":
			s.pupils, err = number(flag, value, 1, simulate.MostPupils)
		case "-classes":
			s.classes, err = number(flag, value, 0, simulate.MostClasses)
		case "-class":
			s.class, err = number(flag, value, leastClass, mostClass)
		case "-seed":
			if s.seed, err = strconv.ParseUint(value, 10, 64); err != nil {
				err = fmt.Errorf("-seed takes a whole number from 0 on, not %q", quote.Short(value))
			}
		default:
			err = fmt.Errorf("simulate does not know %q", quote.Short(arg))
		}
		if err != nil {
			return s, err
		}
	}
	if len(s.files) != 1 && len(s.files) != 2 {
		return s, errors.New("simulate needs a case file, or two to compare as forms of a test")
	}
	return s, nil
}

func number(flag, value string, least, most int) (int, error) {
	n, err := strconv.Atoi(value)
	if err != nil || n < least || n > most {
		return 0, fmt.Errorf("%s takes a whole number from %d to %d, not %q", flag, least, most, quote.Short(value))
	}
	return n, nil
}

// simulated is the whole result of a call.
type simulated struct {
	Tests   []simulate.Result     `json:"tests"`
	Forms   []simulate.Difference `json:"forms,omitempty"`
	Classes []simulate.Outcome    `json:"classes,omitempty"`
}

// runSimulate lets made-up pupils play a case, or two forms of a test. Forms that
// don't agree are a failure.
func runSimulate(args []string, stdout, stderr io.Writer) int {
	call, err := parseSimulate(args)
	if err != nil {
		return wrongUsage(stderr, err.Error())
	}
	var tests []*simulate.Test
	var all simulated
	for _, file := range call.files {
		c, ok := loadCase(file, stderr)
		if !ok {
			return exitWrong
		}
		test, err := simulate.NewTest(puzzle.New(c))
		if err != nil {
			return sayUnplayable(file, err, stderr)
		}
		result, err := simulate.Run(test, call.pupils, call.seed)
		if err != nil {
			return sayUnplayable(file, err, stderr)
		}
		tests, all.Tests = append(tests, test), append(all.Tests, result)
	}
	first, last := tests[0], tests[len(tests)-1]
	code := exitOK
	if len(tests) == 2 {
		all.Forms = simulate.Compare(all.Tests[0], all.Tests[1])
		if !simulate.Agree(all.Forms) {
			code = exitWrong
		}
	}
	if call.classes > 0 {
		for _, s := range simulate.Scenarios() {
			all.Classes = append(all.Classes, simulate.Classes(first, last, s, call.classes, call.class, call.seed))
		}
	}
	if call.json {
		code = max(code, writeJSON(all, stdout, stderr))
	} else {
		code = max(code, write([]byte(all.text()), stdout, stderr))
	}
	if len(all.Forms) > 0 && !simulate.Agree(all.Forms) {
		fmt.Fprintf(stderr, "case: the two forms don't treat all pupils alike\n    → ask for the same stamps and the same kinds of puzzle in both, as often\n")
	}
	return code
}

func sayUnplayable(file string, err error, stderr io.Writer) int {
	fmt.Fprintf(stderr, "%s: %s\n    → let case check say what is wrong with it\n", file, quote.Sentence(err.Error()))
	return exitWrong
}

// text writes the tables.
func (s simulated) text() string {
	var out strings.Builder
	for _, r := range s.Tests {
		fmt.Fprintf(&out, "%s (%s): %d verdicts, of them %d real; %d pupils, seed %d\n\n", r.Title, r.Case, r.True+r.Other, r.True, r.Pupils, r.Seed)
		kindTable(&out, r)
		questionTable(&out, r)
	}
	if len(s.Forms) > 0 {
		formTable(&out, s.Forms)
	}
	if len(s.Classes) > 0 {
		classTable(&out, s.Classes)
	}
	return out.String()
}

// table returns a table that ends up in out when it is flushed.
func table(out io.Writer) *tabwriter.Writer { return tabwriter.NewWriter(out, 0, 0, 2, ' ', 0) }

func kindTable(out io.Writer, r simulate.Result) {
	t := table(out)
	fmt.Fprint(t, "pupils\ttrue believed\tfalse believed\td′\tc\tcalibration\tscore")
	for _, k := range simulate.Kinds() {
		fmt.Fprintf(t, "\tread as %s", k)
	}
	fmt.Fprintln(t)
	for _, row := range r.Rows {
		dPrime, c := "–", "–" // of too few verdicts
		if min(r.True, r.Other) >= report.EnoughOfEach {
			dPrime, c = fmt.Sprintf("%.2f", row.DPrime), fmt.Sprintf("%.2f", row.C)
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\t%.2f\t%.0f", row.Kind, share(row.True), share(row.False), dPrime, c, row.Calibration, row.Score)
		for _, k := range simulate.Kinds() {
			fmt.Fprintf(t, "\t%s", share(row.ReadAs[k]))
		}
		fmt.Fprintln(t)
	}
	t.Flush() // a strings.Builder takes everything
	fmt.Fprintln(out)
}

func questionTable(out io.Writer, r simulate.Result) {
	t := table(out)
	fmt.Fprintln(t, "question\tkind\tdiscerning\tguessing\tcorrelation\t")
	for _, q := range r.Questions {
		flat := ""
		if q.Flat {
			flat = "tells nobody apart"
		}
		fmt.Fprintf(t, "%s\t%s\t%.2f\t%.2f\t%.2f\t%s\n", q.ID, q.Kind, q.Discerning, q.Guessing, q.Correlation, flat)
	}
	t.Flush()
	fmt.Fprintln(out)
}

func formTable(out io.Writer, all []simulate.Difference) {
	t := table(out)
	fmt.Fprintln(t, "forms\tmeasure\tfirst\tsecond\tdifference\tmargin\t")
	for _, d := range all {
		differs := ""
		if !d.Agrees {
			differs = "differs"
		}
		fmt.Fprintf(t, "%s\t%s\t%.2f\t%.2f\t%+.2f\t%.2f\t%s\n", d.Kind, d.Measure, d.A, d.B, d.B-d.A, d.Margin, differs)
	}
	t.Flush()
	fmt.Fprintln(out)
}

func classTable(out io.Writer, all []simulate.Outcome) {
	t := table(out)
	fmt.Fprintf(t, "%d classes of %d pupils", all[0].Classes, all[0].Pupils)
	for _, f := range compare.Findings() {
		fmt.Fprintf(t, "\t%s", f)
	}
	fmt.Fprintln(t, "\ta pupil: better")
	for _, o := range all {
		fmt.Fprint(t, o.Name)
		for _, f := range compare.Findings() {
			fmt.Fprintf(t, "\t%s", share(o.Found[f]))
		}
		fmt.Fprintf(t, "\t%s\n", share(simulate.Better(o.Singles)))
	}
	t.Flush()
}

func share(v float64) string { return fmt.Sprintf("%.1f %%", 100*v) }
