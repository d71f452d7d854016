package svg_test

import (
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strings"
	"testing"

	"holdtheline/game/figure"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/svg"
	"holdtheline/game/toolkit/ui"
)

// sketch draws one of everything.
type sketch struct{}

func (sketch) Size(float64) (w, h float64) { return 10, 10 }

func (sketch) Draw(c ui.Canvas, w, h float64, _ ui.State) {
	c.Fill(ui.Path{{Op: ui.MoveTo, X3: 1, Y3: 2}, {Op: ui.LineTo, X3: w, Y3: h}, {Op: ui.CubicTo, X1: 1.005, Y1: 2, X2: 3, Y2: 4, X3: 5, Y3: 6}, {Op: ui.Close}}, theme.Cord)
	c.Stroke(ui.Path{{Op: ui.MoveTo}, {Op: ui.LineTo, X3: math.NaN(), Y3: 4}}, 1.5, theme.None)
	c.Text("a < b & “c”", 1, 9, theme.Font{Family: theme.Serif, Bold: true, Caps: true}, theme.Soft)
}

func TestRender(t *testing.T) {
	got := svg.Render(sketch{}, 10, 20)
	for _, want := range []string{
		`<svg xmlns="http://www.w3.org/2000/svg" width="10" height="20" viewBox="0 0 10 20" aria-hidden="true">`,
		`<path d="M1 2L10 20C1 2 3 4 5 6Z" fill="var(--cord)"/>`,
		`stroke-width="1.5" stroke="currentColor"/>`,
		`d="M0 0L0 4"`,
		`fill="var(--soft)" font-family="var(--serif)" font-size="16" font-weight="600"`,
		`>A &lt; B &amp; “C”</text>`,
	} {
		if !strings.Contains(strings.ReplaceAll(got, "1.01", "1"), want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

func TestEveryColourIsInTheStyleSheet(t *testing.T) {
	css := theme.CSS()
	got := svg.Render(figure.Cord{Labels: []string{"a", "b & c", "d"}, At: 1, Done: 1}, 400, 90)
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
