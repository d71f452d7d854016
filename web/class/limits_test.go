package class

import (
	"bufio"
	"bytes"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"holdtheline/web/class/client"
	"holdtheline/web/class/code"
	"holdtheline/web/class/conform"
	"holdtheline/web/class/room"
)

// A handClock stands still until it is put forward. What waits goes on at once.
type handClock struct {
	fastClock
	mu sync.Mutex
	at time.Time
}

func (c *handClock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *handClock) forward(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}

func tooMany(t *testing.T, a client.Answer, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	if wait, _ := strconv.Atoi(a.Header.Get("Retry-After")); a.Status != http.StatusTooManyRequests || wait < 1 {
		t.Errorf("it is answered with %d %s, to try again after %q", a.Status, a.Body, a.Header.Get("Retry-After"))
	}
}

// Whoever guesses codes has to wait, with or without a secret. Those who are in a
// class behind the same address go on.
func TestGuessingCodesIsSlow(t *testing.T) {
	cfg := config(t, embed(t, t.TempDir(), time.Hour))
	clock := &handClock{at: time.Now()}
	cfg.Clock = clock
	server, _ := serve(t, cfg)
	c := dial(t, server)
	class, hidden := open(t, c, room.Free), open(t, c, room.Free)
	seat := join(t, c, class)
	// The second class was opened at another address.
	_, h := serve(t, cfg)
	direct := func(method, path, secret, address string) client.Answer {
		r := httptest.NewRequest(method, path, nil)
		r.RemoteAddr = address
		r.Header.Set("Authorization", "Bearer "+secret)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return client.Answer{Status: w.Code, Header: w.Header(), Body: w.Body.Bytes()}
	}
	const school, elsewhere = "10.1.2.3:4567", "10.1.2.4:4567"
	if a := direct("GET", class.Path("/seats/1/log"), seat.Key, school); a.Status != http.StatusOK {
		t.Fatalf("the pupil is answered with %d %s", a.Status, a.Body)
	}
	guesses := 0
	for ; guesses < 100; guesses++ {
		wrong := []byte("BBBBBB")
		for i, n := 0, guesses; i < 3; i, n = i+1, n/len(code.Alphabet) {
			wrong[i] = code.Alphabet[n%len(code.Alphabet)]
		}
		a := direct("GET", "/api/classes/"+string(wrong), []string{"", "guess"}[guesses%2], school)
		if a.Status == http.StatusTooManyRequests {
			tooMany(t, a, nil)
			break
		}
		if a.Status != http.StatusNotFound {
			t.Fatalf("a wrong code is answered with %d %s", a.Status, a.Body)
		}
	}
	if guesses > int(wrongCodes.burst) {
		t.Errorf("%d wrong codes can be tried at once", guesses)
	}
	tooMany(t, direct("GET", hidden.Path(""), "", school), nil)
	tooMany(t, direct("GET", hidden.Path("/state"), "guess", school), nil)
	for path, secret := range map[string]string{class.Path(""): "", class.Path("/seats/1/log"): seat.Key, class.Path("/state"): class.Teacher} {
		if a := direct("GET", path, secret, school); a.Status != http.StatusOK {
			t.Errorf("%s of a class that is known is answered with %d %s", path, a.Status, a.Body)
		}
	}
	if a := direct("GET", hidden.Path(""), "", elsewhere); a.Status != http.StatusOK {
		t.Errorf("elsewhere the class is answered with %d %s", a.Status, a.Body)
	}
	clock.forward(3 * time.Second)
	if a := direct("GET", hidden.Path(""), "", school); a.Status != http.StatusOK {
		t.Errorf("after a while the class is answered with %d %s", a.Status, a.Body)
	}
}

