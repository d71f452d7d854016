package main

import (
	"bytes"
	"html/template"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/game/theme"
	"holdtheline/quiz/edtf"
	"holdtheline/web/accessibility"
	"holdtheline/web/lesson"
)

// A statement is the page that says who can use the game, how far it conforms to
// WCAG 2.2, where that is tested and what is missing. It is in English whatever
// the language of the site, as are the names of the tests; a translation leads there
// for the tables.
type statement struct {
	*page
	*accessibility.Statement
	Style   string
	English string // the address of the page in English
	Sheet   string // the address of the case on paper, in the page's language
	Day     string // on which it was last gone through, in the page's language
}

// A principle is one of the four that the criteria are sorted by.
type principle struct {
	Title    string
	Criteria []accessibility.Criterion
}

// Principles sorts the criteria by the first digit of their numbers.
func (s *statement) Principles() []principle {
	out := []principle{
		{Title: "1. What is there can be perceived"},
		{Title: "2. What is there can be operated"},
		{Title: "3. What is there can be understood"},
		{Title: "4. What is there works with other software"},
	}
	for _, c := range s.Criteria {
		i := c.Number[0] - '1'
		out[i].Criteria = append(out[i].Criteria, c)
	}
	return out
}

// statementWords are the template's functions: they put the data into words.
var statementWords = template.FuncMap{
	"status": func(s accessibility.Status) string {
		return map[accessibility.Status]string{
			accessibility.Met: "Met.", accessibility.Plain: "Met by the plain page.", accessibility.Absent: "Does not apply.",
		}[s]
	},
	"place": func(where string) string {
		switch where {
		case "canvas":
			return "in the drawn view"
		case "plain":
			return "in the plain page"
		}
		return "on " + where
	},
	"sentence": func(s string) string {
		first, n := utf8.DecodeRuneInString(s)
		return string(unicode.ToUpper(first)) + strings.TrimSuffix(s[n:], ".") + "."
	},
}

// statement makes the accessibility statement, and its style.
func (s *site) statement(icon *file) ([]*file, error) {
	css, err := s.style(theme.CSS(), "web/page/accessibility.css")
	if err != nil {
		return nil, err
	}
	style := hashed("accessibility.css", css)
	said, err := accessibility.Read()
	if err != nil {
		return nil, err
	}
	p, err := s.page()
	if err != nil {
		return nil, err
	}
	p.Icon = icon.name
	files := []*file{style}
	pages := map[string]string{words.Default: assets.Statement}
	maps.Copy(pages, assets.Statements())
	for _, lang := range slices.Sorted(maps.Keys(pages)) {
		name := "accessibility.html"
		if lang != words.Default {
			name = "accessibility." + lang + ".html"
		}
		t, err := template.New(name).Funcs(statementWords).ParseFiles(filepath.Join(s.root, "web", "page", name))
		if err != nil {
			return nil, err
		}
		w, err := words.Load(lang)
		if err != nil {
			return nil, err
		}
		day := edtf.MustParse(said.Reviewed.Format("2006-01-02"))
		var b bytes.Buffer
		if err := t.Option("missingkey=error").Execute(&b, &statement{
			page: p, Statement: said, Style: style.name, English: assets.Statement, Day: w.Date(day),
			Sheet: s.printedName(lesson.ForPupils, lang),
		}); err != nil {
			return nil, err
		}
		files = append(files, &file{name: pages[lang], data: b.Bytes()})
	}
	return files, nil
}
