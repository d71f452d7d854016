package authoring

import (
	"math"
	"slices"
	"strings"
	"testing"

	"holdtheline/quiz/casefile"
)

func TestLeakedDate(t *testing.T) {
	leaks := map[string]string{
		"The law of 2013":                        "2013",
		"Music of the 1980s":                     "1980s",
		"Spokesman denies it on 15 September":    "September",
		"Denied on the 15th":                     "15th",
		"A post on 14/9":                         "14/9",
		"A post at 15:11":                        "15:11",
		"A post at 3 pm":                         "3 pm",
		"It ends in May":                         "in May",
		"May 3: it ends":                         "May 3",
		"Early March brings a letter":            "Early March",
		"A letter of 3 Mar":                      "3 Mar",
		"He calls on Thursday":                   "Thursday",
		"Sundays are quiet":                      "Sundays",
		"Yesterday’s news":                       "Yesterday",
		"He will call tomorrow":                  "tomorrow",
		"Last week he denied it":                 "Last week",
		"The next day they confess":              "next day",
		"Ten days later the phone rings again":   "days later",
		"Two years ago there was a letter":       "years ago",
		"The call comes in the summer":           "in the summer",
		"In autumn the phone rings":              "In autumn",
		"They confess that morning":              "that morning",
		"John posts, and a day after he deletes": "day after",

		"He calls on monday":                    "monday",
		"HE CALLS ON MONDAY":                    "MONDAY",
		"The tuesday call":                      "tuesday",
		"He calls on Thurs":                     "on Thurs",
		"Denied in september":                   "september",
		"A letter in august":                    "in august",
		"Denied in Sept.":                       "in Sept",
		"A letter of mid-Nov":                   "mid-Nov",
		"Gone since march":                      "since march",
		"May the fourth":                        "May the fourth",
		"A call at Christmas":                   "Christmas",
		"The christmas call":                    "christmas",
		"New Year’s Eve call":                   "New Year",
		"A call on new year's day":              "new year",
		"Posted on Valentine’s Day":             "Valentine’s Day",
		"Posted on April Fools’ Day":            "April",
		"They confess at Easter":                "at Easter",
		"They confess before lent":              "before lent",
		"A post on Halloween":                   "Halloween",
		"The parade on Victory Day":             "Victory Day",
		"Denied on the eighth":                  "on the eighth",
		"The eighth: a denial":                  "The eighth",
		"Denied on the twenty-first":            "on the twenty-first",
		"Denied on the first":                   "on the first",
		"Denied on the second, confessed later": "on the second",
		"By the third, all have heard":          "By the third",
		"The first of the month":                "The first of the month",
		"Denied on the 8TH":                     "8TH",
		"A law of two thousand and thirteen":    "of two thousand and thirteen",
		"The law since twenty fifteen":          "since twenty fifteen",
		"A letter from nineteen eighty-four":    "from nineteen eighty-four",
		"The summer of ’15":                     "summer of",
		"Music of the ’80s":                     "’80s",
		"Music of the eighties":                 "the eighties",
		"He phones this morning":                "this morning",
		"The morning after":                     "morning after",
		"A fortnight later":                     "fortnight later",
		"After three days they confess":         "After three days",
		"A call at midnight":                    "at midnight",
		"The noon call":                         "noon",
		"A midnight phone call":                 "midnight",
		"The law of MMXIII":                     "MMXIII",
		"MCMXVIII: a cable":                     "MCMXVIII",
		"A call at half past nine":              "half past nine",
		"He rings at nine in the evening":       "at nine in the evening",
		"Silence during the summer":             "during the summer",
		"Early summer brings a letter":          "Early summer",
		"A call in late autumn":                 "in late autumn",
		"He calls on\u00a0  monday":             "monday",
		"He calls last\u00a0week":               "last week",
	}
	for title, want := range leaks {
		if got := leakedDate(title); got != want {
			t.Errorf("%q: %q gives it away, want %q", title, got, want)
		}
	}
	for _, title := range []string{
		"Two performers confess", "The march in the capital", "He may have phoned", "May he call?", "Mark posts a photo",
		"The Sun prints the story", "A thousand calls", "The BBC asks him", "It is the 10 o’clock news", "A second call",
		"John springs a surprise", "Room 101 is empty", "They fall silent", "Jan Novak posts it",

		"This may be a joke", "It may march on", "They march on the capital", "A march by night", "March to the Kremlin",
		"An august body denies it", "A photo of Jan", "The sun comes out", "He sat on it", "They are wed at last", "A wedding",
		"The first call", "On the second call he laughs", "By the third caller he knows", "The first of two calls",
		"A second of silence", "One of the first to know", "For the first time he speaks", "The eighth caller",
		"The fourth-largest paper", "The tenth caller’s name", "Twenty fifteen-year-olds write", "Two thousand letters arrive",
		"A boat to Easter Island", "Christmas Island denies it", "The eastern press", "He lent his phone", "The advent of radio",
		"To this day nobody knows", "The day John phones", "The call of the day", "Spring water for sale", "They spring into action",
		"The falling price", "A winter coat", "He turns forty", "A man in his forties", "The nine o’clock news", "Half the country",
		"An MMA fighter denies it", "A lens of 50 MM", "MIX the two", "MDMA is found", "The afternoon paper", "MI5 denies it",
		"Both calls last three hours", "In three days of talks", "The Kremlin’s 2 denials", "A new yearbook", "He decides later",
	} {
		if got := leakedDate(title); got != "" {
			t.Errorf("%q: %q is no date", title, got)
		}
	}
}

