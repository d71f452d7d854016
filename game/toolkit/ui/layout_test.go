package ui_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"holdtheline/game/toolkit/basic"
	"holdtheline/game/toolkit/style"
	"holdtheline/game/toolkit/typeface"
	"holdtheline/game/toolkit/ui"
)

// mono measures every letter as half its size, so that tests can count.
type mono struct{}

// hanging is a typeface of basic's, with hanging quotation marks.
const hanging = basic.Mono

var monoTheme = func() *style.Theme {
	theme := basic.Theme()
	theme.Faces[hanging].Hang = true
	return theme
}()

func (mono) Theme() *style.Theme { return monoTheme }

func (mono) Advance(s string, f style.Font, scale float64) float64 {
	return float64(len([]rune(s))) * monoTheme.Step(f.Size).Pixels / 2 * scale
}
func (mono) LineHeight(style.Font, float64) float64 { return 20 }
func (mono) Ascent(style.Font, float64) float64     { return 15 }

func text(id, s string) *ui.Node {
	return &ui.Node{ID: id, Role: ui.Paragraph, Text: ui.Plain(s)}
}

func box(id string, s ui.Style, children ...*ui.Node) *ui.Node {
	return &ui.Node{ID: id, Style: s, Children: children}
}

func lay(root *ui.Node, w, h float64) *ui.Layout {
	return ui.NewLayouter(mono{}).Lay(root, ui.Viewport{Width: w, Height: h}, nil)
}

func at(l *ui.Layout, id string) string {
	p := l.Find(id)
	if p == nil {
		return "nowhere"
	}
	r := func(v float64) float64 { return math.Round(v*10) / 10 }
	return fmt.Sprintf("%v,%v %vx%v", r(p.X), r(p.Y), r(p.W), r(p.H))
}

