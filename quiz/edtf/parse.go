package edtf

import (
	"fmt"
	"strings"
	"time"

	"holdtheline/quiz/internal/quote"
)

// A SyntaxError says why a text is not a date that this package reads.
type SyntaxError struct {
	Input   string // the whole text
	Offset  int    // where in Input it goes wrong, in bytes from 0
	Problem string // a plain clause, such as: the month is 13
	Next    string // what to write instead
}

// Error returns the problem and the next step in one line.
func (e *SyntaxError) Error() string {
	return fmt.Sprintf("%q is not an EDTF date: %s; %s", quote.Short(e.Input), e.Problem, e.Next)
}

// longestInput is more than the longest date that can be written: two
// qualified days and a slash, or one date-time with an offset.
const longestInput = 40

// MustParse is Parse for dates written in code; it panics on an error.
func MustParse(s string) Date {
	d, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

// Parse reads one EDTF value:
//
//	2015  2015-09  2015-09-14            year, month, day
//	2015-09-14T15:11:00Z  …+02:00  …-04  second, with its offset from UTC
//	2015-22                              season: 21 spring to 24 winter
//	201X  20XX  2015-XX  2015-09-XX  2015-XX-XX   digits nobody knows
//	2015-09-14?  2015-09~  2015%         uncertain, approximate, both
//	2015-09-14/2015-09-15                interval
//	2015-09/..  ../2015-09               open end
//	2015-09/    /2015-09                 unknown end
//
// The error is a *[SyntaxError].
func Parse(s string) (Date, error) {
	p := &parser{input: s}
	if err := p.unusable(); err != nil {
		return Date{}, err
	}
	left, right, interval := strings.Cut(s, "/")
	if !interval {
		if s == ".." {
			return Date{}, p.fail(0, "an open end stands alone", "write it in an interval, such as 2015-09/..")
		}
		start, err := p.date(s, 0)
		if err != nil {
			return Date{}, err
		}
		return Date{start: start}, nil
	}
	return p.interval(left, right)
}

type parser struct{ input string }

func (p *parser) fail(offset int, problem, next string) error {
	return &SyntaxError{Input: p.input, Offset: offset, Problem: problem, Next: next}
}

// unusable reports what is wrong with the text as a whole.
func (p *parser) unusable() error {
	s := p.input
	if s == "" {
		return p.fail(0, "it is empty", "write a date such as 2015-09-14, or leave the key out where it may be missing")
	}
	for i, r := range s {
		switch {
		case r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\u00a0':
			return p.fail(i, "there is a space in it", "write it without spaces, such as 2015-09-14 or 2015-09-14T15:11:00Z")
		case r == '‐' || r == '‑' || r == '–' || r == '—' || r == '−':
			return p.fail(i, fmt.Sprintf("%q is a dash", r), "use the hyphen of the keyboard, as in 2015-09-14")
		case r == '[' || r == '{':
			return p.fail(i, "sets of dates belong to EDTF level 2", "write an interval, such as 2015-09-14/2015-09-20")
		case r > '~':
			return p.fail(i, fmt.Sprintf("%q has no meaning in a date", r), "write a date such as 2015-09-14")
		}
	}
	if len(s) > longestInput {
		return p.fail(longestInput, "it is too long for a date", "write a date such as 2015-09-14")
	}
	if i := strings.IndexAny(s, "xtz"); i >= 0 {
		if capital := capitals.Replace(s); parses(capital) {
			return p.fail(i, fmt.Sprintf("the %c is small", s[i]), "write it as "+capital)
		}
	}
	return nil
}

// capitals writes X, T and Z in upper case, as EDTF requires.
var capitals = strings.NewReplacer("x", "X", "t", "T", "z", "Z")

func parses(s string) bool {
	_, err := Parse(s)
	return err == nil
}

// interval reads both ends of start/end.
func (p *parser) interval(left, right string) (Date, error) {
	if i := strings.IndexByte(right, '/'); i >= 0 {
		return Date{}, p.fail(len(left)+1+i, "there are two slashes", "an interval has one start and one end, such as 2015-09-14/2015-09-20")
	}
	start, err := p.intervalEnd(left, 0)
	if err != nil {
		return Date{}, err
	}
	stop, err := p.intervalEnd(right, len(left)+1)
	if err != nil {
		return Date{}, err
	}
	if start.state != known && stop.state != known {
		return Date{}, p.fail(0, "neither end is a date", "give at least one end, such as 2015-09/..")
	}
	if start.state == known && stop.state == known {
		plainStart, plainStop := start, stop
		plainStart.qualifier, plainStop.qualifier = 0, 0
		from, _ := plainStart.bounds()
		if _, to := plainStop.bounds(); to.Before(from) {
			return Date{}, p.fail(len(left)+1, "it ends before it starts", "put the earlier date first")
		}
	}
	return Date{start: start, end: stop, interval: true}, nil
}

func (p *parser) intervalEnd(s string, offset int) (end, error) {
	switch s {
	case "":
		return end{state: unknown}, nil
	case "..":
		return end{state: open}, nil
	}
	e, err := p.date(s, offset)
	if err != nil {
		return end{}, err
	}
	if e.unit == toSecond {
		return end{}, p.fail(offset+len("2015-09-14"), "EDTF allows no time of day in an interval", "write the day alone, such as "+s[:len("2015-09-14")])
	}
	if e.hidden != nothingHidden || e.unit < toYear {
		return end{}, p.fail(offset, "EDTF level 1 allows no X in an interval", "write the shorter date, such as 2015-09 for 2015-09-XX")
	}
	return e, nil
}

// date reads one date with its qualifier; offset is its position in the input.
func (p *parser) date(s string, offset int) (end, error) {
	body := strings.TrimRight(s, "?~%")
	marks := s[len(body):]
	if len(marks) > 1 {
		return end{}, p.fail(offset+len(body)+1, "there are two qualifiers", "write % for a date that is both uncertain and approximate")
	}
	if i := strings.IndexAny(body, "?~%"); i >= 0 {
		return end{}, p.fail(offset+i, "a qualifier stands inside the date", "put it at the very end, where it holds for the whole date")
	}
	day, clock, timed := strings.Cut(body, "T")
	e, err := p.calendar(day, offset)
	if err != nil {
		return end{}, err
	}
	if timed {
		if e.unit != toDay {
			return end{}, p.fail(offset+len(day), "a time of day needs a whole date", "write it as 2015-09-14T15:11:00Z")
		}
		if marks != "" {
			return end{}, p.fail(offset+len(body), "EDTF allows no qualifier after a time of day", "leave the time out, such as "+day+marks)
		}
		if err := p.clock(&e, clock, offset+len(day)+1); err != nil {
			return end{}, err
		}
	}
	if marks != "" {
		e.qualifier = qualifier(marks[0])
	}
	e.state = known
	return e, nil
}

// calendar reads year, month and day, or a season.
func (p *parser) calendar(s string, offset int) (end, error) {
	var e end
	if err := p.notISO(s, offset); err != nil {
		return e, err
	}
	parts := strings.Split(s, "-")
	if err := p.year(&e, parts[0], offset); err != nil {
		return e, err
	}
	if len(parts) == 1 {
		return e, nil
	}
	monthAt := offset + len(parts[0]) + 1
	if e.unit != toYear {
		return e, p.fail(offset, "a month or day follows a year with an X in it", "write the year alone, such as 201X")
	}
	if len(parts) > 3 {
		return e, p.fail(monthAt+len(parts[1])+1+len(parts[2]), "there is more after the day", "write it as 2015-09-14")
	}
	if parts[1] == "XX" {
		return e, p.afterUnknownMonth(&e, parts[2:], monthAt)
	}
	month, ok := twoDigits(parts[1])
	switch {
	case !ok:
		return e, p.fail(monthAt, "the month is not two digits", "write September as 09")
	case month >= spring && month <= winter:
		if len(parts) == 3 {
			return e, p.fail(monthAt, "a season has no days", "write the month instead, 01 to 12, or leave the day out")
		}
		e.unit, e.month = toSeason, uint8(month)
		return e, nil
	case month < 1 || month > 12:
		return e, p.fail(monthAt, fmt.Sprintf("there is no month %s", parts[1]), "write 01 to 12, or 21 to 24 for spring, summer, autumn and winter")
	}
	e.unit, e.month = toMonth, uint8(month)
	if len(parts) == 2 {
		return e, nil
	}
	if parts[2] == "XX" {
		e.hidden = hiddenDay
		return e, nil
	}
	return e, p.day(&e, parts[2], monthAt+len(parts[1])+1)
}

// afterUnknownMonth reads what may follow 2015-XX: nothing, or another XX.
func (p *parser) afterUnknownMonth(e *end, rest []string, offset int) error {
	switch {
	case len(rest) == 0:
		e.hidden = hiddenMonth
	case rest[0] == "XX":
		e.hidden = hiddenBoth
	default:
		return p.fail(offset, "the day is given but not the month", "write 2015-XX-XX, or 2015 alone")
	}
	return nil
}

// notISO reports common ways of writing a date that EDTF does not allow.
func (p *parser) notISO(s string, offset int) error {
	next := "write year, month and day as 2015-09-14"
	switch {
	case s == "":
		return p.fail(offset, "the date is missing", next)
	case len(s) == 8 && digits(s):
		return p.fail(offset, "the hyphens are missing", fmt.Sprintf("write it as %s-%s-%s", s[:4], s[4:6], s[6:]))
	case s[0] == '-':
		return p.fail(offset, "years before 0000 are not read here", "write a year from 0000 to 9999")
	case s[0] == 'Y':
		return p.fail(offset, "years of more than four digits are not read here", "write a year from 0000 to 9999")
	}
	if i := strings.IndexAny(s, "._"); i >= 0 {
		return p.fail(offset+i, fmt.Sprintf("%q is not what separates year, month and day", s[i]), next)
	}
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && c != '-' && c != 'X' {
			return p.fail(offset+i, fmt.Sprintf("%q has no meaning there", c), next)
		}
	}
	return nil
}

