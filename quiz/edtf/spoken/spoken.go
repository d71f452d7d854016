package spoken

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"holdtheline/quiz/edtf"
)

// mostWords is how many characters a date has at most.
const mostWords = 200

// Read reads a date in words, or one in EDTF. The year is that of the story, for words
// that name none; 0 if it isn't known. The error says what isn't understood.
func Read(words string, year int) (edtf.Date, error) {
	words = strings.TrimSpace(words)
	d, err := edtf.Parse(words)
	if err == nil || len(words) > mostWords || !strings.ContainsFunc(words, isLetter) && !strings.ContainsAny(words, "./ ") {
		return d, err
	}
	text, problem := interval(normal(words), year)
	if problem != "" {
		return edtf.Date{}, fmt.Errorf("%s in “%s”; write it as 9 April 1983, April 1983, mid-April 1983, or 1983-04-09", problem, words)
	}
	return edtf.Parse(text)
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 127 }

// normal is the words in lower case, without what means nothing.
func normal(words string) string {
	words = strings.NewReplacer("–", " to ", "—", " to ", ",", " ", "(", " ", ")", " ", "’", "'", "º", "").Replace(strings.ToLower(words))
	return strings.Join(strings.Fields(words), " ")
}

// The words between two dates, and before a single one.
var (
	between = regexp.MustCompile(`^(?:from |between |von |zwischen |vom |de |del |entre )?(.+?) (?:to|until|till|and|bis|und|a|al|hasta|y) (.+)$`)
	before  = regexp.MustCompile(`^(?:before|until|by|vor|bis|antes de|hasta) (?:the |dem )?(.+)$`)
	after   = regexp.MustCompile(`^(?:after|since|from|nach|seit|ab|después de|desde) (?:the |dem )?(.+)$`)
)

// interval reads two dates, or one that is open to one side, or one.
func interval(words string, year int) (text, problem string) {
	if m := before.FindStringSubmatch(words); m != nil {
		d, problem := single(m[1], year)
		return "../" + d, problem
	}
	if d, problem := single(words, year); problem == "" {
		return d, ""
	}
	if m := between.FindStringSubmatch(words); m != nil {
		second, problem := single(m[2], year)
		if problem != "" {
			return "", problem
		}
		if y, err := strconv.Atoi(second[:4]); err == nil {
			year = y
		}
		first, problem := single(m[1], year)
		if problem != "" && regexp.MustCompile(`^\d{1,2}\.?$`).MatchString(m[1]) && len(second) >= 7 { // 7 to 9 November 1918
			first, problem = single(m[1]+" "+strings.ToLower(time.Month(number(second[5:7])).String()), year)
		}
		return first + "/" + second, problem
	}
	if m := after.FindStringSubmatch(words); m != nil {
		d, problem := single(m[1], year)
		return d + "/..", problem
	}
	return single(words, year)
}

func number(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 1
	}
	return n
}

// parts are what the words of one date say. Zero is what they don't say.
type parts struct {
	year, month, day int
	season           int // 21 to 24
	part             string
	wide             string // 192X or 18XX
	qualifier        string
	hour, minute     int
	timed            bool
	place            *time.Location
}

var (
	isoDate  = regexp.MustCompile(`^(\d{4})-(\d{2})(?:-(\d{2}))?$`)
	dotted   = regexp.MustCompile(`^(\d{1,2})\.(\d{1,2})\.(\d{4})$`)
	decade   = regexp.MustCompile(`^(\d{3})0(?:s|'s|er)$`)
	century  = regexp.MustCompile(`^(\d{1,2})(?:st|nd|rd|th|\.)$`)
	ordinal  = regexp.MustCompile(`^(\d{1,2})(?:st|nd|rd|th|\.)?$`)
	yearOnly = regexp.MustCompile(`^\d{4}$`)
	clock    = regexp.MustCompile(`^(\d{1,2})(?:[:.](\d{2}))?(am|pm|a\.m\.|p\.m\.|h)?$`)
	placed   = regexp.MustCompile(`^(.*) (?:in|en|at) ([^\d]+?)(?: time)?$`)
)

// single reads one date.
func single(words string, year int) (text, problem string) {
	p := parts{}
	if m := placed.FindStringSubmatch(words); m != nil {
		if p.place = place(m[2]); p.place != nil {
			words = m[1]
		}
	}
	tokens := strings.Fields(strings.NewReplacer("mid-", "mid ", "early-", "early ", "late-", "late ").Replace(words))
	for i := 0; i < len(tokens); i++ {
		next := ""
		if i+1 < len(tokens) {
			next = tokens[i+1]
		}
		used, ok := p.token(tokens[i], next)
		if !ok {
			return "", fmt.Sprintf("“%s” is not understood", tokens[i])
		}
		i += used
	}
	if p.year == 0 && p.wide == "" {
		if year == 0 {
			return "", "there is no year"
		}
		p.year = year
	}
	return p.text()
}

