package theme

import (
	"image/color"
	"math"

	"holdtheline/game/toolkit/style"
)

// Name names one of the themes.
type Name string

// The themes. Auto follows what the system asks for.
const (
	Auto     Name = "auto"
	Light    Name = "light"    // paper and ink
	Dark     Name = "dark"     // the desk at night
	Contrast Name = "contrast" // white and yellow on black, every edge drawn
)

// Preference is the system's colour preferences.
type Preference = style.Preference

// Resolve returns the theme to show: n itself, or for Auto the one the system
// prefers. An unknown name counts as Auto.
func (n Name) Resolve(p Preference) Name {
	switch {
	case n == Light, n == Dark, n == Contrast:
		return n
	case p.MoreContrast:
		return Contrast
	case p.Dark:
		return Dark
	}
	return Light
}

// Of returns the palette of a theme. Auto and unknown names give the light one;
// resolve them first.
func Of(n Name) *Palette {
	switch n {
	case Dark:
		return &dark
	case Contrast:
		return &contrast
	}
	return &light
}

// Colors lists every colour except None.
func Colors() []Color {
	var all []Color
	for c := None + 1; c < count; c++ {
		all = append(all, c)
	}
	return all
}

var light = Palette{Name: string(Light), Shadow: 0.20, Lamp: 0.25, Colors: []color.RGBA{
	DeskColor:    rgb(0xE7DDC7),
	Paper:        rgb(0xFFFCF4),
	Ink:          rgb(0x1D1A16),
	Soft:         rgb(0x5A5145),
	Rule:         rgb(0xCDBF9F),
	Cord:         rgb(0xA81E17),
	OnCord:       rgb(0xFFFFFF),
	RealColor:    rgb(0x17643A),
	PrankColor:   rgb(0x6A2C86),
	DeniedColor:  rgb(0x9A1B14),
	UnknownColor: rgb(0x3F4A57),
	CodeInk:      rgb(0x000000),
	CodePaper:    rgb(0xFFFFFF),
	Focus:        rgb(0x0B5FA5),
	Highlight:    rgb(0xFFE9A8),
	Shade:        rgb(0xDBD1BC),
	GoodTint:     rgb(0xDFEBDD),
	BadTint:      rgb(0xF3DFD9),
	Track:        rgb(0xE4DCCA),
	Scrim:        alpha(0x1D1A16, 0.45),
}}

var dark = Palette{Name: string(Dark), Shadow: 0.55, Colors: []color.RGBA{
	DeskColor:    rgb(0x161412),
	Paper:        rgb(0x25211C),
	Ink:          rgb(0xF4ECDC),
	Soft:         rgb(0xB9AC97),
	Rule:         rgb(0x463E33),
	Cord:         rgb(0xFF6A5C),
	OnCord:       rgb(0x1A1210),
	RealColor:    rgb(0x7BD3A0),
	PrankColor:   rgb(0xD3A3EC),
	DeniedColor:  rgb(0xFF9186),
	UnknownColor: rgb(0xB4C2D2),
	CodeInk:      rgb(0x000000),
	CodePaper:    rgb(0xFFFFFF),
	Focus:        rgb(0x7CC0FF),
	Highlight:    rgb(0x574A1E),
	Shade:        rgb(0x0E0D0B),
	GoodTint:     rgb(0x20382A),
	BadTint:      rgb(0x432724),
	Track:        rgb(0x3A332A),
	Scrim:        alpha(0x000000, 0.60),
}}

// contrast has 7 : 1 for all text. Hues still tell the verdicts apart, but each
// of them is nearly as light as white.
var contrast = Palette{Name: string(Contrast), Edges: true, Colors: []color.RGBA{
	DeskColor:    rgb(0x000000),
	Paper:        rgb(0x000000),
	Ink:          rgb(0xFFFFFF),
	Soft:         rgb(0xE4E4E4),
	Rule:         rgb(0x9A9A9A),
	Cord:         rgb(0xFFD83D),
	OnCord:       rgb(0x000000),
	RealColor:    rgb(0x6FF0A4),
	PrankColor:   rgb(0xE7BDFF),
	DeniedColor:  rgb(0xFFA79E),
	UnknownColor: rgb(0xC9DBF0),
	CodeInk:      rgb(0x000000),
	CodePaper:    rgb(0xFFFFFF),
	Focus:        rgb(0x5CE1FF),
	Highlight:    rgb(0x5A4A00),
	Shade:        rgb(0x000000),
	GoodTint:     rgb(0x00331A),
	BadTint:      rgb(0x420D08),
	Track:        rgb(0x3D3D3D),
	Scrim:        alpha(0x000000, 0.80),
}}

func rgb(hex uint32) color.RGBA {
	return color.RGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xFF}
}

func alpha(hex uint32, a float64) color.RGBA {
	c := rgb(hex)
	part := func(v uint8) uint8 { return uint8(math.Round(float64(v) * a)) }
	return color.RGBA{R: part(c.R), G: part(c.G), B: part(c.B), A: part(0xFF)}
}
