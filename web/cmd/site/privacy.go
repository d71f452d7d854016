package main

import (
	"bytes"
	"html/template"
	"path/filepath"

	"holdtheline/assets"
)

// privacy makes the page that says what is kept where, how long and why. It is in
// English, German and Spanish, one below the other, so that a school finds its own
// whatever the language of the site. It has the style of the accessibility statement.
func (s *site) privacy(icon, style *file) (*file, error) {
	p, err := s.page()
	if err != nil {
		return nil, err
	}
	p.Icon = icon.name
	t, err := template.ParseFiles(filepath.Join(s.root, "web", "page", assets.Privacy))
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := t.Option("missingkey=error").Execute(&b, &statement{page: p, Style: style.name}); err != nil {
		return nil, err
	}
	return &file{name: assets.Privacy, data: b.Bytes()}, nil
}
