package cell

import "testing"

func TestSafe(t *testing.T) {
	for cell, want := range map[string]string{
		"":                  "",
		"plain":             "plain",
		"-6":                "-6",
		"-0.5":              "-0.5",
		"=1+1":              "'=1+1",
		"+1":                "'+1",
		"-1+1":              "'-1+1",
		"-":                 "'-",
		"@SUM(A1)":          "'@SUM(A1)",
		"\t=1":              "'\t=1",
		"\r=1":              "'\r=1",
		`["=1"]`:            `["=1"]`,
		"-1e5":              "'-1e5",
		"'=1":               "'=1",
		"=cmd|' /C calc'!A": "'=cmd|' /C calc'!A",
	} {
		if got := Safe(cell); got != want {
			t.Errorf("%q becomes %q, want %q", cell, got, want)
		}
	}
}
