package infer

import (
	"strconv"
	"strings"
	"sync"
	"time"

	"holdtheline/assets/words"
)

// texts are the usual texts in one language. They stand in the catalogue with the other
// words of a kind of puzzle or room, under keys that begin with usual.
type texts struct{ catalogue *words.Catalogue }

// catalogues are those of the languages that can be chosen, by tag. They are read once:
// a case is completed at every change of it.
var catalogues = sync.OnceValue(func() map[string]*words.Catalogue {
	all := map[string]*words.Catalogue{}
	for _, tag := range words.Languages() {
		if c, err := words.Load(tag); err == nil {
			all[tag] = c
		}
	}
	return all
})

// textsIn returns the texts of a language, or nil where there are none. A tag such as
// en-GB counts as en.
func textsIn(tag string) *texts {
	language, _, _ := strings.Cut(tag, "-")
	if c := catalogues()[language]; c != nil {
		return &texts{c}
	}
	return nil
}

// say returns the usual text of a key, or "" for what has none, such as a kind that
// doesn't exist.
func (t *texts) say(key string, args ...any) string {
	if !t.catalogue.Has(key) {
		return ""
	}
	return t.catalogue.Say(key, args...)
}

// day names a day as the title of a beat.
func (t *texts) day(d time.Time) string {
	weekdays := strings.Split(t.say("usual.weekdays"), ", ")
	return t.say("usual.day", "weekday", weekdays[int(d.Weekday())%len(weekdays)], "day", d.Day(), "month", t.catalogue.Dates().MonthsLong[d.Month()-1], "year", strconv.Itoa(d.Year()))
}

// short names a day in the line at the top.
func (t *texts) short(d time.Time) string {
	return t.say("usual.short", "day", d.Day(), "month", t.catalogue.Dates().MonthsShort[d.Month()-1])
}
