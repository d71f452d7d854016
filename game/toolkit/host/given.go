package host

// A Gift is a text that the page has for the program, such as one that a link carries.
type Gift struct {
	Text    string
	Log     string // of what was done with it so far; may be empty
	Trouble string // why it can't be had, for a person
}
