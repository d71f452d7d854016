package code

import (
	"slices"
	"strings"
	"unicode"

	"holdtheline/quiz/packed"
)

const (
	// MaxText is the most bytes of a text that are read, and MostCodes the most codes in
	// it.
	MaxText   = 1 << 18
	MostCodes = 500

	longestName = 60 // characters
	// likelyDigits is how many characters of the alphabet in a row look like a line
	// of a code whose beginning is mistyped.
	likelyDigits = 3 * groupDigits
)

// A Found is a code in a text, or what looks like one.
type Found struct {
	Name string // what stands before it, or ""
	Code Code   // if Err is nil
	Err  error  // a *LineError, or wraps an error of package packed
}

// Find returns the codes in a text, in their order. What looks like a code and can't
// be read is among them with its error, and other words are ignored. left tells
// whether there is more than [MaxText] or [MostCodes] allow.
func Find(text string) (found []Found, left bool) {
	if len(text) > MaxText {
		text, left = text[:MaxText], true
	}
	f := finder{digits: digitsOf(text), lines: strings.Split(text, "\n")}
	f.starts = f.findStarts()
	for i := 0; i < len(f.starts); {
		if len(found) == MostCodes {
			return found, true
		}
		from, next := f.starts[i], len(f.digits)
		if i+1 < len(f.starts) {
			next = f.starts[i+1]
		}
		one, end := f.read(from, next)
		one.Name = f.nameBefore(from)
		found = append(found, f.likely(f.done, from)...)
		found = append(found, one)
		f.done = end
		for i < len(f.starts) && f.starts[i] < end {
			i++
		}
	}
	found = append(found, f.likely(f.done, len(f.digits))...)
	if len(found) > MostCodes {
		return found[:MostCodes], true
	}
	return found, left
}

// Read reads a text that is one code. The error is a *[LineError], or wraps one of
// package packed's.
func Read(text string) (Code, error) {
	found, _ := Find(text)
	if len(found) != 1 {
		return Code{}, &LineError{Line: 1, What: Mistyped}
	}
	return found[0].Code, found[0].Err
}

// A digit is a character of a text, as it is read.
type digit struct {
	value byte // in the alphabet, or stranger
	line  int  // of the text, from 0
	at    int  // bytes into the line
	first bool // in its word

	numeral bool // it was written as 0 to 9
}

// stranger is in the place of a character that no code has.
const stranger = '?'

// digitsOf reads a text's characters but for those that people put between the
// others.
func digitsOf(text string) []digit {
	var all []digit
	line, begun, first := 0, 0, true
	for i, r := range text {
		switch value, kept := read(r); {
		case r == '\n':
			line, begun, first = line+1, i+1, true
		case kept:
			all = append(all, digit{value: value, line: line, at: i - begun, first: first, numeral: r >= '0' && r <= '9'})
			first = false
		default:
			first = true
		}
	}
	return all
}

// read reads a character; kept is false for one that stands between others.
func read(r rune) (value byte, kept bool) {
	switch {
	case r >= 'a' && r <= 'z':
		r -= 'a' - 'A'
	case unicode.IsSpace(r), unicode.Is(unicode.Pd, r), unicode.Is(unicode.Cf, r), strings.ContainsRune(`−_.,·|*>"'`+"`", r):
		return 0, false
	}
	switch r {
	case 'I', 'L':
		return '1', true
	case 'O':
		return '0', true
	case 'U':
		return 'V', true
	}
	if r < unicode.MaxASCII && strings.IndexByte(alphabet, byte(r)) >= 0 {
		return byte(r), true
	}
	return stranger, true
}

// A finder finds codes.
type finder struct {
	digits []digit
	lines  []string // of the text
	starts []int    // where codes seem to begin
	done   int      // how many digits have been read
}

// findStarts finds the mark, at the beginning of a word and with a digit behind it:
// in a word it would be part of one.
func (f *finder) findStarts() []int {
	var starts []int
	for i := range f.digits {
		if !f.digits[i].first || i+len(mark) >= len(f.digits) {
			continue
		}
		word := f.digits[i : i+len(mark)+1]
		if values(word[:len(mark)]) == mark && word[len(mark)].value <= '9' && word[len(mark)].value != stranger &&
			!slices.ContainsFunc(word[1:], func(d digit) bool { return d.first }) {
			starts = append(starts, i)
		}
	}
	return starts
}

func values(digits []digit) string {
	var b strings.Builder
	for _, d := range digits {
		b.WriteByte(d.value)
	}
	return b.String()
}

// read reads the code that begins at a digit; the next seems to begin at another. It
// returns where it ends.
func (f *finder) read(from, next int) (Found, int) {
	text := values(f.digits[from:min(len(f.digits), from+MaxLines*lineDigits)])
	head := text[:min(len(text), lineDigits)]
	if !holds(head, 0) {
		end := f.endOfBroken(from, next, 0)
		return Found{Err: f.mistake(from, end, 0)}, end
	}
	if head[len(mark)] != version {
		return Found{Err: packed.ErrVersion}, f.endOfBroken(from, next, 0)
	}
	size := headDigits + numberOf(head[headDigits-sizeDigits:headDigits])
	count := (size + lineData - 1) / lineData
	whole := size + count*checkDigits
	if count > MaxLines {
		return Found{Err: packed.ErrImpossible}, f.endOfBroken(from, next, 0)
	}
	var data strings.Builder
	for line := range count {
		first, last := line*lineDigits, min((line+1)*lineDigits, whole)
		if last > len(text) || !holds(text[first:last], line) {
			end := f.endOfBroken(from, next, whole)
			return Found{Err: f.mistake(from, end, count)}, end
		}
		data.WriteString(text[first : last-checkDigits])
	}
	all := data.String()
	c := Code{
		story:  uint16(numberOf(all[len(mark)+1 : len(mark)+1+storyDigits])),
		packed: all[len(mark):len(mark)+1] + all[headDigits:],
	}
	if _, err := packed.Fingerprint(c.packed); err != nil {
		return Found{Err: err}, from + whole
	}
	return Found{Code: c}, from + whole
}

