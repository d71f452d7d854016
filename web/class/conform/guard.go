package conform

import (
	"fmt"
	"maps"
	"net/http"
	"strings"

	"holdtheline/web/class/client"
)

func cookie(b *bench) error {
	class, err := b.open("free")
	if err != nil {
		return err
	}
	a, err := b.do("POST", class.Path("/teacher"), "wrong-wrong-wrong-wrong", "")
	if err := refused(a, err, http.StatusUnauthorized); err != nil {
		return err
	}
	if a, err = b.do("POST", class.Path("/teacher"), class.Teacher, ""); err != nil {
		return err
	}
	if err := a.Into(http.StatusNoContent, nil); err != nil {
		return err
	}
	set := a.Header.Get("Set-Cookie")
	for _, part := range []string{"HttpOnly", "SameSite=Strict", "Path=/api/classes/" + class.Code, "Max-Age="} {
		if !strings.Contains(set, part) {
			return fmt.Errorf("the cookie %q has no %s", set, part)
		}
	}
	pair, _, _ := strings.Cut(set, ";")
	a, err = b.client.Do(b.ctx, client.Request{Method: "GET", Path: class.Path("/report.json"), Header: map[string]string{"Cookie": pair}})
	if err != nil {
		return err
	}
	if err := a.Into(http.StatusOK, nil); err != nil {
		return fmt.Errorf("with the cookie: %w", err)
	}
	if a, err = b.do("DELETE", class.Path("/teacher"), "", ""); err != nil {
		return err
	}
	if gone := a.Header.Get("Set-Cookie"); !strings.Contains(gone, "Max-Age=0") {
		return fmt.Errorf("signing out sets the cookie %q", gone)
	}
	return nil
}

func removed(b *bench) error {
	class, err := b.open("free")
	if err != nil {
		return err
	}
	seat, p, err := b.pupil(class, false)
	if err != nil {
		return err
	}
	stays, _, err := b.pupil(class, false)
	if err != nil {
		return err
	}
	path := class.Path("/seats/" + seat.Seat)
	a, err := b.do("DELETE", path, stays.Key, "")
	if err := refused(a, err, http.StatusUnauthorized); err != nil {
		return fmt.Errorf("by a pupil: %w", err)
	}
	for range 2 {
		if a, err = b.do("DELETE", path, class.Teacher, ""); err != nil {
			return err
		}
		if err := a.Into(http.StatusNoContent, nil); err != nil {
			return err
		}
	}
	events, _ := p.Events(0)
	a, err = b.client.Put(b.ctx, class, seat, 0, events)
	if err := refused(a, err, http.StatusGone); err != nil {
		return fmt.Errorf("a log for it: %w", err)
	}
	if _, err := b.reportOf(class, seat); err == nil {
		return fmt.Errorf("the report still has the seat")
	}
	if _, err := b.reportOf(class, stays); err != nil {
		return err
	}
	fresh, err := b.client.Join(b.ctx, class)
	if err != nil {
		return err
	}
	if fresh.Seat == seat.Seat {
		return fmt.Errorf("seat %s is given to somebody else", seat.Seat)
	}
	a, err = b.do("DELETE", class.Path("/seats/999"), class.Teacher, "")
	return refused(a, err, http.StatusNotFound)
}

func deleted(b *bench) error {
	class, err := b.open("free")
	if err != nil {
		return err
	}
	seat, _, err := b.pupil(class, false)
	if err != nil {
		return err
	}
	a, err := b.do("DELETE", class.Path(""), seat.Key, "")
	if err := refused(a, err, http.StatusUnauthorized); err != nil {
		return fmt.Errorf("by a pupil: %w", err)
	}
	if a, err = b.do("DELETE", class.Path(""), class.Teacher, ""); err != nil {
		return err
	}
	if err := a.Into(http.StatusNoContent, nil); err != nil {
		return err
	}
	for _, call := range []struct{ method, path, secret string }{
		{"GET", "", ""},
		{"GET", "/report.json", class.Teacher},
		{"GET", "/seats/" + seat.Seat + "/log", seat.Key},
		{"PUT", "/seats/" + seat.Seat + "/log?from=0", seat.Key},
		{"POST", "/seats", ""},
		{"GET", "/state", class.Teacher},
		{"DELETE", "", class.Teacher},
	} {
		a, err := b.do(call.method, class.Path(call.path), call.secret, "")
		if err := refused(a, err, http.StatusNotFound); err != nil {
			return fmt.Errorf("%s %s: %w", call.method, call.path, err)
		}
	}
	return nil
}

func guarded(b *bench) error {
	class, err := b.open("together")
	if err != nil {
		return err
	}
	other, err := b.open("together")
	if err != nil {
		return err
	}
	seat, _, err := b.pupil(class, true)
	if err != nil {
		return err
	}
	for _, secret := range []string{"", other.Teacher, long(200, "x")} {
		for _, call := range []struct{ method, path, body string }{
			{"DELETE", "", ""},
			{"DELETE", "/seats/" + seat.Seat, ""},
			{"POST", "/seats/" + seat.Seat + "/key", ""},
			{"POST", "/seats/" + seat.Seat + "/name", ""},
			{"POST", "/pace", `{"step":"briefing","phase":"read","paused":true,"expect":0}`},
			{"GET", "/report.json", ""},
			{"GET", "/report.csv", ""},
			{"GET", "/state", ""},
			{"GET", "/stream", ""},
			{"PUT", "/seats/" + seat.Seat + "/log?from=0", ""},
			{"PUT", "/seats/" + seat.Seat + "/second/x", "1"},
		} {
			a, err := b.do(call.method, class.Path(call.path), secret, call.body)
			if err := refused(a, err, http.StatusUnauthorized); err != nil {
				return fmt.Errorf("%s %s with %.20q: %w", call.method, call.path, secret, err)
			}
		}
	}
	return nil
}

