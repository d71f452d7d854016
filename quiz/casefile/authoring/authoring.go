package authoring

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/internal/tree"
	"holdtheline/quiz/check"
)

// Load reads a case from a file's content, JSON if the name ends in .json and
// YAML otherwise, and checks it, its prose included. It returns all problems at
// once, each with line, column and excerpt; the case is nil if there is any.
// JSON is a compiled case: it lacks the author's keys, so its statuses can't be
// checked against the evidence. That was done when it was built.
func Load(file string, data []byte) (*casefile.Case, casefile.Problems) {
	parse, truth := parseYAML, check.Truth
	if strings.EqualFold(filepath.Ext(file), ".json") {
		parse, truth = parseJSON, nil
	}
	doc, faults := parse(tree.NewDocument(file, data))
	return casefile.FromTree(doc, faults, casefile.ExtraChecks{
		Places: func(c *casefile.Case) casefile.Problems { return append(check.Places(c), readPlaces(c)...) },
		Across: func(c *casefile.Case) casefile.Problems {
			found := append(check.Across(c), readBeats(c)...)
			if truth != nil {
				found = append(found, truth(c)...)
			}
			return found
		},
	})
}

// Check returns everything that is unsound in a case that an author wrote. It
// does not judge how the case reads; [Load] does.
func Check(c *casefile.Case) casefile.Problems { return append(check.Case(c), check.Truth(c)...) }

// JSON returns the case as the game reads it: indented, keys in the order of the
// format, the same bytes for the same case.
func JSON(c *casefile.Case) ([]byte, error) {
	data, err := json.MarshalIndent(c, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("this case can't be written as JSON: %w", err)
	}
	return append(data, '\n'), nil
}