func (p *parser) year(e *end, s string, offset int) error {
	if len(s) != 4 {
		return p.fail(offset, "the year is not four digits", "write the year first, such as 2015")
	}
	known := strings.TrimRight(s, "X")
	if !digits(known) || len(known) < 2 {
		return p.fail(offset, "only the last one or two digits of a year may be X", "write 201X for the 2010s or 20XX for 2000 to 2099")
	}
	year := 0
	for i := range len(s) {
		year *= 10
		if s[i] != 'X' {
			year += int(s[i] - '0')
		}
	}
	e.year = int16(year)
	e.unit = [...]unit{2: toCentury, 3: toDecade, 4: toYear}[len(known)]
	return nil
}

func (p *parser) day(e *end, s string, offset int) error {
	day, ok := twoDigits(s)
	if !ok {
		return p.fail(offset, "the day is not two digits", "write the fourth as 04")
	}
	month := time.Month(e.month)
	length := time.Date(int(e.year), month+1, 0, 0, 0, 0, 0, time.UTC).Day()
	if day < 1 || day > length {
		return p.fail(offset, fmt.Sprintf("%s %04d has no day %s", month, e.year, s), fmt.Sprintf("write 01 to %02d", length))
	}
	e.unit, e.day = toDay, uint8(day)
	return nil
}