func crossOrigin(b *bench) error {
	class, err := b.open("free")
	if err != nil {
		return err
	}
	seat, p, err := b.pupil(class, false)
	if err != nil {
		return err
	}
	for _, header := range []map[string]string{
		{"Sec-Fetch-Site": "cross-site"},
		{"Sec-Fetch-Site": "same-site"},
		{"Origin": "https://elsewhere.example"},
		{"Origin": "null"},
	} {
		// A page of another site can make a browser send the teacher's cookie.
		sent := map[string]string{"Cookie": "class-" + class.Code + "=" + class.Teacher}
		maps.Copy(sent, header)
		for _, call := range []struct{ method, path string }{
			{"POST", "/api/classes"},
			{"POST", class.Path("/teacher")},
			{"DELETE", class.Path("/teacher")},
			{"POST", class.Path("/seats")},
			{"POST", class.Path("/pace")},
			{"PUT", class.Path("/seats/" + seat.Seat + "/log?from=0")},
			{"PUT", class.Path("/seats/" + seat.Seat + "/second/x")},
			{"POST", class.Path("/seats/" + seat.Seat + "/name")},
			{"POST", class.Path("/seats/" + seat.Seat + "/key")},
			{"DELETE", class.Path("/seats/" + seat.Seat)},
			{"DELETE", class.Path("")},
		} {
			a, err := b.client.Do(b.ctx, client.Request{Method: call.method, Path: call.path, Header: sent})
			if err := refused(a, err, http.StatusForbidden); err != nil {
				return fmt.Errorf("%s %s %v: %w", call.method, call.path, header, err)
			}
		}
	}
	return b.send(class, seat, p, 0)
}

func oversized(b *bench) error {
	class, err := b.open("free")
	if err != nil {
		return err
	}
	seat, p, err := b.pupil(class, false)
	if err != nil {
		return err
	}
	for _, call := range []struct{ method, path, secret string }{
		{"POST", "/api/classes", ""},
		{"POST", class.Path("/seats"), ""},
		{"POST", class.Path("/pace"), class.Teacher},
		{"PUT", class.Path("/seats/" + seat.Seat + "/log?from=0"), seat.Key},
		{"PUT", class.Path("/seats/" + seat.Seat + "/second/x"), seat.Key},
	} {
		a, err := b.do(call.method, call.path, call.secret, long(300<<10, " "))
		if err := refused(a, err, http.StatusRequestEntityTooLarge); err != nil {
			return fmt.Errorf("a body for %s %s: %w", call.method, call.path, err)
		}
	}
	for _, path := range []string{"/seats/" + long(4000, "1") + "/log", "/state?after=" + long(4000, "1")} {
		a, err := b.do("GET", class.Path(path), class.Teacher, "")
		if err := clearly(a, err, http.StatusBadRequest, http.StatusNotFound); err != nil {
			return fmt.Errorf("a long address: %w", err)
		}
	}
	a, err := b.do("GET", class.Path("/state"), long(6000, "x"), "")
	if err := refused(a, err, http.StatusUnauthorized); err != nil {
		return fmt.Errorf("a long secret: %w", err)
	}
	if _, err := p.Next(); err != nil {
		return err
	}
	if err := b.send(class, seat, p, 1); err != nil {
		return err
	}
	// Drafts are taken until the log is full; then nothing is lost.
	item := p.Session().Step().Items[0]
	draft := `{"do":"drafted","item":"` + item + `","answer":"` + long(15<<10, "x") + `"}` + "\n"
	_, next := p.Events(0)
	for range 100 {
		a, err := b.client.Put(b.ctx, class, seat, next, []byte(draft))
		if err != nil {
			return err
		}
		if a.Status == http.StatusRequestEntityTooLarge {
			if err := refused(a, err, a.Status); err != nil {
				return err
			}
			return wantNext(a, a.Status, next)
		}
		next++
		if err := wantNext(a, http.StatusOK, next); err != nil {
			return err
		}
	}
	return fmt.Errorf("a log of %d KB is taken", 100*len(draft)>>10)
}

func unknown(b *bench) error {
	class, err := b.open("free")
	if err != nil {
		return err
	}
	for _, path := range []string{"/api", "/api/", "/api/other", class.Path("/other"), class.Path("/seats/1/log/2")} {
		a, err := b.do("GET", path, "", "")
		if err := refused(a, err, http.StatusNotFound); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	for path, allow := range map[string]string{
		"/api/classes": "POST", class.Path(""): "DELETE, GET", class.Path("/seats/1/log"): "GET, PUT", class.Path("/stream"): "GET",
	} {
		a, err := b.do("PATCH", path, class.Teacher, "")
		if err := refused(a, err, http.StatusMethodNotAllowed); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		if got := a.Header.Get("Allow"); got != allow {
			return fmt.Errorf("%s allows %q, want %q", path, got, allow)
		}
	}
	return nil
}