func TestPlaces(t *testing.T) {
	// "abcd" is 32 px wide and 20 high.
	tests := []struct {
		name string
		root *ui.Node
		want map[string]string
	}{
		{
			"a column stretches across and starts at the top",
			box("r", ui.Style{Gap: 4, Pad: ui.All(10)}, text("a", "abcd"), text("b", "abcd")),
			map[string]string{"r": "0,0 200x300", "a": "10,10 180x20", "b": "10,34 180x20"},
		},
		{
			"a column centres what needn't be wide",
			box("r", ui.Style{Align: ui.Center, Justify: ui.Center}, text("a", "abcd")),
			map[string]string{"a": "84,140 32x20"},
		},
		{
			"what grows takes the height that is left",
			box("r", ui.Style{}, text("a", "abcd"), box("b", ui.Style{Grow: 1}), text("c", "abcd")),
			map[string]string{"b": "0,20 200x260", "c": "0,280 200x20"},
		},
		{
			"a region that scrolls gives way to the bar below it",
			box("r", ui.Style{},
				box("s", ui.Style{Scroll: true, Grow: 1}, box("tall", ui.Style{Height: 1000})),
				box("bar", ui.Style{Height: 60})),
			map[string]string{"s": "0,0 200x240", "tall": "0,0 200x1000", "bar": "0,240 200x60"},
		},
		{
			"a region that scrolls inside a row gives way too",
			box("r", ui.Style{},
				box("row", ui.Style{Flow: ui.Row, Grow: 1},
					box("s", ui.Style{Scroll: true, Grow: 1}, box("tall", ui.Style{Height: 1000})),
					box("side", ui.Style{Width: 50})),
				box("bar", ui.Style{Height: 60})),
			map[string]string{"s": "0,0 150x240", "side": "150,0 50x240", "bar": "0,240 200x60"},
		},
		{
			"a row is as wide as its items like, and stretches down",
			box("r", ui.Style{Flow: ui.Row, Gap: 8}, text("a", "abcd"), text("b", "ab")),
			map[string]string{"a": "0,0 32x300", "b": "40,0 16x300"},
		},
		{
			"a row shares by Grow",
			box("r", ui.Style{Flow: ui.Row, Align: ui.Start}, box("a", ui.Style{Grow: 1}, text("t", "abcd")), box("b", ui.Style{Grow: 3})),
			map[string]string{"a": "0,0 50x20", "b": "50,0 150x0"},
		},
		{
			"equal shares whatever is inside",
			box("r", ui.Style{Flow: ui.Row, Align: ui.Start},
				box("a", ui.Style{Grow: 1}, text("t", "a")), box("b", ui.Style{Grow: 1}, text("u", "abc def"))),
			map[string]string{"a": "0,0 100x20", "b": "100,0 100x20"},
		},
		{
			"a share no less than the longest word",
			box("r", ui.Style{Flow: ui.Row, Align: ui.Start},
				box("a", ui.Style{Grow: 1}, text("t", "abcdefghijklmnop")), box("b", ui.Style{Grow: 1})),
			map[string]string{"a": "0,0 128x20", "b": "128,0 72x0"},
		},
		{
			"text in a row gives way and wraps",
			box("r", ui.Style{Flow: ui.Row, Align: ui.Start}, text("a", "abcd abcd abcd abcd abcd abcd"), box("b", ui.Style{Width: 60, Height: 5})),
			map[string]string{"a": "0,0 140x40", "b": "140,0 60x5"},
		},
		{
			"a row with too little room for all stays in its box",
			box("r", ui.Style{Flow: ui.Row, Align: ui.Start}, box("a", ui.Style{MinWidth: 300}), box("b", ui.Style{MinWidth: 100})),
			map[string]string{"a": "0,0 133.3x0", "b": "133.3,0 66.7x0"},
		},
		{
			"wrap goes on in the next row",
			box("r", ui.Style{Flow: ui.Wrap, Gap: 10, Align: ui.Start},
				box("a", ui.Style{Width: 90, Height: 30}), box("b", ui.Style{Width: 90, Height: 20}), box("c", ui.Style{Width: 90, Height: 20})),
			map[string]string{"a": "0,0 90x30", "b": "100,0 90x20", "c": "0,40 90x20"},
		},
		{
			"a grid has equal columns and rows as high as their highest",
			box("r", ui.Style{Flow: ui.Grid, Columns: 2, Gap: 10},
				text("a", "abcd"), box("b", ui.Style{Height: 50}), text("c", "abcd")),
			map[string]string{"a": "0,0 95x50", "b": "105,0 95x50", "c": "0,60 95x20"},
		},
		{
			"a greatest width",
			box("r", ui.Style{Align: ui.Center}, box("a", ui.Style{MaxWidth: 80, Width: 500, Height: 5})),
			map[string]string{"a": "60,0 80x5"},
		},
		{
			"a button is as high as a thumb",
			box("r", ui.Style{Align: ui.Start}, &ui.Node{ID: "a", Role: ui.Button, Text: ui.Plain("ab"), Style: ui.Style{Look: ui.PlainButton}}),
			map[string]string{"a": "0,0 56x44"},
		},
		{
			"words for a screen reader take no room",
			box("r", ui.Style{Gap: 10}, text("a", "ab"), &ui.Node{ID: "u", VisuallyHidden: true, Text: ui.Plain("xxx")}, text("b", "ab")),
			map[string]string{"a": "0,0 200x20", "b": "0,30 200x20", "u": "0,30 0x0"},
		},
		{
			"a node's own text comes before its children",
			&ui.Node{ID: "r", Text: ui.Plain("ab"), Style: ui.Style{Gap: 5}, Children: []*ui.Node{text("a", "ab")}},
			map[string]string{"a": "0,25 200x20"},
		},
		{
			"where nothing fits the root scrolls",
			box("r", ui.Style{}, box("a", ui.Style{Height: 250}), box("s", ui.Style{Scroll: true, Grow: 1}, box("tall", ui.Style{Height: 900})), box("b", ui.Style{Height: 50})),
			map[string]string{"r": "0,0 200x300", "a": "0,0 200x250", "s": "0,250 200x120", "b": "0,370 200x50"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l := lay(tt.root, 200, 300)
			for id, want := range tt.want {
				if got := at(l, id); got != want {
					t.Errorf("%s at %s, want %s", id, got, want)
				}
			}
		})
	}
}

