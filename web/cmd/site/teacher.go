package main

import (
	"holdtheline/quiz/casefile"
	"holdtheline/web/content"
)

// teachersPage makes the page that sets results from before and after side by side,
// with its program. It has the style of the game's page and starts like it, but has no
// case and no service worker.
func (s *site) teachersPage(of parts) ([]*file, error) {
	p, err := s.page()
	if err != nil {
		return nil, err
	}
	p.variant = "teacher."
	p.starts(of.teacher, of.teachersScript, of)
	p.Problems = programProblems("", "crash.saved")
	languages, err := s.languages(content.Teacher)
	if err != nil {
		return nil, err
	}
	nowhere := addresses{Cases: map[string]string{}, Forms: map[casefile.Form]string{}, Translations: map[string]map[string]string{}}
	page, head, err := s.fill(p, "teacher.html", "teacher-head.js", linked{addresses: nowhere, languages: languages})
	return append([]*file{page, head, of.teachersScript, of.teacher}, filesOf(languages)...), err
}
