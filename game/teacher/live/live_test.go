package live_test

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"flag"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"holdtheline/assets"
	"holdtheline/game/screentest"
	"holdtheline/game/settings"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/teacher/live"
	"holdtheline/game/toolkit/ui"
	"holdtheline/web/class"
	server "holdtheline/web/class/live"
	"holdtheline/web/class/store"
)

var update = flag.Bool("update", false, "write what is recorded of the screens anew")

// classServer starts a real server, with a port of this machine.
func classServer(t testing.TB) *httptest.Server {
	t.Helper()
	nc, stop, err := store.Embed(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(stop)
	kept, err := store.Open(t.Context(), nc, store.Config{Keep: time.Hour, Replicas: 1})
	if err != nil {
		t.Fatal(err)
	}
	h, err := class.New(context.Background(), class.Config{
		Store: kept, Load: assets.Load, Case: assets.DefaultCase, Clock: server.SystemClock{}, Random: rand.Reader,
		Log:  slog.New(slog.NewTextHandler(t.Output(), nil)),
		Keep: time.Hour, MaxClasses: 100, MaxStreams: 10, Memory: 64 << 20,
	})
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(h)
	t.Cleanup(func() {
		h.Close()
		s.Close()
	})
	return s
}

// began is when tests begin, as far as the page knows.
var began = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

// A teacher works the page through its tree alone. Calls go to a server and are
// answered at once; without one, they are kept for the test to answer.
type teacher struct {
	*screentest.Hand
	m       *live.Model
	base    string // of the server; empty for none
	http    *http.Client
	now     time.Time
	calls   []live.Call   // that no server answers
	effects []live.Effect // all but those that are answered here
	note    string        // what is answered to AskNote
	absent  bool          // no case can be had
	lies    func(live.Call, live.Answered) live.Answered
}

func newTeacher(t testing.TB, lang, base string, change func(*live.Options)) *teacher {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	o := live.Options{
		Options: frame.Options{
			Words: screentest.In(t, lang), Settings: settings.Default(), CanPrint: true, Home: true,
			Statement: "https://example.org/accessibility.html", Privacy: "https://example.org/privacy.html",
		},
		Address: "http://192.168.1.20:8081/", Now: began,
	}
	if change != nil {
		change(&o)
	}
	w := &teacher{m: live.New(o), base: base, http: &http.Client{Jar: jar}, now: began}
	w.Hand = &screentest.Hand{T: t, View: w.m.View, Send: w.send}
	w.do(w.m.Init())
	return w
}

func (w *teacher) send(msg ui.Msg) {
	w.T.Helper()
	w.Focus = ""
	w.do(w.m.Update(msg))
}

func (w *teacher) do(effects []live.Effect) {
	w.T.Helper()
	for _, e := range effects {
		switch e := e.(type) {
		case frame.Focus:
			w.Focus = e.Node
		case live.Call:
			if w.base == "" {
				w.calls = append(w.calls, e)
				continue
			}
			w.send(w.call(e))
		case frame.LoadCase:
			came := frame.CaseCame{ID: e.ID, Lang: e.Lang, Why: "the network is down"}
			if !w.absent {
				came = frame.CaseCame{ID: e.ID, Lang: e.Lang, Set: screentest.Told(w.T, screentest.SetOf(w.T, e.ID), e.Lang)}
			}
			w.send(came)
		case live.AskNote:
			w.send(live.Noted{Code: e.Code, Seat: e.Seat, Text: w.note})
		default:
			w.effects = append(w.effects, e)
		}
	}
}

// call makes a call as the page does.
func (w *teacher) call(e live.Call) live.Answered {
	w.T.Helper()
	var body io.Reader
	if e.Body != nil {
		body = strings.NewReader(string(e.Body))
	}
	r, err := http.NewRequestWithContext(w.T.Context(), e.Method, w.base+"/"+e.Path, body)
	if err != nil {
		w.T.Fatal(err)
	}
	if e.Secret != "" {
		r.Header.Set("Authorization", "Bearer "+e.Secret)
	}
	response, err := w.http.Do(r)
	if err != nil {
		return live.Answered{To: e.To, Failed: true}
	}
	defer response.Body.Close()
	data, err := io.ReadAll(response.Body)
	a := live.Answered{To: e.To, Status: response.StatusCode, Body: data, Failed: err != nil}
	if w.lies != nil {
		a = w.lies(e, a)
	}
	return a
}

// look brings the page up to date, as a page without a stream does.
func (w *teacher) look() {
	w.T.Helper()
	w.wait(11 * time.Second)
}

// wait lets time pass.
func (w *teacher) wait(d time.Duration) {
	w.T.Helper()
	w.now = w.now.Add(d)
	w.send(live.Tick{Now: w.now})
}

// last is the last effect of a kind.
func last[E live.Effect](w *teacher) (e E, ok bool) {
	for i := len(w.effects) - 1; i >= 0; i-- {
		if e, ok := w.effects[i].(E); ok {
			return e, true
		}
	}
	return e, false
}

func decode[V any](t testing.TB, data []byte) V {
	t.Helper()
	var v V
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	return v
}
