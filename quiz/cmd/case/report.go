package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
)

// runReport writes the report of a saved session as JSON, or with -csv the reports
// of any number of them as one table. For a damaged session it reports what comes
// before the damage, prints where the damage is, and fails.
func runReport(args []string, stdout, stderr io.Writer) int {
	table := len(args) > 0 && (args[0] == "-csv" || args[0] == "--csv")
	if table {
		args = args[1:]
	}
	if len(args) < 2 || len(args) > 2 && !table {
		return wrongUsage(stderr, "report needs a case file and a saved session, or with -csv any number of sessions")
	}
	c, ok := loadCase(args[0], stderr)
	if !ok {
		return exitWrong
	}
	set, code := puzzle.New(c), exitOK
	var entries []report.Entry
	for _, file := range args[1:] {
		if isCodes(file) {
			all, exit := readCodes(file, set, stderr)
			for _, one := range all {
				entries = append(entries, report.Entry{Who: one.who, Report: report.Make(set, one.session)})
			}
			code = max(code, exit)
			continue
		}
		data, err := readUpTo(file, session.MaxBytes)
		if err != nil {
			fmt.Fprintf(stderr, "case: the session can't be read: %v\n    → check the name and the folder you are in\n", err)
			code = exitWrong
			continue
		}
		r, damage := report.Of(set, data)
		if damage != nil {
			sayDamage(file, damage, stderr)
			code = exitWrong
		}
		if r.Case != "" {
			entries = append(entries, report.Entry{Who: filepath.Base(file), Report: r})
		}
	}
	switch {
	case table:
		var out bytes.Buffer
		if err := report.WriteCSV(&out, entries); err != nil {
			fmt.Fprintf(stderr, "case: %v\n", err)
			return exitWrong
		}
		return max(code, write(out.Bytes(), stdout, stderr))
	case len(entries) == 0:
		return code
	}
	return max(code, writeJSON(entries[0].Report, stdout, stderr))
}

// loadSession reads the session in a file, which is of the case in another. If anything
// is wrong it reports it on stderr and is not ok.
func loadSession(caseFile, file string, read func(*puzzle.Set, []byte) (*session.Session, error), stderr io.Writer) (*session.Session, bool) {
	c, ok := loadCase(caseFile, stderr)
	if !ok {
		return nil, false
	}
	data, err := readUpTo(file, session.MaxBytes)
	if err != nil {
		fmt.Fprintf(stderr, "case: the session can't be read: %v\n    → check the name and the folder you are in\n", err)
		return nil, false
	}
	s, err := read(puzzle.New(c), data)
	if err != nil {
		sayDamage(file, err, stderr)
		return nil, false
	}
	return s, true
}

// sayDamage prints where a session is damaged and what to do about it.
func sayDamage(file string, damage error, stderr io.Writer) {
	var d *session.CorruptError
	if !errors.As(damage, &d) {
		fmt.Fprintf(stderr, "%s: %v\n", file, damage)
		return
	}
	fmt.Fprintf(stderr, "%s:%d: %s\n    → %s\n", file, d.Line, d.Problem, d.Next)
}

// runReplay replays a recorded session on this version of the case and writes the
// resulting session.
func runReplay(args []string, stdout, stderr io.Writer) int {
	if len(args) != 2 {
		return wrongUsage(stderr, "replay needs a case file and a recorded session")
	}
	s, ok := loadSession(args[0], args[1], session.Migrate, stderr)
	if !ok {
		return exitWrong
	}
	return write(s.Encode(), stdout, stderr)
}
