package code

import (
	"errors"
	"fmt"
	"hash/fnv"
	"strings"

	"holdtheline/quiz/packed"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// MaxLines is the most lines of a code. As a QR code they make 69 modules, about what
// a phone reads from a screen.
const MaxLines = 24

// What a code begins with.
const (
	mark        = "HT1" // shown as HTL, and read as this
	shownMark   = "HTL"
	storyDigits = 3
	storyBits   = storyDigits * digitBits
	sizeDigits  = 2
	headDigits  = len(mark) + 1 + storyDigits + sizeDigits
)

// maxPacked is the most characters of the packed session.
const maxPacked = MaxLines*lineData - headDigits + 1

// A Code is a session as a text, or one that was read. It is whole: its checks and
// its checksum hold.
type Code struct {
	story  uint16 // hash of the case's id
	packed string
}

// Why a code can't be read. A *[LineError] says in which line it is mistyped; the
// other errors wrap one of these or of package packed's.
var ErrTooLong = errors.New("the game is too long for a code; save it as a file instead")

// Of returns the code of a session. The error is [ErrTooLong].
func Of(s *session.Session) (Code, error) {
	text, err := packed.PackWithin(s, maxPacked)
	if err != nil {
		return Code{}, ErrTooLong
	}
	return Code{story: story(s.Config().Case), packed: text}, nil
}

// Of tells whether the code is of some version of a case.
func (c Code) Of(caseID string) bool { return c.story == story(caseID) }

// Session returns the session. The set must be of the version of the case that was
// played. The error wraps one of package packed's, and there is then no session.
func (c Code) Session(set *puzzle.Set) (*session.Session, error) {
	if !c.Of(set.Case().ID) {
		return nil, packed.ErrOtherCase
	}
	return packed.Unpack(set, c.packed)
}

// String is the code without spaces and line breaks, as a QR code holds it.
func (c Code) String() string {
	var all strings.Builder
	for _, line := range c.digits() {
		all.WriteString(line)
	}
	return shown(all.String())
}

// Lines are the code's lines as they are shown, in groups of five characters.
func (c Code) Lines() []string {
	lines := c.digits()
	for i, line := range lines {
		var groups []string
		for len(line) > groupDigits {
			groups, line = append(groups, line[:groupDigits]), line[groupDigits:]
		}
		lines[i] = strings.Join(append(groups, line), " ")
	}
	lines[0] = shown(lines[0])
	return lines
}

func shown(text string) string { return shownMark + strings.TrimPrefix(text, mark) }

// digits are the code's lines, each with its check characters.
func (c Code) digits() []string {
	rest := c.packed[1:]
	text := mark + c.packed[:1] + number(int(c.story), storyDigits) + number(len(rest), sizeDigits) + rest
	var lines []string
	for len(text) > 0 {
		n := min(len(text), lineData)
		lines = append(lines, checked(text[:n], len(lines)))
		text = text[n:]
	}
	return lines
}

// story is which case a code is of: the last bits of the FNV-1a hash of its id.
func story(caseID string) uint16 {
	h := fnv.New32a()
	h.Write([]byte(caseID))
	return uint16(h.Sum32() & (1<<storyBits - 1))
}

// number writes a number with so many digits.
func number(n, width int) string {
	digits := make([]byte, width)
	for i := width - 1; i >= 0; i-- {
		digits[i] = alphabet[n&(1<<digitBits-1)]
		n >>= digitBits
	}
	return string(digits)
}

// numberOf reads a number that has digits only.
func numberOf(digits string) int {
	n := 0
	for _, c := range []byte(digits) {
		n = n<<digitBits | strings.IndexByte(alphabet, c)
	}
	return n
}

// A LineError says which line of a code is mistyped.
type LineError struct {
	Line int // from 1
	Of   int // how many lines the code has, or 0 where that can't be read
	What Mistake
}

// A Mistake is what is wrong with a line.
type Mistake string

// The mistakes.
const (
	Mistyped Mistake = "mistyped" // a character is wrong, or two are transposed
	TooShort Mistake = "short"    // characters are missing
	TooLong  Mistake = "long"     // there are too many
	Missing  Mistake = "missing"  // the code ends before this line
)

// Error implements error.
func (e *LineError) Error() string {
	switch e.What {
	case TooShort:
		return fmt.Sprintf("line %d of the code has characters missing; copy that line again", e.Line)
	case TooLong:
		return fmt.Sprintf("line %d of the code has characters too many; copy that line again", e.Line)
	case Missing:
		return fmt.Sprintf("the code ends before line %d of %d; copy it to its end", e.Line, e.Of)
	}
	return fmt.Sprintf("line %d of the code is mistyped; compare it with what was given", e.Line)
}
