package host

// KeepPage asks for the page to be kept on the device with all its files, so that it
// opens without a network. Nothing depends on it: where the browser or the host refuses,
// the page is just not kept. The page has to include a script that sets
// toolkitHost.keepPage.
func KeepPage() error {
	_, err := call("keepPage")
	return err
}
