package classroom

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"
)

var start = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

// seated is a Sync in a class, with a log of some events.
func seated(pace string, events int) *Sync {
	record := Record{Class: Class{Code: "BCDFGH", Case: "the-call", Pace: pace}, Seat: "3", Key: "K", Name: "Kluger Igel", Whole: true}
	return New(record, logOf(events), func() float64 { return 0.5 })
}

func logOf(events int) []byte {
	var log []byte
	for i := range events {
		log = fmt.Appendf(log, `{"do":"drafted","item":"i","answer":%d}`+"\n", i)
	}
	return log
}

// one is the only call that is due, or none.
func one(t *testing.T, s *Sync, now time.Time) (c Call, wake time.Time) {
	t.Helper()
	calls, wake := s.Next(now)
	if len(calls) > 1 {
		t.Fatalf("%d calls are made at once: %v", len(calls), calls)
	}
	if len(calls) == 1 {
		c = calls[0]
	}
	return c, wake
}

func problem(status int, more string) Answer {
	return Answer{Status: status, Body: fmt.Appendf(nil, `{"title":"","status":%d,"detail":"."%s}`, status, more)}
}

func TestEventsAreSentTogetherAndOneCallAtATime(t *testing.T) {
	s := seated("free", 1)
	c, _ := one(t, s, start)
	if c.Path != "api/classes/BCDFGH/seats/3/log?from=0" || c.Bearer != "K" || strings.Count(c.Body, "\n") != 1 {
		t.Fatalf("the call is %+v", c)
	}
	s.Write(logOf(2))
	s.Write(logOf(5))
	if c, wake := one(t, s, start); c.Path != "" || !wake.IsZero() {
		t.Errorf("while one is under way, %+v is made", c)
	}
	s.Answered(c, Answer{Status: 200, Body: []byte(`{"next":1}`)}, start)
	c, _ = one(t, s, start)
	if !strings.HasSuffix(c.Path, "from=1") || strings.Count(c.Body, "\n") != 4 {
		t.Errorf("the next call is %+v", c)
	}
}

func TestALargeLogIsSentInParts(t *testing.T) {
	s := seated("free", 4000)
	sent := 0
	for range 10 {
		c, _ := one(t, s, start)
		if c.Path == "" {
			break
		}
		if len(c.Body) > mostSent {
			t.Fatalf("%d bytes are sent at once", len(c.Body))
		}
		sent += strings.Count(c.Body, "\n")
		s.Answered(c, Answer{Status: 200, Body: fmt.Appendf(nil, `{"next":%d}`, sent)}, start)
	}
	if sent != 4000 {
		t.Errorf("%d events are sent", sent)
	}
}

// What fails is tried again, later each time, and a class doesn't try all at once.
func TestWaitingLongerEachTime(t *testing.T) {
	s := seated("free", 1)
	now, last := start, time.Duration(0)
	for n := range 12 {
		c, _ := one(t, s, now)
		if c.Path == "" {
			t.Fatalf("failure %d isn't tried again", n)
		}
		s.Answered(c, Answer{}, now)
		_, wake := one(t, s, now)
		for !s.failing.IsZero() && wake.Before(s.send.notBefore) { // what is said of being offline comes first
			now = wake
			_, wake = one(t, s, now)
		}
		wait := wake.Sub(now)
		if wait > 2*mostWait || n > 0 && n < 5 && wait <= 0 {
			t.Errorf("after %d failures it waits %v", n+1, wait)
		}
		last = max(last, wait)
		now = wake
	}
	if last < mostWait/2 {
		t.Errorf("it never waits longer than %v", last)
	}
	c, _ := one(t, s, now)
	busy := problem(503, "")
	busy.RetryAfter = 42 * time.Second
	s.Answered(c, busy, now)
	if _, wake := one(t, s, now); wake.Sub(now) < 42*time.Second {
		t.Errorf("asked to wait 42 s, it waits %v", wake.Sub(now))
	}
	s.Look(true)
	if c, _ := one(t, s, now); c.Path == "" {
		t.Error("when the page is looked at again, nothing is tried at once")
	}
}

func TestBeingOfflineIsSaidLateAndGoesAway(t *testing.T) {
	s := seated("free", 1)
	c, _ := one(t, s, start)
	s.Answered(c, Answer{}, start)
	if s.Status(start.Add(quiet - time.Second)).Offline {
		t.Error("it is said at once")
	}
	if !s.Status(start.Add(quiet)).Offline {
		t.Error("it is never said")
	}
	now := start.Add(time.Minute)
	c, _ = one(t, s, now)
	s.Answered(c, Answer{Status: 200, Body: []byte(`{"next":1}`)}, now)
	if s.Status(now).Offline {
		t.Error("it doesn't go away")
	}
}

