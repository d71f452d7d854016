package main

import (
	"errors"

	"holdtheline/game/launch"
	"holdtheline/game/toolkit/host"
	"holdtheline/quiz/casefile"
)

// loadFile returns the case that the page has fetched from beside it, and checked.
func loadFile(string) (*casefile.Case, error) {
	given := host.Given()
	if given.Trouble != "" {
		return nil, errors.New(given.Trouble)
	}
	c, err := casefile.LoadCompiled([]byte(given.Text))
	if err != nil {
		return nil, err
	}
	return c, launch.Foreign(c)
}
