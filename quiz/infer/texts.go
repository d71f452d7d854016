package infer

import (
	"fmt"
	"strings"
	"time"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
)

// texts are the standard texts of one language.
type texts struct {
	somebody, and string

	// A beat's title and short title, from its day.
	day, short func(t time.Time) string

	// Why something was supported, with the names of those who speak or don't.
	whyPrank, whyDenied, whyReal, whySilent, whySome, whyNobody string
	// What would change it.
	changesPrank, changesDenied, changesReal, changesSilent, changesNobody string

	rooms   map[casefile.RoomKind]room
	puzzles map[casefile.PuzzleKind]question
	known   question // an order by when things became known
}

type room struct{ title, intro string }

type question struct{ title, prompt, why string }

var allTexts = map[string]*texts{"en": &english, "de": &german, "es": &spanish}

// textsIn returns the texts of a language, or nil where there are none. A tag such as
// en-GB counts as en.
func textsIn(tag string) *texts {
	language, _, _ := strings.Cut(tag, "-")
	return allTexts[language]
}

var english = texts{
	somebody: "somebody", and: "and",
	day:   func(t time.Time) string { return t.Format("Monday, 2 January 2006") },
	short: func(t time.Time) string { return t.Format("2 Jan") },

	whyPrank:  "It was made up: that is the word of %s.",
	whyDenied: "It is not so: that is the word of %s. Nothing has settled it yet.",
	whyReal:   "Everybody who can know says so: %s. Nobody has said no.",
	whySilent: "Nobody who can know has said so yet. Not a word from %s.",
	whySome:   "There is the word of %s. From %s, who can know too, there is none yet.",
	whyNobody: "So far nobody speaks who can know.",

	changesPrank:  "Proof that it was not made up after all.",
	changesDenied: "Proof, or a side that takes its word back.",
	changesReal:   "Somebody who can know and says no.",
	changesSilent: "A word from %s.",
	changesNobody: "A word from somebody who can know.",

	rooms: map[casefile.RoomKind]room{
		casefile.Desk:      {"The Desk", "Read what comes in, and say what it shows."},
		casefile.Timeline:  {"The Timeline", "Put the cards in order."},
		casefile.Lab:       {"The Source Lab", "Look closely at who says what, and where they have it from."},
		casefile.Retelling: {"The Retelling", "Later somebody tells the story again."},
	},
	puzzles: map[casefile.PuzzleKind]question{
		puzzle.KindOrder: {"What happened when?", "Put the events in the order in which they happened.", "What happens first need not be told first."},
		puzzle.KindWeigh: {"What weighs most?", "Put these in order, from the strongest to the weakest.", "Who was there counts more than who heard of it."},
		puzzle.KindDate:  {"When was it written?", "Choose when it was written, and mark what gives it away.", "What a page knows shows when it was written, and so does what it does not know."},
		puzzle.KindTrace: {"Where does it come from?", "Pull the cord from the report to what it rests on. Hang up whoever else says so.", "Many reports can rest on one voice. Count the voices and not the reports."},
		puzzle.KindSpot:  {"Two accounts", "Where do the two differ, and is one of them better supported there?", "Two accounts can agree on much and differ on one thing."},
		puzzle.KindSlips: {"Find the slips", "Mark every slip.", "Told later, a story changes."},
		puzzle.KindWho:   {"Who said it?", "Whose words are these?", "Who writes and who is quoted can be two people."},
	},
	known: question{"What was known when?", "Put the events in the order in which they became known.", "What happened first need not have been known first."},
}

var german = texts{
	somebody: "jemand", and: "und",
	day: func(t time.Time) string {
		return fmt.Sprintf("%s, %d. %s %d", germanDays[t.Weekday()], t.Day(), germanMonths[t.Month()-1], t.Year())
	},
	short: func(t time.Time) string { return t.Format("2.1.") },

	whyPrank:  "Es war erfunden: Das ist das Wort von %s.",
	whyDenied: "Es ist nicht so: Das ist das Wort von %s. Noch hat es nichts geklärt.",
	whyReal:   "Alle, die es wissen können, sagen es: %s. Niemand widerspricht.",
	whySilent: "Niemand, der es wissen kann, hat es bisher gesagt. Kein Wort von %s.",
	whySome:   "Dafür steht das Wort von %s. Von %s fehlt es noch, obwohl man es dort auch wissen kann.",
	whyNobody: "Bisher spricht niemand, der es wissen kann.",

	changesPrank:  "Ein Beweis, dass es doch nicht erfunden war.",
	changesDenied: "Ein Beweis, oder eine Seite, die ihr Wort zurücknimmt.",
	changesReal:   "Jemand, der es wissen kann und nein sagt.",
	changesSilent: "Ein Wort von %s.",
	changesNobody: "Ein Wort von jemandem, der es wissen kann.",

	rooms: map[casefile.RoomKind]room{
		casefile.Desk:      {"Der Schreibtisch", "Lies, was hereinkommt, und sag, was es zeigt."},
		casefile.Timeline:  {"Die Zeitleiste", "Bring die Karten in die richtige Reihenfolge."},
		casefile.Lab:       {"Das Quellenlabor", "Sieh genau hin, wer was sagt und woher er es hat."},
		casefile.Retelling: {"Die Nacherzählung", "Später erzählt jemand die Geschichte noch einmal."},
	},
	puzzles: map[casefile.PuzzleKind]question{
		puzzle.KindOrder: {"Was geschah wann?", "Bring die Ereignisse in die Reihenfolge, in der sie geschahen.", "Was zuerst geschieht, wird nicht immer zuerst erzählt."},
		puzzle.KindWeigh: {"Was wiegt am meisten?", "Ordne vom Stärksten zum Schwächsten.", "Wer dabei war, zählt mehr als wer davon gehört hat."},
		puzzle.KindDate:  {"Wann wurde das geschrieben?", "Wähle, wann es geschrieben wurde, und markiere, was es verrät.", "Was eine Seite weiß und was sie nicht weiß, verrät, wann sie geschrieben wurde."},
		puzzle.KindTrace: {"Woher kommt das?", "Zieh die Schnur vom Bericht zu dem, worauf er beruht. Häng auch auf, wer sonst noch dasselbe sagt.", "Viele Berichte können auf einer Stimme beruhen. Zähl die Stimmen und nicht die Berichte."},
		puzzle.KindSpot:  {"Zwei Darstellungen", "Wo unterscheiden sich die beiden, und ist eine von ihnen dort besser belegt?", "Zwei Darstellungen können in vielem gleich sein und in einem nicht."},
		puzzle.KindSlips: {"Finde die Fehler", "Markiere jeden Fehler.", "Später erzählt, verändert sich eine Geschichte."},
		puzzle.KindWho:   {"Wer hat das gesagt?", "Von wem sind diese Worte?", "Wer schreibt und wer zitiert wird, können zwei Leute sein."},
	},
	known: question{"Was wusste man wann?", "Bring die Ereignisse in die Reihenfolge, in der sie bekannt wurden.", "Was zuerst geschah, war nicht immer zuerst bekannt."},
}

var (
	germanDays   = [...]string{"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"}
	germanMonths = [...]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"}
)
