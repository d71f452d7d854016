package authoring

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"holdtheline/quiz/casefile"
)

// What a translation is held against of the rules for prose. Grades of reading are
// known for English alone; the length of what is read at a beat is held against the
// case's own.
const mostTimesAtBeat = 1.35

// readTranslated checks the prose of a case in another language than its own.
func readTranslated(original, in *casefile.Case) casefile.Problems {
	e := editor{c: in}
	e.leaks()
	e.sentences()
	for i, r := range in.Rooms {
		for j := range r.Beats {
			b, path := &r.Beats[j], fmt.Sprintf("rooms[%d].beats[%d]", i, j)
			was, _, _ := measure(textOf(original, &original.Rooms[i].Beats[j]))
			words, sentences, _ := measure(textOf(in, b))
			if most := mostTimesAtBeat * float64(was); float64(words) > most {
				e.say(casefile.Error, "translation-length", path, "say it more briefly", "a player reads %d words here, and %d in the case's own language", words, was)
			}
			if average := float64(words) / float64(max(sentences, 1)); average > mostWordsOnAverage {
				e.say(casefile.Error, "translation-length", path, "break up the longest sentences", "the sentences here have %.1f words on average, more than %d", average, mostWordsOnAverage)
			}
		}
	}
	return e.problems
}

// datesIn finds dates in words, by language. Of a language that isn't here only the
// years and hours are known.
var datesIn = map[string][]*regexp.Regexp{
	"de": {
		regexp.MustCompile(`(?i)\b(januar|jänner|februar|märz|april|juni|juli|august|september|oktober|november|dezember)\pL*`),
		regexp.MustCompile(`\bMai\b`),
		regexp.MustCompile(`(?i)\b\pL*((mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|wochenende)\pL*`),
		regexp.MustCompile(`(?i)(?:^|[^\pL])(gestern|vorgestern|heute|morgen früh|übermorgen)(?:$|[^\pL])`),
		regexp.MustCompile(`(?i)\b(letzten?|letzter|letztes|vorigen?|voriges|nächsten?|nächster|nächstes|kommenden?|kommendes|diesen?|dieser|dieses|selben?|folgenden?) (stunde|nacht|tag|tage|morgen|abend|woche|wochen|wochenende|monats?|jahre?s?|frühling|sommer|herbst|winter)(?:$|[^\pL])`),
		regexp.MustCompile(`(?i)\b(minuten?|stunden?|tage?|wochen?|monate?|jahre?) (später|zuvor|davor|danach)(?:$|[^\pL])`),
		regexp.MustCompile(`(?i)\bvor (einer|einem|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\d+) (minuten?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?)(?:$|[^\pL])`),
		regexp.MustCompile(`(?i)\b(im|seit|bis zum|ende|anfang|mitte) (frühling|frühjahr|sommer|herbst|winter)s?(?:$|[^\pL])`),
		regexp.MustCompile(`(?i)\b(weihnacht|pfingst|silvester|neujahr|advent|fasching|karneval)\pL*|\b(ostern|heiligabend|heilige[nr] abend|nikolaustag)(?:$|[^\pL])`),
		regexp.MustCompile(`(?i)\b(mittags?|mitternacht)(?:$|[^\pL])`),
		regexp.MustCompile(`(?i)\b(am|vom|zum|ab dem|seit dem) (` + germanOrdinals + `)` + phraseEnd),
		regexp.MustCompile(`(?i)\b(siebzehn|achtzehn|neunzehn)hundert\pL*|\bzweitausend\pL+`),
		regexp.MustCompile(`(?i)\b\d{1,2}([:.]\d\d)? ?uhr\b|\b\d{1,2}\. ?(\d{1,2}\.|\pL)`),
	},
	"es": {
		regexp.MustCompile(`(?i)\b(enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)\b`),
		regexp.MustCompile(`(?i)(?:^|[^\pL])(lunes|martes|miércoles|jueves|viernes|sábados?|domingos?|fin de semana)(?:$|[^\pL])`),
		regexp.MustCompile(`(?i)(?:^|[^\pL])(ayer|anteayer|hoy|pasado mañana|esta (mañana|tarde|noche))(?:$|[^\pL])`),
		regexp.MustCompile(`(?i)(?:^|[^\pL])(horas?|noches?|días?|semanas?|mes|meses|años?) (pasad[oa]s?|próxim[oa]s?|siguientes?|anterior(es)?|después|antes|más tarde)(?:$|[^\pL])`),
		regexp.MustCompile(`(?i)(?:^|[^\pL])(próxim[oa]|pasad[oa]|mism[oa]|est[ae]) (hora|noche|día|semana|mes|año|primavera|verano|otoño|invierno)(?:$|[^\pL])`),
		regexp.MustCompile(`(?i)\bhace (una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|\d+) (minutos?|horas?|días?|semanas?|mes(es)?|años?)(?:$|[^\pL])`),
		regexp.MustCompile(`(?i)\ben (la |el )?(primavera|verano|otoño|invierno)(?:$|[^\pL])`),
		regexp.MustCompile(`(?i)(?:^|[^\pL])(navidad(es)?|nochebuena|nochevieja|año nuevo|semana santa|pascuas?|pentecostés|carnaval(es)?|día de reyes)(?:$|[^\pL])`),
		regexp.MustCompile(`(?i)(?:^|[^\pL])(mediodía|medianoche)(?:$|[^\pL])`),
		regexp.MustCompile(`(?i)\bdía (uno|primero|` + spanishNumbers + `|\d{1,2})(?:$|[^\pL\d])|\b(el|del|al) (` + spanishNumbers + `|\d{1,2})` + phraseEnd),
		regexp.MustCompile(`(?i)\bmil (sete|ocho|nove)cientos\b|\bdos mil (uno|` + spanishNumbers + `)` + phraseEnd),
		regexp.MustCompile(`(?i)\ba las? (una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|\d{1,2})(?:$|[^\pL\d])|\b\d{1,2} de \pL`),
	},
}

// The days of the month in words, for patterns: German ones as they stand after am, and
// Spanish ones from the second on.
const (
	germanOrdinals = `ersten|zweiten|dritten|vierten|fünften|sechsten|siebten|siebenten|achten|neunten|zehnten|elften|zwölften|` +
		`(?:drei|vier|fünf|sech|sieb|acht|neun)zehnten|(?:(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und)?zwanzigsten|(?:einund)?dreißigsten`
	spanishNumbers = `dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieci(?:séis|siete|ocho|nueve)|` +
		`veinte|veinti(?:uno|dós|trés|cuatro|cinco|séis|siete|ocho|nueve)|treinta(?: y uno)?`
)

// datesInDigits finds dates that are written alike everywhere.
var datesInDigits = []*regexp.Regexp{
	regexp.MustCompile(`\b(1[7-9]|20)\d\d\b`),
	romanYear,
	regexp.MustCompile(`\b\d{1,2}[/.]\d{1,2}\b|\b\d{1,2}:\d\d\b`),
}

// leakedIn is leakedDate in another language.
func leakedIn(language, text string) string {
	language, _, _ = strings.Cut(language, "-")
	if language == "en" {
		return leakedDate(text)
	}
	found := firstOf(slices.Concat(datesIn[language], datesInDigits), strings.Join(strings.Fields(text), " "))
	return strings.TrimLeftFunc(found, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
