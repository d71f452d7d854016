package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"holdtheline/assets/words"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/check"
	"holdtheline/quiz/internal/quote"
	"holdtheline/quiz/outline"
)

// checking is a call of check, read from its arguments.
type checking struct {
	format          string // text, json or github
	lang            string
	verbose, strict bool
	files           []string
}

// parseCheck reads the arguments of check. The error says what is wrong with the call.
func parseCheck(args []string) (checking, error) {
	c := checking{format: "text", lang: words.Default}
	for _, arg := range args {
		flag, value, _ := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		switch {
		case !strings.HasPrefix(arg, "-"):
			c.files = append(c.files, arg)
		case flag == "v":
			c.verbose = true
		case flag == "strict":
			c.strict = true
		case flag == "format" && slices.Contains([]string{"text", "json", "github"}, value):
			c.format = value
		case flag == "lang" && slices.Contains(words.Languages(), value):
			c.lang = value
		default:
			return c, fmt.Errorf("check does not know %q", quote.Short(arg))
		}
	}
	if len(c.files) == 0 {
		return c, errors.New("check needs at least one file")
	}
	return c, nil
}

// runCheck reports for every file what is wrong with it, or what is in it, and for
// the two forms of a test where they are not alike, or how alike they are.
func runCheck(args []string, stdout, stderr io.Writer) int {
	c, err := parseCheck(args)
	if err != nil {
		return wrongUsage(stderr, err.Error())
	}
	code := exitOK
	forms := map[casefile.Form][]form{}
	var results []result
	for _, file := range c.files {
		r := checkFile(file)
		if !r.sound(c.strict) {
			code = exitWrong
		}
		results = append(results, r)
		if r.reading.Case != nil && r.reading.Case.Form != "" {
			forms[r.reading.Case.Form] = append(forms[r.reading.Case.Form], form{file, r.reading.Case})
		}
	}
	switch c.format {
	case "json":
		if err := writeChecked(results, c.lang, stdout); err != nil {
			fmt.Fprintf(stderr, "case: %v\n", err)
			return exitWrong
		}
		stdout = io.Discard
	case "github":
		writeAnnotations(results, stdout)
		stdout = io.Discard
	default:
		for _, r := range results {
			r.write(c, stdout, stderr)
			if r.reading.Case != nil && !checkTranslations(r.file, r.reading.Case, stdout, stderr) {
				code = exitWrong
			}
		}
	}
	for _, a := range forms[casefile.FormA] {
		for _, b := range forms[casefile.FormB] {
			if !parallel(a, b, stdout, stderr) {
				code = exitWrong
			}
		}
	}
	return code
}

// A result is what checking one file found.
type result struct {
	file    string
	reading authoring.Reading
	err     error // the file can't be read
}

func checkFile(file string) result {
	data, err := readUpTo(file, casefile.MaxBytes)
	if err != nil {
		return result{file: file, err: err}
	}
	return result{file: file, reading: readCase(file, data)}
}

// readCase reads a case. Its id is held against its folder, whatever folder the
// command runs in. Messages name the file as it was given.
func readCase(file string, data []byte) authoring.Reading {
	whole, err := filepath.Abs(file)
	if err != nil {
		whole = file
	}
	r := authoring.Read(whole, data, authoring.Beside(whole))
	for _, list := range []casefile.Problems{r.Errors, r.Warnings} {
		for i := range list {
			list[i].File = file
		}
	}
	return r
}

// sound reports whether nothing is wrong with a file, warnings included if they count.
func (r *result) sound(strict bool) bool {
	return r.err == nil && r.reading.Case != nil && (!strict || len(r.reading.Warnings) == 0)
}

