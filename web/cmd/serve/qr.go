package main

import (
	"strings"

	goqr "github.com/piglig/go-qr"
)

// quietZone is the empty border that a reader of QR codes needs, in modules.
const quietZone = 2

// qrText draws a QR code for a terminal, two rows of modules in a line of text. It is
// light on dark or dark on light, as the terminal is; readers take both.
func qrText(text string) (string, error) {
	code, err := goqr.EncodeText(text, goqr.Low)
	if err != nil {
		return "", err
	}
	size := code.Size()
	var out strings.Builder
	for y := -quietZone; y < size+quietZone; y += 2 {
		for x := -quietZone; x < size+quietZone; x++ {
			// What is light is drawn: most terminals are dark.
			top, bottom := !code.Module(x, y), !code.Module(x, y+1)
			switch {
			case top && bottom:
				out.WriteRune('█')
			case top:
				out.WriteRune('▀')
			case bottom:
				out.WriteRune('▄')
			default:
				out.WriteRune(' ')
			}
		}
		out.WriteByte('\n')
	}
	return out.String(), nil
}
