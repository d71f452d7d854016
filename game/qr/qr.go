// Package qr makes QR codes (ISO/IEC 18004) for screens and paper: of error correction
// level M, in the alphanumeric mode where the text allows it and else in bytes. The
// encoder is small, since pupils download it; package figure draws what it makes.
//
// Start reading at [Of].
package qr

import (
	"fmt"

	"holdtheline/game/figure"
)

// Of returns the QR code of a text. The error says that the text is too long for one:
// beyond 3391 characters in the alphanumeric mode, or 2331 bytes.
func Of(text string) (figure.QR, error) {
	version, data := encode(text)
	if version == 0 {
		return figure.QR{}, fmt.Errorf("qr: no code can be made of %d characters", len(text))
	}
	return best(version, interleaved(version, data)), nil
}
