package main

import (
	"slices"
	"strconv"
	"strings"
)

// identity is the file itself, in no coding.
const identity = "identity"

// extensions are those of the compressed twins, by their coding.
var extensions = map[string]string{"br": ".br", "gzip": ".gz", identity: ""}

// unasked is the weight, in thousandths, of the file itself where a browser
// doesn't say: it will do, but anything asked for comes first.
const unasked = 0.5

// acceptable lists the codings that a browser takes, the one it likes best
// first, by its Accept-Encoding headers as RFC 9110, section 12.5.3, has them.
// Of codings that it likes equally the smallest comes first. The list is empty
// where nothing will do.
func acceptable(headers []string) []string {
	weights := map[string]float64{} // in thousandths, by the first mention of each
	for entry := range strings.SplitSeq(strings.Join(headers, ","), ",") {
		coding, parameters, _ := strings.Cut(entry, ";")
		coding = strings.ToLower(strings.Trim(coding, " \t"))
		if coding == "x-gzip" {
			coding = "gzip"
		}
		if _, twice := weights[coding]; !twice {
			weights[coding] = weight(parameters)
		}
	}
	star, starred := weights["*"]
	var codings []string
	for _, coding := range []string{"br", "gzip", identity} {
		w, named := weights[coding]
		switch {
		case named:
		case starred && (coding != identity || star == 0):
			w = star
		case coding == identity:
			w = unasked
		}
		if weights[coding] = w; w > 0 {
			codings = append(codings, coding)
		}
	}
	slices.SortStableFunc(codings, func(a, b string) int {
		switch {
		case weights[a] > weights[b]:
			return -1
		case weights[a] < weights[b]:
			return 1
		}
		return 0
	})
	return codings
}

// weight reads the parameter q of a coding, in thousandths. What isn't a weight
// counts as none.
func weight(parameters string) float64 {
	key, value, found := strings.Cut(parameters, "=")
	if !found || !strings.EqualFold(strings.Trim(key, " \t"), "q") {
		return 1000
	}
	whole, fraction, _ := strings.Cut(strings.Trim(value, " \t"), ".")
	if len(whole) != 1 || len(fraction) > 3 {
		return 0
	}
	n, err := strconv.ParseUint(whole+fraction+"000"[len(fraction):], 10, 16)
	if err != nil || n > 1000 {
		return 0
	}
	return float64(n)
}
