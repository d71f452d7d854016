package casefile

import (
	"strconv"
	"strings"
	"time"

	"holdtheline/quiz/edtf"
)

// An Offset is how far a clock is ahead of UTC, written like -05:00.
type Offset string

// Duration returns the offset from UTC. ok is false if it is not written like one,
// or further than clocks are: twelve hours behind and fourteen ahead.
func (o Offset) Duration() (d time.Duration, ok bool) {
	const form = "+00:00"
	if len(o) != len(form) || o[0] != '+' && o[0] != '-' || o[3] != ':' || strings.ContainsAny(string(o[1:]), "+-") {
		return 0, false
	}
	hours, notHours := strconv.Atoi(string(o[1:3]))
	minutes, notMinutes := strconv.Atoi(string(o[4:]))
	d = time.Duration(hours)*time.Hour + time.Duration(minutes)*time.Minute
	if o[0] == '-' {
		d = -d
	}
	return d, notHours == nil && notMinutes == nil && minutes < 60 && d >= -12*time.Hour && d <= 14*time.Hour
}

// At returns what the clock shows at a moment, as the time in a zone named after
// the city. ok is false if the date has no hour.
func (c Clock) At(moment edtf.Date) (shown time.Time, ok bool) {
	offset, known := c.Offset.Duration()
	at, timed := moment.Moment()
	if !known || !timed {
		return time.Time{}, false
	}
	return at.In(time.FixedZone(c.City, int(offset/time.Second))), true
}
