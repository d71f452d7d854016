package main

import (
	"holdtheline/game/launch"
	"holdtheline/game/toolkit/host"
	"holdtheline/game/toolkit/run"
)

// arguments reads what to play from the page's link.
func arguments() (run.Options, map[string]string) {
	link := host.Link()
	return run.Options{Debug: run.Debug(link[launch.DebugKey])}, link
}