// write reports a result in words.
func (r *result) write(c checking, stdout, stderr io.Writer) {
	if r.err != nil {
		fmt.Fprintf(stderr, "case: the file can't be read: %v\n    → check the name and the folder you are in\n", r.err)
		return
	}
	if problems := r.problems(); len(problems) > 0 {
		fmt.Fprintln(stderr, problems)
	}
	if r.reading.Case == nil {
		fmt.Fprintf(stderr, "%s: %s\n", r.file, counts(r.reading))
		return
	}
	fmt.Fprintf(stdout, "%s: ok, %s%s", r.file, contents(r.reading.Case), judged(r.file, r.reading.Case))
	if n := r.reading.Warnings.Count(); n > 0 {
		fmt.Fprintf(stdout, "; %s", count(n, "warning"))
	}
	fmt.Fprintln(stdout)
	if !c.verbose {
		return
	}
	if l, err := words.Load(c.lang); err == nil {
		o := outline.Of(r.reading.Case)
		fmt.Fprint(stdout, o.Text(l))
	}
	if len(r.reading.Inferred) > 0 {
		fmt.Fprintf(stdout, "\nInferred\n")
		for _, one := range r.reading.Inferred {
			fmt.Fprintf(stdout, "  %s: %s (%s)\n", one.Path, one.Value, one.Why)
		}
	}
}

// counts says how many errors and warnings there are.
func counts(r authoring.Reading) string {
	text := count(r.Errors.Count(), "problem")
	if n := r.Warnings.Count(); n > 0 {
		text += ", " + count(n, "warning")
	}
	return text
}

// A form is one of the two forms of a test, and the file it comes from.
type form struct {
	file string
	c    *casefile.Case
}

// parallel prints where two forms of a test are not alike in what they ask, or how
// alike they are.
func parallel(a, b form, stdout, stderr io.Writer) bool {
	if problems := authoring.Parallel(a.c, b.c); len(problems) > 0 {
		fmt.Fprintln(stderr, problems)
		fmt.Fprintf(stderr, "%s and %s are not parallel: %s\n", a.file, b.file, count(problems.Count(), "problem"))
		return false
	}
	inA, inB := authoring.Measure(a.c), authoring.Measure(b.c)
	fmt.Fprintf(stdout, "%s and %s: parallel, %s, %s, %d and %d words, grades %.1f and %.1f\n",
		a.file, b.file, count(inA.Beats, "beat"), rights(inA, inB), inA.Words, inB.Words, inA.Grade, inB.Grade)
	return true
}

// rights tells for how many verdicts of two forms each stamp is right.
func rights(a, b authoring.Measures) string {
	var stamps []string
	for _, v := range casefile.Verdicts() {
		stamps = append(stamps, fmt.Sprintf("%s %d/%d", v, a.Right[v], b.Right[v]))
	}
	return count(a.Verdicts, "verdict") + " (" + strings.Join(stamps, ", ") + ")"
}

// judged counts what rests on an editor's judgement. A compiled case lacks the keys.
func judged(file string, c *casefile.Case) string {
	if isCompiled(file) {
		return ""
	}
	all := 0
	for i := range c.Claims {
		all += len(c.Claims[i].Status)
	}
	statuses, sources := check.Judgements(c)
	return fmt.Sprintf("; by judgement: %d of %s, %d of %s", statuses, count(all, "stamp"), sources, count(len(c.Sources), "source"))
}

// isCompiled reports whether a file is a case as build writes it.
func isCompiled(file string) bool { return strings.EqualFold(filepath.Ext(file), ".json") }

// contents counts what is in a case.
func contents(c *casefile.Case) string {
	tabs, beats, asks, puzzles := 0, 0, 0, 0
	for _, s := range c.Sources {
		if s.Tab {
			tabs++
		}
	}
	for _, r := range c.Rooms {
		beats += len(r.Beats)
		puzzles += len(r.Puzzles)
		for _, b := range r.Beats {
			asks += len(b.Ask)
		}
	}
	return strings.Join([]string{
		count(len(c.Sources), "source") + " (" + count(tabs, "tab") + ")",
		count(len(c.Events), "event"),
		count(len(c.Claims), "claim"),
		count(beats, "beat"),
		count(asks, "verdict"),
		count(puzzles, "puzzle"),
	}, ", ")
}