func TestScrollStaysWithinBounds(t *testing.T) {
	root := box("r", ui.Style{}, box("s", ui.Style{Scroll: true, Grow: 1}, box("tall", ui.Style{Height: 1000})))
	l := ui.NewLayouter(mono{})
	for given, want := range map[float64]float64{-50: 0, 0: 0, 120: 120, 9999: 700} {
		out := l.Lay(root, ui.Viewport{Width: 200, Height: 300}, map[string]float64{"s": given})
		if got := out.Scroll["s"]; got != want {
			t.Errorf("scrolled by %v: kept at %v, want %v", given, got, want)
		}
		if got := out.Find("tall").Y; got != -want {
			t.Errorf("scrolled by %v: content at %v, want %v", given, got, -want)
		}
		if clip := out.Find("tall").Clip; clip != (ui.Rect{W: 200, H: 300}) {
			t.Errorf("clip %v", clip)
		}
	}
}

func TestTextScale(t *testing.T) {
	root := box("r", ui.Style{Pad: ui.All(8), Gap: 4, Align: ui.Start}, text("a", "abcd"), box("b", ui.Style{Width: 30, Height: 30}))
	l := ui.NewLayouter(mono{}).Lay(root, ui.Viewport{Width: 400, Height: 300, Text: 2}, nil)
	if got, want := at(l, "a"), "10,10 64x20"; got != want {
		t.Errorf("text at %s, want %s", got, want)
	}
	if got, want := at(l, "b"), "10,35 60x60"; got != want {
		t.Errorf("box at %s, want %s", got, want)
	}
}

func linesOf(p *ui.Box) []string {
	var out []string
	for _, l := range p.Lines {
		s := ""
		for _, r := range l.Runs {
			s += r.Text
		}
		out = append(out, s)
	}
	return out
}

func TestWrap(t *testing.T) {
	tests := []struct {
		name  string
		spans []ui.Span
		width float64 // letters are 8 px wide
		want  string
	}{
		{"fits", ui.Plain("abc def"), 56, "abc def"},
		{"breaks at a space", ui.Plain("abc def"), 55, "abc|def"},
		{"spaces hang over", ui.Plain("abc   def"), 24, "abc|def"},
		{"breaks after a hyphen", ui.Plain("first-hand"), 56, "first-|hand"},
		{"keeps punctuation with its word", ui.Plain("one (two) three."), 56, "one|(two)|three."},
		{"no break at a no-break space", ui.Plain("14\u00a0Sep x"), 48, "14\u00a0Sep|x"},
		{"a long word is broken", ui.Plain("abcdefghij"), 32, "abcd|efgh|ij"},
		{"a long word after a short one", ui.Plain("ab cdefghij kl"), 40, "ab|cdefg|hij|kl"},
		{"one letter at least", ui.Plain("abc"), 3, "a|b|c"},
		{"line feeds end lines", ui.Plain("ab\ncd"), 100, "ab|cd"},
		{"spans join", []ui.Span{{Text: "one "}, {Text: "two", Strong: true}, {Text: " three"}}, 60, "one two|three"},
		{"a word of two spans stays whole", []ui.Span{{Text: "aa b"}, {Text: "b", Marked: true}, {Text: "."}}, 40, "aa|bb."},
		{"empty", ui.Plain(""), 40, ""},
		{"accents stay with their letters", ui.Plain("e\u0301e\u0301e\u0301"), 17, "e\u0301|e\u0301|e\u0301"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			n := &ui.Node{ID: "a", Text: tt.spans}
			l := lay(box("r", ui.Style{}, n), tt.width, 300)
			got := strings.ReplaceAll(strings.Join(linesOf(l.Find("a")), "|"), "\n", "")
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			for _, line := range l.Find("a").Lines {
				if len(line.Runs) > 0 && line.W > tt.width+0.1 && len([]rune(line.Runs[0].Text)) > 1 && tt.name != "accents stay with their letters" {
					t.Errorf("a line of %v in a box of %v", line.W, tt.width)
				}
			}
		})
	}
}

