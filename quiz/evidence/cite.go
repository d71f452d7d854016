package evidence

// A Citation is a source or paragraph that supports something, ready to be shown.
type Citation struct {
	Ref       string `json:"ref"`                 // "source#paragraph", or a source alone
	Source    string `json:"source"`              // the source's id
	Paragraph string `json:"paragraph,omitempty"` // the paragraph's id, empty for a source as a whole
	Title     string `json:"title"`               // the source's title
	Text      string `json:"text,omitempty"`      // the paragraph's text
}

// Cite looks up references. It leaves out those that the case does not have.
func (x *Index) Cite(refs ...string) []Citation {
	cited := make([]Citation, 0, len(refs))
	for _, ref := range refs {
		if src, ok := x.c.Source(ref); ok {
			cited = append(cited, Citation{Ref: ref, Source: src.ID, Title: src.Title})
			continue
		}
		if src, p, ok := x.c.Paragraph(ref); ok {
			cited = append(cited, Citation{Ref: ref, Source: src.ID, Paragraph: p.ID, Title: src.Title, Text: p.Text})
		}
	}
	return cited
}
