package main

import (
	"slices"
	"strings"
	"testing"
)

func TestAcceptableCodings(t *testing.T) {
	for header, want := range map[string]string{
		"":                                 "identity",
		"gzip, deflate, br, zstd":          "br gzip identity",
		"gzip":                             "gzip identity",
		"x-gzip":                           "gzip identity",
		"GZIP;Q=0.5":                       "gzip identity",
		" br ; q = 0.2 ,\tgzip;q=0.8":      "gzip br identity",
		"br;q=0.5, gzip;q=0.5":             "br gzip identity",
		"br;q=0.001":                       "br identity",
		"identity":                         "identity",
		"identity;q=0.7, br;q=0.2":         "identity br",
		"identity;q=0, gzip":               "gzip",
		"identity;q=0":                     "",
		"*":                                "br gzip identity",
		"*;q=0":                            "",
		"*;q=0, identity":                  "identity",
		"*;q=0, gzip;q=0.1":                "gzip",
		"br;q=0, *":                        "gzip identity",
		"br;q=0, gzip;q=0.0":               "identity",
		"br;q=nonsense":                    "identity",
		"br;q=Inf, gzip;q=1e3":             "identity",
		"br;q=1.001, gzip;q=2":             "identity",
		"br;q=-1, gzip;q=0.0001":           "identity",
		"br;q=1.000, gzip;level=9":         "br gzip identity",
		"brotli, gzipped, br2":             "identity",
		";;;,,,=;q=1":                      "identity",
		"br;q=0, br":                       "identity",
		"deflate;q=1, zstd;q=0.9, gzip;q=": "identity",
	} {
		if got := strings.Join(acceptable([]string{header}), " "); got != want {
			t.Errorf("Accept-Encoding: %q accepts %q, want %q", header, got, want)
		}
	}
	if got := acceptable([]string{"gzip", "br"}); !slices.Equal(got, []string{"br", "gzip", identity}) {
		t.Errorf("in two headers: %q", got)
	}
	if got := acceptable(nil); !slices.Equal(got, []string{identity}) {
		t.Errorf("without a header: %q", got)
	}
}

// The first mention of a coding counts, whatever follows.
func FuzzAcceptEncoding(f *testing.F) {
	for _, seed := range []string{"", "gzip, br", "*;q=0", "identity;q=0,*", "br;q=0.999;q=0", "\x00;q=\xff", ",,;=,"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, header string) {
		for prefix, holds := range map[string]func([]string) bool{
			"":              func([]string) bool { return true },
			"br;q=0,":       func(got []string) bool { return !slices.Contains(got, "br") },
			"gzip;q=0,":     func(got []string) bool { return !slices.Contains(got, "gzip") },
			"identity;q=0,": func(got []string) bool { return !slices.Contains(got, identity) },
			"br,":           func(got []string) bool { return got[0] == "br" },
			"br;q=0,gzip;q=0,identity;q=0,": func(got []string) bool {
				return len(got) == 0
			},
		} {
			got := acceptable([]string{prefix + header})
			if !holds(got) {
				t.Errorf("Accept-Encoding: %q accepts %q", prefix+header, got)
			}
			for i, coding := range got {
				if _, known := extensions[coding]; !known || slices.Contains(got[:i], coding) {
					t.Errorf("Accept-Encoding: %q accepts %q", prefix+header, got)
				}
			}
		}
	})
}
