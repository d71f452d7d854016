package main

import (
	"holdtheline/game/settings"
	"holdtheline/game/toolkit/host"
	"holdtheline/game/toolkit/run"
)

// onlyDrawn says whether there is no plain page.
const onlyDrawn = false

// arguments reads from the page's link how to show it.
func arguments() (o run.Options, link map[string]string, given []batch) {
	link = host.Link()
	return run.Options{Debug: run.Debug(link[settings.DebugKey])}, link, nil
}
