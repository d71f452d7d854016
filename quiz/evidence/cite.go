package evidence

import "slices"

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
		if src, ok := x.Source(ref); ok {
			cited = append(cited, Citation{Ref: ref, Source: src.ID, Title: src.Title})
			continue
		}
		if src, p, ok := x.Paragraph(ref); ok {
			cited = append(cited, Citation{Ref: ref, Source: src.ID, Paragraph: p.ID, Title: src.Title, Text: p.Text})
		}
	}
	return cited
}

// BySource groups citations by their source, in the order in which each source is cited
// first: what is cited twice is still one source.
func BySource(cited []Citation) [][]Citation {
	var groups [][]Citation
	for _, c := range cited {
		i := slices.IndexFunc(groups, func(g []Citation) bool { return g[0].Source == c.Source })
		if i < 0 {
			groups = append(groups, []Citation{c})
			continue
		}
		groups[i] = append(groups[i], c)
	}
	return groups
}
