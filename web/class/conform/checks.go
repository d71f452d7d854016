package conform

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
	"holdtheline/web/class/client"
)

// checks are in the order of the README's list of calls.
var checks = []check{
	{"a class is opened and described", opened},
	{"settings that make no sense are refused", badSettings},
	{"a code is read with spaces and in lower case", typedCode},
	{"pupils join, each with a name and a key", joined},
	{"a log is taken event by event, and gives the same report", played},
	{"the same events again change nothing", idempotent},
	{"a gap and other events are refused", mismatches},
	{"a log stops at the event that doesn't fold", unfolded},
	{"logs of other games are refused", foreign},
	{"a log can be fetched by its pupil and the teacher, nobody else", fetched},
	{"a new key replaces the old one", rekeyed},
	{"a pupil may ask for another name", renamed},
	{"a class is led in legal steps only", paced},
	{"answers are taken while the vote is open", voted},
	{"second answers are taken while the second vote is open", revoted},
	{"the state is given whole, and then what has changed", states},
	{"pupils see nothing of each other", discreet},
	{"the stream begins with the state and goes on with changes", streamed},
	{"the secret becomes a cookie", cookie},
	{"a seat is taken away", removed},
	{"a class is deleted", deleted},
	{"nothing of a class is done without its secrets", guarded},
	{"calls from pages of other sites are refused", crossOrigin},
	{"what is too large is refused", oversized},
	{"hostile texts are refused in every field", hostileBodies},
	{"hostile texts are refused in every address and header", hostilePaths},
	{"calls that don't exist are problems too", unknown},
	{"the server says that it is well", healthy},
}

func opened(b *bench) error {
	class, err := b.open("free")
	if err != nil {
		return err
	}
	a, err := b.do("GET", class.Path(""), "", "")
	if err != nil {
		return err
	}
	var got map[string]any
	if err := a.Into(http.StatusOK, &got); err != nil {
		return err
	}
	for key, want := range map[string]any{
		"code": class.Code, "case": b.set.Case().ID, "fingerprint": b.set.Case().Fingerprint(),
		"length": "quick", "mode": "assessment", "seed": 7.0, "pace": "free", "open": true,
	} {
		if got[key] != want {
			return fmt.Errorf("%s is %v, want %v", key, got[key], want)
		}
	}
	if strings.Contains(string(a.Body), class.Teacher) || len(class.Teacher) < 20 {
		return fmt.Errorf("the teacher's secret %q is short, or shown", class.Teacher)
	}
	return nil
}

func badSettings(b *bench) error {
	for body, status := range map[string]int{
		`{"case":"../none"}`:                  http.StatusUnprocessableEntity,
		`{"length":"endless"}`:                http.StatusUnprocessableEntity,
		`{"mode":"exam"}`:                     http.StatusUnprocessableEntity,
		`{"pace":"fast"}`:                     http.StatusUnprocessableEntity,
		`{"seed":9007199254740992}`:           http.StatusUnprocessableEntity,
		`{"seed":-1}`:                         http.StatusBadRequest,
		`{"seed":"7"}`:                        http.StatusBadRequest,
		`{"teacher":"me"}`:                    http.StatusBadRequest,
		`{"case":"\u0000"}`:                   http.StatusUnprocessableEntity,
		`[]`:                                  http.StatusBadRequest,
		`{`:                                   http.StatusBadRequest,
		`{}{}`:                                http.StatusBadRequest,
		"\x00":                                http.StatusBadRequest,
		`{"case":"` + long(8<<10, "a") + `"}`: http.StatusRequestEntityTooLarge,
	} {
		a, err := b.do("POST", "/api/classes", "", body)
		if err := refused(a, err, status); err != nil {
			return fmt.Errorf("%.40q: %w", body, err)
		}
	}
	return nil
}

func long(n int, s string) string { return strings.Repeat(s, n) }

func typedCode(b *bench) error {
	class, err := b.open("free")
	if err != nil {
		return err
	}
	for _, typed := range []string{strings.ToLower(class.Code), class.Code[:3] + "%20" + class.Code[3:], class.Code[:3] + "-" + class.Code[3:]} {
		a, err := b.do("GET", "/api/classes/"+typed, "", "")
		if err != nil {
			return err
		}
		if err := a.Into(http.StatusOK, nil); err != nil {
			return fmt.Errorf("%q: %w", typed, err)
		}
	}
	for _, typed := range []string{"BCDFGHJ", "abc", "%00", "BCDF%2FG", "..", long(3000, "B")} {
		a, err := b.do("GET", "/api/classes/"+typed, "", "")
		if err == nil && (a.Status == http.StatusMovedPermanently || a.Status == http.StatusTemporaryRedirect) {
			continue // a cleaned path
		}
		if err != nil || a.Status != http.StatusNotFound && a.Status != http.StatusMethodNotAllowed && a.Status != http.StatusRequestHeaderFieldsTooLarge {
			return fmt.Errorf("%.20q is answered with %d %v", typed, a.Status, err)
		}
	}
	return nil
}