func TestLeakedDatesInOtherLanguages(t *testing.T) {
	for language, leaks := range map[string]map[string]string{
		"de": {
			"Der Kreml dementiert am achten": "am achten", "Am vierzehnten, ganz früh": "Am vierzehnten", "Ein Brief vom einundzwanzigsten": "vom einundzwanzigsten",
			"Anruf an Heiligabend": "Heiligabend", "Ein Anruf am Karfreitag": "Karfreitag", "Die Weihnachtsfeier": "Weihnachtsfeier", "Anruf um Mitternacht": "Mitternacht",
			"Das Gesetz von zweitausenddreizehn": "zweitausenddreizehn", "Neunzehnhundertachtzehn": "Neunzehnhundertachtzehn", "Das Gesetz von MMXIII": "MMXIII",
			"Anruf im März": "März", "Gestern kam ein Brief": "Gestern", "Um 9 Uhr": "9 Uhr",
		},
		"es": {
			"Desmentido el día ocho": "día ocho", "El catorce, una carta": "El catorce", "Una carta del veintiuno": "del veintiuno", "Desmentido el 8": "el 8",
			"Llamada de Nochebuena": "Nochebuena", "Llama a mediodía": "mediodía", "La ley de dos mil trece": "dos mil trece", "La ley de MMXIII": "MMXIII",
			"Una carta en marzo": "marzo", "Ayer llegó una carta": "Ayer", "Hace tres días": "Hace tres días",
		},
	} {
		for title, want := range leaks {
			if got := leakedIn(language+"-XX", title); got != want {
				t.Errorf("%s, %q: %q gives it away, want %q", language, title, got, want)
			}
		}
	}
	for language, titles := range map[string][]string{
		"de": {"Am ersten Anruf hängt alles", "Am achten Platz steht er", "Ein Mittagessen mit Folgen", "Der Kreml dementiert", "Beim zweiten Anruf lacht er", "Die Osterinsel dementiert", "Zweitausend Briefe", "Er kommt zum ersten Mal"},
		"es": {"El primero en llamar", "Es el primero", "El uno y el otro", "Los dos confiesan", "Las ocho cartas del Kremlin", "Dos mil cartas", "El dos veces campeón", "Llama al teléfono"},
	} {
		for _, title := range titles {
			if got := leakedIn(language, title); got != "" {
				t.Errorf("%s, %q: %q is no date", language, title, got)
			}
		}
	}
}

func TestSentences(t *testing.T) {
	cases := []struct {
		text string
		want []string
	}{
		{"", nil},
		{"No end", []string{"No end"}},
		{"One. Two! Three? Four… Five", []string{"One.", "Two!", "Three?", "Four…", "Five"}},
		{"He said “No.” She left.", []string{"He said “No.”", "She left."}},
		{"Mr. Smith met Dr. Jones at 3.30 p.m. in St. Petersburg.", []string{"Mr. Smith met Dr. Jones at 3.30 p.m. in St. Petersburg."}},
		{"J. K. Smith called. Nobody answered.", []string{"J. K. Smith called.", "Nobody answered."}},
		{"A heading\n\nA text.", []string{"A heading", "A text."}},
		{"Wait... what?", []string{"Wait...", "what?"}},
		{"– . !", nil},
	}
	for _, c := range cases {
		if got := sentencesOf(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestWords(t *testing.T) {
	got := wordsOf("The well-known pair – “Vovan”/Lexus – called at 3, & he’d laugh.")
	want := []string{"The", "well-known", "pair", "“Vovan”", "Lexus", "called", "at", "3,", "he’d", "laugh."}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestSyllables(t *testing.T) {
	words := map[string]int{
		"call": 1, "phone": 1, "phoned": 1, "started": 2, "table": 2, "the": 1, "people": 2, "president": 3, "calls": 1,
		"messages": 3, "makes": 1, "comes": 1, "wanted": 2, "singer’s": 2, "2015": 1, "Kremlin": 2, "café": 2, "rhythm": 1,
		"September.": 3, "boxes": 2, "ages": 2, "evidence": 3,
	}
	for word, want := range words {
		if got := syllablesOf(word); got != want {
			t.Errorf("%s has %d syllables, want %d", word, got, want)
		}
	}
}

// TestGrade works the formula by hand for thirteen words in two sentences
// with sixteen syllables: 0.39 × 13/2 + 11.8 × 16/13 − 15.59.
func TestGrade(t *testing.T) {
	words, sentences, syllables := measure([]string{"The singer thanks the president for a call.", "Was there one at all?"})
	if words != 13 || sentences != 2 || syllables != 16 {
		t.Errorf("%d words, %d sentences, %d syllables", words, sentences, syllables)
	}
	if got, want := grade(13, 2, 16), 1.4681; math.Abs(got-want) > 0.001 {
		t.Errorf("grade %.4f, want %.4f", got, want)
	}
	easy, hard := "The cat sat on the mat.", "Notwithstanding institutional considerations, verification remains extraordinarily complicated."
	w, s, y := measure([]string{easy})
	if g := grade(w, s, y); g > 3 {
		t.Errorf("an easy sentence has grade %.1f", g)
	}
	w, s, y = measure([]string{hard})
	if g := grade(w, s, y); g < 15 {
		t.Errorf("a hard sentence has grade %.1f", g)
	}
}

func TestProseSkipsOtherLanguages(t *testing.T) {
	text := strings.Repeat("sehr ", 60) + "lang."
	for language, want := range map[string]int{"en": 1, "en-GB": 1, "de": 0, "enm": 0} {
		c := &casefile.Case{Language: language, Summary: text}
		if got := len(append(readPlaces(c), readProse(c)...)); got != want {
			t.Errorf("%s: %d problems, want %d", language, got, want)
		}
	}
}
