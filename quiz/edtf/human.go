package edtf

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Human returns the date in words, at its own precision and no finer: "14 Sep
// 2015", "June 2019", "mid-September 2015". The zero Date is the empty string.
func (d Date) Human(l Locale) string {
	switch {
	case d.IsZero():
		return ""
	case !d.interval:
		return l.date(d.start)
	case d.start.state == open:
		return fill(l.Until, "{to}", l.date(d.end))
	case d.start.state == unknown:
		return fill(l.UnknownStart, "{to}", l.date(d.end))
	case d.end.state == open:
		return fill(l.Since, "{from}", l.date(d.start))
	case d.end.state == unknown:
		return fill(l.UnknownEnd, "{from}", l.date(d.start))
	}
	return l.span(d.start, d.end)
}

// fill replaces placeholders, given in pairs and each in braces, in one pass.
func fill(template string, pairs ...string) string {
	var out strings.Builder
next:
	for {
		before, after, found := strings.Cut(template, "{")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		template = after
		for i := 0; i < len(pairs); i += 2 {
			if rest, ok := strings.CutPrefix(template, pairs[i][1:]); ok {
				out.WriteString(pairs[i+1])
				template = rest
				continue next
			}
		}
		out.WriteByte('{')
	}
}

// date formats one end with its qualifier.
func (l Locale) date(e end) string {
	said := l.plain(e)
	switch e.qualifier {
	case '?':
		return fill(l.Uncertain, "{date}", said)
	case '~':
		return fill(l.Approximate, "{date}", said)
	case '%':
		return fill(l.Both, "{date}", said)
	}
	return said
}

// plain formats one end without its qualifier.
func (l Locale) plain(e end) string {
	year := strconv.Itoa(int(e.year))
	switch e.hidden {
	case hiddenDay:
		return fill(l.DayHidden, "{date}", l.month(e))
	case hiddenMonth:
		return fill(l.MonthHidden, "{date}", year)
	case hiddenBoth:
		return fill(l.BothHidden, "{date}", year)
	case nothingHidden:
	}
	switch e.unit {
	case toCentury:
		return fill(l.Century, "{first}", year, "{last}", strconv.Itoa(int(e.year)+99))
	case toDecade:
		return fill(l.Decade, "{year}", year)
	case toSeason:
		return fill(l.Season, "{season}", l.Seasons[e.month-spring], "{year}", year)
	case toMonth:
		return l.month(e)
	case toDay:
		return l.day(e)
	case toSecond:
		return fill(l.Moment, "{day}", l.day(e), "{time}", e.clock(), "{zone}", l.zone(e))
	}
	return year
}

func (l Locale) month(e end) string {
	return fill(l.Month, "{month}", l.MonthsLong[e.month-1], "{year}", strconv.Itoa(int(e.year)))
}

func (l Locale) day(e end) string {
	return fill(l.Day, "{day}", strconv.Itoa(int(e.day)), "{month}", l.MonthsShort[e.month-1], "{year}", strconv.Itoa(int(e.year)))
}

// DayLabel formats the day of a moment without its year: "14 Sep".
func (l Locale) DayLabel(t time.Time) string {
	return fill(l.DayOfYear, "{day}", strconv.Itoa(t.Day()), "{month}", l.MonthsShort[t.Month()-1])
}

// MonthLabel formats the month of a moment in short: "Sep 2015".
func (l Locale) MonthLabel(t time.Time) string {
	return fill(l.Month, "{month}", l.MonthsShort[t.Month()-1], "{year}", l.YearLabel(t))
}

// YearLabel formats the year of a moment.
func (l Locale) YearLabel(t time.Time) string { return strconv.Itoa(t.Year()) }

func (l Locale) zone(e end) string {
	if e.offsetMinutes == 0 {
		return l.UTC
	}
	return fill(l.Offset, "{offset}", e.zone())
}

// clock formats the time of day, with the seconds only if they are not zero.
func (e end) clock() string {
	if e.second == 0 {
		return fmt.Sprintf("%02d:%02d", e.hour, e.minute)
	}
	return fmt.Sprintf("%02d:%02d:%02d", e.hour, e.minute, e.second)
}

// The thirds of a month: early, mid and late.
const (
	lastOfEarly = 10
	lastOfMid   = 20
)

// span formats an interval with both ends known, without repeating what they
// share.
func (l Locale) span(from, to end) string {
	apart := fill(l.Span, "{from}", l.date(from), "{to}", l.date(to))
	if from.unit != to.unit || from.qualifier != 0 || to.qualifier != 0 {
		return apart
	}
	sameYear := from.year == to.year
	sameMonth := sameYear && from.month == to.month
	year := strconv.Itoa(int(from.year))
	switch {
	case from == to:
		return l.plain(from)
	case from.unit == toYear:
		return fill(l.CloseSpan, "{from}", l.plain(from), "{to}", l.plain(to))
	case from.unit == toSeason && sameYear:
		both := fill(l.CloseSpan, "{from}", l.Seasons[from.month-spring], "{to}", l.Seasons[to.month-spring])
		return fill(l.Season, "{season}", both, "{year}", year)
	case from.unit == toMonth && sameYear:
		both := fill(l.CloseSpan, "{from}", l.MonthsLong[from.month-1], "{to}", l.MonthsLong[to.month-1])
		return fill(l.Month, "{month}", both, "{year}", year)
	case from.unit == toDay && sameMonth:
		if third, ok := l.third(from, to); ok {
			return third
		}
		both := fill(l.Days, "{from}", strconv.Itoa(int(from.day)), "{to}", strconv.Itoa(int(to.day)))
		return fill(l.Day, "{day}", both, "{month}", l.MonthsShort[from.month-1], "{year}", year)
	case from.unit == toDay && sameYear:
		first := fill(l.DayOfYear, "{day}", strconv.Itoa(int(from.day)), "{month}", l.MonthsShort[from.month-1])
		return fill(l.Span, "{from}", first, "{to}", l.plain(to))
	}
	return apart
}

// third formats a third of a month, if the interval is exactly one.
func (l Locale) third(from, to end) (string, bool) {
	length := time.Date(int(from.year), time.Month(from.month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	switch {
	case from.day == 1 && to.day == lastOfEarly:
		return fill(l.Early, "{date}", l.month(from)), true
	case from.day == lastOfEarly+1 && to.day == lastOfMid:
		return fill(l.Mid, "{date}", l.month(from)), true
	case from.day == lastOfMid+1 && int(to.day) == length:
		return fill(l.Late, "{date}", l.month(from)), true
	}
	return "", false
}
