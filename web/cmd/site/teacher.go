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
	p.Dialogues, p.Reader = of.dialogues.name, of.reader.name
	p.Problems = programProblems("", "crash.saved")
	languages, err := s.languages(content.Teacher)
	if err != nil {
		return nil, err
	}
	nowhere := addresses{Cases: map[string]string{}, Forms: map[casefile.Form]string{}, Translations: map[string]map[string]string{}}
	page, head, err := s.fill(p, "teacher.html", "teacher-head.js", linked{addresses: nowhere, languages: languages})
	return append([]*file{page, head, of.teachersScript, of.teacher, of.dialogues, of.reader, of.readersLicence}, filesOf(languages)...), err
}

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
