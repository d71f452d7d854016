package basic

import (
	"image/color"
	"time"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/gomono"
	"golang.org/x/image/font/gofont/gomonobold"
	"golang.org/x/image/font/gofont/goregular"

	"holdtheline/game/toolkit/style"
)

// The typefaces, and a size beyond the toolkit's.
const (
	Sans style.Family = iota
	Mono

	Title style.Size = style.OwnSize
)

// Theme returns the theme. It is the caller's to change.
func Theme() *style.Theme {
	return &style.Theme{
		Colors: []string{
			style.None: "none", style.Ground: "ground", style.Surface: "surface", style.Ink: "ink", style.Soft: "soft", style.Rule: "rule",
			style.Accent: "accent", style.OnAccent: "on-accent", style.Good: "good", style.Bad: "bad", style.GoodTint: "good-tint", style.BadTint: "bad-tint",
			style.Shade: "shade", style.Track: "track", style.Highlight: "highlight", style.Focus: "focus", style.Scrim: "scrim",
		},
		Faces: []style.Face{
			Sans: {Name: "sans", Family: "Go", Regular: goregular.TTF, Bold: gobold.TTF},
			Mono: {Name: "mono", Family: "Go Mono", Regular: gomono.TTF, Bold: gomonobold.TTF},
		},
		Sizes: []style.Step{
			style.Body:  {Name: "body", Pixels: 16, Line: 24},
			style.Label: {Name: "label", Pixels: 12, Line: 18},
			style.Small: {Name: "small", Pixels: 14, Line: 20},
			Title:       {Name: "title", Pixels: 26, Line: 34},
		},
		CapsSpacing: 0.05,
		Target:      44,
		Radius:      style.Radii{Card: 4, Control: 8, Sheet: 12, Button: 22},
		Ring:        style.Ring{Width: 3, Gap: 2},
		Slide:       150 * time.Millisecond,
		Land:        200 * time.Millisecond,
		Palette:     palette,
	}
}

// palette is night if the player chose dark, or if the system prefers dark and
// the player didn't choose light.
func palette(name string, p style.Preference) *style.Palette {
	if name == night.Name || name != day.Name && p.Dark {
		return &night
	}
	return &day
}

var day = style.Palette{Name: "light", Shadow: 0.2, Colors: []color.RGBA{
	style.Ground: grey(0xF0), style.Surface: grey(0xFF), style.Ink: grey(0x1A), style.Soft: grey(0x55), style.Rule: grey(0xBB),
	style.Accent: rgb(0x0B5FA5), style.OnAccent: grey(0xFF), style.Good: rgb(0x17643A), style.Bad: rgb(0x9A1B14),
	style.GoodTint: rgb(0xDFEBDD), style.BadTint: rgb(0xF3DFD9), style.Shade: grey(0xE2), style.Track: grey(0xD8),
	style.Highlight: rgb(0xFFE9A8), style.Focus: rgb(0x0B5FA5), style.Scrim: {A: 0x73},
}}

var night = style.Palette{Name: "dark", Shadow: 0.5, Colors: []color.RGBA{
	style.Ground: grey(0x14), style.Surface: grey(0x24), style.Ink: grey(0xF0), style.Soft: grey(0xB4), style.Rule: grey(0x48),
	style.Accent: rgb(0x7CC0FF), style.OnAccent: grey(0x10), style.Good: rgb(0x7BD3A0), style.Bad: rgb(0xFF9186),
	style.GoodTint: rgb(0x20382A), style.BadTint: rgb(0x432724), style.Shade: grey(0x0C), style.Track: grey(0x38),
	style.Highlight: rgb(0x574A1E), style.Focus: rgb(0x7CC0FF), style.Scrim: {A: 0x99},
}}

func grey(v uint8) color.RGBA { return color.RGBA{v, v, v, 0xFF} }

func rgb(hex uint32) color.RGBA {
	return color.RGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xFF}
}
