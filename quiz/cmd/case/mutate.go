package main

import (
	"fmt"
	"io"
	"text/tabwriter"

	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/mutation"
)

// runMutate prints for every file how many changes the checks catch, and lists
// those that they miss.
func runMutate(args []string, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		return wrongUsage(stderr, "mutate needs at least one file")
	}
	code := exitOK
	for _, file := range args {
		if isCompiled(file) {
			fmt.Fprintf(stderr, "%s: a compiled case lacks what its stamps follow from\n    → name the YAML that it was built from\n", file)
			code = exitWrong
			continue
		}
		c, ok := loadCase(file, stderr)
		if !ok {
			code = exitWrong
			continue
		}
		tallies, err := mutation.Run(c, authoring.Check)
		if err != nil {
			fmt.Fprintf(stderr, "%s: %v\n", file, err)
			code = exitWrong
			continue
		}
		code = max(code, writeTallies(file, tallies, stdout, stderr))
	}
	return code
}

func writeTallies(file string, tallies []mutation.Tally, stdout, stderr io.Writer) int {
	table := tabwriter.NewWriter(stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintf(table, "%s\nchange\tmade\tcaught\t\twhat it does\n", file)
	for _, t := range tallies {
		fmt.Fprintf(table, "%s\t%d\t%d\t%d %%\t%s\n", t.Kind, t.Made, t.Caught, int(100*t.Share()), t.Kind.Doc())
	}
	err := table.Flush()
	for _, t := range tallies {
		for _, missed := range t.Missed {
			fmt.Fprintf(stdout, "not caught: %s\n", missed)
		}
	}
	if err != nil {
		fmt.Fprintf(stderr, "case: the output can't be written: %v\n    → check the disk and the pipe it goes to\n", err)
		return exitWrong
	}
	return exitOK
}
