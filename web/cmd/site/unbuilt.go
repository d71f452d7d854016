package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"holdtheline/quiz/casefile"
)

// An unbuilt case is one that can't be compiled as it is written. Only a page for local
// use shows it.
type unbuilt struct {
	ID       string // the name of its folder
	File     string
	Older    bool              // an earlier version of it can be played
	Problems casefile.Problems // its errors; there may be none
	Why      string            // where there are none
}

// String lists the errors as a terminal shows them.
func (u unbuilt) String() string {
	fate := "it is left out"
	if u.Older {
		fate = "an earlier version is played"
	}
	why := u.Why
	if len(u.Problems) > 0 {
		why = u.Problems.String()
	}
	return fmt.Sprintf("the case %s can't be compiled; %s:\n%s", u.ID, fate, why)
}

// leave tells why a case can't be compiled, and whether it was once. What an earlier
// build has left has to be readable, since the program is built with it.
func (s *site) leave(folder string, why error) (unbuilt, error) {
	left := unbuilt{ID: filepath.Base(folder), File: filepath.Join(folder, "case.yaml"), Why: why.Error()}
	if problems := casefile.Problems(nil); errors.As(why, &problems) {
		left.Problems = problems
	}
	compiled := filepath.Join(folder, "case.json")
	data, err := os.ReadFile(compiled)
	if errors.Is(err, fs.ErrNotExist) {
		return left, nil
	}
	if err == nil {
		_, err = casefile.LoadCompiled(data)
	}
	if err != nil {
		return unbuilt{}, errors.Join(why, fmt.Errorf("%s, from an earlier build, can't be played either (%w); delete it", compiled, err))
	}
	left.Older = true
	return left, nil
}

// unbuiltStyle makes the style of what the page says of cases that can't be compiled.
func (s *site) unbuiltStyle(p *parts) error {
	if len(s.unbuilt) == 0 {
		return nil
	}
	css, err := s.style("", "web/page/unbuilt.css")
	if err != nil {
		return err
	}
	p.unbuilt = hashed("unbuilt.css", css)
	return nil
}

// filesIf is a list of a file, if there is one.
func filesIf(f *file) []*file {
	if f == nil {
		return nil
	}
	return []*file{f}
}
