package ui

import "strings"

// RightToLeft tells whether a language, given as a BCP 47 tag, is written from right to
// left: by its script if the tag names one, else by the one that it is usually written in.
func RightToLeft(lang string) bool {
	parts := strings.Split(strings.ToLower(strings.ReplaceAll(lang, "_", "-")), "-")
	for _, part := range parts[1:] {
		if len(part) == 4 && part[0] > '9' { // a script has four letters
			return strings.Contains(" adlm arab aran hebr mand mend nkoo rohg samr syrc thaa ", " "+part+" ")
		}
	}
	return strings.Contains(" ar arc ars arz ckb dv fa he iw ks nqo prs ps sd sdh syr ug ur yi ", " "+parts[0]+" ")
}

// Direction is how a language is written, as the attribute dir has it.
func Direction(lang string) string {
	if RightToLeft(lang) {
		return "rtl"
	}
	return "ltr"
}
