// Command teacher is the teacher's page: it sets results from before and after side
// by side, and it leads a class on one screen. It runs in a browser beside the game and,
// for development, in a window:
//
//	go run ./game/teacher before/*.jsonl -- after/*.jsonl
//	go run ./game/teacher -play together
//
// Start reading at [program], whose page is package desk, or at [classroom], whose page
// is package together.
package main

import (
	"fmt"
	"os"

	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/game/settings"
	"holdtheline/game/store"
	"holdtheline/game/teacher/desk"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/host"
	"holdtheline/game/toolkit/run"
)

func main() {
	o, link, given := arguments()
	if err := open(o, link, given); err != nil {
		host.Failed(err)
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// open shows the page, with the files that were given.
func open(o run.Options, link map[string]string, given []batch) error {
	saves, _ := store.Open() // a store that can't be opened returns the error at its first use
	chosen := settings.Default()
	if data, err := saves.Load(store.SettingsKey); err == nil {
		chosen = settings.Read(data)
	}
	spoken := host.CurrentPreferences().Languages
	lang, known := words.Find(link[settings.LangKey])
	if !known {
		lang = words.Match(append([]string{chosen.Lang}, spoken...)...)
	}
	w, err := words.Load(lang)
	if err != nil {
		return err
	}
	o.Title = w.Say("game.title")
	o.Faces = theme.Faces()
	if link[playKey] == playTogether {
		p := openTogether(w, chosen, spoken, saves, link)
		o.Plain = p.Model.FirstView() == settings.PlainPage
		o.Watch = func(wake func()) { p.wake = wake }
		return run.Run(p, o)
	}
	model := desk.New(desk.Options{
		Words: w, Settings: chosen, Spoken: spoken,
		View:      settings.Known(settings.Views(), settings.View(link[settings.ViewKey]), settings.AnyView),
		CanChoose: host.CanChooseFiles(), CanPrint: host.CanChooseFiles(), Statement: host.Address(assets.Statement),
	})
	p := &program{Program: desk.NewProgram(model), saves: saves, queue: given, cases: make(chan caseLoaded, len(assets.Cases()))}
	p.Do = p.do
	o.Plain = model.FirstView() == settings.PlainPage
	o.Drops = host.TakeDrops(desk.Limits)
	o.Watch = func(wake func()) { p.wake = wake }
	return run.Run(p, o)
}