// token takes over one word, and perhaps the next.
func (p *parts) token(word, next string) (more int, ok bool) {
	if to, known := qualifiers[word]; known {
		p.qualifier = to
		return 0, true
	}
	if slices.Contains(fillers, word) || slices.ContainsFunc(weekdays, func(day string) bool { return strings.TrimSuffix(word, ".") == day }) {
		return 0, true
	}
	if which, known := thirds[word]; known {
		p.part = which
		return 0, true
	}
	if m := monthOf(word); m > 0 && p.month == 0 {
		p.month = m
		return 0, true
	}
	if s, known := seasons[word]; known {
		p.season = s
		return 0, true
	}
	if slices.Contains(centuries, next) {
		if m := century.FindStringSubmatch(word); m != nil && number(m[1]) > 0 {
			p.wide = fmt.Sprintf("%02dXX", number(m[1])-1)
			return 1, true
		}
	}
	if hour, known := hours[word]; known {
		p.hour, p.timed = hour, true
		return 0, true
	}
	if m := isoDate.FindStringSubmatch(word); m != nil {
		p.year, p.month = number(m[1]), number(m[2])
		if m[3] != "" {
			p.day = number(m[3])
		}
		return 0, true
	}
	if m := dotted.FindStringSubmatch(word); m != nil {
		p.day, p.month, p.year = number(m[1]), number(m[2]), number(m[3])
		return 0, true
	}
	if m := decade.FindStringSubmatch(word); m != nil {
		p.wide = m[1] + "X"
		return 0, true
	}
	if yearOnly.MatchString(word) {
		p.year = number(word)
		return 0, true
	}
	if used, isTime := p.time(word, next); isTime {
		return used, true
	}
	if m := ordinal.FindStringSubmatch(word); m != nil && p.day == 0 {
		p.day = number(m[1])
		return 0, true
	}
	return 0, false
}

// time takes over a time of day: 15:30, 3 pm, 15 uhr.
func (p *parts) time(word, next string) (more int, ok bool) {
	m := clock.FindStringSubmatch(word)
	if m == nil {
		return 0, false
	}
	half := m[3]
	if half == "" && slices.Contains([]string{"am", "pm", "a.m.", "p.m.", "uhr", "o'clock", "h"}, next) {
		half, more = next, 1
	}
	if half == "" && m[2] == "" || half == "" && strings.Contains(word, ".") {
		return 0, false // a day
	}
	p.hour, p.minute, p.timed = number(m[1]), 0, true
	if m[2] != "" {
		p.minute = number(m[2])
	}
	switch {
	case strings.HasPrefix(half, "p") && p.hour < 12:
		p.hour += 12
	case strings.HasPrefix(half, "a") && p.hour == 12:
		p.hour = 0
	}
	return more, p.hour < 24 && p.minute < 60
}

// text writes the parts as EDTF. What can't be is a problem.
func (p *parts) text() (text, problem string) {
	switch {
	case p.timed && p.day == 0:
		return "", "there is a time without a day"
	case p.wide != "":
		return p.wide, ""
	case p.season > 0:
		return fmt.Sprintf("%04d-%02d%s", p.year, p.season, p.qualifier), ""
	case p.day > 0 && p.month == 0:
		return "", "there is a day without a month"
	case p.month == 0 && p.part != "":
		first, last := map[string]int{"early": 1, "mid": 5, "late": 9}[p.part], map[string]int{"early": 4, "mid": 8, "late": 12}[p.part]
		return fmt.Sprintf("%04d-%02d/%04d-%02d", p.year, first, p.year, last), ""
	case p.month == 0:
		return fmt.Sprintf("%04d%s", p.year, p.qualifier), ""
	case p.day == 0 && p.part != "":
		last := time.Date(p.year, time.Month(p.month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
		first, until := map[string]int{"early": 1, "mid": 11, "late": 21}[p.part], map[string]int{"early": 10, "mid": 20, "late": last}[p.part]
		return fmt.Sprintf("%04d-%02d-%02d/%04d-%02d-%02d", p.year, p.month, first, p.year, p.month, until), ""
	case p.day == 0:
		return fmt.Sprintf("%04d-%02d%s", p.year, p.month, p.qualifier), ""
	case !p.timed:
		return fmt.Sprintf("%04d-%02d-%02d%s", p.year, p.month, p.day, p.qualifier), ""
	case p.place == nil:
		return "", "there is a time without a place, such as “in New York”,"
	}
	// EDTF has no “about” for a time of day.
	at := time.Date(p.year, time.Month(p.month), p.day, p.hour, p.minute, 0, 0, p.place)
	if at.Day() != p.day {
		return "", "there is no such day"
	}
	_, offset := at.Zone()
	// Long ago the clocks of some places differed by seconds too.
	zone := time.FixedZone("", int(time.Duration(offset)*time.Second/time.Minute)*60)
	return time.Date(p.year, time.Month(p.month), p.day, p.hour, p.minute, 0, 0, zone).Format("2006-01-02T15:04:05-07:00"), ""
}

// place returns the time of a city, or nil for one that isn't known.
func place(city string) *time.Location {
	city = strings.TrimSpace(strings.TrimPrefix(city, "the "))
	if slices.Contains([]string{"utc", "gmt"}, city) {
		return time.UTC
	}
	if as, known := cities[city]; known {
		city = as
	}
	words := strings.Fields(city)
	for i, w := range words {
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	name := strings.Join(words, "_")
	for _, area := range []string{"Europe", "America", "Asia", "Africa", "Australia", "Pacific", "Atlantic"} {
		if l, err := time.LoadLocation(area + "/" + name); err == nil {
			return l
		}
	}
	return nil
}
