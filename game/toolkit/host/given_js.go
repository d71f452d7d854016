package host

// Given returns what the page was given to run.
func Given() Gift {
	if !page.Truthy() || !page.Get("givenCase").Truthy() {
		return Gift{}
	}
	given := page.Get("givenCase")
	return Gift{Text: given.Get("text").String(), Log: given.Get("log").String(), Trouble: given.Get("trouble").String()}
}
