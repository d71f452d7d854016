package authoring

import (
	"fmt"
	"regexp"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
)

// A card must not say when it happened, or the order is given away. These
// patterns find dates in English words. May, March and the short names of
// months and days are common words too, so they count only where they are
// used as dates.
var datePatterns = []*regexp.Regexp{
	regexp.MustCompile(`\b(1[7-9]|20)\d\d(s|\b)`),
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

// leaks checks the headings over what has to be put in time: event cards, and
// sources that are to be dated. A prompt or hint may name the month that all
// windows lie in.
func (e *editor) leaks() {
	for i, event := range e.c.Events {
		e.noDate(fmt.Sprintf("events[%d].title", i), event.Title)
	}
	for i, r := range e.c.Rooms {
		for j, p := range r.Puzzles {
			if p.Kind != puzzle.KindDate {
				continue
			}
			e.noDate(fmt.Sprintf("rooms[%d].puzzles[%d].title", i, j), p.Title)
			id, _, _ := casefile.SplitRef(p.Source)
			for l, s := range e.c.Sources {
				if s.ID == id {
					e.noDate(fmt.Sprintf("sources[%d].title", l), s.Title)
					e.noDate(fmt.Sprintf("sources[%d].lead", l), s.Lead)
				}
			}
		}
	}
}

func (e *editor) noDate(path, text string) {
	if leak := leakedDate(text); leak != "" {
		e.say(path, "say it without the date", "%q gives the date away", leak)
	}
}
