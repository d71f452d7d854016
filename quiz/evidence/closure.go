package evidence

// TransitiveClosure closes an order transitively: where a comes before b and b
// before c, a comes before c. before[i][j] says that i comes before j; it is
// square and changed in place, by Warshall's algorithm.
func TransitiveClosure(before [][]bool) {
	for via := range before {
		for i := range before {
			if !before[i][via] {
				continue
			}
			for j := range before {
				before[i][j] = before[i][j] || before[via][j]
			}
		}
	}
}
