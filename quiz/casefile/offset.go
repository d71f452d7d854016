package casefile

import (
	"time"

	"holdtheline/quiz/edtf"
)

// An Offset is how far a clock is ahead of UTC, written like -05:00.
type Offset string

// Duration returns the offset from UTC. ok is false if it is not written like one,
// or further than clocks are: twelve hours behind and fourteen ahead.
func (o Offset) Duration() (d time.Duration, ok bool) {
	at, err := time.Parse("-07:00", string(o))
	if err != nil || at.Format("-07:00") != string(o) { // which "+01:60" is not
		return 0, false
	}
	_, seconds := at.Zone()
	d = time.Duration(seconds) * time.Second
	return d, d >= -12*time.Hour && d <= 14*time.Hour
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
