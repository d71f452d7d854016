package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"holdtheline/quiz/internal/quote"
	"holdtheline/quiz/puzzle"
)

// runMark marks one answer and writes the mark and its parts as JSON.
func runMark(args []string, stdout, stderr io.Writer) int {
	if len(args) != 3 {
		return wrongUsage(stderr, "mark needs a file, the id of a puzzle or verdict, and an answer as one JSON argument")
	}
	c, ok := loadCase(args[0], stderr)
	if !ok {
		return exitWrong
	}
	set := puzzle.New(c)
	item, ok := set.Item(args[1])
	if !ok {
		fmt.Fprintf(stderr, "case: %s has nothing to answer that is called %q\n    → use one of these, the nearest first: %s\n",
			args[0], quote.Short(args[1]), strings.Join(nearestFirst(args[1], set), ", "))
		return exitWrong
	}
	mark, err := item.Mark(json.RawMessage(args[2]))
	if err != nil {
		fmt.Fprintf(stderr, "case: %v\n    → give the answer as one argument in single quotes, so that the shell leaves it alone\n", err)
		return exitWrong
	}
	return writeJSON(mark, stdout, stderr)
}

// writeJSON writes a value as indented JSON.
func writeJSON(v any, stdout, stderr io.Writer) int {
	data, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		fmt.Fprintf(stderr, "case: %v\n", err)
		return exitWrong
	}
	return write(append(data, '\n'), stdout, stderr)
}

// nearestFirst returns the ids of a set's items, the most similar to the one asked
// for first; equally similar ones are in playing order.
func nearestFirst(asked string, set *puzzle.Set) []string {
	const longest = 64 // no id is that long, and a longer word is like none of them
	asked = asked[:min(len(asked), longest)]
	var ids []string
	for _, item := range set.Items() {
		ids = append(ids, item.ID())
	}
	slices.SortStableFunc(ids, func(a, b string) int {
		return cmp.Compare(edits(asked, a), edits(asked, b))
	})
	return ids
}

// edits returns the number of bytes to insert, delete or replace to turn a into b
// (Levenshtein distance).
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			replace := diagonal
			if a[i] != b[j] {
				replace++
			}
			diagonal = row[j+1]
			row[j+1] = min(replace, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
