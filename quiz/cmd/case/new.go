package main

import (
	_ "embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/internal/quote"
)

//go:embed template.yaml
var template []byte

var idForm = regexp.MustCompile(casefile.IDPattern)

// runNew writes a small complete case into a new folder.
func runNew(args []string, stdout, stderr io.Writer) int {
	if len(args) != 1 {
		return wrongUsage(stderr, "new needs the folder to make")
	}
	folder := filepath.Clean(args[0])
	if whole, err := filepath.Abs(folder); err != nil || !idForm.MatchString(filepath.Base(whole)) {
		fmt.Fprintf(stderr, "case: %q can't be the name of a case\n    → use small letters, digits and single hyphens, such as the-lost-cat: links name the case by its folder\n", quote.Short(filepath.Base(folder)))
		return exitWrong
	}
	file := filepath.Join(folder, "case.yaml")
	err := os.MkdirAll(folder, 0o755)
	if err == nil {
		err = create(file, template)
	}
	switch {
	case errors.Is(err, fs.ErrExist):
		fmt.Fprintf(stderr, "case: %s is there already, and stays as it is\n    → name another folder\n", file)
		return exitWrong
	case err != nil:
		fmt.Fprintf(stderr, "case: %v\n    → check the name and who may write there\n", err)
		return exitWrong
	}
	fmt.Fprintf(stdout, "%s is a small story to change into yours.\n  make preview CASE=%s\n  go run ./quiz/cmd/case check -v %s\n", file, file, file)
	return exitOK
}

// create writes a file that must not be there yet.
func create(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}
