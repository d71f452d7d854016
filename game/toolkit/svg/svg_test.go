package svg_test

import (
	"math"
	"strings"
	"testing"

	"holdtheline/game/toolkit/basic"
	"holdtheline/game/toolkit/style"
	"holdtheline/game/toolkit/svg"
	"holdtheline/game/toolkit/typeface"
	"holdtheline/game/toolkit/ui"
)

// sketch draws with every method of a canvas.
type sketch struct{}

func (sketch) Size(float64) (w, h float64) { return 10, 10 }

func (sketch) Draw(c ui.Canvas, w, h float64, _ ui.State) {
	c.Fill(ui.Path{{Op: ui.MoveTo, X3: 1, Y3: 2}, {Op: ui.LineTo, X3: w, Y3: h}, {Op: ui.CubicTo, X1: 1.005, Y1: 2, X2: 3, Y2: 4, X3: 5, Y3: 6}, {Op: ui.Close}}, style.Accent)
	c.Stroke(ui.Path{{Op: ui.MoveTo}, {Op: ui.LineTo, X3: math.NaN(), Y3: 4}}, 1.5, style.None)
	c.Text("a < b & “c”", 1, 9, style.Font{Family: basic.Mono, Bold: true, Caps: true}, style.Soft)
}

func TestRender(t *testing.T) {
	faces, err := typeface.New(basic.Theme())
	if err != nil {
		t.Fatal(err)
	}
	got := svg.Render(faces, sketch{}, 10, 20)
	for _, want := range []string{
		`<svg xmlns="http://www.w3.org/2000/svg" width="10" height="20" viewBox="0 0 10 20" aria-hidden="true">`,
		`<path d="M1 2L10 20C1 2 3 4 5 6Z" fill="var(--accent)"/>`,
		`stroke-width="1.5" stroke="currentColor"/>`,
		`d="M0 0L0 4"`,
		`fill="var(--soft)" font-family="var(--mono)" font-size="16" font-weight="600"`,
		`>A &lt; B &amp; “C”</text>`,
	} {
		if !strings.Contains(strings.ReplaceAll(got, "1.01", "1"), want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}