// Thirty pupils of a school have one address. They join at once, listen, and play
// faster than anybody reads, while somebody beside them guesses codes: none of them has
// to wait, nor has one who comes late.
func TestThirtyPupilsBehindOneAddress(t *testing.T) {
	const pupils, guesses = 30, 60
	server, _ := serve(t, config(t, embed(t, t.TempDir(), time.Hour)))
	c, streams := client.New(server.URL, pupils+1), client.New(server.URL, pupils+1)
	t.Cleanup(c.Close)
	t.Cleanup(streams.Close)
	class := open(t, c, room.Free)
	set := theCall(t)
	var playing sync.WaitGroup
	play := func() {
		seat, err := c.Join(t.Context(), class)
		if err != nil {
			t.Error(err)
			return
		}
		stream, err := streams.Open(t.Context(), client.Request{Method: "GET", Path: class.Path("/stream"), Secret: seat.Key})
		if err != nil {
			t.Error(err)
			return
		}
		defer stream.Body.Close()
		if stream.StatusCode != http.StatusOK {
			t.Errorf("a stream is answered with %d", stream.StatusCode)
		}
		p := client.NewPlayer(set, game(false), 3)
		for acked, more := 0, true; more; {
			events, all := p.Events(acked)
			a, err := c.Put(t.Context(), class, seat, acked, events)
			if err == nil {
				err = wantNext(a, all)
			}
			if err == nil {
				acked = all
				more, err = p.Next()
			}
			if err != nil {
				t.Error(err)
				return
			}
		}
	}
	for range pupils {
		playing.Go(play)
	}
	refused := 0
	for i := range guesses {
		wrong := []byte("BBBBBB")
		wrong[0], wrong[1] = code.Alphabet[i%len(code.Alphabet)], code.Alphabet[i/len(code.Alphabet)]
		a, err := c.Do(t.Context(), client.Request{Method: "GET", Path: "/api/classes/" + string(wrong)})
		if err != nil {
			t.Fatal(err)
		}
		if a.Status == http.StatusTooManyRequests {
			refused++
		}
	}
	if refused == 0 {
		t.Errorf("%d codes can be guessed at once", guesses)
	}
	play() // late
	playing.Wait()
	var st room.State
	get(t, c, class.Path("/state"), class.Teacher, &st)
	done := 0
	for _, seat := range st.Seats {
		if seat.Done {
			done++
		}
	}
	if done != pupils+1 {
		t.Errorf("%d pupils have finished, want %d", done, pupils+1)
	}
}

