package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/check"
)

// runBuild writes a checked case, or a translation of one, as the JSON that the game
// reads, or checked cases and their translations to files beside them.
func runBuild(args []string, stdout, stderr io.Writer) int {
	beside := len(args) > 0 && (args[0] == "-w" || args[0] == "--w")
	if beside {
		args = args[1:]
	}
	if !beside && len(args) != 1 && len(args) != 2 {
		return wrongUsage(stderr, "build needs exactly one file, a file and a translation of it, or -w and files")
	}
	if len(args) == 0 {
		return wrongUsage(stderr, "build -w needs at least one file")
	}
	if !beside && len(args) == 2 {
		data, ok := compileTranslation(args[0], args[1], stderr)
		if !ok {
			return exitWrong
		}
		return write(data, stdout, stderr)
	}
	code := exitOK
	for _, file := range args {
		data, ok := compile(file, stderr)
		switch {
		case !ok:
			code = exitWrong
		case !beside:
			return write(data, stdout, stderr)
		default:
			if !putBeside(file, data, stderr) || !buildTranslations(file, stderr) {
				code = exitWrong
			}
		}
	}
	return code
}

// putBeside writes what a file compiles to beside it.
func putBeside(file string, data []byte, stderr io.Writer) bool {
	if err := replace(strings.TrimSuffix(file, filepath.Ext(file))+".json", data); err != nil {
		fmt.Fprintf(stderr, "case: %v\n    → check the disk and who may write in that folder\n", err)
		return false
	}
	return true
}

// compile returns a checked case as JSON. If anything is wrong, or is still to be
// verified, it reports that on stderr and is not ok.
func compile(file string, stderr io.Writer) (data []byte, ok bool) {
	c, ok := loadCase(file, stderr)
	if !ok {
		return nil, false
	}
	if why := check.Unpublishable(c); why != "" {
		fmt.Fprintf(stderr, "%s: this case can't be published: %s\n    → look each up and delete unverified, or leave it out; case check and make preview take the case as it is\n", file, why)
		return nil, false
	}
	data, err := authoring.JSON(c)
	if err != nil {
		fmt.Fprintf(stderr, "case: %v\n", err)
		return nil, false
	}
	return data, true
}

// replace writes a file as a whole or not at all: whatever fails, the old one stays.
func replace(name string, data []byte) (err error) {
	f, err := os.CreateTemp(filepath.Dir(name), ".case-")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	_, err = f.Write(data)
	if err = errors.Join(err, f.Chmod(0o644), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

// runSchema writes the JSON Schema of the case format.
func runSchema(args []string, stdout, stderr io.Writer) int {
	if len(args) != 0 {
		return wrongUsage(stderr, "schema takes no arguments")
	}
	return write(authoring.Schema(), stdout, stderr)
}

// runReference writes the reference of every key.
func runReference(args []string, stdout, stderr io.Writer) int {
	if len(args) != 0 {
		return wrongUsage(stderr, "reference takes no arguments")
	}
	return write(authoring.Reference(), stdout, stderr)
}

// write writes data to stdout and reports a failure on stderr.
func write(data []byte, stdout, stderr io.Writer) int {
	if _, err := stdout.Write(data); err != nil {
		fmt.Fprintf(stderr, "case: the output can't be written: %v\n    → check the disk and the pipe it goes to\n", err)
		return exitWrong
	}
	return exitOK
}
