//go:build !js

package main

import (
	"errors"
	"io"
	"os"

	"holdtheline/game/launch"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
)

// loadFile reads a case from a disk: compiled, or as its author writes it.
func loadFile(path string) (*casefile.Case, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, casefile.MaxBytes+1))
	if err != nil {
		return nil, err
	}
	read := authoring.Read(path, data, authoring.Beside(path))
	if read.Case == nil {
		first := read.Errors[0]
		first.Excerpt = ""
		return nil, errors.New(first.String())
	}
	compiled, err := authoring.JSON(read.Case)
	if err != nil {
		return nil, err
	}
	return launch.ReadFile(compiled)
}
