package spoken

import "strings"

// Months by their beginnings, which are different in their first three letters but for
// those listed in full.
var months = map[string]int{
	"jan": 1, "ene": 1, "feb": 2, "mar": 3, "mär": 3, "apr": 4, "abr": 4, "may": 5, "mai": 5, "jun": 6, "jul": 7, "aug": 8, "ago": 8,
	"sep": 9, "oct": 10, "okt": 10, "nov": 11, "dec": 12, "dez": 12, "dic": 12,
}

// longMonths are the months in full; a shorter word has to be one's beginning.
var longMonths = strings.Fields(`january february march april may june july august september october november december
	januar februar märz april mai juni juli august september oktober november dezember
	enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre`)

// monthOf returns the number of a month, or 0.
func monthOf(word string) int {
	word = strings.TrimSuffix(word, ".")
	runes := []rune(word)
	if len(runes) < 3 {
		return 0
	}
	for _, long := range longMonths {
		if strings.HasPrefix(long, word) || word == "sept" {
			return months[string(runes[:3])]
		}
	}
	return 0
}

var (
	qualifiers = map[string]string{
		"about": "~", "around": "~", "circa": "~", "ca.": "~", "ca": "~", "c.": "~", "approximately": "~", "etwa": "~", "ungefähr": "~", "um": "~", "hacia": "~", "aproximadamente": "~",
		"perhaps": "?", "maybe": "?", "probably": "?", "possibly": "?", "vielleicht": "?", "wohl": "?", "vermutlich": "?", "quizá": "?", "quizás": "?", "probablemente": "?",
	}
	thirds = map[string]string{
		"early": "early", "beginning": "early", "start": "early", "anfang": "early", "principios": "early", "comienzos": "early",
		"mid": "mid", "middle": "mid", "mitte": "mid", "mediados": "mid",
		"late": "late", "end": "late", "ende": "late", "finales": "late", "fines": "late",
	}
	seasons = map[string]int{
		"spring": 21, "frühling": 21, "frühjahr": 21, "primavera": 21, "summer": 22, "sommer": 22, "verano": 22,
		"autumn": 23, "fall": 23, "herbst": 23, "otoño": 23, "winter": 24, "invierno": 24,
	}
	hours     = map[string]int{"noon": 12, "midday": 12, "mittag": 12, "mittags": 12, "mediodía": 12, "midnight": 0, "mitternacht": 0, "medianoche": 0}
	centuries = []string{"century", "jahrhundert"}
	fillers   = strings.Fields("the of in on at der die das den dem des am im im a de del el la en gegen year jahr")
	weekdays  = strings.Fields(`monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
		montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lunes martes miércoles jueves viernes sábado domingo`)
	// Cities whose time is called after another one.
	cities = map[string]string{
		"washington": "new york", "washington dc": "new york", "boston": "new york", "san francisco": "los angeles", "kiev": "kyiv", "munich": "berlin", "münchen": "berlin",
		"hamburg": "berlin", "cologne": "berlin", "köln": "berlin", "bonn": "berlin", "moskau": "moscow", "rom": "rome", "wien": "vienna", "warschau": "warsaw", "prag": "prague",
		"lissabon": "lisbon", "brüssel": "brussels", "athen": "athens", "kopenhagen": "copenhagen", "londres": "london", "nueva york": "new york", "parís": "paris", "berlín": "berlin",
		"moscú": "moscow", "tokio": "tokyo", "peking": "shanghai", "beijing": "shanghai", "delhi": "kolkata", "new delhi": "kolkata", "brest": "paris",
	}
)