func TestLimitsOfKeysAndAddresses(t *testing.T) {
	cfg := config(t, embed(t, t.TempDir(), time.Hour))
	cfg.Clock, cfg.Ceiling = &handClock{at: time.Now()}, 150
	server, _ := serve(t, cfg)
	c := dial(t, server)
	class := open(t, c, room.Free)
	seat, other := join(t, c, class), join(t, c, class)
	log := func(seat client.Seat, key string) client.Answer {
		a, err := c.Do(t.Context(), client.Request{Method: "GET", Path: class.Path("/seats/" + seat.Seat + "/log"), Secret: key})
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	for range int(byKey.burst) - 1 {
		if a := log(seat, seat.Key); a.Status != http.StatusOK {
			t.Fatalf("a pupil is answered with %d %s", a.Status, a.Body)
		}
	}
	// Who calls is looked at twice while something is appended, and counted once.
	events, _ := client.NewPlayer(theCall(t), game(false), 0).Events(0)
	if a, err := c.Put(t.Context(), class, seat, 0, events); err != nil || a.Status != http.StatusOK {
		t.Fatalf("a pupil's last call is answered with %d %s (%v)", a.Status, a.Body, err)
	}
	tooMany(t, log(seat, seat.Key), nil)
	if a := log(other, other.Key); a.Status != http.StatusOK {
		t.Errorf("another pupil is answered with %d %s", a.Status, a.Body)
	}
	for range int(wrongKeys.burst) {
		if a := log(other, "wrong"); a.Status != http.StatusUnauthorized {
			t.Fatalf("a wrong key is answered with %d %s", a.Status, a.Body)
		}
	}
	tooMany(t, log(other, "wrong"), nil)
	if a := log(other, other.Key); a.Status != http.StatusOK {
		t.Errorf("the right key is answered with %d %s", a.Status, a.Body)
	}
	for range 1000 {
		if a := log(other, ""); a.Status == http.StatusTooManyRequests {
			tooMany(t, a, nil)
			return
		}
	}
	t.Error("an address can make any number of calls")
}

func TestClassesSeatsAndStreamsAreBounded(t *testing.T) {
	cfg := config(t, embed(t, t.TempDir(), time.Hour))
	cfg.MaxClasses, cfg.MaxStreams = 2, 1
	server, h := serve(t, cfg)
	c := dial(t, server)
	class := open(t, c, room.Free)
	open(t, c, room.Free)
	if _, err := c.OpenClass(t.Context(), nil); err == nil || !strings.Contains(err.Error(), "is 503") {
		t.Errorf("a third class: %v", err)
	}
	for range room.MaxSeats {
		join(t, c, class)
	}
	a, err := c.Do(t.Context(), client.Request{Method: "POST", Path: class.Path("/seats")})
	tooMany(t, a, err)

	stream := client.Request{Method: "GET", Path: class.Path("/stream"), Secret: class.Teacher}
	first, err := c.Open(t.Context(), stream)
	if err != nil {
		t.Fatal(err)
	}
	defer first.Body.Close()
	if a, err = c.Do(t.Context(), stream); err != nil || a.Status != http.StatusServiceUnavailable || a.Header.Get("Retry-After") == "" {
		t.Errorf("a second stream is answered with %d %s %v", a.Status, a.Body, err)
	}
	// The first one ends with the class.
	if a, err = c.Do(t.Context(), client.Request{Method: "DELETE", Path: class.Path(""), Secret: class.Teacher}); err != nil || a.Status != http.StatusNoContent {
		t.Fatalf("%d %v", a.Status, err)
	}
	ended := false
	for lines := bufio.NewScanner(first.Body); lines.Scan(); {
		ended = ended || lines.Text() == "event: end"
	}
	if !ended {
		t.Error("the stream of a deleted class has no end")
	}
	for h.streams.Load() != 0 && t.Context().Err() == nil {
		time.Sleep(time.Millisecond)
	}
}

// Neither what is logged nor the metrics hold addresses, codes, names or secrets.
func TestNothingPersonalIsLogged(t *testing.T) {
	var logged bytes.Buffer
	cfg := config(t, embed(t, t.TempDir(), time.Hour))
	cfg.Log = slog.New(slog.NewTextHandler(&logged, &slog.HandlerOptions{Level: slog.LevelDebug}))
	server, h := serve(t, cfg)
	c := dial(t, server)
	class := open(t, c, room.Free)
	seat := join(t, c, class)
	conform.Run(t.Context(), server.URL, theCall(t), func(string, error) {})
	w := httptest.NewRecorder()
	h.Metrics().ServeHTTP(w, httptest.NewRequest("GET", "/metrics", nil))
	for _, want := range []string{"htl_classes_in_memory", "htl_heap_bytes", `htl_calls_total{call="/api/classes/{code}/seats/{seat}/log",method="PUT",status="200"}`, `htl_store_seconds_bucket{le="+Inf"}`} {
		if !strings.Contains(w.Body.String(), want) {
			t.Errorf("the metrics don't have %s", want)
		}
	}
	for _, hidden := range []string{"127.0.0.1", "[::1]", class.Code, class.Teacher, seat.Name, seat.Key} {
		if strings.Contains(logged.String()+w.Body.String(), hidden) {
			t.Errorf("%q is in the log or the metrics", hidden)
		}
	}
	if logged.Len() > 0 {
		t.Errorf("wrong calls are logged: %s", logged.String())
	}
}

// One key can't take all streams. They are given back.
func TestStreamsOfAKeyAreBounded(t *testing.T) {
	server, h := serve(t, config(t, embed(t, t.TempDir(), time.Hour)))
	c := client.New(server.URL, 20)
	t.Cleanup(c.Close)
	class := open(t, c, room.Free)
	seat := join(t, c, class)
	stream := func(secret string) *http.Response {
		t.Helper()
		response, err := c.Open(t.Context(), client.Request{Method: "GET", Path: class.Path("/stream"), Secret: secret})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { response.Body.Close() })
		return response
	}
	var all []*http.Response
	for range maxOwnStreams {
		all = append(all, stream(seat.Key))
	}
	if got := stream(seat.Key).StatusCode; got != http.StatusTooManyRequests {
		t.Errorf("one more is answered with %d", got)
	}
	if got := stream(class.Teacher).StatusCode; got != http.StatusOK {
		t.Errorf("the teacher's is answered with %d", got)
	}
	for _, response := range all {
		response.Body.Close()
	}
	for h.streams.Load() > 1 && t.Context().Err() == nil {
		time.Sleep(time.Millisecond)
	}
	if got := stream(seat.Key).StatusCode; got != http.StatusOK {
		t.Errorf("after they are closed another one is answered with %d", got)
	}
}

// Classes are opened more slowly than other calls are made.
func TestOpeningClassesIsLimited(t *testing.T) {
	cfg := config(t, embed(t, t.TempDir(), time.Hour))
	clock := &handClock{at: time.Now()}
	cfg.Clock = clock
	server, _ := serve(t, cfg)
	c := dial(t, server)
	limit := byCreator(byAddress.perSecond)
	for range int(limit.burst) {
		open(t, c, room.Free)
	}
	a, err := c.Do(t.Context(), client.Request{Method: "POST", Path: "/api/classes"})
	tooMany(t, a, err)
	clock.forward(time.Duration(float64(time.Second) / limit.perSecond))
	open(t, c, room.Free)
}

