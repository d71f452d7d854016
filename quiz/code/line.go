package code

import "strings"

// The text is in base 32, in the alphabet of package packed.
const (
	alphabet  = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	digitBits = 5
)

// How long a line is.
const (
	lineDigits  = 20
	checkDigits = 2
	lineData    = lineDigits - checkDigits
	groupDigits = 5
)

// The check characters make a line a word of a Reed–Solomon code over GF(32) with a
// distance of 3. The sum of its places is 0, and so is the sum of its places each
// multiplied by a power of alpha: place 0 and 1 are the check characters, those from
// 2 on the line's others, and the one behind them, place numberPlace, is the line's
// number, which isn't written.
const numberPlace = checkDigits + lineData

// alpha generates the field: x⁵ + x² + 1 is primitive. Its powers are those of x.
var powers = func() (p [1<<digitBits - 1]byte) {
	const polynomial = 1<<5 | 1<<2 | 1
	x := 1
	for i := range p {
		p[i] = byte(x)
		if x <<= 1; x >= 1<<digitBits {
			x ^= polynomial
		}
	}
	return p
}()

// times multiplies by a power of alpha.
func times(a byte, power int) byte {
	if a == 0 {
		return 0
	}
	for i, p := range powers {
		if p == a {
			return powers[(i+power)%len(powers)]
		}
	}
	return 0
}

// over divides by 1 + alpha, which is the power of alpha that is 3.
func over(a byte) byte {
	for i, p := range powers {
		if p == 1^powers[1] {
			return times(a, len(powers)-i)
		}
	}
	return 0
}

// sums are the two sums over a line's characters without its check characters, and
// over its number from 0. ok is false if there is a character outside of the alphabet.
func sums(data string, line int) (plain, weighted byte, ok bool) {
	add := func(value byte, place int) {
		plain ^= value
		weighted ^= times(value, place)
	}
	for i := range len(data) {
		value := strings.IndexByte(alphabet, data[i])
		if value < 0 {
			return 0, 0, false
		}
		add(byte(value), checkDigits+i)
	}
	add(byte(line%(1<<digitBits)), numberPlace)
	return plain, weighted, true
}

// checked appends its check characters to a line.
func checked(data string, line int) string {
	plain, weighted, _ := sums(data, line)
	second := over(plain ^ weighted)
	return data + string([]byte{alphabet[plain^second], alphabet[second]})
}

// holds tells whether a line's check characters are right.
func holds(text string, line int) bool {
	data := len(text) - checkDigits
	if data < 1 || data > lineData {
		return false
	}
	_, _, ok := sums(text[:data], line)
	return ok && checked(text[:data], line) == text
}
