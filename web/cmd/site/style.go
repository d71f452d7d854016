package main

import (
	"bytes"
	"fmt"
	"maps"
	"regexp"
	"slices"

	"holdtheline/game/theme"
)

// style joins the CSS that the program generates with style sheets, named from the
// root, and replaces custom media queries with their conditions.
func (s *site) style(generated string, names ...string) ([]byte, error) {
	css, err := s.concatenate("\n", generated, names...)
	if err != nil {
		return nil, err
	}
	queries := theme.Queries()
	for _, name := range slices.Sorted(maps.Keys(queries)) {
		css = bytes.ReplaceAll(css, []byte(name), []byte(queries[name]))
	}
	if unknown := customQuery.FindSubmatch(css); unknown != nil {
		return nil, fmt.Errorf("a style sheet uses the unknown media query %s; theme.Queries lists the known ones", unknown[1])
	}
	return css, nil
}

// customQuery finds the name of a custom media query where one is used.
var customQuery = regexp.MustCompile(`@media[^{]*(\(--[a-z-]+\))`)
