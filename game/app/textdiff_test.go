package app_test

import (
	"fmt"
	"strings"
)

// lineDiff lists the first lines in which a text differs from what it should be.
func lineDiff(got, want string) string {
	const most = 6
	var b strings.Builder
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i, shown := 0, 0; i < max(len(g), len(w)); i++ {
		at := func(lines []string) string {
			if i < len(lines) {
				return lines[i]
			}
			return "(its end)"
		}
		if at(g) == at(w) {
			continue
		}
		if shown++; shown > most {
			b.WriteString("…\n")
			break
		}
		fmt.Fprintf(&b, "line %d is  %s\n  and was  %s\n", i+1, at(g), at(w))
	}
	return b.String()
}
