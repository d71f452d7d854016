// Package authoring is the half of the case format that an author meets: YAML
// with a place for every complaint, the JSON that the game reads, and a JSON
// Schema for editors.
//
// The game never links this package, so it carries no YAML parser. What a case
// has to be stands in package casefile; nothing is checked here that a case in
// JSON would be spared.
//
// Start reading at [Load].
package authoring

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/internal/tree"
)

// Load reads a case from a file's content, JSON if the name ends in .json and
// YAML otherwise, and checks it. It gives every problem at once, each with its
// line, column and an excerpt; the case is nil when there is any.
func Load(file string, data []byte) (*casefile.Case, casefile.Problems) {
	if strings.EqualFold(filepath.Ext(file), ".json") {
		return casefile.LoadFile(file, data)
	}
	doc, faults := parseYAML(file, data)
	if doc.Root == nil {
		return nil, casefile.FromFaults(doc, faults)
	}
	c, problems := casefile.FromTree(doc)
	if len(faults) > 0 {
		return nil, append(casefile.FromFaults(doc, faults), problems...)
	}
	return c, problems
}

// JSON is the case as the game reads it: indented, keys in the order of the
// format, the same bytes for the same case.
func JSON(c *casefile.Case) ([]byte, error) {
	data, err := json.MarshalIndent(c, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("this case can't be written as JSON: %w", err)
	}
	return append(data, '\n'), nil
}

// maxDepth is repeated here for the walk over the YAML nodes.
const maxDepth = tree.MaxDepth