// version is the version of the format, which is that of package packed.
const version = '1'

// endOfBroken finds where a code ends that can't be read: where another begins, or
// words stand that are no code, or after as many digits as it has, if that is known.
func (f *finder) endOfBroken(from, next, whole int) int {
	end := next
	if whole > 0 {
		end = min(end, from+whole)
	}
	for i := from + 1; i < end; i++ {
		if line := f.digits[i].line; line != f.digits[i-1].line && (line > f.digits[i-1].line+1 || strings.Contains(f.lines[line], ":")) {
			return i
		}
	}
	// The pupil's name stands before the next one in its line.
	for end == next && next < len(f.digits) && end > from+1 && f.digits[end-1].line == f.digits[next].line {
		end--
	}
	return end
}

// mistake says what is wrong with a code of so many lines, or of 0 if that can't be
// read. If the text has the code's own lines, one that is too short or too long is
// said to be so; else all that follows would look wrong, and the first of it is named.
func (f *finder) mistake(from, end, count int) error {
	var lines []string
	for i := from; i < end; {
		j := i
		for j < end && f.digits[j].line == f.digits[i].line {
			j++
		}
		lines, i = append(lines, values(f.digits[i:j])), j
	}
	if len(lines) == 1 {
		whole := lines[0]
		lines = nil
		for len(whole) > lineDigits {
			lines, whole = append(lines, whole[:lineDigits]), whole[lineDigits:]
		}
		lines = append(lines, whole)
	}
	for i, line := range lines {
		last := i == len(lines)-1
		if holds(line, i) && (len(line) == lineDigits || last) {
			continue
		}
		e := &LineError{Line: i + 1, Of: count, What: Mistyped}
		switch {
		case len(line) > lineDigits:
			e.What = TooLong
		case len(line) < lineDigits && (!last || count > len(lines)):
			e.What = TooShort
		}
		return e
	}
	if len(lines) < count {
		return &LineError{Line: len(lines) + 1, Of: count, What: Missing}
	}
	return &LineError{Line: len(lines), Of: count, What: TooShort}
}

// nameBefore is the name before a code: in its line, or in the line before if that
// ends in a colon.
func (f *finder) nameBefore(from int) string {
	at := f.digits[from]
	if name := nameIn(f.lines[at.line][:at.at]); name != "" {
		if f.done > 0 && f.digits[f.done-1].line == at.line {
			// What stands before is another code, and perhaps a name behind that.
			last := f.digits[f.done-1]
			return nameIn(f.lines[at.line][last.at+1 : at.at])
		}
		return name
	}
	for line := at.line - 1; line >= 0; line-- {
		before := strings.TrimSpace(f.lines[line])
		switch {
		case before == "":
			continue
		case !strings.HasSuffix(before, ":") || f.done > 0 && f.digits[f.done-1].line == line:
			return ""
		}
		return nameIn(before)
	}
	return ""
}

// nameIn takes off what isn't part of a name.
func nameIn(text string) string {
	const marks = " \t\r:;,-–—>|•*\"'„“”"
	name := []rune(strings.Trim(strings.ToValidUTF8(text, ""), marks))
	name = slices.DeleteFunc(name, func(r rune) bool { return !unicode.IsPrint(r) })
	if len(name) > longestName {
		name = name[len(name)-longestName:]
	}
	return strings.Trim(string(name), marks)
}

// likely finds a code whose very beginning is mistyped, among digits that no code
// was read from.
func (f *finder) likely(from, to int) []Found {
	var found []Found
	seen := -2 // the last line that looked like one
	for i := from; i < to; {
		line, j := f.digits[i].line, i
		for j < to && f.digits[j].line == line {
			j++
		}
		if looksLikeALine(f.digits[i:j]) {
			if line > seen+1 {
				found = append(found, Found{Err: &LineError{Line: 1, What: Mistyped}})
			}
			seen = line
		}
		i = j
	}
	return found
}

// looksLikeALine tells a code's line from other words: at least two of its groups, or
// one long word, have letters and numerals in them.
func looksLikeALine(digits []digit) bool {
	for i, d := range digits {
		if d.value == stranger {
			return looksLikeALine(digits[i+1:]) // a name before it, say
		}
	}
	if len(digits) < likelyDigits {
		return false
	}
	groups := 0
	for i := 0; i < len(digits); {
		letters, numerals := 0, 0
		j := i
		for ; j < len(digits) && (j == i || !digits[j].first); j++ {
			if digits[j].numeral {
				numerals++
			} else {
				letters++
			}
		}
		mixed := letters > 0 && numerals > 0
		switch length := j - i; {
		case mixed && length >= likelyDigits:
			return true
		case mixed && length >= groupDigits-1 && length <= groupDigits+1:
			groups++
		}
		i = j
	}
	return groups >= 2
}
