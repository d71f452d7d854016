package compare

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
)

// The keys of the texts, with the placeholders of each. [Keys] lists all of them,
// including those that end in a name.
const (
	keyHeading = "compare.heading"
	keyPupil   = "compare.of.pupil"  // who, before, after
	keyClass   = "compare.of.class"  // n
	keyGroups  = "compare.of.groups" // before, after
	keyRange   = "compare.range"     // what the ranges mean

	keyFinding = "compare.finding." // + pupil. or class. + a finding
	keyMeasure = "compare.measure." // + a measure
	keyCaution = "compare.caution." // + a caution; order.pupil where it is one pupil
	keyLeft    = "compare.left."    // + a reason: who

	keyChange  = "compare.change"         // measure, before, after, difference, low, high
	keyUnknown = "compare.change.unknown" // measure
	keyRose    = "compare.change.rose"
	keyFell    = "compare.change.fell"
	keyMaybe   = "compare.change.maybe"

	keyCount   = "compare.value.count"   // k, of
	keyPoints  = "compare.value.points"  // n, a difference of percentages
	keyAverage = "compare.value.average" // percent, k, of

	keyPupils   = "compare.pupils"
	keySingle   = "compare.pupils.line" // who, finding; counts of true ones believed: hits, later; of false ones: alarms, after
	keyLeftHead = "compare.left"
)

// Keys lists every key that the package uses, sorted. One that ends in .one and
// .other in a catalogue is listed without that.
func Keys() []string {
	keys := []string{
		keyHeading, keyPupil, keyClass, keyGroups, keyRange, keyChange, keyUnknown, keyRose, keyFell, keyMaybe,
		keyCount, keyPoints, keyAverage, keyPupils, keySingle, keyLeftHead, report.KeyPoint,
		keyCaution + string(OneOrder) + ".pupil",
	}
	for _, f := range Findings() {
		for _, sort := range []Sort{Pupil, Class} {
			keys = append(keys, keyFinding+string(sort)+"."+string(f))
		}
	}
	for _, m := range Measures() {
		keys = append(keys, keyMeasure+string(m))
	}
	for _, c := range Cautions() {
		keys = append(keys, keyCaution+string(c))
	}
	for _, w := range Reasons() {
		keys = append(keys, keyLeft+string(w))
	}
	slices.Sort(keys)
	return keys
}

// A Line is one line of a comparison in words.
type Line struct {
	Heading bool
	Text    puzzle.Message
}

// Lines says the whole comparison: what was compared, what it shows, each measure,
// what to keep in mind, each pupil of a class, and what was left out.
func (c Comparison) Lines() []Line {
	lines := []Line{{Heading: true, Text: say(keyHeading)}, {Text: c.About()}, {Text: c.Finding.Message(c.Sort)}}
	if slices.ContainsFunc(c.Changes, func(c Change) bool { return c.Known }) {
		for _, change := range c.Changes {
			lines = append(lines, Line{Text: change.Message()})
		}
		lines = append(lines, Line{Text: say(keyRange)})
	}
	for _, caution := range c.Cautions {
		lines = append(lines, Line{Text: caution.Message(c.Sort)})
	}
	if c.Sort == Class && len(c.Pupils) > 0 {
		lines = append(lines, Line{Heading: true, Text: say(keyPupils)})
		for _, p := range c.Pupils {
			lines = append(lines, Line{Text: p.Message()})
		}
	}
	if len(c.LeftOut) > 0 {
		lines = append(lines, Line{Heading: true, Text: say(keyLeftHead)})
		for _, l := range c.LeftOut {
			lines = append(lines, Line{Text: l.Message()})
		}
	}
	return lines
}

// About says what was compared.
func (c Comparison) About() puzzle.Message {
	switch {
	case c.Sort == Pupil:
		p := c.Pupils[0]
		return say(keyPupil, "who", p.Who, "before", p.Before.Title, "after", p.After.Title)
	case c.Sort == Groups:
		return say(keyGroups, "before", c.Before, "after", c.After)
	default:
		return puzzle.Message{{Key: keyClass, Count: true, N: c.Before}}
	}
}

// Message says the finding of a comparison of a sort, in a sentence or two that a
// teacher can repeat.
func (f Finding) Message(sort Sort) puzzle.Message {
	if sort != Pupil {
		sort = Class
	}
	return say(keyFinding + string(sort) + "." + string(f))
}

