package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/check"
)

// runCheck prints for every file what is wrong with it, or what is in it, and for
// the two forms of a test where they are not alike, or how alike they are.
func runCheck(args []string, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		return wrongUsage(stderr, "check needs at least one file")
	}
	code := exitOK
	forms := map[casefile.Form][]form{}
	for _, file := range args {
		c, ok := loadCase(file, stderr)
		if !ok {
			code = exitWrong
			continue
		}
		fmt.Fprintf(stdout, "%s: ok, %s%s\n", file, contents(c), judged(file, c))
		if !checkTranslations(file, c, stdout, stderr) {
			code = exitWrong
		}
		if c.Form != "" {
			forms[c.Form] = append(forms[c.Form], form{file, c})
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
