package app

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"

	"holdtheline/quiz/session"
)

// A written is a session's log as it is saved. The log is append-only, so only its
// new events are encoded: encoding all of it after each move of a card would take
// longer from move to move.
type written struct {
	session *session.Session
	events  int
	data    []byte
}

// of returns the session's log. It doesn't change what it returned before.
func (w *written) of(s *session.Session) []byte {
	if w.session != s {
		*w = written{session: s}
	}
	log := s.Log()
	for _, e := range log[w.events:] {
		w.data = append(w.data, session.EncodeEvent(e)...)
	}
	w.events = len(log)
	return slices.Clip(w.data)
}

// saveFormats are the formats in which a result can be saved.
var saveFormats = []struct{ name, extension, mime string }{
	{"text", "txt", "text/plain;charset=utf-8"},
	{"csv", "csv", "text/csv;charset=utf-8"},
	{"json", "json", "application/json"},
	{"log", "session.jsonl", "application/jsonl"},
}

// saveFile writes the result in a format and hands the file to the player.
func (m *Model) saveFile(format string) []Effect {
	for _, f := range saveFormats {
		if f.name != format {
			continue
		}
		data, err := m.result(format)
		if err != nil {
			m.notice = m.say("trouble.file", "why", err)
			return nil
		}
		name := fmt.Sprintf("%s-%s.%s", m.caseFile().ID, m.session.Config().Length, f.extension)
		return []Effect{SaveFile{Name: name, MIME: f.mime, Data: data}}
	}
	return nil
}

func (m *Model) result(format string) ([]byte, error) {
	if format == "log" {
		return m.session.Encode(), nil
	}
	r := m.report()
	var out bytes.Buffer
	var err error
	switch format {
	case "csv":
		err = r.CSV(&out)
	case "text":
		err = r.Text(&out, m.words)
	default:
		e := json.NewEncoder(&out)
		e.SetIndent("", "  ")
		err = e.Encode(r)
	}
	return out.Bytes(), err
}
