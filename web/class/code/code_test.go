package code

import (
	"crypto/rand"
	"errors"
	"math"
	"strings"
	"testing"
	"testing/iotest"
)

func TestNewCodesAreReadBack(t *testing.T) {
	seen := map[byte]int{}
	const many = 3000
	for range many {
		c, err := New(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		for _, typed := range []string{c, strings.ToLower(c), c[:3] + " " + c[3:], " " + c[:2] + "-" + c[2:4] + "." + c[4:] + "\t"} {
			if got, ok := Parse(typed); !ok || got != c {
				t.Errorf("%q is read as %q, %v", typed, got, ok)
			}
		}
		if isUnlucky(c) {
			t.Errorf("%s is an unlucky code", c)
		}
		for i := range c {
			seen[c[i]]++
		}
	}
	// Unlucky codes are left out, so the letters are only roughly alike.
	for i := range Alphabet {
		share := float64(seen[Alphabet[i]]) / (many * Length)
		if math.Abs(share*float64(len(Alphabet))-1) > 0.5 {
			t.Errorf("%c is %.3f of all letters", Alphabet[i], share)
		}
	}
}

func TestWhatIsNoCode(t *testing.T) {
	for _, typed := range []string{"", "BCDFG", "BCDFGHJ", "BCDFGA", "BCDFG1", "BCD/FGH", "BCDFG\x00H", "ＢＣＤＦＧＨ", "BCDFGH" + strings.Repeat(" ", 100)} {
		if got, ok := Parse(typed); ok {
			t.Errorf("%q is read as %q", typed, got)
		}
	}
}

func TestNoRandomness(t *testing.T) {
	if _, err := New(iotest.ErrReader(errors.New("empty"))); err == nil {
		t.Error("a code without randomness")
	}
}

func TestUnluckyPartsAreOfTheAlphabet(t *testing.T) {
	for _, part := range unlucky {
		if strings.Trim(part, Alphabet+"ULVQY") != "" || len(part) > Length {
			t.Errorf("%q can't be in a code", part)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"BCDFGH", "bcd fgh", "", "é", "BCDFGH\n", "ſſſſſſ"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		c, ok := Parse(typed)
		if !ok {
			return
		}
		if len(c) != Length || strings.Trim(c, Alphabet) != "" {
			t.Errorf("%q is read as %q", typed, c)
		}
		if again, ok := Parse(c); !ok || again != c {
			t.Errorf("%q is read as %q, and that as %q", typed, c, again)
		}
	})
}
