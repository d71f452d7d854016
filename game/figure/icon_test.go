package figure

import (
	"strconv"
	"strings"
	"testing"
)

// Every symbol has only known commands with all their parameters.
func TestEveryIconIsValid(t *testing.T) {
	for s := Earlier; s <= Question; s++ {
		if int(s) >= len(icons) || icons[s] == "" {
			t.Fatalf("symbol %d is drawn by nothing", s)
		}
		words := strings.Fields(icons[s])
		for len(words) > 0 {
			n, known := parameters[words[0]]
			if !known || len(words) <= n {
				t.Fatalf("symbol %d ends in %q", s, strings.Join(words, " "))
			}
			for _, word := range words[1 : 1+n] {
				if v, err := strconv.ParseFloat(word, 64); err != nil || v < 0 || v > 16 {
					t.Errorf("symbol %d: %q is no place on a square of 16", s, word)
				}
			}
			words = words[1+n:]
		}
	}
}
