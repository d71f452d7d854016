package theme_test

import (
	"fmt"
	"image/color"
	"math"
	"strings"
	"testing"

	"holdtheline/game/theme"
	"holdtheline/game/toolkit/style"
)

var themes = []theme.Name{theme.Light, theme.Dark, theme.Contrast}

// The backgrounds of text in each colour, anywhere in the game.
var texts = map[theme.Color][]theme.Color{
	theme.Ink:          {theme.DeskColor, theme.Paper, theme.Shade, theme.Track, theme.Highlight, theme.GoodTint, theme.BadTint},
	theme.Soft:         {theme.DeskColor, theme.Paper, theme.Shade, theme.Track},
	theme.OnCord:       {theme.Cord},
	theme.Paper:        {theme.Ink}, // a chosen segment
	theme.Cord:         {theme.DeskColor, theme.Paper},
	theme.RealColor:    {theme.DeskColor, theme.Paper, theme.GoodTint},
	theme.PrankColor:   {theme.DeskColor, theme.Paper, theme.Shade},
	theme.DeniedColor:  {theme.DeskColor, theme.Paper, theme.BadTint},
	theme.UnknownColor: {theme.DeskColor, theme.Paper, theme.Shade},
}

// The backgrounds of controls and meaningful graphics in each colour.
var marks = map[theme.Color][]theme.Color{
	theme.Focus:        {theme.DeskColor, theme.Paper, theme.Shade},
	theme.Ink:          {theme.DeskColor, theme.Paper, theme.Shade, theme.Highlight},
	theme.Soft:         {theme.DeskColor, theme.Paper, theme.Shade},
	theme.Cord:         {theme.DeskColor, theme.Paper, theme.Shade},
	theme.RealColor:    {theme.DeskColor, theme.Paper, theme.Shade, theme.Track},
	theme.PrankColor:   {theme.DeskColor, theme.Paper, theme.Shade},
	theme.DeniedColor:  {theme.DeskColor, theme.Paper, theme.Shade, theme.Track},
	theme.UnknownColor: {theme.DeskColor, theme.Paper, theme.Shade, theme.Track},
}

func check(t *testing.T, pairs map[theme.Color][]theme.Color, least, leastContrast float64) {
	for _, name := range themes {
		p := theme.Of(name)
		want := least
		if name == theme.Contrast {
			want = leastContrast
		}
		for c, grounds := range pairs {
			for _, g := range grounds {
				if got := ratio(p.RGBA(c), p.RGBA(g)); got < want {
					t.Errorf("%s: %s on %s is %.2f : 1, want %.1f", name, theme.Tokens.Color(c), theme.Tokens.Color(g), got, want)
				}
			}
		}
	}
}

func TestTextContrast(t *testing.T) { check(t, texts, 4.5, 7) }

func TestControlContrast(t *testing.T) { check(t, marks, 3, 4.5) }

// A main button keeps its contrast under the pointer and when pressed.
func TestContrastUnderThePointer(t *testing.T) {
	for _, name := range themes {
		p := theme.Of(name)
		for _, part := range []float64{0.09, 0.18} {
			ground := style.Mix(p.RGBA(theme.Cord), p.RGBA(theme.Ink), part)
			if got := ratio(p.RGBA(theme.OnCord), ground); got < 4.5 {
				t.Errorf("%s: the main button at %.0f %% ink has %.2f : 1", name, 100*part, got)
			}
			for _, g := range []theme.Color{theme.DeskColor, theme.Paper, theme.Shade} {
				if got := ratio(p.RGBA(theme.Ink), style.Mix(p.RGBA(g), p.RGBA(theme.Ink), part)); got < 4.5 {
					t.Errorf("%s: ink on %s at %.0f %% ink has %.2f : 1", name, theme.Tokens.Color(g), 100*part, got)
				}
			}
		}
	}
}

// ratio is the contrast of two opaque colours as WCAG 2.2 defines it, from 1 to
// 21.
func ratio(a, b color.RGBA) float64 {
	la, lb := luminance(a), luminance(b)
	if la < lb {
		la, lb = lb, la
	}
	return (la + 0.05) / (lb + 0.05)
}

// luminance is the relative luminance of WCAG 2.2.
func luminance(c color.RGBA) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func TestRatio(t *testing.T) {
	black, white := color.RGBA{A: 255}, color.RGBA{255, 255, 255, 255}
	grey := color.RGBA{0x76, 0x76, 0x76, 255} // the lightest grey that has 4.5 : 1 on white
	for _, tt := range []struct {
		a, b color.RGBA
		want float64
	}{{black, white, 21}, {white, black, 21}, {white, white, 1}, {grey, white, 4.54}} {
		if got := ratio(tt.a, tt.b); math.Abs(got-tt.want) > 0.01 {
			t.Errorf("ratio(%v, %v) = %.3f, want %.2f", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestEveryColourHasAValueInEveryTheme(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range theme.Colors() {
		if colour := theme.Tokens.Color(c); colour == "" || seen[colour] {
			t.Errorf("colour %d has the name %q", c, colour)
		}
		seen[theme.Tokens.Color(c)] = true
		for _, name := range themes {
			if theme.Of(name).RGBA(c).A == 0 {
				t.Errorf("%s has no %s", name, theme.Tokens.Color(c))
			}
		}
	}
}

func TestResolve(t *testing.T) {
	for _, tt := range []struct {
		asked theme.Name
		p     theme.Preference
		want  theme.Name
	}{
		{theme.Auto, theme.Preference{}, theme.Light},
		{theme.Auto, theme.Preference{Dark: true}, theme.Dark},
		{theme.Auto, theme.Preference{Dark: true, MoreContrast: true}, theme.Contrast},
		{"", theme.Preference{Dark: true}, theme.Dark},
		{"sepia", theme.Preference{}, theme.Light},
		{theme.Light, theme.Preference{Dark: true, MoreContrast: true}, theme.Light},
	} {
		if got := tt.asked.Resolve(tt.p); got != tt.want {
			t.Errorf("%q with %+v is %q, want %q", tt.asked, tt.p, got, tt.want)
		}
	}
}

func TestCSS(t *testing.T) {
	css := theme.CSS()
	for _, want := range []string{
		"--desk: #e7ddc7;", "--size-label: 0.78125rem;", "--size-body: 1rem;",
		"@media screen and (prefers-color-scheme: dark)", "@media screen and (prefers-contrast: more)", "@media (prefers-reduced-motion: reduce)",
		`:root[data-theme="light"]`, `:root[data-theme="dark"]`, `:root[data-theme="contrast"]`,
	} {
		if !strings.Contains(css, want) {
			t.Errorf("no %q", want)
		}
	}
	// A translucent colour includes its opacity; the colour itself is rounded.
	if got := theme.Hex(theme.Of(theme.Light), theme.Scrim); !strings.HasPrefix(got, "#1") || !strings.HasSuffix(got, "73") {
		t.Errorf("the scrim is %s", got)
	}
	if open, shut := strings.Count(css, "{"), strings.Count(css, "}"); open != shut {
		t.Errorf("%d braces open, %d close", open, shut)
	}
	for _, c := range theme.Colors() {
		colour := theme.Tokens.Color(c)
		if got := strings.Count(css, fmt.Sprintf("--%s:", colour)); got != 7 {
			t.Errorf("--%s stands there %d times, want in all seven rules", colour, got)
		}
	}
}
