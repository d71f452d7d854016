// Command program stands in for the game in the site's tests. It collects garbage, which
// needs the tables of its functions, and with an argument it panics.
package main

import (
	"os"
	"runtime"
)

type list struct{ next *list }

func main() {
	deep(100)
	if len(os.Args) > 1 {
		panic(os.Args[1])
	}
}

// deep collects garbage with a deep stack, grown on the way.
func deep(n int) *list {
	if n == 0 {
		runtime.GC()
		return nil
	}
	return &list{deep(n - 1)}
}