func joined(b *bench) error {
	class, err := b.open("free")
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, body := range []string{"", "{}", `{"lang":"de"}`, `{"lang":"en-GB"}`, `{"lang":"xx"}`} {
		a, err := b.do("POST", class.Path("/seats"), "", body)
		if err != nil {
			return err
		}
		var seat client.Seat
		if err := a.Into(http.StatusCreated, &seat); err != nil {
			return err
		}
		if seen[seat.Seat] || seen[seat.Name] || seen[seat.Key] || len(seat.Key) < 16 || strings.Count(seat.Name, " ") != 1 {
			return fmt.Errorf("%s is not a seat of its own with a name of two words and a long key", a.Body)
		}
		seen[seat.Seat], seen[seat.Name], seen[seat.Key] = true, true, true
	}
	for _, body := range []string{`{"name":"Robert"}`, `{"lang":7}`, `{"lang":"de\u0000"}`, `{"lang":"` + long(100, "d") + `"}`, "null x"} {
		a, err := b.do("POST", class.Path("/seats"), "", body)
		if err := refused(a, err, http.StatusBadRequest); err != nil {
			return fmt.Errorf("%.40q: %w", body, err)
		}
	}
	return nil
}

// reportOf returns the report of a seat as the server gives it.
func (b *bench) reportOf(class client.Class, seat client.Seat) (json.RawMessage, error) {
	a, err := b.do("GET", class.Path("/report.json"), class.Teacher, "")
	if err != nil {
		return nil, err
	}
	var got struct {
		Pupils []struct {
			Seat, Name string
			Report     json.RawMessage
		}
	}
	if err := a.Into(http.StatusOK, &got); err != nil {
		return nil, err
	}
	for _, pupil := range got.Pupils {
		if pupil.Seat == seat.Seat {
			if pupil.Name != seat.Name {
				return nil, fmt.Errorf("seat %s is called %q, want %q", seat.Seat, pupil.Name, seat.Name)
			}
			return pupil.Report, nil
		}
	}
	return nil, fmt.Errorf("the report doesn't have seat %s", seat.Seat)
}

func played(b *bench) error {
	class, err := b.open("free")
	if err != nil {
		return err
	}
	seat, p, err := b.pupil(class, false)
	if err != nil {
		return err
	}
	for more := true; more; {
		_, from := p.Events(0)
		if more, err = p.Next(); err != nil {
			return err
		}
		if err := b.send(class, seat, p, from); err != nil {
			return err
		}
	}
	got, err := b.reportOf(class, seat)
	if err != nil {
		return err
	}
	want, err := json.Marshal(report.Make(b.set, p.Session()))
	if err != nil {
		return err
	}
	if string(got) != string(want) {
		return fmt.Errorf("the server's report is\n%.2000s\nthe log's is\n%.2000s", got, want)
	}
	a, err := b.do("GET", class.Path("/report.csv"), class.Teacher, "")
	if err != nil {
		return err
	}
	if err := a.Into(http.StatusOK, nil); err != nil {
		return err
	}
	for i, line := range strings.Split(strings.TrimSuffix(string(a.Body), "\r\n"), "\r\n") {
		if first := "who,"; i == 0 && !strings.HasPrefix(line, first) || i > 0 && !strings.HasPrefix(line, seat.Name+",") {
			return fmt.Errorf("line %d of the table is %.60q", i+1, line)
		}
	}
	return nil
}

func idempotent(b *bench) error {
	class, err := b.open("free")
	if err != nil {
		return err
	}
	seat, p, err := b.pupil(class, false)
	if err != nil {
		return err
	}
	for range 4 {
		if _, err := p.Next(); err != nil {
			return err
		}
	}
	events, all := p.Events(0)
	for _, from := range []int{0, 0, 1, all} { // overlapping, again, from the middle, nothing new
		events, _ := p.Events(from)
		a, err := b.client.Put(b.ctx, class, seat, from, events)
		if err != nil {
			return err
		}
		if err := wantNext(a, http.StatusOK, all); err != nil {
			return fmt.Errorf("from %d: %w", from, err)
		}
	}
	a, err := b.do("GET", class.Path("/seats/"+seat.Seat+"/log"), seat.Key, "")
	if err != nil {
		return err
	}
	if string(a.Body) != string(events) {
		return fmt.Errorf("the log is\n%s\nnot\n%s", a.Body, events)
	}
	return nil
}