// A page of a hotspot or a proxy isn't the server's answer.
func TestAForeignAnswerMeansTryingAgain(t *testing.T) {
	for _, a := range []Answer{
		{Status: 200, Body: []byte("<html>Sign in</html>")},
		{Status: 404, Body: []byte("<html>Not found</html>")},
		{Status: 404, Body: []byte(`{"error":"no route"}`)},
		{Status: 410, Body: nil},
		{Status: 200, Body: []byte(`{}`)},
		{Status: 302, Body: nil},
	} {
		s := seated("free", 2)
		c, _ := one(t, s, start)
		s.Answered(c, a, start)
		if s.record.Left != "" || s.acked != 0 || len(s.Todo()) > 0 {
			t.Errorf("%d %q is believed", a.Status, a.Body)
		}
		if _, wake := one(t, s, start); !wake.After(start) {
			t.Errorf("%d %q isn't tried again later", a.Status, a.Body)
		}
	}
}

func TestAServerThatHasLostEventsGetsThemAgain(t *testing.T) {
	s := seated("free", 3)
	c, _ := one(t, s, start)
	s.Answered(c, Answer{Status: 200, Body: []byte(`{"next":3}`)}, start)
	s.Write(logOf(4))
	c, _ = one(t, s, start)
	s.Answered(c, problem(409, `,"next":1`), start)
	c, _ = one(t, s, start)
	if !strings.HasSuffix(c.Path, "from=1") || strings.Count(c.Body, "\n") != 3 {
		t.Errorf("then %+v is sent", c)
	}
}

func TestRefusals(t *testing.T) {
	for _, test := range []struct {
		pace string
		a    Answer
		left Reason
		drop int // the number of the event that is dropped; 0 for none
	}{
		{"together", problem(422, `,"next":1,"kept":1,"late":true`), "", 1},
		{"together", problem(422, `,"next":2,"kept":2`), "", 2},
		{"free", problem(422, `,"next":2,"kept":2`), Refused, 0},
		{"together", problem(422, `,"next":0,"kept":0`), Refused, 0},
		{"free", problem(413, ""), Refused, 0},
		{"free", problem(401, ""), Moved, 0},
		{"free", problem(404, ""), Ended, 0},
		{"free", problem(410, ""), Removed, 0},
	} {
		s := seated(test.pace, 3)
		s.hidden = true // no stream here
		c, _ := one(t, s, start)
		s.Answered(c, test.a, start)
		todo := s.Todo()
		if s.record.Left != test.left || len(todo) != 1 {
			t.Errorf("%s: left because %q, to do %v", test.a.Body, s.record.Left, todo)
			continue
		}
		if test.drop > 0 {
			drop, ok := todo[0].(Drop)
			if !ok || drop.Event != test.drop || string(drop.Line) != string(s.log[test.drop]) {
				t.Errorf("%s: %v is dropped", test.a.Body, todo)
			}
		}
		if c, _ := one(t, s, start); c.Path != "" {
			t.Errorf("%s: without an answer to it, %+v is sent", test.a.Body, c)
		}
	}
}

// A game that doesn't drop what was refused doesn't send it for ever.
func TestARefusedEventIsSentTwiceAtMost(t *testing.T) {
	s := seated("together", 3)
	s.hidden = true
	for range 2 {
		c, _ := one(t, s, start)
		s.Answered(c, problem(422, `,"next":1,"kept":`+fmt.Sprint(1-s.acked)+`,"late":true`), start)
		s.Todo()
		s.Write(logOf(3))
	}
	if s.record.Left != Refused {
		t.Errorf("left because %q", s.record.Left)
	}
}

func TestTheSecondAnswers(t *testing.T) {
	s := seated("together", 0)
	s.hidden = true
	s.Answer("a", []byte(`{"is":"real"}`))
	s.Answer("a", []byte(`{"is":"prank"}`)) // the first stays
	s.Answer("b", []byte(`1`))
	s.Answer("c", []byte(`no JSON`))
	for _, test := range []struct {
		path string
		a    Answer
		sent bool
	}{
		{"second/a", Answer{Status: 200, Body: []byte(`{"item":"a"}`)}, true},
		{"second/b", problem(422, `,"late":true`), false},
	} {
		c, _ := one(t, s, start)
		if !strings.HasSuffix(c.Path, test.path) {
			t.Fatalf("%+v is sent, want %s", c, test.path)
		}
		s.Answered(c, test.a, start)
		if given, ok := s.record.Second[c.item]; ok != test.sent || given.Sent != test.sent {
			t.Errorf("of %s is kept %+v", c.item, given)
		}
	}
	if c, _ := one(t, s, start); c.Path != "" {
		t.Errorf("then %+v is sent", c)
	}
	if got := string(s.record.Second["a"].Answer); got != `{"is":"real"}` {
		t.Errorf("the answer is %s", got)
	}
	kept, ok := ReadRecord(s.record.Encode())
	if got := string(kept.Second["a"].Answer); !ok || got != `{"is":"real"}` || !kept.Second["a"].Sent {
		t.Errorf("kept is %+v", kept)
	}
}

