//go:build scorm

package main

import (
	"bytes"
	"encoding/json"
	"syscall/js"

	"holdtheline/game/launch"
	"holdtheline/game/scorm"
	"holdtheline/game/store"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// A platform is the learning platform that this package of the game runs in.
type platform struct {
	set  *puzzle.Set
	page js.Value // the object of web/page/scorm.js
}

// joinPlatform takes over the session that the platform has kept, before the game
// looks for saved ones. A package has one case, so no other is offered. Without a
// platform the game is played and saved as on any other page.
func joinPlatform(c *casefile.Case, params *launch.Params, saves *store.Guard) platform {
	params.Alone = true
	p := platform{set: puzzle.New(c), page: js.Global().Get("learningPlatform")}
	if !p.page.Truthy() { // its script has not arrived
		return p
	}
	notice := func(text string) {
		if text != "" {
			params.Notices = append(params.Notices, text)
		}
	}
	notice(p.page.Call("notice", params.Words.Lang()).String())
	if !p.page.Get("connected").Bool() {
		return p
	}
	kept, err := scorm.NewStore(saves.Store, p.set, p.page.Get("state").String())
	if err != nil {
		notice(params.Words.Say("trouble.foreign", "why", err.Error()+"."))
	}
	saves.Store = kept
	if s := kept.Session(); s != nil {
		p.send("resumed", s)
	}
	return p
}

// tell tells the platform of a session that was saved, and returns what to tell the
// player if that fails. Moving a card is not worth telling.
func (p platform) tell(log []byte) (trouble string) {
	if !p.page.Truthy() {
		return ""
	}
	lines := bytes.Split(bytes.TrimSpace(log), []byte("\n"))
	if bytes.HasPrefix(lines[len(lines)-1], []byte(`{"do":"`+session.Drafted+`"`)) {
		return ""
	}
	s, err := session.Read(p.set, log)
	if err != nil {
		return err.Error()
	}
	return p.send("tell", s)
}

func (p platform) send(method string, s *session.Session) (trouble string) {
	result, err := scorm.Of(s)
	if err != nil {
		return err.Error()
	}
	data, err := json.Marshal(result)
	if err != nil {
		return err.Error()
	}
	return p.page.Call(method, string(data)).String()
}
