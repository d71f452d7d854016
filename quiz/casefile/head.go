package casefile

// Head returns the case without its story: only what a shelf of cases shows.
func (c *Case) Head() *Case {
	return &Case{
		Format: c.Format, ID: c.ID, Title: c.Title, Summary: c.Summary, ContentNote: c.ContentNote,
		Language: c.Language, License: c.License, Picture: c.Picture, Form: c.Form, Minutes: c.Minutes,
	}
}
