package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	var s site
	flag.StringVar(&s.root, "root", ".", "the project's root folder")
	flag.StringVar(&s.out, "out", filepath.Join("web", "dist"), "the folder to write; what is in it is replaced")
	flag.StringVar(&s.program, "program", "./game", "the package of the program")
	flag.StringVar(&s.teacher, "teacher", "./game/teacher", "the package of the teacher's page")
	flag.StringVar(&s.checker, "checker", "./web/author/engine", "the package of the author's checker")
	flag.StringVar(&s.caseID, "case", "the-call", "the case whose briefing the page shows while the program loads")
	flag.StringVar(&s.lang, "lang", "en", "the language of the page's own words")
	flag.BoolVar(&s.quick, "quick", false, "compress lightly: larger files, ready much sooner")
	flag.BoolVar(&s.goOn, "keep-going", false, "with -quick: go on without the cases that have errors, and show these on the page")
	flag.BoolVar(&s.lines, "lines", false, "keep files and lines in traces of the stack; the program is 6 % larger")
	flag.BoolVar(&s.retire, "retire", false, "keep no copies on devices: build a service worker that removes them and itself")
	weigh := flag.Bool("weigh", false, "build no site; print what each removal from the engine saves: a table for web/engine/README.md")
	scorm := flag.Bool("scorm", false, "build no site, but a package by SCORM 1.2 for each case and form")
	link := flag.String("link", "", "what packages ask for, as in a link: length=lesson&mode=assessment, say")
	mastery := flag.String("mastery", "", "the score, from 0 to 100, from which a learning platform calls a package passed")
	flag.Parse()
	if flag.NArg() > 0 {
		fmt.Fprintf(os.Stderr, "site: unexpected argument %q; see -help\n", flag.Arg(0))
		os.Exit(2)
	}
	if s.goOn && (!s.quick || *scorm) {
		fmt.Fprintln(os.Stderr, "site: -keep-going is for local use, with -quick: what is published or given away is whole")
		os.Exit(2)
	}
	if *weigh {
		if err := s.weigh(os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, "site:", err)
			os.Exit(1)
		}
		return
	}
	if *scorm {
		written, err := s.packagesFor(*link, *mastery)
		if err != nil {
			fmt.Fprintln(os.Stderr, "site:", err)
			os.Exit(1)
		}
		fmt.Printf("%s:\n%s", s.out, sizes(written))
		return
	}
	written, err := s.build()
	if err != nil {
		fmt.Fprintln(os.Stderr, "site:", err)
		os.Exit(1)
	}
	for _, left := range s.unbuilt {
		fmt.Fprintf(os.Stderr, "site: %s\n", left)
	}
	if s.quick { // their sizes say little, and what is served next is to be read
		fmt.Printf("The site is in %s.\n", s.out)
		return
	}
	fmt.Printf("%s:\n%s", s.out, table(written))
}
