package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"holdtheline/assets"
)

func main() {
	var w writer
	flag.StringVar(&w.root, "root", ".", "the project's root folder")
	flag.StringVar(&w.out, "out", filepath.Join("web", "dist", "lesson"), "the folder to write to")
	flag.StringVar(&w.play, "play", "http://localhost:8080/", "the game's address, as the lesson names it")
	flag.StringVar(&w.browser, "browser", "", "the Chromium that prints; if empty, the one that is installed")
	one := flag.String("case", "", "the case; if empty, all that aren't a test")
	langs := flag.String("lang", strings.Join(languages(), ","), "the languages, separated by commas")
	papers := flag.String("paper", "a4,letter", "the sizes of paper; if empty, only HTML is written")
	flag.Parse()
	if flag.NArg() > 0 {
		fail(fmt.Errorf("%q is not an option; run with -help for the list", flag.Arg(0)))
	}
	w.langs, w.papers = list(*langs), list(*papers)
	cases := []string{*one}
	if *one == "" {
		cases = nil
		for _, head := range assets.Heads() {
			if head.Form == "" {
				cases = append(cases, head.ID)
			}
		}
	}
	for _, id := range cases {
		files, err := w.write(id)
		if err != nil {
			fail(err)
		}
		fmt.Printf("%s: %d files\n", filepath.Join(w.out, id), files)
	}
}

func list(text string) (all []string) {
	for part := range strings.SplitSeq(text, ",") {
		if part = strings.TrimSpace(part); part != "" {
			all = append(all, part)
		}
	}
	return all
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "lesson:", err)
	os.Exit(1)
}
