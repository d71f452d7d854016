package host

// Lines are the words of a dialogue that asks for a text of many lines.
type Lines struct {
	Title, What string
	Label       string // of the field
	Do, Cancel  string // its buttons
}

// Scanner has the words of a dialogue that reads QR codes with the camera.
type Scanner struct {
	Title, What string
	Name        string // of a field for a name that goes with the next code
	Done        string // the button that closes it

	Starting, Looking string // while there is nothing to say of a code
	Denied            string // the camera may not be used
	Absent            string // there is none
	Insecure          string // browsers give none to this page
	Unread            string // the reader couldn't be fetched
}