// clock reads hh:mm:ss and the offset that must follow.
func (p *parser) clock(e *end, s string, offset int) error {
	const form = "write hours, minutes and seconds, such as 15:11:00Z"
	if len(s) < len("15:11:00") || s[2] != ':' || s[5] != ':' {
		return p.fail(offset, "the time of day is not complete", form)
	}
	hour, okHour := twoDigits(s[:2])
	minute, okMinute := twoDigits(s[3:5])
	second, okSecond := twoDigits(s[6:8])
	switch {
	case !okHour || hour > 23:
		return p.fail(offset, "the hour is not 00 to 23", form)
	case !okMinute || minute > 59:
		return p.fail(offset+3, "the minute is not 00 to 59", form)
	case !okSecond || second > 59:
		return p.fail(offset+6, "the second is not 00 to 59", form)
	}
	e.unit = toSecond
	e.hour, e.minute, e.second = uint8(hour), uint8(minute), uint8(second)
	return p.zone(e, s[8:], offset+8)
}

// largestOffset is the largest offset from UTC in use (Kiribati), in minutes.
const largestOffset = 14 * 60

func (p *parser) zone(e *end, s string, offset int) error {
	const form = "write Z for UTC, or an offset such as +02:00 or -04"
	if s == "" {
		return p.fail(offset, "the time zone is missing", form)
	}
	if s == "Z" {
		e.form = zuluForm
		return nil
	}
	if s[0] == '.' || s[0] == ',' {
		return p.fail(offset, "EDTF has no fractions of a second", form)
	}
	if s[0] != '+' && s[0] != '-' || len(s) != len("+02") && (len(s) != len("+02:00") || s[3] != ':') {
		return p.fail(offset, "the time zone is not an offset", form)
	}
	hour, okHour := twoDigits(s[1:3])
	minute, okMinute := 0, true
	if len(s) == len("+02") {
		e.form = hourForm
	} else {
		minute, okMinute = twoDigits(s[4:6])
	}
	if !okHour || !okMinute || minute > 59 || hour*60+minute > largestOffset {
		return p.fail(offset, "there is no such offset from UTC", form)
	}
	minutes := hour*60 + minute
	if s[0] == '-' {
		if minutes == 0 {
			return p.fail(offset, "an offset of nothing has no minus", "write Z for UTC")
		}
		minutes = -minutes
	}
	e.offsetMinutes = int16(minutes)
	return nil
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// twoDigits reads exactly two digits.
func twoDigits(s string) (int, bool) {
	if len(s) != 2 || !digits(s) {
		return 0, false
	}
	return int(s[0]-'0')*10 + int(s[1]-'0'), true
}
