package edtf

import (
	"fmt"
	"strings"
	"time"
)

// A Date is an EDTF value. Two dates are == exactly when their texts are equal, so
// a Date can be a map key. The zero Date means no date.
type Date struct {
	start, end end
	interval   bool
}

// An end is one date: the whole of a plain value, or one side of an interval.
type end struct {
	state     state
	unit      unit
	hidden    hidden
	qualifier qualifier
	form      zoneForm

	year          int16 // 0000 to 9999; the first year of a decade or century
	month         uint8 // 1 to 12, or 21 to 24 for a season
	day           uint8
	hour, minute  uint8
	second        uint8
	offsetMinutes int16 // east of UTC
}

// state says whether an end holds a date.
type state uint8

const (
	absent  state = iota // no date: the zero Date, or the unused end of a plain value
	known                // a date
	open                 // ".." in an interval: it goes on
	unknown              // nothing in an interval: there is an end, but nobody knows it
)

// unit is the precision of a date.
type unit uint8

const (
	toCentury unit = iota + 1
	toDecade
	toYear
	toSeason
	toMonth
	toDay
	toSecond
)

// hidden records which parts are written as X.
type hidden uint8

const (
	nothingHidden hidden = iota
	hiddenDay            // 2015-09-XX
	hiddenMonth          // 2015-XX
	hiddenBoth           // 2015-XX-XX
)

// zoneForm is how the text writes the offset from UTC.
type zoneForm uint8

const (
	minuteForm zoneForm = iota // ±hh:mm
	hourForm                   // ±hh
	zuluForm                   // Z
)

// qualifier is the mark at the end of a date: 0, '?', '~' or '%'.
type qualifier byte

// Day returns the day of a moment in its own zone, as a date without a zone. Years that
// EDTF can't write give the zero Date.
func Day(t time.Time) Date {
	year, month, day := t.Date()
	if year < 0 || year > 9999 {
		return Date{}
	}
	return Date{start: end{state: known, unit: toDay, year: int16(year), month: uint8(month), day: uint8(day)}}
}

// IsZero reports whether there is no date. The JSON option omitzero uses it.
func (d Date) IsZero() bool { return d == Date{} }

// String returns the EDTF text, exactly as it was parsed: Parse(d.String()) == d.
// The zero Date is the empty string.
func (d Date) String() string {
	if d.interval {
		return d.start.text() + "/" + d.end.text()
	}
	return d.start.text()
}

func (e end) text() string {
	var b strings.Builder
	switch e.state {
	case open:
		return ".."
	case absent, unknown:
		return ""
	}
	switch e.unit {
	case toCentury:
		fmt.Fprintf(&b, "%02dXX", e.year/100)
	case toDecade:
		fmt.Fprintf(&b, "%03dX", e.year/10)
	default:
		fmt.Fprintf(&b, "%04d", e.year)
	}
	switch e.hidden {
	case hiddenDay:
		fmt.Fprintf(&b, "-%02d-XX", e.month)
	case hiddenMonth:
		b.WriteString("-XX")
	case hiddenBoth:
		b.WriteString("-XX-XX")
	case nothingHidden:
		if e.unit >= toSeason {
			fmt.Fprintf(&b, "-%02d", e.month)
		}
		if e.unit >= toDay {
			fmt.Fprintf(&b, "-%02d", e.day)
		}
	}
	if e.unit == toSecond {
		fmt.Fprintf(&b, "T%02d:%02d:%02d%s", e.hour, e.minute, e.second, e.zone())
	}
	if e.qualifier != 0 {
		b.WriteByte(byte(e.qualifier))
	}
	return b.String()
}

// zone returns the offset from UTC as EDTF writes it: Z, ±hh or ±hh:mm.
func (e end) zone() string {
	sign, m := '+', e.offsetMinutes
	if m < 0 {
		sign, m = '-', -m
	}
	switch e.form {
	case zuluForm:
		return "Z"
	case hourForm:
		return fmt.Sprintf("%c%02d", sign, m/60)
	}
	return fmt.Sprintf("%c%02d:%02d", sign, m/60, m%60)
}

// MarshalText returns the EDTF text, for JSON and the like.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads EDTF text. Unlike [Parse] it accepts the empty text, as the
// zero Date, so that every Date round-trips.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	parsed, err := Parse(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}
