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
