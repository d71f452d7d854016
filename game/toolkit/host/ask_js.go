package host

// AskText asks for a line of text with the browser's own dialogue, and waits for it.
// The dialogue begins with text. ok is false if it was left without an answer. The
// page has to include ask.js.
func AskText(question, text string) (answer string, ok bool) {
	given, err := call("askText", question, text)
	if err != nil || given.IsNull() || given.IsUndefined() {
		return "", false
	}
	return given.String(), true
}
