package code

import (
	_ "embed"
	"fmt"
	"io"
	"strings"
)

const (
	// Alphabet has no vowels, so that no words arise, and none of the letters that
	// are mistaken for others on a board: L for I, Q for O, V and Y for U.
	Alphabet = "BCDFGHJKMNPRSTWXZ"
	// Length is the number of letters of a code: 24 million codes.
	Length = 6

	longest = 64 // of what is typed, in bytes
)

//go:embed unlucky.txt
var unluckyList string

// unlucky are abbreviations that no class wants on its board.
var unlucky = strings.Fields(unluckyList)

// New makes a code from random bytes. The error is that of the source.
func New(random io.Reader) (string, error) {
	for {
		var letters [Length]byte
		for i := 0; i < Length; {
			var b [1]byte
			if _, err := io.ReadFull(random, b[:]); err != nil {
				return "", fmt.Errorf("no randomness for a code: %w", err)
			}
			// Whole multiples of the alphabet only, so that all letters are alike.
			if int(b[0]) < 256/len(Alphabet)*len(Alphabet) {
				letters[i] = Alphabet[int(b[0])%len(Alphabet)]
				i++
			}
		}
		if code := string(letters[:]); !isUnlucky(code) {
			return code, nil
		}
	}
}

func isUnlucky(code string) bool {
	for _, part := range unlucky {
		if strings.Contains(code, part) {
			return true
		}
	}
	return false
}

// Parse reads a code as people type it: in lower case, with spaces, hyphens or dots
// between the letters. ok is false for anything that is no code.
func Parse(typed string) (code string, ok bool) {
	if len(typed) > longest {
		return "", false
	}
	var letters []byte
	for _, r := range strings.ToUpper(typed) {
		switch {
		case strings.ContainsRune(Alphabet, r):
			letters = append(letters, byte(r))
		case strings.ContainsRune(" \t\u00a0-.", r):
		default:
			return "", false
		}
	}
	return string(letters), len(letters) == Length
}
