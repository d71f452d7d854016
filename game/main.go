// Command game is Hold the Line, a game about what could be known, and when. It
// runs in a browser as WebAssembly and, for development, in a window.
//
// Start reading at [program]. The game itself is package app.
package main

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"os"
	"time"

	"holdtheline/assets"
	"holdtheline/game/app"
	"holdtheline/game/launch"
	"holdtheline/game/store"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/host"
	"holdtheline/game/toolkit/run"
	"holdtheline/game/toolkit/typeface"
)

func main() {
	o, link, keep := arguments()
	if err := play(o, link, keep); err != nil {
		host.Failed(err)
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// play runs the game that a link or the command line asks for.
func play(o run.Options, link map[string]string, keep keeper) error {
	opened, _ := store.Open() // a store that can't be opened returns the error at its first use
	saves := store.NewGuard(opened)
	params, err := launch.Read(link, rand.Uint64N(1_000_000), launch.Device{
		Settings: launch.Settings(saves), Spoken: host.CurrentPreferences().Languages, CanPlay: host.CanPlay(),
	})
	if err != nil {
		return err
	}
	params.Statement = host.Address(assets.Statement)
	params.Settle(saves)
	c, err := takeGiven(&params, saves)
	if err != nil {
		params.Notices = append(params.Notices, params.Words.Say("trouble.given", "why", err))
	}
	if c == nil {
		c, err = openFirst(&params)
	}
	if err != nil {
		return err
	}
	if params.File == "" && params.Given == "" {
		params.Worksheet = host.Address(assets.Worksheet(c.ID))
	}
	platform := joinPlatform(c, &params, saves)
	model := launch.Open(c, params, saves)
	o.Title = params.Words.Say("game.title")
	o.Plain = model.FirstView() == app.PlainPage
	p := &program{Program: app.NewProgram(model, time.Now), saves: saves, params: params, caseID: cmp.Or(params.Given, c.ID), faces: theme.Faces(), platform: platform}
	p.Do = p.do
	o.Faces = p.faces
	o.Watch = p.watch
	if keep == nil {
		return run.Run(p, o)
	}
	return keep(params, &o, func() error { return run.Run(p, o) })
}

// A keeper plays, and records it.
type keeper func(params launch.Params, o *run.Options, play func() error) error

// A program connects the game's model to the platform: it performs the model's
// effects.
type program struct {
	*app.Program
	saves   *store.Guard
	params  launch.Params // of the start
	lang    string        // last set on the page
	caseID  string
	arrived chan arrival // the case that was asked for
	wake    func()       // has the program polled
	faces   *typeface.Set
	stale   bool // another tab has written
	polls   int

	platform platform
}
