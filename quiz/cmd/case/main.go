package main

import (
	"fmt"
	"io"
	"os"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/internal/quote"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// The exit codes.
const (
	exitOK    = 0
	exitWrong = 1
	exitUsage = 2
)

// A command is one subcommand. It never sees --help among its arguments.
type command struct {
	name string
	run  func(args []string, stdout, stderr io.Writer) int
}

func commands() []command {
	return []command{
		{"new", runNew},
		{"check", runCheck},
		{"build", runBuild},
		{"translate", runTranslate},
		{"mark", runMark},
		{"report", runReport},
		{"compare", runCompare},
		{"replay", runReplay},
		{"pack", runPack},
		{"unpack", runUnpack},
		{"mutate", runMutate},
		{"simulate", runSimulate},
		{"schema", runSchema},
		{"reference", runReference},
	}
}

// run runs the subcommand that the arguments name and returns the exit code.
func run(args []string, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		return wrongUsage(stderr, "no subcommand was given")
	}
	switch args[0] {
	case "help", "--help", "-help", "-h":
		fmt.Fprint(stdout, help)
		return exitOK
	}
	for _, c := range commands() {
		if c.name != args[0] {
			continue
		}
		for _, arg := range args[1:] {
			if arg == "--help" || arg == "-help" || arg == "-h" {
				fmt.Fprint(stdout, help)
				return exitOK
			}
		}
		return c.run(args[1:], stdout, stderr)
	}
	return wrongUsage(stderr, fmt.Sprintf("there is no subcommand %q", quote.Short(args[0])))
}

// wrongUsage reports what was wrong with the call and where to find help.
func wrongUsage(stderr io.Writer, problem string) int {
	fmt.Fprintf(stderr, "case: %s\n    → go run ./quiz/cmd/case help shows every subcommand with an example\n", problem)
	return exitUsage
}

// loadCase reads a case from a file, JSON if its name ends in .json and YAML
// otherwise. If anything is wrong it reports it on stderr and is not ok.
func loadCase(file string, stderr io.Writer) (*casefile.Case, bool) {
	data, err := readUpTo(file, casefile.MaxBytes)
	if err != nil {
		fmt.Fprintf(stderr, "case: the file can't be read: %v\n    → check the name and the folder you are in\n", err)
		return nil, false
	}
	r := readCase(file, data)
	if r.Case == nil {
		fmt.Fprintln(stderr, r.Errors)
		fmt.Fprintf(stderr, "%s: %s\n", file, count(r.Errors.Count(), "problem"))
		return nil, false
	}
	return r.Case, true
}

// readUpTo reads a file up to one byte beyond most, by which the decoder sees
// that the data is too large and reports it.
func readUpTo(name string, most int64) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, most+1))
}

// count writes a number with its noun, in the plural if need be.
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
