package main

import (
	"bytes"
	"fmt"
	"maps"
	"regexp"
	"slices"

	"holdtheline/game/theme"
)

// style joins what is written from the program's own sizes and colours with style
// sheets, named from the root, and writes out their custom media queries.
func (s *site) style(written string, names ...string) ([]byte, error) {
	css, err := s.concatenate("\n", written, names...)
	if err != nil {
		return nil, err
	}
	queries := theme.Queries()
	for _, name := range slices.Sorted(maps.Keys(queries)) {
		css = bytes.ReplaceAll(css, []byte(name), []byte(queries[name]))
	}
	if unknown := customQuery.FindSubmatch(css); unknown != nil {
		return nil, fmt.Errorf("a style sheet asks for the media query %s, which there isn't; theme.Queries lists those that there are", unknown[1])
	}
	return css, nil
}

// customQuery finds the name of a custom media query where one is used.
var customQuery = regexp.MustCompile(`@media[^{]*(\(--[a-z-]+\))`)
