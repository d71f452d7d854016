package edtf

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// longestWords is more than any date in words has, in bytes.
const longestWords = 80

// monthNames are the beginnings by which months are known, in English and German.
var monthNames = [...][]string{
	{"jan"}, {"feb"}, {"mar", "mär", "maer"}, {"apr"}, {"may", "mai"}, {"jun"}, {"jul"}, {"aug"}, {"sep"}, {"oct", "okt"}, {"nov"}, {"dec", "dez"},
}

// seasonMonths are the first months of the seasons, in the north.
var seasonMonths = map[string]int{
	"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12,
	"frühling": 3, "frühjahr": 3, "sommer": 6, "herbst": 9,
}

// thirds are the words for a third of a month.
var thirds = map[string]int{"early": 1, "mid": 2, "late": 3, "anfang": 1, "mitte": 2, "ende": 3}

// vague are the words for about and perhaps, with the mark of each.
var vague = map[string]string{
	"about": "~", "around": "~", "circa": "~", "ca": "~", "c": "~", "approximately": "~", "etwa": "~", "ungefähr": "~",
	"perhaps": "?", "probably": "?", "possibly": "?", "maybe": "?", "vielleicht": "?", "wohl": "?",
}

// FromWords returns the date that a text in English or German words means, such as “9
// April 1983”, “mid-September 1918”, “about 1906”, “the 1980s” or “9.4.1983”. It is not
// ok for a text with no year in it, and for one that can mean two dates, such as 9/4/1983.
// A time of day and what it can't read is passed over: the result is for a person to
// look at, as a suggestion.
func FromWords(text string) (d Date, ok bool) {
	if len(text) > longestWords {
		return Date{}, false
	}
	r := reading{}
	if strings.Count(text, "/") == 2 {
		return Date{}, false // the day and the month may change places
	}
	r.dotted = strings.Contains(text, ".")
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != ':' && c != '?' }) {
		if !r.word(word) {
			return Date{}, false
		}
	}
	d, err := Parse(r.edtf())
	return d, err == nil
}

// A reading is what has been read of a date in words.
type reading struct {
	year, decade, month, season, third int
	days                               []int
	mark                               string
	dotted                             bool // days and months may be numbers, in this order
}

// word takes in one word. It returns false if that contradicts the others.
func (r *reading) word(word string) bool {
	word, doubtful := strings.CutSuffix(word, "?")
	if doubtful {
		r.mark = "?"
	}
	number := strings.TrimRightFunc(word, unicode.IsLetter)
	suffix := word[len(number):]
	n, err := strconv.Atoi(number)
	switch {
	case word == "" || strings.Contains(word, ":"):
	case err == nil && len(number) == 4 && suffix == "s" && n%10 == 0 && r.decade == 0:
		r.decade = n
	case err == nil && len(number) == 4 && suffix == "" && r.year == 0:
		r.year = n
	case err == nil && n >= 1 && n <= 31 && len(number) <= 2 && (suffix == "" || suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th"):
		r.days = append(r.days, n)
	case number != "":
		return false
	default:
		return r.name(word)
	}
	return true
}

// name takes in a word without digits.
func (r *reading) name(word string) bool {
	for i, beginnings := range monthNames {
		for _, start := range beginnings {
			if strings.HasPrefix(word, start) && isMonth(word) {
				if r.month != 0 {
					return false
				}
				r.month = i + 1
				return true
			}
		}
	}
	if month, ok := seasonMonths[word]; ok {
		r.season = month
	}
	if third, ok := thirds[word]; ok {
		r.third = third
	}
	if mark, ok := vague[word]; ok {
		r.mark = mark
	}
	return true
}

// isMonth tells months from other words that begin alike, such as maybe.
func isMonth(word string) bool {
	for _, whole := range []string{
		"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"januar", "februar", "märz", "maerz", "mai", "juni", "juli", "oktober", "dezember",
	} {
		if strings.HasPrefix(whole, word) {
			return true
		}
	}
	return false
}

// edtf writes what was read, or a text that is no date.
func (r *reading) edtf() string {
	if r.dotted && r.month == 0 && len(r.days) == 2 && r.year != 0 {
		r.month, r.days = r.days[1], r.days[:1] // 9.4.1983
	}
	switch {
	case r.decade != 0 && r.year == 0 && r.month == 0:
		return fmt.Sprintf("%03dX%s", r.decade/10, r.mark)
	case r.year == 0:
		return ""
	case r.season != 0 && r.month == 0:
		first := time.Date(r.year, time.Month(r.season), 1, 0, 0, 0, 0, time.UTC)
		return first.Format("2006-01") + "/" + first.AddDate(0, monthsPerSeason-1, 0).Format("2006-01")
	case r.month == 0 && len(r.days) == 0:
		return fmt.Sprintf("%04d%s", r.year, r.mark)
	case r.month == 0:
		return ""
	case len(r.days) == 1:
		return fmt.Sprintf("%04d-%02d-%02d%s", r.year, r.month, r.days[0], r.mark)
	case len(r.days) == 2:
		return fmt.Sprintf("%04d-%02d-%02d/%04d-%02d-%02d", r.year, r.month, r.days[0], r.year, r.month, r.days[1])
	case len(r.days) > 2:
		return ""
	case r.third != 0:
		from := map[int]int{1: 1, 2: lastOfEarly + 1, 3: lastOfMid + 1}[r.third]
		to := map[int]int{1: lastOfEarly, 2: lastOfMid, 3: time.Date(r.year, time.Month(r.month)+1, 0, 0, 0, 0, 0, time.UTC).Day()}[r.third]
		return fmt.Sprintf("%04d-%02d-%02d/%04d-%02d-%02d", r.year, r.month, from, r.year, r.month, to)
	}
	return fmt.Sprintf("%04d-%02d%s", r.year, r.month, r.mark)
}