// Name is what the measure is called.
func (m Measure) Name() puzzle.Message { return say(keyMeasure + string(m)) }

// Message says the caution for a comparison of a sort.
func (c Caution) Message(sort Sort) puzzle.Message {
	if c == OneOrder && sort == Pupil {
		return say(keyCaution + string(c) + ".pupil")
	}
	return say(keyCaution + string(c))
}

// Message says who was left out, and why.
func (l LeftOut) Message() puzzle.Message { return say(keyLeft+string(l.Why), "who", l.Who) }

// Message says the change: the values, the difference with its interval, and
// whether that leaves room for no change.
func (c Change) Message() puzzle.Message {
	if !c.Known {
		return say(keyUnknown, "measure", c.Measure.Name())
	}
	shown := c.Shown()
	said := say(keyChange, "measure", c.Measure.Name(),
		"before", shown.Before, "after", shown.After, "difference", shown.Difference, "low", shown.Low, "high", shown.High)
	sure := keyMaybe
	switch {
	case c.Rose():
		sure = keyRose
	case c.Fell():
		sure = keyFell
	}
	return append(append(said, puzzle.Fragment{Text: " "}), say(sure)...)
}

// Shown is a change in the units in which it is shown: percent and percentage
// points, or plain numbers.
type Shown struct{ Before, After, Difference, Low, High puzzle.Message }

// Shown returns the numbers of the change as texts, for a table.
func (c Change) Shown() Shown {
	switch c.Measure {
	case TrueBelieved, FalseBelieved:
		return Shown{
			c.believed(c.Before, c.BelievedBefore, c.OfBefore), c.believed(c.After, c.BelievedAfter, c.OfAfter),
			points(c.Difference), points(c.Low), points(c.High),
		}
	case Discernment:
		return Shown{points(c.Before), points(c.After), points(c.Difference), points(c.Low), points(c.High)}
	default:
		return Shown{decimal(c.Before), decimal(c.After), decimal(c.Difference), decimal(c.Low), decimal(c.High)}
	}
}

// mostCounted is up to how many claims a rate is shown as a count alone: so few make
// a percentage look more exact than it is.
const mostCounted = 20

func (c Change) believed(rate float64, k, of int) puzzle.Message {
	if of <= mostCounted {
		return say(keyCount, "k", k, "of", of)
	}
	return say(keyAverage, "percent", percent(rate), "k", k, "of", of)
}

// Message says what a pupil believed, before and after, and what that shows.
func (p Single) Message() puzzle.Message {
	t, f := p.Changes[0], p.Changes[1]
	return say(keySingle, "who", p.Who, "finding", p.Finding.Message(Pupil),
		"hits", say(keyCount, "k", t.BelievedBefore, "of", t.OfBefore), "later", say(keyCount, "k", t.BelievedAfter, "of", t.OfAfter),
		"alarms", say(keyCount, "k", f.BelievedBefore, "of", f.OfBefore), "after", say(keyCount, "k", f.BelievedAfter, "of", f.OfAfter))
}

func percent(rate float64) string { return strconv.Itoa(int(math.Round(100 * rate))) }

// points is a difference of rates in percentage points.
func points(v float64) puzzle.Message { return say(keyPoints, "n", number(100*v, 0)) }

// decimal is a number with one decimal.
func decimal(v float64) puzzle.Message { return number(v, 1) }

// number is a number with its sign, a true minus sign, and the language's decimal
// point. It has so many decimals, or up to two more if it looked like zero: a limit
// close to zero must not look as if it were on its other side.
func number(v float64, decimals int) puzzle.Message {
	text := ""
	for more := range 3 {
		if text = strconv.FormatFloat(math.Abs(v), 'f', decimals+more, 64); strings.Trim(text, "0.") != "" {
			break
		}
	}
	switch {
	case strings.Trim(text, "0.") == "":
		text = strconv.FormatFloat(0, 'f', decimals, 64)
	case v < 0:
		text = "−" + text
	default:
		text = "+" + text
	}
	whole, part, pointed := strings.Cut(text, ".")
	if !pointed {
		return puzzle.Message{{Text: whole}}
	}
	return puzzle.Message{{Text: whole}, {Key: report.KeyPoint}, {Text: part}}
}

func say(key string, args ...any) puzzle.Message { return puzzle.Message{{Key: key, Args: args}} }
