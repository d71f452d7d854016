package main

import (
	"holdtheline/game/host"
	"holdtheline/game/run"
)

// arguments reads what to play from the page's link.
func arguments() (run.Options, map[string]string) { return run.Options{}, host.Link() }
