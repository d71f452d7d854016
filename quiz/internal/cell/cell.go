package cell

import "strings"

// Safe keeps a spreadsheet from running a cell as a formula. The dangerous first
// characters are those of OWASP's page on CSV injection.
func Safe(cell string) string {
	if cell == "" || !strings.ContainsRune("=+-@\t\r", rune(cell[0])) || plainNumber(cell) {
		return cell
	}
	return "'" + cell
}

// plainNumber reports whether a cell is a number without an exponent, as strconv
// writes them with the format 'f'. Package regexp would add 5 % to the download.
func plainNumber(cell string) bool {
	whole, part, pointed := strings.Cut(strings.TrimPrefix(cell, "-"), ".")
	digits := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	return digits(whole) && (!pointed || digits(part))
}
