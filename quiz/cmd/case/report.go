package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
)

// runReport writes the report of a saved session as JSON. Of a damaged session
// it reports what stands before the damage, says where that is, and fails.
func runReport(args []string, stdout, stderr io.Writer) int {
	if len(args) != 2 {
		return wrongUsage(stderr, "report needs a case file and a saved session")
	}
	c, ok := loadCase(args[0], stderr)
	if !ok {
		return exitWrong
	}
	data, err := os.ReadFile(args[1])
	if err != nil {
		fmt.Fprintf(stderr, "case: the session can't be read: %v\n    → check the name and the folder you are in\n", err)
		return exitWrong
	}
	set := puzzle.New(c)
	s, damage := session.Read(set, data)
	code := exitOK
	if damage != nil {
		sayDamage(args[1], damage, stderr)
		code = exitWrong
	}
	if s == nil {
		return code
	}
	return max(code, writeJSON(report.Make(set, s), stdout, stderr))
}

// sayDamage says where a session is damaged and what to do about it.
func sayDamage(file string, damage error, stderr io.Writer) {
	var d *session.DamageError
	if !errors.As(damage, &d) {
		fmt.Fprintf(stderr, "%s: %v\n", file, damage)
		return
	}
	fmt.Fprintf(stderr, "%s:%d: %s\n    → %s\n", file, d.Line, d.Problem, d.Next)
}

// runReplay plays a recorded session again on this version of the case and writes
// the session that comes of it.
func runReplay(args []string, stdout, stderr io.Writer) int {
	if len(args) != 2 {
		return wrongUsage(stderr, "replay needs a case file and a recorded session")
	}
	c, ok := loadCase(args[0], stderr)
	if !ok {
		return exitWrong
	}
	data, err := os.ReadFile(args[1])
	if err != nil {
		fmt.Fprintf(stderr, "case: the session can't be read: %v\n    → check the name and the folder you are in\n", err)
		return exitWrong
	}
	s, err := session.Carry(puzzle.New(c), data)
	if err != nil {
		sayDamage(args[1], err, stderr)
		return exitWrong
	}
	return write(s.Encode(), stdout, stderr)
}
