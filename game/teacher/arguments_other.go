//go:build !js

package main

import (
	"flag"
	"fmt"
	"os"
	"strings"

	"holdtheline/assets/words"
	"holdtheline/game/settings"
	"holdtheline/game/teacher/desk"
	"holdtheline/game/toolkit/host"
	"holdtheline/game/toolkit/run"
	"holdtheline/quiz/session"
)

// onlyDrawn says whether there is no plain page.
const onlyDrawn = true

// arguments reads from the command line which files are from before and after, and
// how to show the page.
func arguments() (o run.Options, link map[string]string, given []batch) {
	flags := flag.NewFlagSet("teacher", flag.ExitOnError)
	flags.Usage = func() {
		fmt.Fprintln(flags.Output(), "Sets results from before and after side by side:\n  teacher [flags] BEFORE… -- AFTER…\nFiles without -- between them are those that say themselves when they were taken.")
		flags.PrintDefaults()
	}
	lang := flags.String(settings.LangKey, "", "the language of the page: "+strings.Join(words.Languages(), ", "))
	play := flags.String(playKey, "", "together leads a class on one screen")
	story := flags.String(caseKey, "", "the story that the class plays")
	length := flags.String(lengthKey, "", "how much of it: quick, lesson or full")
	seed := flags.String(seedKey, "", "deals the cards of its boards")
	flags.IntVar(&o.Width, "width", 0, "width of the window")
	flags.IntVar(&o.Height, "height", 0, "height of the window")
	flags.StringVar(&o.Screenshot, "shot", "", "write a picture of the window to this file and stop")
	// ExitOnError: Parse reports errors and exits itself.
	_ = flags.Parse(os.Args[1:])
	return o, map[string]string{settings.LangKey: *lang, playKey: *play, caseKey: *story, lengthKey: *length, seedKey: *seed}, batches(flags.Args())
}

// batches are the files before -- and after it.
func batches(names []string) []batch {
	if len(names) == 0 {
		return nil
	}
	read := func(side session.When, names []string) batch {
		return batch{side: side, files: host.ReadFiles(names, desk.Limits)}
	}
	for i, name := range names {
		if name == "--" {
			return []batch{read(session.Before, names[:i]), read(session.After, names[i+1:])}
		}
	}
	return []batch{read("", names)}
}
