package casefile

import (
	"regexp"
	"strings"
)

// A card must not say when it happened, or the order is given away. These
// patterns find dates in English words. May, March and the short names of
// months and days are common words too, so they count only where they are
// used as dates.
var datePatterns = []*regexp.Regexp{
	regexp.MustCompile(`\b(1[0-9]|20)\d\d(s|\b)`),
	regexp.MustCompile(`\b\d{1,2}[/.]\d{1,2}\b|\b\d{1,2}[:.]\d\d ?([ap]\.?m\b|h\b|UTC)|\b\d{1,2}:\d\d\b`),
	regexp.MustCompile(`(?i)\b\d{1,2} ?[ap]\.?m\b`),
	regexp.MustCompile(`\b\d{1,2}(st|nd|rd|th)\b`),
	regexp.MustCompile(`\b(January|February|April|June|July|August|September|October|November|December)\b`),
	regexp.MustCompile(`(?i)\b(in|on|of|by|since|until|from|early|mid|late|last|next|this) ?-?(March|May)\b`),
	regexp.MustCompile(`(?i)\b(Jan|Feb|Mar|March|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.? \d|\d (Jan|Feb|Mar|March|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b`),
	regexp.MustCompile(`\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b`),
	regexp.MustCompile(`(?i)\b(yesterday|today|tonight|tomorrow)\b`),
	regexp.MustCompile(`(?i)\b(last|next|previous|following|same|that) (hour|night|day|morning|evening|afternoon|weekend|week|month|year|spring|summer|autumn|fall|winter)\b`),
	regexp.MustCompile(`(?i)\b(hours?|nights?|days?|weeks?|months?|years?) (later|ago|earlier|before|after|on)\b`),
	regexp.MustCompile(`(?i)\bin (the )?(spring|summer|autumn|fall|winter)\b|\b(spring|summer|autumn|fall|winter) of\b`),
}

// leakedDate is the first thing in a text that gives a date away, or "".
func leakedDate(text string) string {
	found, first := "", len(text)
	for _, pattern := range datePatterns {
		if place := pattern.FindStringIndex(text); place != nil && place[0] < first {
			found, first = text[place[0]:place[1]], place[0]
		}
	}
	return found
}

// inEnglish reports whether the case is written in English; what is known here
// about words holds for that language alone.
func (c *Case) inEnglish() bool {
	return c.Language == "en" || strings.HasPrefix(c.Language, "en-")
}

// leaks checks the headings over what has to be put in time: event cards, and
// sources that are to be dated. A prompt or hint may name the month that all
// windows lie in.
func (k *checker) leaks() {
	if !k.c.inEnglish() {
		return
	}
	for i, e := range k.c.Events {
		k.noDate(at("events", i)+".title", e.Title)
	}
	for i, r := range k.c.Rooms {
		for j, p := range r.Puzzles {
			if p.Kind != DatePuzzle {
				continue
			}
			path := at(at("rooms", i)+".puzzles", j)
			k.noDate(path+".title", p.Title)
			id, _, _ := SplitRef(p.Source)
			for l, s := range k.c.Sources {
				if s.ID == id {
					k.noDate(at("sources", l)+".title", s.Title)
					k.noDate(at("sources", l)+".lead", s.Lead)
				}
			}
		}
	}
}

func (k *checker) noDate(path, text string) {
	if leak := leakedDate(text); leak != "" {
		k.say(path, "say it without the date", "%q gives the date away", leak)
	}
}
