// Package qr makes QR codes for screens. It stands apart from package figure, which
// draws them, because the encoder brings an encoder of PNG files along: a program that
// doesn't import this package has none of it.
//
// Start reading at [Of].
package qr

import (
	"fmt"

	goqr "github.com/piglig/go-qr"

	"holdtheline/game/figure"
)

// Of returns the QR code of a text, with the error correction that a screen or a sheet
// of paper needs. The error says that the text is too long for one.
func Of(text string) (figure.QR, error) {
	code, err := goqr.EncodeText(text, goqr.Medium)
	if err != nil {
		return figure.QR{}, fmt.Errorf("qr: no code can be made of %d characters: %w", len(text), err)
	}
	f := figure.QR{Side: code.Size()}
	for y := range f.Side {
		for x := range f.Side {
			f.Dark = append(f.Dark, code.Module(x, y))
		}
	}
	return f, nil
}
