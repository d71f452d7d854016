//go:build !js

package host

// AskText gets no answer on a desktop, which has no such dialogue.
func AskText(string, string) (answer string, ok bool) { return "", false }
