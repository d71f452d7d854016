package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"holdtheline/assets/words"
	"holdtheline/quiz/compare"
	"holdtheline/quiz/internal/quote"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
)

// comparing is a call of compare, read from its arguments.
type comparing struct {
	format        string // text, csv or json
	lang          string
	unmatched     bool
	cases         []string
	before, after []string
}

// parseCompare reads the arguments of compare. The error says what is wrong with
// the call.
func parseCompare(args []string) (comparing, error) {
	c := comparing{format: "text", lang: words.Default}
	side := &c.before
	for i := 0; i < len(args); i++ {
		arg := args[i]
		flag := "-" + strings.TrimLeft(arg, "-")
		switch {
		case arg == "--":
			if side == &c.after {
				return c, errors.New("-- stands between before and after, once")
			}
			side = &c.after
		case !strings.HasPrefix(arg, "-"):
			if isCase(arg) {
				c.cases = append(c.cases, arg)
			} else {
				*side = append(*side, arg)
			}
		case flag == "-csv" || flag == "-json":
			c.format = flag[1:]
		case flag == "-unmatched":
			c.unmatched = true
		case flag == "-lang" && i+1 < len(args):
			i++
			c.lang = args[i]
		default:
			return c, fmt.Errorf("compare does not know %q", quote.Short(arg))
		}
	}
	switch {
	case len(c.before) == 0 || len(c.after) == 0:
		return c, errors.New("compare needs sessions from before, then --, then sessions from after")
	case len(c.cases) == 0 && slices.ContainsFunc(append(slices.Clone(c.before), c.after...), func(file string) bool { return !isTable(file) }):
		return c, errors.New("compare needs the case files that were played, ending in .yaml or .json")
	}
	return c, nil
}

// isCase tells case files from sessions by their names.
func isCase(file string) bool {
	return slices.Contains([]string{".yaml", ".yml", ".json"}, strings.ToLower(filepath.Ext(file)))
}

// runCompare sets saved sessions from before and after side by side. Those that
// can't be read are reported on stderr and the others compared.
func runCompare(args []string, stdout, stderr io.Writer) int {
	c, err := parseCompare(args)
	if err != nil {
		return wrongUsage(stderr, err.Error())
	}
	language, err := words.Load(c.lang)
	if err != nil {
		return wrongUsage(stderr, quote.Sentence(err.Error()))
	}
	sets := map[string]*puzzle.Set{}
	for _, file := range c.cases {
		loaded, ok := loadCase(file, stderr)
		if !ok {
			return exitWrong
		}
		sets[loaded.ID] = puzzle.New(loaded)
	}
	before, codeBefore := readResults(c.before, sets, stderr)
	after, codeAfter := readResults(c.after, sets, stderr)
	code := max(codeBefore, codeAfter)
	if len(before) == 0 || len(after) == 0 {
		fmt.Fprintf(stderr, "case: there is nothing to compare: %s from before, %s from after\n    → name sessions that can be read, with -- between before and after\n",
			count(len(before), "result"), count(len(after), "result"))
		return exitWrong
	}
	compared := compare.Of(before, after, compare.Options{Unmatched: c.unmatched})
	switch c.format {
	case "csv":
		var out bytes.Buffer
		if err := compared.WriteCSV(&out); err != nil {
			fmt.Fprintf(stderr, "case: %v\n", err)
			return exitWrong
		}
		return max(code, write(out.Bytes(), stdout, stderr))
	case "json":
		return max(code, writeJSON(compared, stdout, stderr))
	}
	return max(code, write([]byte(inWords(compared, language)), stdout, stderr))
}

// inWords writes a comparison as plain text.
func inWords(c compare.Comparison, language puzzle.Language) string {
	var out strings.Builder
	for i, line := range c.Lines() {
		said := line.Text.In(language)
		if line.Heading {
			if i > 0 {
				out.WriteByte('\n')
			}
			fmt.Fprintf(&out, "%s\n%s\n", said, strings.Repeat("-", len([]rune(said))))
			continue
		}
		fmt.Fprintf(&out, "  %s\n", said)
	}
	return out.String()
}

// readResults reads saved sessions. A folder stands for the files in it whose names
// end in .jsonl.
func readResults(files []string, sets map[string]*puzzle.Set, stderr io.Writer) (results []report.Entry, code int) {
	find := func(id string) (*puzzle.Set, error) {
		if set, ok := sets[id]; ok {
			return set, nil
		}
		return nil, fmt.Errorf("it is of the case %q, whose file is not among those given", quote.Short(id))
	}
	for _, file := range inFolders(files) {
		if isTable(file) {
			entries, ok := readTable(file, stderr)
			if !ok {
				code = exitWrong
			}
			results = append(results, entries...)
			continue
		}
		data, err := readUpTo(file, session.MaxBytes)
		if err != nil {
			fmt.Fprintf(stderr, "case: the session can't be read: %v\n    → check the name and the folder you are in\n", err)
			code = exitWrong
			continue
		}
		entry, err := compare.Read(file, data, find)
		var damage *session.CorruptError
		switch {
		case errors.As(err, &damage):
			sayDamage(file, err, stderr)
			code = exitWrong
		case err != nil:
			fmt.Fprintf(stderr, "%s: %v\n    → name the case's file, too\n", file, err)
			code = exitWrong
		}
		if entry.Case != "" {
			results = append(results, entry)
		}
	}
	return results, code
}

// isTable tells tables of results from sessions by their names.
func isTable(file string) bool { return strings.EqualFold(filepath.Ext(file), ".csv") }

func readTable(file string, stderr io.Writer) ([]report.Entry, bool) {
	data, err := readUpTo(file, compare.MaxTable)
	if err != nil {
		fmt.Fprintf(stderr, "case: the table can't be read: %v\n    → check the name and the folder you are in\n", err)
		return nil, false
	}
	entries, err := compare.ReadTable(file, data)
	var wrong *compare.TableError
	if errors.As(err, &wrong) {
		fmt.Fprintf(stderr, "%s:%d: %s\n    → %s\n", file, wrong.Line, wrong.Problem, wrong.Next)
		return nil, false
	}
	return entries, true
}

func inFolders(names []string) []string {
	var files []string
	for _, name := range names {
		entries, err := os.ReadDir(name)
		if err != nil {
			files = append(files, name) // a file, or nothing: reading it says which
			continue
		}
		for _, e := range entries {
			if !e.IsDir() && strings.EqualFold(filepath.Ext(e.Name()), ".jsonl") {
				files = append(files, filepath.Join(name, e.Name()))
			}
		}
	}
	return files
}