func TestAddresses(t *testing.T) {
	for _, test := range []struct {
		remote, forwarded string
		proxy             bool
		want              string
	}{
		{"10.0.0.1:99", "", false, "10.0.0.1"},
		{"10.0.0.1:99", "192.0.2.1", false, "10.0.0.1"},
		{"10.0.0.1:99", "192.0.2.9, 192.0.2.1", true, "192.0.2.1"},
		{"10.0.0.1:99", "", true, "10.0.0.1"},
		{"[2001:db8:1:2:3:4:5:6]:99", "", false, "2001:db8:1:2::/64"},
		{"[::ffff:10.0.0.1]:99", "", false, "10.0.0.1"},
		{"[fe80::1%eth0]:99", "", false, "fe80::/64"},
		{"nonsense", "", false, "unknown"},
		{"10.0.0.1:99", "nonsense", true, "unknown"},
	} {
		h := &Handler{cfg: Config{BehindProxy: test.proxy}}
		r := httptest.NewRequest("GET", "/", nil)
		r.RemoteAddr = test.remote
		if test.forwarded != "" {
			r.Header.Set("X-Forwarded-For", test.forwarded)
		}
		if got := h.address(r); got != test.want {
			t.Errorf("%+v is %q", test, got)
		}
	}
}

// Limiters forget, so that they stay small.
func TestLimitersAreBounded(t *testing.T) {
	clock := &handClock{at: time.Now()}
	l := newLimiter(rate{2, 1}, clock)
	for i := range 3 * maxBuckets {
		l.take(fmt.Sprint(i), 1)
		if i%1000 == 0 {
			clock.forward(time.Second)
		}
	}
	if len(l.buckets) > maxBuckets+1 {
		t.Errorf("%d buckets are kept", len(l.buckets))
	}
	known := newAcquaintances()
	for i := range 3 * maxBuckets {
		known.add("address", fmt.Sprint(i))
	}
	if len(known.is[0])+len(known.is[1]) > 2*maxBuckets || !known.has("address", fmt.Sprint(3*maxBuckets-1)) {
		t.Error("what is known is not bounded, or the latest is forgotten")
	}
}

// FuzzPath makes calls with any method, path, secret and body: each is answered with
// success or a problem, and the server doesn't fail.
func FuzzPath(f *testing.F) {
	cfg := config(f, embed(f, f.TempDir(), time.Hour))
	cfg.Ceiling, cfg.MaxClasses = 1e9, 1e9
	server, h := serve(f, cfg)
	c := dial(f, server)
	class := open(f, c, room.Together)
	seat := join(f, c, class)
	f.Add("GET", class.Path("/state"), class.Teacher, "")
	f.Add("PUT", class.Path("/seats/1/log?from=0"), seat.Key, `{"do":"started"}`)
	f.Add("PUT", class.Path("/seats/1/second/x"), seat.Key, `{}`)
	f.Add("POST", class.Path("/pace"), class.Teacher, `{"step":"briefing","phase":"read","expect":0}`)
	f.Add("POST", "/api/classes", "", `{"seed":1}`)
	f.Add("DELETE", "/api/classes/bcd%20fgh/seats/..%2f", "x", "\x00")
	f.Add("GET", "//api///classes/%", "\x7f", "")
	f.Fuzz(func(t *testing.T, method, target, secret, body string) {
		r, err := http.NewRequest(method, "http://localhost", strings.NewReader(body))
		if err != nil || method == "" {
			return
		}
		path, query, _ := strings.Cut(target, "?")
		r.URL.Path, r.URL.RawQuery = path, query
		if strings.HasSuffix(path, "/stream") {
			return // it doesn't end
		}
		r.RemoteAddr = "10.0.0.1:1"
		r.Header["Authorization"] = []string{"Bearer " + secret}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		switch kind := w.Header().Get("Content-Type"); {
		case w.Code >= 500:
			t.Errorf("%s %q is answered with %d %s", method, target, w.Code, w.Body)
		case w.Code >= 400 && kind != "application/problem+json":
			t.Errorf("%s %q is answered with %d of type %q", method, target, w.Code, kind)
		}
	})
}
