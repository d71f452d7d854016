package tree

// Nearest returns the option that was most likely meant by word, or "" when none
// is near enough. Ties go to the option listed first.
func Nearest(word string, options []string) string {
	best, bestDistance := "", len(word)/3+2
	for _, option := range options {
		if d := distance([]rune(word), []rune(option)); d < bestDistance && d < len(option) {
			best, bestDistance = option, d
		}
	}
	return best
}

// distance returns the number of letters to insert, delete, replace or swap with
// a neighbour to turn a into b (optimal string alignment distance).
func distance(a, b []rune) int {
	const longest = 64 // names are short; a longer word is no misspelling of one
	if len(a) > longest || len(b) > longest {
		return max(len(a), len(b))
	}
	var before []int
	last := make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row := make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			replace := last[j-1]
			if a[i-1] != b[j-1] {
				replace++
			}
			row[j] = min(last[j]+1, row[j-1]+1, replace)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}
