package host

// KeepAwake asks for the screen to stay on, or lets it go again. Where the browser
// can't do so, nothing happens. The page has to include awake.js.
func KeepAwake(on bool) error {
	_, err := call("keepAwake", on)
	return err
}
