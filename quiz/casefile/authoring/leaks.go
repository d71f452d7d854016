package authoring

import (
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
)

// A card must not say when it happened, or it gives the order away. These
// patterns find dates in English words, in lower case too: “on monday” gives
// away as much. Words with another meaning, such as may, march, august, second
// or fall, count only where they are used as dates.
var datePatterns = []*regexp.Regexp{
	// Years, decades, numbers of days and hours.
	regexp.MustCompile(`\b(1[7-9]|20)\d\d(s|\b)|[‘’']\d\ds?\b`),
	romanYear,
	regexp.MustCompile(`(?i)\b(in|of|since|until|by|from|before|after|during) (nineteen|twenty|two thousand)([ -]and)?[ -](hundred|oh|` + numbers + `)\b`),
	regexp.MustCompile(`(?i)\bthe (early |mid |late )?(twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|noughties)\b`),
	regexp.MustCompile(`\b\d{1,2}[/.]\d{1,2}\b|\b\d{1,2}[:.]\d\d ?([ap]\.?m\b|h\b|UTC)|\b\d{1,2}:\d\d\b`),
	regexp.MustCompile(`(?i)\b\d{1,2} ?[ap]\.?m\b`),
	regexp.MustCompile(`(?i)\b\d{1,2}(st|nd|rd|th)\b`),

	// Days of the month in words: “on the first” but not “on the first call”,
	// and from the fourth on “the eighth” alone where a phrase ends with it.
	regexp.MustCompile(`(?i)\b(on|by|until|till|since|from|before|after|of|for|to) the (first|second|third|` + ordinals + `)` + phraseEnd),
	regexp.MustCompile(`(?i)\bthe (` + ordinals + `)` + phraseEnd),
	regexp.MustCompile(`(?i)\bthe (first|second|third|` + ordinals + `) (day )?of (the|that|this|next|last) (week|month|year)\b`),

	// Months.
	regexp.MustCompile(`(?i)\b(January|February|April|June|July|September|October|November|December)\b`),
	regexp.MustCompile(`\b(August|AUGUST)\b`),
	regexp.MustCompile(`(?i)\b(in|on|of|by|since|until|from|early|mid|late|last|next) ?-?(March|May)\b`),
	regexp.MustCompile(`\b[Tt]his (March|May)\b`),
	regexp.MustCompile(`(?i)\b(in|since|until|early|mid|late|last|next|this) ?-?(August|Feb|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b`),
	regexp.MustCompile(`(?i)\b(Jan|Feb|Mar|March|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.? \d|\d (Jan|Feb|Mar|March|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b`),
	regexp.MustCompile(`(?i)\b(March|May|August) the (first|second|third|` + ordinals + `)\b`),

	// Days of the week; the short names only when capitalized.
	regexp.MustCompile(`(?i)\b(mon|tues|wednes|thurs|fri|satur|sun)days?\b`),
	regexp.MustCompile(`\b([Oo]n|[Bb]y|[Ss]ince|[Uu]ntil|[Nn]ext|[Ll]ast|[Tt]his) (Mon|Tues?|Wed|Thu|Thurs?|Fri|Sat)\b`),

	// Days that have a name.
	regexp.MustCompile(`(?i)\b(Christmas|Xmas|Hallowe['’]?en|Thanksgiving|Hanukkah|Chanukah|Ramadan|Passover|Diwali|Pentecost|Whitsun|Midsummer|Midwinter|Boxing Day|May Day|Bonfire Night|Guy Fawkes Night|Bastille Day)\b`),
	regexp.MustCompile(`(?i)\bNew Year\b|\b(Valentine|Patrick|Mother|Father|Women|Fool|President|Veteran|Saint)s?['’]?s?['’]? (Day|Eve)\b|\b(Labou?r|Independence|Victory|Remembrance|Memorial|Armistice|Election|Midsummer) Day\b`),
	regexp.MustCompile(`\b(Easter|Eid)\b|(?i)\b(at|before|after|during|since|until|over|this|last|next) (easter|advent|lent|carnival)\b`),

	// Before and after something, and the hours of a day.
	regexp.MustCompile(`(?i)\b(yesterday|today|tonight|tomorrow)\b`),
	regexp.MustCompile(`(?i)\b(last|next|previous|following|same|that) (hour|night|day|morning|evening|afternoon|weekend|week|month|year|spring|summer|autumn|fall|winter)\b`),
	regexp.MustCompile(`(?i)\bthis (morning|afternoon|evening|weekend|week|month|year|spring|summer|autumn|winter)\b`),
	regexp.MustCompile(`(?i)\b(minutes?|hours?|nights?|mornings?|afternoons?|evenings?|days?|weekends?|weeks?|fortnights?|months?|years?|decades?|century|centuries) (later|ago|earlier|before|after|on)\b`),
	regexp.MustCompile(`(?i)\bafter (an?|\d+|some|several|a few|` + numbers + `) (hours?|nights?|days?|weekends?|weeks?|fortnight|months?|years?)\b`),
	regexp.MustCompile(`(?i)\b(at|by|before|after|until|till|past|since) (noon|midday|midnight|dawn|dusk|daybreak|sunrise|sunset)\b`),
	regexp.MustCompile(`(?i)\b(noon|midday|midnight)\b`),
	regexp.MustCompile(`(?i)\b(half|quarter) (past|to) (` + numbers + `)\b|\bat (` + numbers + `|\d{1,2}) (o['’]clock|in the (morning|afternoon|evening)|at night)`),

	// Seasons.
	regexp.MustCompile(`(?i)\bin (the )?(early |late |mid-?)?(spring|summer|autumn|fall|winter)\b|\b(spring|summer|autumn|fall|winter) of\b`),
	regexp.MustCompile(`(?i)\b(during|over|since|until|early|late|mid|all)[ -](the )?(spring|summer|autumn|winter)\b|\bby (the )?(summer|autumn|winter)\b`),
}

