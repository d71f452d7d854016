package edit

import (
	"fmt"
	"strconv"
	"strings"
)

// A Path leads from the whole case to one of its places: keys, which are strings,
// and places in lists, which are integers from 0.
type Path []any

// ParsePath reads a path as it stands in problems, such as claims[2].status[0].why.
func ParsePath(text string) (Path, error) {
	var path Path
	for rest := text; rest != ""; {
		if rest[0] == '[' {
			number, after, closed := strings.Cut(rest[1:], "]")
			at, err := strconv.Atoi(number)
			if !closed || err != nil || at < 0 {
				return nil, fmt.Errorf("%q is not the path of a place in a case: write it as claims[2].status[0].why", text)
			}
			path = append(path, at)
			rest = strings.TrimPrefix(after, ".")
			continue
		}
		end := strings.IndexAny(rest, ".[")
		if end == 0 {
			return nil, fmt.Errorf("%q is not the path of a place in a case: write it as claims[2].status[0].why", text)
		}
		if end < 0 {
			end = len(rest)
		}
		path = append(path, rest[:end])
		rest = strings.TrimPrefix(rest[end:], ".")
	}
	return path, nil
}

// String writes the path as [ParsePath] reads it.
func (p Path) String() string {
	var b strings.Builder
	for _, step := range p {
		switch step := step.(type) {
		case int:
			fmt.Fprintf(&b, "[%d]", step)
		default:
			if b.Len() > 0 {
				b.WriteByte('.')
			}
			fmt.Fprint(&b, step)
		}
	}
	return b.String()
}
