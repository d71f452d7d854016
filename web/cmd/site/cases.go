package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/check"
	"holdtheline/web/lesson"
)

// currentCases sees to it that every case is compiled from what its author has written.
// A build for local use compiles what is missing or old; one for publishing refuses it.
// A folder without a case, and a case with errors, are an error that says where. A build
// that goes on leaves such a case as it was built before, or out, and notes why.
func (s *site) currentCases() error {
	folders, err := filepath.Glob(filepath.Join(s.root, "assets", "cases", "*", "case.*"))
	if err != nil {
		return err
	}
	var failed []error
	s.unbuilt = nil
	seen := map[string]bool{}
	for _, file := range folders {
		folder := filepath.Dir(file)
		if seen[folder] {
			continue
		}
		seen[folder] = true
		err := s.currentCase(folder)
		if err != nil && s.goOn {
			var left unbuilt
			if left, err = s.leave(folder, err); err == nil {
				s.unbuilt = append(s.unbuilt, left)
			}
		}
		if err != nil {
			failed = append(failed, err)
		}
	}
	return errors.Join(failed...)
}

// currentCase is [site.currentCases] for one folder.
func (s *site) currentCase(folder string) error {
	written, compiled := filepath.Join(folder, "case.yaml"), filepath.Join(folder, "case.json")
	data, err := os.ReadFile(written)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s has no case.yaml, from which its case.json could be compiled; name the file so, or remove the folder", folder)
	}
	if err != nil {
		return err
	}
	r := authoring.Read(written, data, authoring.Beside(written))
	if r.Case == nil {
		return fmt.Errorf("the case can't be compiled:\n%w", r.Errors)
	}
	if why := check.Unpublishable(r.Case); why != "" {
		return fmt.Errorf("%s can't be published: %s; look each up and delete unverified, or leave it out (make preview plays the case as it is)", written, why)
	}
	if s.notes == nil {
		s.notes = map[string]lesson.Note{}
	}
	s.notes[filepath.Base(folder)] = lesson.NoteOf(r.Case)
	want, err := authoring.JSON(r.Case)
	if err != nil {
		return err
	}
	got, err := os.ReadFile(compiled)
	switch {
	case err == nil && bytes.Equal(got, want):
		return nil
	case !s.quick:
		return fmt.Errorf("%s is missing or older than %s; compile it with: go run ./quiz/cmd/case build -w %s", compiled, filepath.Base(written), written)
	}
	return replaceFile(compiled, want)
}

// replaceFile writes a file as a whole or not at all.
func replaceFile(name string, data []byte) (err error) {
	f, err := os.CreateTemp(filepath.Dir(name), ".site-")
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
