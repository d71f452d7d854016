package main

import (
	"holdtheline/game/launch"
	"holdtheline/game/toolkit/host"
	"holdtheline/quiz/casefile"
)

// loadFile fetches a compiled case from beside the page.
func loadFile(address string) (*casefile.Case, error) {
	data, err := host.FetchFile(address)
	if err != nil {
		return nil, err
	}
	return launch.ReadFile(data)
}
