package main

import (
	"slices"
	"strings"

	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/quiz/puzzle"
	"holdtheline/web/lesson"
	"holdtheline/web/policy"
)

// A paper is what is printed of the cases: pages, their style sheet and its typefaces.
type paper struct {
	style  *file
	faces  []*file
	pupils []*file // what pupils get of each case, a test's too, in the site's language

	translated []*file // the same in the other languages that a case is told in
	others     []*file // the same in the lesson's other languages, and for teachers in all
}

// paper makes the printed pages of every case.
func (s *site) paper(icon *file) (*paper, error) {
	p := lessonStyle()
	for _, id := range assets.Cases() {
		one := *s
		one.caseID = id
		sheets, err := one.worksheets(icon, p.style)
		if err != nil {
			return nil, err
		}
		p.pupils, p.translated = append(p.pupils, sheets[0]), append(p.translated, sheets[1:]...)
		if err := one.others(icon, p); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// lessonStyle makes the style sheet of printed pages, and the typefaces that it names.
func lessonStyle() *paper {
	p := &paper{}
	css := lesson.StyleSheet(func(t lesson.Typeface) string {
		f := hashed(t.Name, t.Data)
		p.faces = append(p.faces, f)
		return f.name
	})
	p.style = hashed("lesson.css", css)
	return p
}

// worksheets makes the page for pupils in every language that the case is told in, the
// site's own first.
func (s *site) worksheets(icon, style *file) ([]*file, error) {
	var files []*file
	for _, lang := range s.tellings() {
		f, err := s.printed(lesson.ForPupils, lang, icon, style)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	return files, nil
}

// others adds the case's pages in the other languages, and those for teachers in all.
// A test has none for teachers.
func (s *site) others(icon *file, p *paper) error {
	c, err := s.loadCase()
	if err != nil {
		return err
	}
	for _, lang := range lesson.Languages() {
		for _, kind := range []lesson.Kind{lesson.ForPupils, lesson.ForTeachers} {
			if (kind == lesson.ForPupils && slices.Contains(s.tellings(), lang)) || (kind == lesson.ForTeachers && c.Form != "") {
				continue
			}
			f, err := s.printed(kind, lang, icon, p.style)
			if err != nil {
				return err
			}
			p.others = append(p.others, f)
		}
		if c.Form != "" {
			continue
		}
		questions, err := s.questions(lang)
		if err != nil {
			return err
		}
		p.others = append(p.others, questions...)
	}
	return nil
}

// questions makes the case's questions for learning platforms, in Moodle XML and GIFT.
func (s *site) questions(lang string) ([]*file, error) {
	l, err := s.lesson(lang)
	if err != nil {
		return nil, err
	}
	moodle, gift, err := l.Exchange()
	if err != nil {
		return nil, err
	}
	return []*file{{name: s.questionsName(lang, ".xml"), data: moodle}, {name: s.questionsName(lang, ".gift.txt"), data: gift}}, nil
}

func (s *site) questionsName(lang, extension string) string {
	return "questions-" + s.caseID + "." + lang + extension
}

// lesson is the lesson of the case as it is told in a language. A lesson that has no
// texts of its own in it says them in the default language.
func (s *site) lesson(lang string) (*lesson.Lesson, error) {
	told := *s
	told.lang = lang
	c, err := told.loadCase()
	if err != nil {
		return nil, err
	}
	if !slices.Contains(lesson.Languages(), lang) {
		lang = words.Default
	}
	l, err := lesson.New(puzzle.New(c), lang)
	if err != nil {
		return nil, err
	}
	l.Note = s.notes[s.caseID]
	return l, nil
}

// printed makes a page of the case to print. That for pupils has no answers; a package
// has no link to them either, and one language.
func (s *site) printed(kind lesson.Kind, lang string, icon, style *file) (*file, error) {
	l, err := s.lesson(lang)
	if err != nil {
		return nil, err
	}
	links := lesson.Links{Styles: []string{style.name}, Icon: icon.name, Policy: policy.Content(), ToGame: "./", Play: "…/"}
	switch {
	case s.pack != nil:
	case kind == lesson.ForTeachers:
		links.ToPupils = s.printedName(lesson.ForPupils, lang)
		links.Moodle, links.GIFT = s.questionsName(lang, ".xml"), s.questionsName(lang, ".gift.txt")
	case !l.Test():
		links.ToLesson = s.printedName(lesson.ForTeachers, l.Lang)
	}
	if s.pack == nil {
		links.Languages = map[string]string{}
		for _, other := range lesson.Languages() {
			if other != lang {
				links.Languages[other] = s.printedName(kind, other)
			}
		}
	}
	data, err := l.Page(kind, links)
	return &file{name: s.printedName(kind, lang), data: data}, err
}

// printedName is the name of a page of the case to print, which the programs know too:
// for pupils, in the site's language, it has no language in it.
func (s *site) printedName(kind lesson.Kind, lang string) string {
	if kind == lesson.ForTeachers {
		return assets.Lesson(s.caseID, lang)
	}
	name := assets.Worksheet(s.caseID, lang)
	if lang == s.lang || slices.Contains(assets.Translated(s.caseID), lang) {
		return name
	}
	return strings.TrimSuffix(name, ".html") + "." + lang + ".html"
}
