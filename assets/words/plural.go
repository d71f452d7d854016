package words

import "strings"

// A Category is a plural form by the Unicode CLDR. It ends the key of a text that
// depends on a number: order.move.one, order.move.few.
type Category string

// The categories. Every language has Other.
const (
	Zero  Category = "zero"
	One   Category = "one"
	Two   Category = "two"
	Few   Category = "few"
	Many  Category = "many"
	Other Category = "other"
)

// A plural chooses the category of a whole number that is not negative.
type plural func(n int) Category

// pluralOf returns the rule of a language, given as a BCP 47 tag, for whole numbers, from
// CLDR's plural rules for cardinals. A form for millions, which Romance languages have,
// is left out: nothing here is counted so far. A map of functions would be code that
// fills it at every start, ten times as long.
func pluralOf(tag string) plural {
	primary, region, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(tag, "_", "-")), "-")
	switch primary {
	case "am", "as", "bn", "fa", "gu", "hi", "kn", "zu", "fr", "hy", "ln", "mg", "pa", "ti", "wa":
		return upToOne
	case "pt":
		if region != "pt" {
			return upToOne
		}
	case "be", "ru", "uk":
		return russian
	case "bs", "hr", "sh", "sr":
		return serbian
	case "cs", "sk":
		return czech
	case "sl", "dsb", "hsb":
		return slovene
	case "ar", "ars":
		return arabic
	case "he", "iw":
		return hebrew
	case "pl":
		return polish
	case "lt":
		return lithuanian
	case "lv":
		return latvian
	case "ro", "mo":
		return romanian
	case "ga":
		return irish
	case "gd":
		return gaelic
	case "cy":
		return welsh
	case "is":
		return icelandic
	case "fil", "tl":
		return filipino
	case "id", "ja", "km", "ko", "lo", "ms", "my", "th", "vi", "zh":
		return otherAlone
	}
	return oneOther // every language that isn't named
}

// Plural returns the category of a number in a language, given as a BCP 47 tag. A
// negative number has that of its opposite.
func Plural(tag string, n int) Category { return pluralOf(tag)(max(n, -n)) }

// Categories lists those that whole numbers can have in a language, in CLDR's order.
func Categories(tag string) []Category {
	rule, there := pluralOf(tag), map[Category]bool{}
	for n := range 200 { // every rule looks at two digits at most, and at the smallest numbers
		there[rule(n)] = true
	}
	var all []Category
	for _, c := range []Category{Zero, One, Two, Few, Many, Other} {
		if there[c] || c == Other {
			all = append(all, c)
		}
	}
	return all
}

func within(n, least, most int) bool { return n >= least && n <= most }

func oneOther(n int) Category {
	if n == 1 {
		return One
	}
	return Other
}

func upToOne(n int) Category {
	if n <= 1 {
		return One
	}
	return Other
}

func otherAlone(int) Category { return Other }

func russian(n int) Category {
	switch {
	case n%10 == 1 && n%100 != 11:
		return One
	case within(n%10, 2, 4) && !within(n%100, 12, 14):
		return Few
	}
	return Many
}

func serbian(n int) Category {
	if c := russian(n); c != Many {
		return c
	}
	return Other
}

func polish(n int) Category {
	if c := russian(n); c == Few || n == 1 {
		return c
	}
	return Many
}

func czech(n int) Category {
	switch {
	case n == 1:
		return One
	case within(n, 2, 4):
		return Few
	}
	return Other
}

func slovene(n int) Category {
	switch n % 100 {
	case 1:
		return One
	case 2:
		return Two
	case 3, 4:
		return Few
	}
	return Other
}

func lithuanian(n int) Category {
	switch {
	case within(n%100, 11, 19):
		return Other
	case n%10 == 1:
		return One
	case n%10 != 0:
		return Few
	}
	return Other
}

func latvian(n int) Category {
	switch {
	case n%10 == 0 || within(n%100, 11, 19):
		return Zero
	case n%10 == 1:
		return One
	}
	return Other
}

func romanian(n int) Category {
	switch {
	case n == 1:
		return One
	case n == 0 || within(n%100, 1, 19):
		return Few
	}
	return Other
}

func arabic(n int) Category {
	switch {
	case n == 0:
		return Zero
	case n == 1:
		return One
	case n == 2:
		return Two
	case within(n%100, 3, 10):
		return Few
	case within(n%100, 11, 99):
		return Many
	}
	return Other
}

func hebrew(n int) Category {
	switch n {
	case 1:
		return One
	case 2:
		return Two
	}
	return Other
}

func irish(n int) Category {
	switch {
	case n == 1:
		return One
	case n == 2:
		return Two
	case within(n, 3, 6):
		return Few
	case within(n, 7, 10):
		return Many
	}
	return Other
}

func gaelic(n int) Category {
	switch {
	case n == 1 || n == 11:
		return One
	case n == 2 || n == 12:
		return Two
	case within(n, 3, 19):
		return Few
	}
	return Other
}

func welsh(n int) Category {
	switch n {
	case 0:
		return Zero
	case 1:
		return One
	case 2:
		return Two
	case 3:
		return Few
	case 6:
		return Many
	}
	return Other
}

func icelandic(n int) Category {
	if n%10 == 1 && n%100 != 11 {
		return One
	}
	return Other
}

func filipino(n int) Category {
	if d := n % 10; d != 4 && d != 6 && d != 9 {
		return One
	}
	return Other
}
