package main

import (
	"fmt"
	"io"

	"holdtheline/quiz/casefile/authoring"
)

// runBuild writes a checked case, or a translation of it, as the JSON that the game
// reads.
func runBuild(args []string, stdout, stderr io.Writer) int {
	if len(args) != 1 && len(args) != 2 {
		return wrongUsage(stderr, "build needs exactly one file, or a file and a translation of it")
	}
	c, ok := loadCase(args[0], stderr)
	if !ok {
		return exitWrong
	}
	data, err := authoring.JSON(c)
	if len(args) == 2 {
		t, ok := loadTranslation(c, args[1], stderr)
		if !ok {
			return exitWrong
		}
		data, err = authoring.TranslationJSON(t)
	}
	if err != nil {
		fmt.Fprintf(stderr, "case: %v\n", err)
		return exitWrong
	}
	return write(data, stdout, stderr)
}

// runSchema writes the JSON Schema of the case format.
func runSchema(args []string, stdout, stderr io.Writer) int {
	if len(args) != 0 {
		return wrongUsage(stderr, "schema takes no arguments")
	}
	return write(authoring.Schema(), stdout, stderr)
}

// write writes data to stdout and reports a failure on stderr.
func write(data []byte, stdout, stderr io.Writer) int {
	if _, err := stdout.Write(data); err != nil {
		fmt.Fprintf(stderr, "case: the output can't be written: %v\n    → check the disk and the pipe it goes to\n", err)
		return exitWrong
	}
	return exitOK
}
