package main

import (
	"fmt"
	"io"

	"holdtheline/quiz/packed"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// runPack writes a saved session as a short text.
func runPack(args []string, stdout, stderr io.Writer) int {
	if len(args) != 2 {
		return wrongUsage(stderr, "pack needs a case file and a saved session")
	}
	c, ok := loadCase(args[0], stderr)
	if !ok {
		return exitWrong
	}
	data, err := readUpTo(args[1], session.MaxBytes)
	if err != nil {
		fmt.Fprintf(stderr, "case: the session can't be read: %v\n    → check the name and the folder you are in\n", err)
		return exitWrong
	}
	s, err := session.Read(puzzle.New(c), data)
	if err != nil {
		sayDamage(args[1], err, stderr)
		return exitWrong
	}
	text, err := packed.Pack(s)
	if err != nil {
		fmt.Fprintf(stderr, "case: %v\n", err)
		return exitWrong
	}
	return write([]byte(text+"\n"), stdout, stderr)
}

// runUnpack writes the session that a short text stands for.
func runUnpack(args []string, stdout, stderr io.Writer) int {
	if len(args) != 2 {
		return wrongUsage(stderr, "unpack needs a case file and the text")
	}
	c, ok := loadCase(args[0], stderr)
	if !ok {
		return exitWrong
	}
	s, err := packed.Unpack(puzzle.New(c), args[1])
	if err != nil {
		fmt.Fprintf(stderr, "case: %v\n", err)
		return exitWrong
	}
	return write(s.Encode(), stdout, stderr)
}
