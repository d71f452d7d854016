package main

import (
	"fmt"
	"io"

	"holdtheline/web/content"
	"holdtheline/web/engine"
)

// weigh writes a table, in Markdown, of what each removal from the engine saves:
// the program is built with all removals, with all but one, and with none. Each
// build takes about a minute.
func (s *site) weigh(to io.Writer) error {
	program := func(keep ...string) (raw, brotli int, err error) {
		flags, err := engine.Prepare(s.root, s.program, keep...)
		if err != nil {
			return 0, 0, err
		}
		data, err := s.compile(s.program, content.Game, flags)
		if err != nil {
			return 0, 0, err
		}
		f := file{data: data}
		if err := s.compress(&f); err != nil {
			return 0, 0, err
		}
		return len(f.data), len(f.brotli), nil
	}
	raw, brotli, err := program()
	if err != nil {
		return err
	}
	fmt.Fprintf(to, "| taken out | bytes | brotli | of the program |\n| --- | --: | --: | --: |\n")
	line := func(name string, keep ...string) error {
		withRaw, withBrotli, err := program(keep...)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(to, "| %s | %d | %d | %.1f %% |\n", name, withRaw-raw, withBrotli-brotli, 100*float64(withBrotli-brotli)/float64(withBrotli))
		return err
	}
	var all []string
	for _, r := range engine.Removals() {
		all = append(all, r.Name)
		if err := line(r.Name, r.Name); err != nil {
			return err
		}
	}
	return line("all of it", all...)
}