func TestRunsKnowTheirSpans(t *testing.T) {
	n := &ui.Node{ID: "a", Text: []ui.Span{{Text: "He said "}, {Text: "“no call”", Marked: true}, {Text: " twice", Strong: true}}}
	l := lay(box("r", ui.Style{}, n), 400, 100)
	runs := l.Find("a").Lines[0].Runs
	if len(runs) != 3 || !runs[1].Mark || runs[0].Mark || !runs[2].Font.Bold {
		t.Fatalf("runs %+v", runs)
	}
	if runs[1].X != 64 || runs[2].X != 64+9*8 {
		t.Errorf("runs at %v and %v", runs[1].X, runs[2].X)
	}
}

func TestAlign(t *testing.T) {
	for align, want := range map[ui.Align]float64{ui.Stretch: 0, ui.Start: 0, ui.Center: 34, ui.End: 68} {
		n := &ui.Node{ID: "a", Text: ui.Plain("abcd"), Style: ui.Style{TextAlign: align}}
		if got := lay(box("r", ui.Style{}, n), 100, 100).Find("a").Lines[0].X; got != want {
			t.Errorf("align %d: line at %v, want %v", align, got, want)
		}
	}
}

// With the real typefaces no line may be wider than its box, at any width and
// scale.
func TestRealTextStaysInItsBox(t *testing.T) {
	s := "President Putin’s spokesman, Dmitry Peskov, tells reporters: “This does not correspond to reality. There was no conversation.” https://www.example.org/a/very/long/address-without-any-space Donaudampfschifffahrtsgesellschaft Достопримечательность"
	l := ui.NewLayouter(faces(t))
	for _, scale := range []float64{1, 1.3, 2} {
		for width := 40.0; width < 700; width += 23 {
			n := &ui.Node{ID: "a", Text: []ui.Span{{Text: s[:80]}, {Text: s[80:120], Strong: true}, {Text: s[120:]}}}
			out := l.Lay(box("r", ui.Style{}, n), ui.Viewport{Width: width, Height: 800, Text: scale}, nil)
			whole := ""
			for _, line := range out.Find("a").Lines {
				if line.W > width+0.5 {
					t.Errorf("scale %v: a line of %.2f px in a box of %v", scale, line.W, width)
				}
				for _, r := range line.Runs {
					whole += r.Text
				}
			}
			strip := func(s string) string { return strings.ReplaceAll(s, " ", "") }
			if strip(whole) != strip(s) {
				t.Fatalf("text changed: %q", whole)
			}
		}
	}
}

