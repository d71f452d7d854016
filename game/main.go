package main

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"os"
	"time"

	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/game/app"
	"holdtheline/game/languages"
	"holdtheline/game/launch"
	"holdtheline/game/shelf"
	"holdtheline/game/store"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/host"
	"holdtheline/game/toolkit/run"
	"holdtheline/game/toolkit/typeface"
	"holdtheline/quiz/casefile"
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
	faces := theme.Faces()
	params, err := launch.Read(link, rand.Uint64N(1_000_000), launch.Device{
		Settings: launch.Settings(saves), Spoken: host.CurrentPreferences().Languages, CanPlay: host.CanPlay(), CanCopy: host.CanCopy(),
		Words: languages.For(faces.CanSet, onlyDrawn), CanSet: faces.CanSet,
	})
	if err != nil {
		return err
	}
	params.Statement = host.Address(assets.Statement)
	params.Settle(saves)
	findClass(link, &params, saves)
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
	if params.File == "" && params.Given == "" { // one of the program's cases
		if params.Texts, err = shelf.Texts(c.ID, params.Words.Lang()); err != nil {
			params.Notices = append(params.Notices, params.Words.Say("trouble.language", "language", words.Name(params.Words.Lang(), true), "why", err))
		}
		params.Worksheet = host.Address(assets.Worksheet(c.ID, params.Words.Lang()))
	}
	checkClass(c, &params)
	platform := joinPlatform(c, &params, saves)
	model := launch.Open(c, params, saves)
	o.Title = params.Words.Say("game.title")
	o.Plain = model.FirstView() == app.PlainPage
	p := &program{
		Program: app.NewProgram(model, time.Now), saves: saves, params: params, caseID: cmp.Or(params.Given, c.ID),
		original: c, foreign: params.File != "" || params.Given != "", faces: faces, platform: platform, view: model.FirstView(),
	}
	p.room = enterClass(p)
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
	saves    *store.Guard
	params   launch.Params // of the start
	lang     string        // last set on the page
	caseID   string
	original *casefile.Case     // the case that is played, in its own language
	foreign  bool               // it is none of the program's: see launch.Params
	arrived  chan arrival       // the case that was asked for
	heard    chan app.WordsCame // the language that was asked for
	told     chan telling       // the case in the language that was asked for
	wake     func()             // has the program polled
	faces    *typeface.Set
	stale    bool // another tab has written
	view     app.View
	room     *room     // the class that is played in; nil at home
	offered  chan bool // whether the site's server lets classes play, once it has said so
	polls    int

	platform platform
}