func state(version int, phase Phase) string {
	data, _ := json.Marshal(map[string]any{"number": 9, "pace": Pace{Version: version, Step: "b1", Phase: phase}, "you": map[string]any{"seat": "3", "name": "Flinker Dachs"}})
	return string(data)
}

// A stream is listened to; one that is silent is closed, and the state asked for from
// time to time instead; a page that nobody looks at does neither.
func TestTheStream(t *testing.T) {
	s := seated("together", 0)
	calls, _ := s.Next(start)
	if len(calls) != 2 || !calls[0].Stream() || calls[1].Path != "api/classes/BCDFGH/state?after=0" {
		t.Fatalf("at first %v are made", calls)
	}
	stream := calls[0]
	s.Answered(calls[1], Answer{Status: 200, Body: []byte(state(2, Vote))}, start)
	s.Heard("state", state(3, Discuss), start)
	s.Heard("state", state(1, Read), start) // an old one
	if got := s.Status(start); got.Pace.Phase != Discuss || got.Name != "Flinker Dachs" {
		t.Errorf("the class is %+v", got)
	}
	now := start
	for range 5 { // beats keep it open
		now = now.Add(5 * time.Second)
		if calls, _ := s.Next(now); len(calls) > 0 || s.Cut(now) {
			t.Fatalf("with a stream %v are made, or it is cut", calls)
		}
		s.Heard("beat", "{}", now)
	}
	_, wake := s.Next(now)
	if wake.Sub(now) != quiet || !s.Cut(wake) || s.Cut(wake) {
		t.Fatalf("a silent stream isn't cut once after %v", wake.Sub(now))
	}
	now = wake
	s.Answered(stream, Answer{}, now)
	polls := 0
	for end := now.Add(again - time.Second); now.Before(end); {
		calls, wake := s.Next(now)
		for _, c := range calls {
			if c.Stream() {
				t.Fatalf("after %v the stream is tried again", now.Sub(start))
			}
			polls++
			s.Answered(c, Answer{Status: 200, Body: []byte(state(4, Reveal))}, now)
		}
		if len(calls) == 0 {
			now = wake
		}
	}
	if polls < 20 || polls > 60 {
		t.Errorf("in a minute the state is asked for %d times", polls)
	}
	s.Look(false)
	if calls, wake := s.Next(now.Add(time.Hour)); len(calls) > 0 || !wake.IsZero() {
		t.Errorf("a page that nobody looks at calls %v", calls)
	}
	s.Look(true)
	if calls, _ := s.Next(now); len(calls) != 2 {
		t.Errorf("when it is looked at again, %v are made", calls)
	}
}

func TestAStreamThatEndsIsOpenedAgain(t *testing.T) {
	s := seated("together", 0)
	calls, _ := s.Next(start)
	s.Answered(calls[1], Answer{Status: 200, Body: []byte(state(1, Read))}, start)
	s.Answered(calls[0], Answer{}, start)
	calls, _ = s.Next(start.Add(10 * time.Second))
	if len(calls) != 2 {
		t.Fatalf("after its end %v are made", calls)
	}
	// The server has another key for the seat: what that means the log tells.
	s.Answered(calls[1], problem(401, ""), start)
	s.Answered(calls[0], problem(401, ""), start)
	calls, _ = s.Next(start)
	if len(calls) == 0 || !strings.HasSuffix(calls[0].Path, "/log") {
		t.Fatalf("then %v are made", calls)
	}
	s.Answered(calls[0], problem(410, ""), start)
	if got := s.Status(start).Left; got != Removed {
		t.Errorf("left because %q", got)
	}
}

func TestCodes(t *testing.T) {
	for typed, want := range map[string]string{"BCDFGH": "BCDFGH", "bcd fgh": "BCDFGH", " bcd-fgh ": "BCDFGH", "BCD.FGH": "BCDFGH", "BCDFG": "", "BCDFGA": "", "": "", "BCDFGHJ": ""} {
		code, ok := ParseCode(typed)
		if ok != (want != "") || ok && code != want {
			t.Errorf("%q is the code %q, %v", typed, code, ok)
		}
	}
}

func FuzzAnswers(f *testing.F) {
	f.Add(200, []byte(`{"next":3}`), uint8(0))
	f.Add(409, []byte(`{"status":409,"next":-1}`), uint8(0))
	f.Add(422, []byte(`{"status":422,"next":9,"kept":900,"late":true}`), uint8(0))
	f.Add(200, []byte(state(1, Read)), uint8(1))
	f.Fuzz(func(_ *testing.T, status int, body []byte, which uint8) {
		s := seated("together", 3)
		calls, _ := s.Next(start)
		s.Answered(calls[int(which)%len(calls)], Answer{Status: status, Body: body}, start)
		s.Heard("state", string(body), start)
		s.Todo()
		s.Write(logOf(4))
		s.Next(start.Add(time.Hour))
		s.Status(start)
	})
}
