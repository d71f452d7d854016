package packed

import (
	"errors"
	"hash/crc32"
	"strings"
)

// MaxText is the most characters that a packed session has.
const MaxText = 4096

// version is the first character of every text in this format.
const version = '1'

// The text is in base 32.
const (
	alphabet  = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	digitBits = 5
)

// checkDigits is how many digits the checksum has: all 32 bits of a CRC, which
// detects any error that is limited to four neighbouring characters, such as one
// mistyped or two transposed.
const checkDigits = 7

// Why a text can't be read. The errors of this package wrap one of these.
var (
	ErrDamaged    = errors.New("the code is mistyped, cut short or changed; copy it again, from its first character to its last")
	ErrVersion    = errors.New("the code was made by another version of the game; read it with that version")
	ErrOtherCase  = errors.New("the code belongs to another case, or to another version of this case; read it with the version that was played")
	ErrImpossible = errors.New("the code holds what can't have been played, so this game did not make it; ask for it again")
	// ErrTooLong is an error of packing.
	ErrTooLong = errors.New("the session is too long for a code; save it as a file instead")
)

// frame puts the version before the payload and the checksum behind it.
func frame(bits []bool) string {
	var text strings.Builder
	text.WriteByte(version)
	for len(bits) > 0 {
		digit := 0
		for i := range digitBits {
			digit <<= 1
			if i < len(bits) && bits[i] {
				digit |= 1
			}
		}
		text.WriteByte(alphabet[digit])
		bits = bits[min(digitBits, len(bits)):]
	}
	return text.String() + checksum(text.String())
}

// unframe returns the payload of a text, and up to four zero bits behind it.
func unframe(text string) ([]bool, error) {
	if len(text) > 2*MaxText { // leaves room for spaces and hyphens
		return nil, ErrDamaged
	}
	text = normal(text)
	body := len(text) - checkDigits
	if body < 1 || checksum(text[:body]) != text[body:] {
		return nil, ErrDamaged
	}
	if text[0] != version {
		return nil, ErrVersion
	}
	var bits []bool
	for _, c := range []byte(text[1:body]) {
		digit := strings.IndexByte(alphabet, c)
		if digit < 0 {
			return nil, ErrDamaged
		}
		for i := digitBits - 1; i >= 0; i-- {
			bits = append(bits, digit>>i&1 == 1)
		}
	}
	return bits, nil
}

// normal undoes what people do to a code.
func normal(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ' || r == '-' || r == '\n' || r == '\r' || r == '\t':
			return -1
		case r == 'I' || r == 'i' || r == 'L' || r == 'l':
			return '1'
		case r == 'O' || r == 'o':
			return '0'
		case r >= 'a' && r <= 'z':
			return r - 'a' + 'A'
		}
		return r
	}, text)
}

func checksum(body string) string {
	sum := crc32.ChecksumIEEE([]byte(body))
	var digits [checkDigits]byte
	for i := checkDigits - 1; i >= 0; i-- {
		digits[i] = alphabet[sum&(1<<digitBits-1)]
		sum >>= digitBits
	}
	return string(digits[:])
}
