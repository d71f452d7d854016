package main

import (
	"fmt"
	"os"

	"holdtheline/assets/words"
	"holdtheline/game/languages"
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
	faces := theme.Faces()
	w, notice, err := languages.For(faces.CanSet, onlyDrawn)(lang)
	if err != nil {
		return err
	}
	f := newFront(start{
		words: w, notice: notice, canSet: faces.CanSet, chosen: chosen, spoken: spoken, saves: saves, link: link, given: given,
		view: settings.Known(settings.Views(), settings.View(link[settings.ViewKey]), settings.AnyView),
	})
	o.Title = w.Say("game.title")
	o.Faces = faces
	o.Plain = f.firstView() == settings.PlainPage
	o.Drops = host.TakeDrops(desk.Limits)
	o.Watch = func(wake func()) { f.wake = wake }
	return run.Run(f, o)
}