func mismatches(b *bench) error {
	class, err := b.open("free")
	if err != nil {
		return err
	}
	seat, p, err := b.pupil(class, false)
	if err != nil {
		return err
	}
	if _, err := p.Next(); err != nil {
		return err
	}
	if err := b.send(class, seat, p, 1); err != nil {
		return err
	}
	_, all := p.Events(0)
	other := b.player(false)
	if err := other.Session().Apply(session.Event{Kind: session.Went, Step: session.BriefingID}); err != nil {
		return err
	}
	different, _ := other.Events(0)
	for name, sent := range map[string]struct {
		from   int
		events string
	}{
		"a gap":          {all + 1, `{"do":"went","step":"briefing"}`},
		"a gap of none":  {all + 5, ""},
		"other events":   {0, string(different)},
		"what is no log": {0, "nothing"},
	} {
		a, err := b.client.Put(b.ctx, class, seat, sent.from, []byte(sent.events))
		if err := refused(a, err, http.StatusConflict); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if err := wantNext(a, http.StatusConflict, all); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	for _, from := range []string{"", "-1", "x", "99999999999999999999", "1e3", "0x1"} {
		a, err := b.do("PUT", class.Path("/seats/"+seat.Seat+"/log?from="+from), seat.Key, "")
		if err := refused(a, err, http.StatusBadRequest); err != nil {
			return fmt.Errorf("from=%s: %w", from, err)
		}
	}
	return b.send(class, seat, p, 0)
}

func unfolded(b *bench) error {
	class, err := b.open("free")
	if err != nil {
		return err
	}
	for name, bad := range map[string]string{
		"a step too far":       `{"do":"went","step":"debrief"}`,
		"an unknown event":     `{"do":"won","step":"briefing"}`,
		"a mark of its own":    `{"do":"answered","item":"x","answer":1,"mark":1}`,
		"another beginning":    `{"do":"started"}`,
		"no JSON":              `{"do":`,
		"control characters":   "{\"do\":\"went\",\"step\":\"\x01\x02\"}",
		"a list":               `[]`,
		"a second answer here": `{"do":"again","item":"x","answer":1}`,
	} {
		seat, p, err := b.pupil(class, false)
		if err != nil {
			return err
		}
		if _, err := p.Next(); err != nil {
			return err
		}
		good, all := p.Events(1)
		a, err := b.client.Put(b.ctx, class, seat, 1, []byte(string(good)+bad+"\n"+string(good)))
		if err := refused(a, err, http.StatusUnprocessableEntity); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		var got problem
		if err := a.Into(http.StatusUnprocessableEntity, &got); err != nil {
			return err
		}
		if got.Kept == nil || *got.Kept != all-1 || got.Next == nil || *got.Next != all {
			return fmt.Errorf("%s: the answer %s doesn't say that %d are kept and %d is next", name, a.Body, all-1, all)
		}
		if err := b.send(class, seat, p, 0); err != nil {
			return fmt.Errorf("%s, and then the good ones again: %w", name, err)
		}
	}
	return nil
}

func foreign(b *bench) error {
	class, err := b.open("free")
	if err != nil {
		return err
	}
	seat, err := b.client.Join(b.ctx, class)
	if err != nil {
		return err
	}
	for name, cfg := range map[string]session.Config{
		"another length": {Length: "full", Mode: session.Assessment, Seed: 7},
		"another mode":   {Length: "quick", Mode: session.Practice, Seed: 7},
		"another seed":   {Length: "quick", Mode: session.Assessment, Seed: 8},
		"led":            {Length: "quick", Mode: session.Assessment, Seed: 7, Led: true},
	} {
		events, _ := client.NewPlayer(b.set, cfg, 0).Events(0)
		a, err := b.client.Put(b.ctx, class, seat, 0, events)
		if err := refused(a, err, http.StatusUnprocessableEntity); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	events, _ := b.player(false).Events(0)
	for from, to := range map[string]string{
		`"case":"` + b.set.Case().ID: `"case":"x` + b.set.Case().ID,
		b.set.Case().Fingerprint():   "0000",
		`"format":1`:                 `"format":2`,
	} {
		a, err := b.client.Put(b.ctx, class, seat, 0, []byte(strings.Replace(string(events), from, to, 1)))
		if err := refused(a, err, http.StatusUnprocessableEntity); err != nil {
			return fmt.Errorf("%s: %w", to, err)
		}
	}
	return b.send(class, seat, b.player(false), 0)
}

func fetched(b *bench) error {
	class, err := b.open("free")
	if err != nil {
		return err
	}
	seat, p, err := b.pupil(class, false)
	if err != nil {
		return err
	}
	other, err := b.client.Join(b.ctx, class)
	if err != nil {
		return err
	}
	path := class.Path("/seats/" + seat.Seat + "/log")
	want, _ := p.Events(0)
	for who, secret := range map[string]string{"the pupil": seat.Key, "the teacher": class.Teacher} {
		a, err := b.do("GET", path, secret, "")
		if err != nil {
			return err
		}
		if a.Status != http.StatusOK || string(a.Body) != string(want) {
			return fmt.Errorf("%s gets %d %s", who, a.Status, a.Body)
		}
	}
	a, err := b.do("GET", path, other.Key, "")
	if err := refused(a, err, http.StatusForbidden); err != nil {
		return fmt.Errorf("another pupil: %w", err)
	}
	a, err = b.do("GET", path, "", "")
	if err := refused(a, err, http.StatusUnauthorized); err != nil {
		return fmt.Errorf("anybody: %w", err)
	}
	a, err = b.do("GET", class.Path("/seats/999/log"), class.Teacher, "")
	return refused(a, err, http.StatusNotFound)
}

func rekeyed(b *bench) error {
	class, err := b.open("free")
	if err != nil {
		return err
	}
	seat, p, err := b.pupil(class, false)
	if err != nil {
		return err
	}
	path := class.Path("/seats/" + seat.Seat + "/key")
	a, err := b.do("POST", path, seat.Key, "")
	if err := refused(a, err, http.StatusUnauthorized); err != nil {
		return fmt.Errorf("by the pupil: %w", err)
	}
	a, err = b.do("POST", path, class.Teacher, "")
	if err != nil {
		return err
	}
	var fresh client.Seat
	if err := a.Into(http.StatusOK, &fresh); err != nil {
		return err
	}
	if fresh.Seat != seat.Seat || fresh.Name != seat.Name || fresh.Key == seat.Key || !strings.Contains(fresh.Link, "#") || strings.Contains(strings.Split(fresh.Link, "#")[0], fresh.Key) {
		return fmt.Errorf("%s is not the seat with a new key, in the fragment of a link", a.Body)
	}
	a, err = b.do("GET", class.Path("/seats/"+seat.Seat+"/log"), seat.Key, "")
	if err := refused(a, err, http.StatusUnauthorized); err != nil {
		return fmt.Errorf("the old key: %w", err)
	}
	return b.send(class, fresh, p, 0)
}

func renamed(b *bench) error {
	class, err := b.open("free")
	if err != nil {
		return err
	}
	seat, _, err := b.pupil(class, false)
	if err != nil {
		return err
	}
	a, err := b.do("POST", class.Path("/seats/"+seat.Seat+"/name"), seat.Key, "")
	if err != nil {
		return err
	}
	var fresh client.Seat
	if err := a.Into(http.StatusOK, &fresh); err != nil {
		return err
	}
	if fresh.Name == seat.Name || strings.Count(fresh.Name, " ") != 1 {
		return fmt.Errorf("%q becomes %q", seat.Name, fresh.Name)
	}
	seat.Name = fresh.Name
	_, err = b.reportOf(class, seat)
	return err
}

func healthy(b *bench) error {
	for _, path := range []string{"/healthz", "/readyz"} {
		a, err := b.do("GET", path, "", "")
		if err != nil {
			return err
		}
		if err := a.Into(http.StatusOK, nil); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	a, err := b.do("GET", "/metrics", "", "")
	if err == nil && strings.Contains(string(a.Body), "htl_") {
		err = fmt.Errorf("the main address answers with metrics: %.60q", a.Body)
	}
	return err
}

// events reads server-sent events: the name and the data of each.
func events(body *bufio.Scanner) (name, data string, err error) {
	for body.Scan() {
		key, value, _ := strings.Cut(body.Text(), ": ")
		switch key {
		case "event":
			name = value
		case "data":
			data = value
		case "":
			return name, data, nil
		}
	}
	return "", "", fmt.Errorf("the stream ends: %w", body.Err())
}