func faces(t testing.TB) *typeface.Set {
	t.Helper()
	s, err := typeface.New(basic.Theme())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func screen(cards int) *ui.Node {
	root := box("r", ui.Style{})
	body := box("body", ui.Style{Scroll: true, Grow: 1, Gap: 12, Pad: ui.All(16)})
	for i := range cards {
		body.Children = append(body.Children, box(fmt.Sprint("card", i), ui.Style{Pad: ui.All(18), Gap: 6, Look: ui.Card},
			&ui.Node{ID: fmt.Sprint("h", i), Role: ui.Heading, Text: ui.Plain("The Kremlin: there was no call"), Style: ui.Style{Font: style.Font{Family: basic.Mono, Size: basic.Title, Bold: true}}},
			&ui.Node{ID: fmt.Sprint("p", i), Text: []ui.Span{{Text: fmt.Sprint(i, " President Putin’s spokesman, Dmitry Peskov, tells reporters that the phone call did not happen: ")}, {Text: "“This does not correspond to reality.”", Marked: true}, {Text: " He wonders whether the post is really Elton John’s. If the singer asked, he adds, the president would be ready to talk."}}},
			box("", ui.Style{Flow: ui.Wrap, Gap: 12}, text("", "Dmitry Peskov, spokesman"), text("", "said Tue 15 Sep, late"))))
	}
	root.Children = []*ui.Node{text("top", "The desk"), body, box("bar", ui.Style{Height: 60})}
	return root
}

func BenchmarkLayAgain(b *testing.B) {
	l := ui.NewLayouter(faces(b))
	b.ReportAllocs()
	for b.Loop() {
		l.Lay(screen(30), ui.Viewport{Width: 390, Height: 844}, nil)
	}
}

func BenchmarkLayCold(b *testing.B) {
	set := faces(b)
	b.ReportAllocs()
	for b.Loop() {
		ui.NewLayouter(set).Lay(screen(30), ui.Viewport{Width: 390, Height: 844}, nil)
	}
}

func BenchmarkWrapOtherWidth(b *testing.B) {
	l := ui.NewLayouter(faces(b))
	w := 390.0
	b.ReportAllocs()
	for b.Loop() {
		w = 780 - w + 1
		l.Lay(screen(30), ui.Viewport{Width: w, Height: 844}, nil)
	}
}

// A heading's lines are balanced and keep names whole, a paragraph doesn't end
// in a single word, and neither takes more lines for it. A quotation mark at
// the beginning of a line hangs in the margin if the typeface says so.
func TestLinesAreBalanced(t *testing.T) {
	hung := ui.Style{Font: style.Font{Family: hanging}}
	for _, tt := range []struct {
		name    string
		node    ui.Node
		letters float64 // of room; each is 8 px wide
		want    string
		x       float64
	}{
		{"a heading", ui.Node{Role: ui.Heading, Text: ui.Plain("aaaa bbbb cccc d")}, 14, "aaaa bbbb|cccc d", 0},
		{"a paragraph", ui.Node{Role: ui.Paragraph, Text: ui.Plain("aaaa bbbb cccc dddd eeee ffff gggg hh iii")}, 38, "aaaa bbbb cccc dddd eeee ffff gggg|hh iii", 0},
		{"nothing to be done", ui.Node{Role: ui.Paragraph, Text: ui.Plain("aaaa bbbbbbbb")}, 9, "aaaa|bbbbbbbb", 0},
		{"a heading with a name", ui.Node{Role: ui.Heading, Text: ui.Plain("aaaa Ann Lee bb")}, 14, "aaaa|Ann Lee bb", 0},
		{"a name that ends it", ui.Node{Role: ui.Heading, Text: ui.Plain("aaaa bb cc Ann Lee")}, 14, "aaaa bb cc|Ann Lee", 0},
		{"a name that would cost a line", ui.Node{Role: ui.Heading, Text: ui.Plain("aaaa bb Ann Lee cccc dd")}, 12, "aaaa bb Ann|Lee cccc dd", 0},
		{"a name wider than the room", ui.Node{Role: ui.Heading, Text: ui.Plain("a Ann Lee b")}, 6, "a Ann|Lee b", 0},
		{"a name of two spans", ui.Node{Role: ui.Heading, Text: []ui.Span{{Text: "aa bbbb Ann"}, {Text: " Lee cc", Strong: true}}}, 14, "aa bbbb|Ann Lee cc", 0},
		{"a quotation", ui.Node{Role: ui.Heading, Text: ui.Plain("“a” b"), Style: hung}, 40, "“a” b", -8},
		{"a quotation on the desk", ui.Node{Role: ui.Heading, Text: ui.Plain("“a” b")}, 40, "“a” b", 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			n := tt.node
			n.ID = "text"
			root := box("r", ui.Style{}, &n)
			root.Names = []string{"Ann Lee"}
			p := lay(root, 8*tt.letters, 400).Find("text")
			if got := strings.Join(linesOf(p), "|"); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if x := p.Lines[0].X; x != tt.x {
				t.Errorf("the first line stands at %v, want %v", x, tt.x)
			}
		})
	}
}

// The same heading may be in cases with other people.
func TestAHeadingKeepsTheNamesOfItsOwnScreen(t *testing.T) {
	l := ui.NewLayouter(mono{})
	for _, tt := range []struct {
		names []string
		want  string
	}{
		{[]string{"Bo Ann"}, "aaaa Ann|Lee bb"},
		{[]string{"Ann Lee"}, "aaaa|Ann Lee bb"},
		{nil, "aaaa Ann|Lee bb"},
	} {
		root := box("r", ui.Style{}, &ui.Node{ID: "text", Role: ui.Heading, Text: ui.Plain("aaaa Ann Lee bb")})
		root.Names = tt.names
		p := l.Lay(root, ui.Viewport{Width: 8 * 14, Height: 400}, nil).Find("text")
		if got := strings.Join(linesOf(p), "|"); got != tt.want {
			t.Errorf("with the names %q: %q, want %q", tt.names, got, tt.want)
		}
	}
}
