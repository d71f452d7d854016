package edtf

import "time"

// Earliest returns the first second that d can mean, inclusive, in UTC. It is
// not ok for a start that is open or unknown, and for the zero Date.
//
// A qualifier widens the interval on both sides; the package comment says by
// how much and why.
func (d Date) Earliest() (t time.Time, ok bool) {
	if d.start.state != known {
		return time.Time{}, false
	}
	from, _ := d.start.bounds()
	return from, true
}

// Latest returns the last whole second that d can mean, inclusive, in UTC: for
// 2015-09-14 it is 23:59:59 of that day. It is not ok for an end that is open
// or unknown, and for the zero Date.
func (d Date) Latest() (t time.Time, ok bool) {
	last := d.start
	if d.interval {
		last = d.end
	}
	if last.state != known {
		return time.Time{}, false
	}
	_, to := last.bounds()
	return to, true
}

// Moment returns the second that d names, in its own zone. It is not ok for an
// interval and for a date without a time of day.
func (d Date) Moment() (t time.Time, ok bool) {
	if d.interval || d.start.state != known || d.start.unit != toSecond {
		return time.Time{}, false
	}
	return d.Earliest()
}

// EndOfDay returns the last second of the UTC day of Latest. Where sources give
// days and no hours, everything up to then counts as the same day.
func (d Date) EndOfDay() (t time.Time, ok bool) {
	last, ok := d.Latest()
	if !ok {
		return time.Time{}, false
	}
	y, m, day := last.Date()
	return time.Date(y, m, day, 23, 59, 59, 0, time.UTC), true
}

// Contains reports whether d contains every second that o can mean. An open or
// unknown end of d contains everything on its side; one of o is contained only
// by such an end. The zero Date neither contains nor is contained.
func (d Date) Contains(o Date) bool {
	if d.IsZero() || o.IsZero() {
		return false
	}
	if from, ok := d.Earliest(); ok {
		if t, ok := o.Earliest(); !ok || t.Before(from) {
			return false
		}
	}
	if to, ok := d.Latest(); ok {
		if t, ok := o.Latest(); !ok || t.After(to) {
			return false
		}
	}
	return true
}

// The units that are counted in months, by their length.
const (
	monthsPerSeason  = 3
	monthsPerYear    = 12
	monthsPerDecade  = 10 * monthsPerYear
	monthsPerCentury = 100 * monthsPerYear
)

// bounds returns the first and last second of a known end, widened by its
// qualifier.
func (e end) bounds() (from, to time.Time) {
	units := 0
	switch e.qualifier {
	case '?', '~':
		units = 1
	case '%':
		units = 2
	}
	year := int(e.year)
	switch e.unit {
	case toSecond:
		zone := time.FixedZone("", int(e.offsetMinutes)*60)
		at := time.Date(year, time.Month(e.month), int(e.day), int(e.hour), int(e.minute), int(e.second), 0, zone).UTC()
		return at, at
	case toDay:
		day := time.Date(year, time.Month(e.month), int(e.day), 0, 0, 0, 0, time.UTC)
		return day.AddDate(0, 0, -units), day.AddDate(0, 0, units+1).Add(-time.Second)
	case toMonth:
		return spanOfMonths(year, int(e.month), 1, units)
	case toSeason:
		return spanOfMonths(year, firstMonth(e.month), monthsPerSeason, units)
	case toDecade:
		return spanOfMonths(year, 1, monthsPerDecade, units)
	case toCentury:
		return spanOfMonths(year, 1, monthsPerCentury, units)
	}
	return spanOfMonths(year, 1, monthsPerYear, units)
}

// spanOfMonths returns a range of whole months, widened on both sides by units
// times its own length.
func spanOfMonths(year, month, length, units int) (from, to time.Time) {
	first := time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC)
	return first.AddDate(0, -units*length, 0), first.AddDate(0, (units+1)*length, 0).Add(-time.Second)
}

// firstMonth returns the first month of a season, by the meteorological seasons
// of the northern hemisphere: winter runs from December into the next year. EDTF
// does not define the months of the codes 21 to 24.
func firstMonth(season uint8) int { return int(season-spring)*monthsPerSeason + 3 }

// Season returns the months that a season means here, as the text of an interval.
// It is not ok for a date without one.
func (d Date) Season() (months string, ok bool) {
	for _, e := range []end{d.start, d.end} {
		if e.unit == toSeason {
			from, to := spanOfMonths(int(e.year), firstMonth(e.month), monthsPerSeason, 0)
			return from.Format("2006-01") + "/" + to.Format("2006-01"), true
		}
	}
	return "", false
}

// spring is the first of the four season codes.
const (
	spring = 21
	winter = 24
)
