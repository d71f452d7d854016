package main

import (
	"bytes"
	"html/template"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"holdtheline/assets"
	"holdtheline/game/theme"
	"holdtheline/web/accessibility"
)

// A statement is the page that says who can use the game, how far it conforms to
// WCAG 2.2, where that is tested and what is missing. It is in English whatever
// the language of the site, as are the names of the tests.
type statement struct {
	*page
	*accessibility.Statement
	Style string
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
	const name = "accessibility.html"
	t, err := template.New(name).Funcs(statementWords).ParseFiles(filepath.Join(s.root, "web", "page", name))
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := t.Option("missingkey=error").Execute(&b, &statement{page: p, Statement: said, Style: style.name}); err != nil {
		return nil, err
	}
	return []*file{style, {name: assets.Statement, data: b.Bytes()}}, nil
}
