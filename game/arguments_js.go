package main

import (
	"holdtheline/game/launch"
	"holdtheline/game/toolkit/host"
	"holdtheline/game/toolkit/run"
)

// onlyDrawn says whether there is no plain page.
const onlyDrawn = false

// arguments reads what to play from the page's link.
func arguments() (o run.Options, link map[string]string, keep keeper) {
	link = host.Link()
	return run.Options{Debug: run.Debug(link[launch.DebugKey])}, link, nil
}
