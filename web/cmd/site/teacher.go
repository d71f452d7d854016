package main

import (
	"holdtheline/quiz/casefile"
	"holdtheline/web/content"
)

// teacherName is the name of the teacher's page. Links name it.
const teacherName = "teacher.html"

// teachersPage makes the page that sets results from before and after side by side and
// leads a class on one screen, with its program. It has the style of the game's page and
// starts like it, but has no case. The service worker keeps it where it was used: a class
// on one screen is then led offline too.
func (s *site) teachersPage(of parts) (teachers, error) {
	p, err := s.page()
	if err != nil {
		return teachers{}, err
	}
	p.variant = "teacher."
	p.starts(of.teacher, of.teachersScript, of)
	p.Dialogues, p.Reader = of.dialogues.name, of.reader.name
	p.Problems = programProblems("", "crash.saved")
	if !s.retire {
		p.Worker = workerName
	}
	languages, err := s.languages(content.Teacher)
	if err != nil {
		return teachers{}, err
	}
	nowhere := addresses{Cases: map[string]string{}, Forms: map[casefile.Form]string{}, Translations: map[string]map[string]string{}}
	page, head, err := s.fill(p, teacherName, "teacher-head.js", linked{addresses: nowhere, languages: languages})
	return teachers{
		kept:   append([]*file{page, head, of.teachersScript, of.teacher, of.dialogues, of.reader}, filesOf(languages)...),
		others: []*file{of.readersLicence},
	}, err
}

// teachers are the files of the teacher's page: those that a device keeps once they were
// used, and the others.
type teachers struct{ kept, others []*file }

// dialogues makes the style of the page's dialogues, and the files of the reader of QR
// codes. The page fetches that when its camera is used, in a browser that has none of
// its own.
func (s *site) dialogues(p *parts) error {
	style, err := s.style("", "web/page/dialogues.css")
	if err != nil {
		return err
	}
	p.dialogues = hashed("teacher-dialogues.css", style)
	code, err := s.concatenate("\n", "", "web/jsqr/jsqr.js")
	if err != nil {
		return err
	}
	licence, err := s.concatenate("\n", "", "web/jsqr/jsqr-licence.txt")
	p.reader, p.readersLicence = hashed("teacher-jsqr.js", code), &file{name: "teacher-jsqr-licence.txt", data: licence}
	return err
}
