package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/check"
)

// runCheck prints for every file what is wrong with it, or what is in it.
func runCheck(args []string, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		return wrongUsage(stderr, "check needs at least one file")
	}
	code := exitOK
	for _, file := range args {
		c, ok := loadCase(file, stderr)
		if !ok {
			code = exitWrong
			continue
		}
		fmt.Fprintf(stdout, "%s: ok, %s%s\n", file, contents(c), judged(file, c))
	}
	return code
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
