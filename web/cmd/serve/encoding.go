package main

import (
	"slices"
	"strconv"
	"strings"
)

// identity is the coding of a file that isn't compressed.
const identity = "identity"

// extensions are those of the compressed copies, by coding.
var extensions = map[string]string{"br": ".br", "gzip": ".gz", identity: ""}

// unasked is the weight, in thousandths, of identity where a browser doesn't name
// it: acceptable, but after any coding that it names.
const unasked = 0.5

// acceptable lists the codings that Accept-Encoding headers allow, the preferred
// one first: RFC 9110, section 12.5.3. At equal weights the one that compresses
// best comes first. The list is empty if none is acceptable.
func acceptable(headers []string) []string {
	weights := map[string]float64{} // in thousandths; the first mention counts
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

// weight parses the parameter q of a coding, in thousandths: 1000 without one, 0
// if it is malformed.
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
