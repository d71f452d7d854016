package main

import "holdtheline/quiz/casefile"

// teacherName is the name of the teacher's page. Links name it.
const teacherName = "teacher.html"

// teachersPage makes the page that sets results from before and after side by side and
// leads a class on one screen, with its program. It has the style of the game's page and
// starts like it, but has no case. The service worker keeps it only where a class was
// led on one screen, which then works offline.
func (s *site) teachersPage(of parts) ([]*file, error) {
	p, err := s.page()
	if err != nil {
		return nil, err
	}
	p.variant = "teacher."
	p.starts(of.teacher, of.teachersScript, of)
	p.Problems = programProblems("", "crash.saved")
	if !s.retire {
		p.Worker = workerName
	}
	page, head, err := s.fill(p, teacherName, "teacher-head.js", map[string]string{}, map[casefile.Form]string{})
	if err != nil {
		return nil, err
	}
	return []*file{page, head, of.teachersScript, of.teacher}, nil
}
