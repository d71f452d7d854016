package main

import (
	"errors"

	"holdtheline/game/app"
	"holdtheline/game/launch"
	"holdtheline/game/store"
	"holdtheline/game/toolkit/host"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/session"
)

// takeGiven returns the case that the page was given and that is not one of the
// game's own, or nil. Its saved games have keys of their own. One that an author tries
// out goes on where they are writing, and leaves nothing behind.
func takeGiven(params *launch.Params, saves *store.Guard) (*casefile.Case, error) {
	given := host.Given()
	if given.Trouble != "" && params.File == "" {
		return nil, errors.New(given.Trouble)
	}
	if given.Text == "" || params.File != "" {
		return nil, nil
	}
	c, err := casefile.LoadCompiled([]byte(given.Text))
	if err != nil {
		return nil, err
	}
	const digits = 12 // of the fingerprint: enough to tell apart what one device has seen
	params.Given = "given-" + c.Fingerprint()[:digits]
	params.Alone = true
	if given.Log == "" {
		return c, nil
	}
	// The author's page tries a case at full length, in practice.
	key := launch.Key(params.Given, launch.Variants(c, "")[0])
	if c.Form == "" {
		key = launch.Key(params.Given, app.Variant{Length: casefile.Full, Mode: session.Practice})
	}
	saves.Store = store.Tried{Store: saves.Store, Sessions: map[string][]byte{key: []byte(given.Log)}}
	return c, nil
}
