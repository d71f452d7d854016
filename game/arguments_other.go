//go:build !js

package main

import (
	"flag"
	"fmt"
	"image"
	"os"
	"strings"

	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/game/launch"
	"holdtheline/game/snapshot"
	"holdtheline/game/toolkit/run"
)

// usage says what each key of a link means on the command line.
var usage = map[string]string{
	launch.CaseKey:    "the case to play (" + assets.DefaultCase + "), or the path of a case file",
	launch.LengthKey:  "how much of it: quick, lesson or full",
	launch.ModeKey:    "how: practice or assessment",
	launch.SeedKey:    "a whole number; the same one deals the same cards",
	launch.ViewKey:    "canvas; the plain page is for browsers",
	launch.LangKey:    "the language of the interface: " + strings.Join(words.Languages(), ", "),
	launch.FormKey:    "a form of the test: a, b, or ab to choose by one's number",
	launch.WhenKey:    "when the test is taken: before or after",
	launch.ReasonsKey: "1 to see the reasons once a test is handed in",
}

// icons are the window's, in the sizes that systems ask for.
func icons() []image.Image {
	var out []image.Image
	for _, pixels := range []int{16, 32, 48, 64, 128} {
		out = append(out, snapshot.Icon(pixels, iconShare))
	}
	return out
}

// iconShare is the width of the telephone as a share of the window's icon.
const iconShare = 0.9

// onlyDrawn says whether there is no plain page.
const onlyDrawn = true

// arguments reads from the command line what to play, under the same keys as in
// the page's link, and whether to record it.
func arguments() (o run.Options, link map[string]string, keep keeper) {
	o.Icons = icons()
	flags := flag.NewFlagSet("game", flag.ExitOnError)
	flags.Usage = func() {
		fmt.Fprintln(flags.Output(), "Hold the Line, in a window. The flags are the keys of the page's link:")
		flags.PrintDefaults()
	}
	values := map[string]*string{}
	for _, key := range launch.Keys() {
		values[key] = flags.String(key, "", usage[key])
	}
	flags.IntVar(&o.Width, "width", 0, "width of the window")
	flags.IntVar(&o.Height, "height", 0, "height of the window")
	debug := flags.Bool(launch.DebugKey, false, "show in a corner how often and why the game draws, how long it takes, and its memory")
	record := flags.String("record", "", "write all that is done with mouse, fingers and keys to this file, to be replayed by tests")
	flags.StringVar(&o.Screenshot, "shot", "", "write a picture of the window to this file and stop")
	// ExitOnError: Parse reports errors and exits itself.
	_ = flags.Parse(os.Args[1:])
	if flags.NArg() > 0 {
		fmt.Fprintf(flags.Output(), "%q is not a flag; write -case, -length and so on in front of values\n", flags.Arg(0))
		os.Exit(2)
	}
	if *debug {
		o.Debug = run.DebugOverlay
	}
	link = map[string]string{}
	flags.Visit(func(f *flag.Flag) {
		if v, ok := values[f.Name]; ok {
			link[f.Name] = *v
		}
	})
	if *record != "" {
		keep = func(params launch.Params, o *run.Options, play func() error) error {
			return recorded(*record, params, o, play)
		}
	}
	return o, link, keep
}