// Numbers and days of the month as words, for patterns.
const (
	numbers = `one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|` +
		`(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?`
	ordinals = `fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|` +
		`twentieth|twenty[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty[ -]first`
	phraseEnd = ` ?(?:$|[^\pL\d ’'-])`
)

// romanYear is a year from 1700 on in Roman numerals, but not a number of thousands.
var romanYear = regexp.MustCompile(`\bM(?:M|CM|DCC{0,2})(?:(?:XC|XL|LX{0,3}|X{1,3})(?:IX|IV|V?I{0,3})|IX|IV|VI{0,3}|I{1,3})\b`)

// noDates matches names that only sound like days.
var noDates = regexp.MustCompile(`(?i)\b(christmas|easter) island\b`)

// leakedDate returns the first thing in a text that gives a date away, or "". Its
// patterns take long, and while an author writes, most texts were checked before.
func leakedDate(text string) string {
	leaked.Lock()
	defer leaked.Unlock()
	found, ok := leaked.in[text]
	if !ok {
		if len(leaked.in) >= mostLeaked {
			leaked.in = nil
		}
		if leaked.in == nil {
			leaked.in = map[string]string{}
		}
		found = dateIn(text)
		leaked.in[text] = found
	}
	return found
}

// leaked has what leakedDate found in the texts that it was asked for so far, as long
// as those are no more than mostLeaked.
var leaked struct {
	sync.Mutex
	in map[string]string
}

const mostLeaked = 2000

func dateIn(text string) string {
	text = strings.Join(strings.Fields(text), " ") // any white space may separate words
	return firstOf(datePatterns, noDates.ReplaceAllString(text, "island"))
}

// firstOf returns the first place in a text where one of the patterns is, without what
// is not a word around it, or "".
func firstOf(patterns []*regexp.Regexp, text string) string {
	found, first := "", len(text)
	for _, pattern := range patterns {
		if place := pattern.FindStringIndex(text); place != nil && place[0] < first {
			found, first = text[place[0]:place[1]], place[0]
		}
	}
	return strings.TrimRightFunc(found, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// leaks checks the headings of what the player has to date or put in order:
// event cards and undated sources. A prompt or hint may name the month that
// holds all windows.
func (e *editor) leaks() {
	for i, event := range e.c.Events {
		e.noDate(fmt.Sprintf("events[%d].title", i), event.Title)
	}
	for i, r := range e.c.Rooms {
		for j, p := range r.Puzzles {
			if !puzzle.Asks(p.Kind, puzzle.Dating) {
				continue
			}
			e.noDate(fmt.Sprintf("rooms[%d].puzzles[%d].title", i, j), p.Title)
			id, _, _ := casefile.SplitRef(p.Source)
			for l, s := range e.c.Sources {
				if s.ID == id {
					e.noDate(fmt.Sprintf("sources[%d].title", l), s.Title)
					e.noDate(fmt.Sprintf("sources[%d].lead", l), s.Lead)
					e.noDate(fmt.Sprintf("sources[%d].picture.description", l), s.Image.Description)
					e.noDate(fmt.Sprintf("sources[%d].picture.credit", l), s.Image.Credit)
				}
			}
		}
	}
}

func (e *editor) noDate(path, text string) {
	if leak := leakedIn(e.c.Language, text); leak != "" {
		e.say(casefile.Error, "date-leak", path, "say it without the date", "%q gives the date away", leak)
	}
}
