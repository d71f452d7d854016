package main

import (
	"fmt"
	"html/template"
	"strings"
	"sync"

	"holdtheline/game/figure"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/svg"
	"holdtheline/game/toolkit/ui"
)

// faces are the typefaces that drawings measure text with.
var faces = sync.OnceValue(theme.Faces)

// drawing draws a figure as inline SVG, in the colours of the style sheet. The
// width matters to figures that fill the width they get.
func drawing(f ui.Figure, width float64) template.HTML {
	w, h := f.Size(width)
	return template.HTML(svg.Render(faces(), f, w, h))
}

// icon is the favicon, the telephone. A file of its own has no style sheet, so its
// colours are those of the light theme.
func icon() []byte {
	palette := theme.Of(theme.Light)
	var values []string
	for _, c := range theme.Colors() {
		values = append(values, fmt.Sprintf("var(--%s)", theme.Tokens.Color(c)), theme.Hex(palette, c))
	}
	const size = 64
	f := figure.Phone{Height: size * 0.8}
	w, h := f.Size(size)
	return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="%.1f %.1f %d %d">%s</svg>`+"\n",
		(w-size)/2, (h-size)/2, size, size, strings.NewReplacer(values...).Replace(string(drawing(f, w))))
}
