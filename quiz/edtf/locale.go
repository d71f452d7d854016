package edtf

// A Locale holds the texts for dates in one language. Every phrase is a template
// in which the words in braces are replaced; a language puts them in its own
// order. The zero Locale has no texts: start from [English] or fill every field.
type Locale struct {
	MonthsShort [12]string // as in "14 Sep 2015"
	MonthsLong  [12]string // as in "September 2015"
	Seasons     [4]string  // spring, summer, autumn, winter

	Day         string // {day} {month} {year}: a day, with the short month
	Days        string // {from} {to}: days of one month, in the place of its day
	DayOfYear   string // {day} {month}: a day whose year is given elsewhere
	Month       string // {month} {year}: a month, with the long month
	Season      string // {season} {year}
	Decade      string // {year}: the first year of a decade
	Century     string // {first} {last}: a hundred years
	Moment      string // {day} {time} {zone}: a day with its time of day
	UTC         string // {zone} at no offset
	Offset      string // {zone} at another: {offset} as ±hh:mm
	DayHidden   string // {date}: a month of which the day is not known
	MonthHidden string // {date}: a year of which the month is not known
	BothHidden  string // {date}: a year of which month and day are not known

	Uncertain   string // {date}: perhaps then (?)
	Approximate string // {date}: about then (~)
	Both        string // {date}: perhaps about then (%)

	Span         string // {from} {to}: an interval
	CloseSpan    string // {from} {to}: one within a month or year, set tight
	Early        string // {date}: the 1st to the 10th of a month
	Mid          string // {date}: the 11th to the 20th
	Late         string // {date}: the 21st to the end
	Since        string // {from}: no end
	Until        string // {to}: no start
	UnknownEnd   string // {from}: an end that nobody knows
	UnknownStart string // {to}: a start that nobody knows
}

// English returns the texts for dates in English.
func English() Locale {
	return Locale{
		MonthsShort: [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
		MonthsLong: [12]string{
			"January", "February", "March", "April", "May", "June",
			"July", "August", "September", "October", "November", "December",
		},
		Seasons: [4]string{"spring", "summer", "autumn", "winter"},

		Day:         "{day} {month} {year}",
		Days:        "{from}–{to}",
		DayOfYear:   "{day} {month}",
		Month:       "{month} {year}",
		Season:      "{season} {year}",
		Decade:      "the {year}s",
		Century:     "the years {first} to {last}",
		Moment:      "{day}, {time} {zone}",
		UTC:         "UTC",
		Offset:      "UTC{offset}",
		DayHidden:   "{date}, day not known",
		MonthHidden: "{date}, month not known",
		BothHidden:  "{date}, month and day not known",

		Uncertain:   "perhaps {date}",
		Approximate: "about {date}",
		Both:        "perhaps about {date}",

		Span:         "{from} – {to}",
		CloseSpan:    "{from}–{to}",
		Early:        "early {date}",
		Mid:          "mid-{date}",
		Late:         "late {date}",
		Since:        "from {from} on",
		Until:        "until {to}",
		UnknownEnd:   "from {from} to a time not known",
		UnknownStart: "from a time not known to {to}",
	}
}
