package edit

import (
	"fmt"
	"strings"
)

// A Path leads from the whole case to one of its places: keys, which are strings,
// and places in lists, which are integers from 0.
type Path []any

// String writes the path as it stands in problems, such as claims[2].status[0].why.
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
