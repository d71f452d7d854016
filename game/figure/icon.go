package figure

import (
	"strconv"
	"strings"

	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// Symbol is a small drawing with one meaning.
type Symbol int8

// The symbols.
const (
	Earlier Symbol = iota // a chevron up
	Later                 // a chevron down
	Grip                  // six dots: can be dragged
	Right                 // a tick
	Wrong                 // a cross
	Half                  // a half-filled circle
	MenuLines
	Close
	ArticleSymbol
	AgencySymbol
	PostSymbol
	StatementSymbol
	InterviewSymbol
	ConfessionSymbol
	BroadcastSymbol
	RetrospectiveSymbol
	CableSymbol     // a telegraph key
	NewspaperSymbol // a folded paper
	NoticeSymbol    // a sheet with a seal
	LetterSymbol    // an envelope
	BookSymbol      // an open book
	PhotographSymbol
	FilmSymbol  // a strip of film
	StampSymbol // a rubber stamp
	CordSymbol  // the cord with two beads
	SoundOn
	SoundOff
	Settings // a cogwheel
	Question // a question mark in a ring
)

// An Icon is a [Symbol] drawn in a square.
type Icon struct {
	Symbol Symbol
	Pixels float64 // side of the square in CSS pixels
	Color  theme.Color
}

// Size implements [ui.Figure].
func (f Icon) Size(float64) (w, h float64) { return f.Pixels, f.Pixels }

// icons are the symbols on a square of 16, in SVG path data with four more
// commands: F fills what follows, S strokes it with a width, O is a circle
// around a point, and R a rectangle with round corners.
var icons = [...]string{
	Earlier:   "S 1.5 M 2.5 10.5 L 8 5 L 13.5 10.5",
	Later:     "S 1.5 M 2.5 5.5 L 8 11 L 13.5 5.5",
	Grip:      "F O 5.5 3 1.4 O 10.5 3 1.4 O 5.5 8 1.4 O 10.5 8 1.4 O 5.5 13 1.4 O 10.5 13 1.4",
	Right:     "S 1.5 M 2.5 8.5 L 6.2 12.2 L 13.5 4",
	Wrong:     "S 1.5 M 3.5 3.5 L 12.5 12.5 M 12.5 3.5 L 3.5 12.5",
	Half:      "S 1.4 O 8 8 5.5 F M 8 2.5 C 5 2.5 2.5 5 2.5 8 C 2.5 11 5 13.5 8 13.5 Z",
	MenuLines: "S 1.5 M 2 4 L 14 4 M 2 8 L 14 8 M 2 12 L 14 12",
	Close:     "S 1.5 M 3 3 L 13 13 M 13 3 L 3 13",

	ArticleSymbol:       "S 1.3 R 1.5 2.5 13 11 1 S 1.5 M 4 6 L 12 6 M 4 8.3 L 12 8.3 M 4 10.6 L 9 10.6",
	AgencySymbol:        "S 1.5 M 9.5 1.5 L 4 9 L 8 9 L 6.5 14.5 L 12 7 L 8 7 L 9.5 1.5",
	PostSymbol:          "S 1.3 R 1.8 1.8 12.4 12.4 3.4 O 8 8 3 F O 11.4 4.6 0.9",
	StatementSymbol:     "S 1.3 M 2 6.5 L 6 6.5 L 12 3 L 12 13 L 6 9.5 L 2 9.5 Z S 1.5 M 4.4 9.5 L 5.4 13 M 14 6.8 L 14 9.2",
	InterviewSymbol:     "S 1.3 R 5.5 1.5 5 8 2.5 M 3 7.5 C 3 13.4 13 13.4 13 7.5 S 1.5 M 8 12 L 8 14.8",
	ConfessionSymbol:    "S 1.3 O 8 5 3 M 2.5 14 C 2.5 8.5 13.5 8.5 13.5 14",
	BroadcastSymbol:     "S 1.3 R 1.5 4.5 13 9 1.2 S 1.5 M 5 1.5 L 8 4.5 L 11 1.5",
	RetrospectiveSymbol: "S 1.3 O 8 8 6 S 1.5 M 8 4.5 L 8 8 L 10.6 9.6",

	CableSymbol:     "S 1.5 M 1.5 13 L 14.5 13 M 3.5 13 L 3.5 9.5 M 12.5 13 L 12.5 10.5 M 1.8 7.6 L 12.5 9.5 F O 3 5.6 2",
	NewspaperSymbol: "S 1.3 M 1.8 2.5 L 11.8 2.5 L 11.8 13.5 L 1.8 13.5 Z M 11.8 5.5 L 14.4 5.5 L 14.4 13.5 L 11.8 13.5 S 1.5 M 4 5.2 L 9.6 5.2 S 1.2 M 4 8 L 6.2 8 M 4 10.6 L 6.2 10.6 M 7.6 8 L 9.6 8 M 7.6 10.6 L 9.6 10.6",
	NoticeSymbol:    "S 1.3 R 2.5 1.5 11 13 1 S 1.4 M 5 4.8 L 11 4.8 M 5 7.4 L 8.6 7.4 F O 10 11 1.9",
	LetterSymbol:    "S 1.3 R 1.5 3.2 13 9.6 1 S 1.4 M 1.8 4.2 L 8 9 L 14.2 4.2",
	BookSymbol:      "S 1.3 M 8 4 C 6 2.6 3.6 2.6 1.5 3.4 L 1.5 12.8 C 3.6 12 6 12 8 13.4 C 10 12 12.4 12 14.5 12.8 L 14.5 3.4 C 12.4 2.6 10 2.6 8 4 Z M 8 4 L 8 13.4",

	PhotographSymbol: "S 1.3 R 1.5 2.5 13 11 1 S 1.4 M 3.2 11.5 L 6.4 7.5 L 8.8 10.2 L 10.4 8.6 L 12.8 11.5 F O 11 5.6 1.2",
	FilmSymbol:       "S 1.3 R 1.5 2.5 13 11 1 S 1.2 M 4.6 2.5 L 4.6 13.5 M 11.4 2.5 L 11.4 13.5 M 4.6 8 L 11.4 8 F O 3 5 0.7 O 3 8 0.7 O 3 11 0.7 O 13 5 0.7 O 13 8 0.7 O 13 11 0.7",

	StampSymbol: "S 1.5 M 2 14 L 14 14 M 2.5 11.5 L 2.5 9.5 L 13.5 9.5 L 13.5 11.5 L 2.5 11.5" +
		" M 6 9.5 C 7 8 7 7 5.6 5.2 C 4.4 3.4 6 1.6 8 1.6 C 10 1.6 11.6 3.4 10.4 5.2 C 9 7 9 8 10 9.5",
	CordSymbol: "F O 2 8 1.9 O 14 8 1.9", // and the cord between them
	SoundOn:    speaker + " S 1.4 M 10.2 5.6 C 11.6 7 11.6 9 10.2 10.4 M 12.3 3.6 C 14.9 6.1 14.9 9.9 12.3 12.4",
	SoundOff:   speaker + " S 1.5 M 10.5 6 L 14.5 10 M 14.5 6 L 10.5 10",
	Settings: "S 1.4" +
		" M 12.4901 6.6111 L 14.5049 6.8834 L 14.5049 9.1166 L 12.4901 9.3889" +
		" L 12.1571 10.1928 L 13.3892 11.8101 L 11.8101 13.3892 L 10.1928 12.1571" +
		" L 9.3889 12.4901 L 9.1166 14.5049 L 6.8834 14.5049 L 6.6111 12.4901" +
		" L 5.8072 12.1571 L 4.1899 13.3892 L 2.6108 11.8101 L 3.8429 10.1928" +
		" L 3.5099 9.3889 L 1.4951 9.1166 L 1.4951 6.8834 L 3.5099 6.6111" +
		" L 3.8429 5.8072 L 2.6108 4.1899 L 4.1899 2.6108 L 5.8072 3.8429" +
		" L 6.6111 3.5099 L 6.8834 1.4951 L 9.1166 1.4951 L 9.3889 3.5099" +
		" L 10.1928 3.8429 L 11.8101 2.6108 L 13.3892 4.1899 L 12.1571 5.8072" +
		" Z O 8 8 2.1", // a cogwheel
	Question: "S 1.4 O 8 8 6.3 M 5.9 6.4 C 5.9 3.5 10.3 3.6 10.1 6.4 C 10 8 8 7.9 8 9.6 F O 8 11.9 0.95",
}

// speaker is the body of a loudspeaker, open to the right.
const speaker = "F M 1.5 6 L 4.2 6 L 8 2.6 L 8 13.4 L 4.2 10 L 1.5 10 Z"

// Draw implements [ui.Figure].
func (f Icon) Draw(c ui.Canvas, w, h float64, s ui.State) {
	color := f.Color
	if color == theme.None {
		color = theme.Ink
	}
	if s.Disabled {
		color = theme.Rule
	}
	// Centred in the box.
	k := f.Pixels / 16
	ox, oy := (w-f.Pixels)/2, (h-f.Pixels)/2
	x := func(v float64) float64 { return ox + v*k }
	y := func(v float64) float64 { return oy + v*k }
	if f.Symbol == CordSymbol {
		c.Stroke(curl(x(3), y(8), x(13), y(8), 2.6*k, 3.2*k), 1.1*k, color)
	}
	var shape ui.Path
	width := 0.0
	end := func() {
		if len(shape) > 0 && width > 0 {
			c.Stroke(shape, width, color)
		} else if len(shape) > 0 {
			c.Fill(shape, color)
		}
		shape = nil
	}
	words := strings.Fields(icons[f.Symbol])
	var n [6]float64
	for len(words) > 0 {
		command := words[0]
		words = words[1:]
		for i := range parameters[command] {
			n[i], _ = strconv.ParseFloat(words[i], 64) // a test parses them all
		}
		words = words[parameters[command]:]
		switch command {
		case "F", "S":
			end()
			width = n[0] * k
			if command == "F" {
				width = 0
			}
		case "M":
			end()
			shape = ui.Path{move(x(n[0]), y(n[1]))}
		case "L":
			shape = append(shape, line(x(n[0]), y(n[1])))
		case "C":
			shape = append(shape, cubic(x(n[0]), y(n[1]), x(n[2]), y(n[3]), x(n[4]), y(n[5])))
		case "Z":
			shape = append(shape, shut())
		case "O":
			end()
			shape = circle(x(n[0]), y(n[1]), n[2]*k)
		case "R":
			end()
			shape = rect(x(n[0]), y(n[1]), n[2]*k, n[3]*k, n[4]*k)
		}
	}
	end()
}

// parameters is how many numbers follow each command of an icon.
var parameters = map[string]int{"F": 0, "S": 1, "M": 2, "L": 2, "C": 6, "Z": 0, "O": 3, "R": 5}
