package theme

import (
	"fmt"
	"strings"
)

// CSS returns the custom properties of the page's style sheet: every colour as
// --name, type sizes as --size-…, space, radii and durations. The theme is light
// unless the system prefers dark or more contrast; an attribute data-theme on
// the root element with a theme's name overrides both. Print is light.
func CSS() string {
	var b strings.Builder
	b.WriteString("/* Written from the tokens in game/theme. */\n")
	rule(&b, "", ":root", func(indent string) {
		scheme(&b, indent, &light)
		fmt.Fprintf(&b, "%s--sans: %s;\n%s--serif: %s;\n", indent, sansStack, indent, serifStack)
		for size, s := range Tokens.Sizes {
			if Size(size) == BoardSize {
				continue // for a class's screen, which is drawn
			}
			fmt.Fprintf(&b, "%s--size-%s: %grem;\n", indent, s.Name, s.Pixels/16)
			fmt.Fprintf(&b, "%s--line-%s: %.4g;\n", indent, s.Name, s.Line/s.Pixels)
		}
		for _, step := range spaces {
			fmt.Fprintf(&b, "%s--space-%d: %dpx;\n", indent, step, 4*step)
		}
		fmt.Fprintf(&b, "%s--radius-card: %dpx;\n%s--radius-control: %dpx;\n%s--radius-sheet: %dpx;\n%s--radius-button: %dpx;\n",
			indent, cardRadius, indent, controlRadius, indent, sheetRadius, indent, buttonRadius)
		fmt.Fprintf(&b, "%s--focus-width: %dpx;\n%s--focus-gap: %dpx;\n%s--target: %dpx;\n%s--measure: %grem;\n",
			indent, focusWidth, indent, focusGap, indent, target, indent, Measure/16.0)
		fmt.Fprintf(&b, "%s--page-width: %grem;\n%s--side-width: %grem;\n", indent, PageWidth/16.0, indent, SideWidth/16.0)
		fmt.Fprintf(&b, "%s--quick: %dms;\n", indent, quick.Milliseconds())
	})
	media(&b, "(prefers-color-scheme: dark)", &dark)
	media(&b, "(prefers-contrast: more)", &contrast)
	rule(&b, "", "@media screen", func(indent string) {
		for _, p := range []*Palette{&light, &dark, &contrast} {
			rule(&b, indent, fmt.Sprintf(":root[data-theme=%q]", p.Name), func(indent string) { scheme(&b, indent, p) })
		}
	})
	// Print is light, whatever the screen's theme.
	rule(&b, "", "@media print", func(indent string) {
		rule(&b, indent, ":root", func(indent string) { scheme(&b, indent, &light) })
	})
	rule(&b, "", "@media (prefers-reduced-motion: reduce)", func(indent string) {
		rule(&b, indent, ":root", func(indent string) {
			fmt.Fprintf(&b, "%s--quick: 0ms;\n", indent)
		})
	})
	return b.String()
}

// Queries returns the custom media queries in the page's style sheets, such as
// "(--wide)", and their expansions. Custom properties don't work in media
// queries, so the site build expands them.
func Queries() map[string]string {
	from := func(width float64) string { return fmt.Sprintf("(min-width: %grem)", width/16) }
	return map[string]string{"(--wide)": from(WideFrom), "(--roomy)": from(RoomyFrom)}
}

// The page needn't load the program's typefaces: it has similar fallbacks.
const (
	sansStack  = `"IBM Plex Sans", "Desk Sans", system-ui, sans-serif`
	serifStack = `"Source Serif 4", "News Serif", Georgia, serif`
)

// spaces are the steps of space that there are, as in package parts, in four CSS pixels.
var spaces = []int{1, 2, 3, 4, 5, 6, 8, 10}

func rule(b *strings.Builder, indent, selector string, body func(indent string)) {
	fmt.Fprintf(b, "%s%s {\n", indent, selector)
	body(indent + "  ")
	fmt.Fprintf(b, "%s}\n", indent)
}

func media(b *strings.Builder, query string, p *Palette) {
	rule(b, "", "@media screen and "+query, func(indent string) {
		rule(b, indent, ":root", func(indent string) { scheme(b, indent, p) })
	})
}

func scheme(b *strings.Builder, indent string, p *Palette) {
	kind := "dark"
	if p == &light {
		kind = "light"
	}
	fmt.Fprintf(b, "%scolor-scheme: %s;\n", indent, kind)
	for _, c := range Colors() {
		fmt.Fprintf(b, "%s--%s: %s;\n", indent, Tokens.Color(c), Hex(p, c))
	}
}

// Hex returns the value of a colour as CSS writes it: #rrggbb, or #rrggbbaa
// where it is not opaque.
func Hex(p *Palette, c Color) string {
	v := p.RGBA(c)
	if v.A == 0xFF {
		return fmt.Sprintf("#%02x%02x%02x", v.R, v.G, v.B)
	}
	if v.A == 0 {
		return "#00000000"
	}
	plain := func(x uint8) int { return (int(x)*255 + int(v.A)/2) / int(v.A) }
	return fmt.Sprintf("#%02x%02x%02x%02x", plain(v.R), plain(v.G), plain(v.B), v.A)
}
