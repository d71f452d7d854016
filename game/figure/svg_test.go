package figure_test

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"holdtheline/game/figure"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/svg"
)

func TestEveryColourIsInTheStyleSheet(t *testing.T) {
	css := theme.CSS()
	got := svg.Render(theme.Faces(), figure.Cord{Labels: []string{"a", "b & c", "d"}, At: 1, Done: 1}, 400, 90)
	for _, part := range strings.Split(got, "var(")[1:] {
		name, _, _ := strings.Cut(part, ")")
		if !strings.Contains(css, name+":") {
			t.Errorf("the style sheet has no %s", name)
		}
	}
	d := xml.NewDecoder(strings.NewReader(got))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("no XML: %v", err)
		}
	}
}
