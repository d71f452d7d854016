package main

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const (
	program = "hold-the-line.0123456789abcdef.wasm"
	secret  = "not for the web"
)

// serveSample serves a small site beside a file that must stay out of reach.
func serveSample(t testing.TB) *httptest.Server {
	t.Helper()
	around := t.TempDir()
	dir := filepath.Join(around, "dist")
	for name, text := range map[string]string{
		"../secret.txt":       secret,
		"index.html":          "<!doctype html>",
		"index.html.br":       "html in brotli",
		"index.html.gz":       "html in gzip",
		program:               "0123456789",
		program + ".br":       "br",
		"only-gzip.js":        "a script",
		"only-gzip.js.gz":     "gz",
		"plain.json":          "{}",
		"unknown.xyz":         "?",
		".quick":              "hidden",
		"below/index.html":    "below",
		"below/.hidden/a.txt": "hidden",
		"empty/keep.txt":      "",
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(filepath.Join(around, "secret.txt"), filepath.Join(dir, "link.txt")); err != nil {
		t.Fatal(err)
	}
	handler, err := Handler(dir)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server
}

// ask sends a request as it is: no redirects, no cleaning of the path, no
// decompression.
func ask(t *testing.T, server *httptest.Server, method, target string, headers map[string]string) (*http.Response, string) {
	t.Helper()
	r, err := http.NewRequest(method, server.URL, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.URL.Opaque = target
	for name, value := range headers {
		r.Header.Set(name, value)
	}
	transport := &http.Transport{DisableCompression: true, DisableKeepAlives: true}
	response, err := transport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response, string(body)
}

func TestTypesAndCaching(t *testing.T) {
	server := serveSample(t)
	for _, test := range []struct{ target, contentType, cache, body string }{
		{"/", "text/html; charset=utf-8", "no-cache", "<!doctype html>"},
		{"/index.html", "text/html; charset=utf-8", "no-cache", "<!doctype html>"},
		{"/?case=the-call&seed=7", "text/html; charset=utf-8", "no-cache", "<!doctype html>"},
		{"/below/", "text/html; charset=utf-8", "no-cache", "below"},
		{"/" + program, "application/wasm", "public, max-age=31536000, immutable", "0123456789"},
		{"/plain.json", "application/json", "no-cache", "{}"},
		{"/unknown.xyz", "application/octet-stream", "no-cache", "?"},
	} {
		response, body := ask(t, server, "GET", test.target, nil)
		if response.StatusCode != http.StatusOK || body != test.body {
			t.Errorf("%s answers %s %q, want %q", test.target, response.Status, body, test.body)
		}
		if got := response.Header.Get("Content-Type"); got != test.contentType {
			t.Errorf("%s is of type %q, want %q", test.target, got, test.contentType)
		}
		if got := response.Header.Get("Cache-Control"); got != test.cache {
			t.Errorf("%s has Cache-Control %q, want %q", test.target, got, test.cache)
		}
	}
}

func TestCompressedCopies(t *testing.T) {
	server := serveSample(t)
	for _, test := range []struct{ target, accept, encoding, body string }{
		{"/", "", "", "<!doctype html>"},
		{"/", "gzip, deflate, br, zstd", "br", "html in brotli"},
		{"/", "gzip", "gzip", "html in gzip"},
		{"/", "GZIP;q=0.5", "gzip", "html in gzip"},
		{"/", "br;q=0, gzip", "gzip", "html in gzip"},
		{"/", "br;q=0, *", "gzip", "html in gzip"},
		{"/", "*;q=0, identity", "", "<!doctype html>"},
		{"/", "br;q=0.2, gzip;q=0.9", "gzip", "html in gzip"},
		{"/", "identity, br;q=0.5", "", "<!doctype html>"},
		{"/only-gzip.js", "identity;q=0, br, gzip;q=0.1", "gzip", "gz"},
		{"/", "br;q=nonsense", "", "<!doctype html>"},
		{"/only-gzip.js", "br", "", "a script"},
		{"/only-gzip.js", "br, gzip", "gzip", "gz"},
		{"/plain.json", "br, gzip", "", "{}"},
	} {
		response, body := ask(t, server, "GET", test.target, map[string]string{"Accept-Encoding": test.accept})
		if got := response.Header.Get("Content-Encoding"); got != test.encoding || body != test.body {
			t.Errorf("%s for %q answers %q in encoding %q, want %q in %q", test.target, test.accept, body, got, test.body, test.encoding)
		}
		if got := response.Header.Get("Vary"); got != "Accept-Encoding" {
			t.Errorf("%s varies by %q", test.target, got)
		}
		if response.ContentLength != int64(len(test.body)) {
			t.Errorf("%s for %q says its length is %d, want %d", test.target, test.accept, response.ContentLength, len(test.body))
		}
	}
}

func TestNothingAcceptable(t *testing.T) {
	server := serveSample(t)
	for target, accept := range map[string]string{"/": "*;q=0", "/plain.json": "identity;q=0, br, gzip"} {
		response, body := ask(t, server, "GET", target, map[string]string{"Accept-Encoding": accept})
		if response.StatusCode != http.StatusNotAcceptable || response.Header.Get("Vary") != "Accept-Encoding" {
			t.Errorf("%s for %q answers %s %q, varies by %q", target, accept, response.Status, body, response.Header.Get("Vary"))
		}
	}
}

func TestHeadRangesAndRevalidation(t *testing.T) {
	server := serveSample(t)
	response, body := ask(t, server, "HEAD", "/"+program, map[string]string{"Accept-Encoding": "br"})
	if response.StatusCode != http.StatusOK || body != "" || response.ContentLength != 2 {
		t.Errorf("HEAD answers %s, length %d, body %q", response.Status, response.ContentLength, body)
	}

	for _, test := range []struct {
		wanted, accept string
		status         int
		body           string
	}{
		{"bytes=2-4", "", http.StatusPartialContent, "234"},
		{"bytes=-3", "", http.StatusPartialContent, "789"},
		{"bytes=1-", "br", http.StatusPartialContent, "r"}, // of the compressed copy, which has its own ETag
		{"bytes=99-", "", http.StatusRequestedRangeNotSatisfiable, ""},
	} {
		response, body := ask(t, server, "GET", "/"+program, map[string]string{"Range": test.wanted, "Accept-Encoding": test.accept})
		if response.StatusCode != test.status || (test.body != "" && body != test.body) {
			t.Errorf("%s answers %s %q, want %d %q", test.wanted, response.Status, body, test.status, test.body)
		}
	}

	first, _ := ask(t, server, "GET", "/", map[string]string{"Accept-Encoding": "br"})
	again, _ := ask(t, server, "GET", "/", map[string]string{"Accept-Encoding": "br", "If-None-Match": first.Header.Get("ETag")})
	if again.StatusCode != http.StatusNotModified {
		t.Errorf("a revalidation answers %s, want 304", again.Status)
	}
	other, _ := ask(t, server, "GET", "/", map[string]string{"Accept-Encoding": "gzip", "If-None-Match": first.Header.Get("ETag")})
	if other.StatusCode != http.StatusOK {
		t.Errorf("asked for another encoding it answers %s, want 200", other.Status)
	}
}

func TestNothingOutsideTheSiteIsReachable(t *testing.T) {
	server := serveSample(t)
	for _, target := range []string{
		"/absent.html", "/empty/", "/empty", "/below", "/link.txt",
		"/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/below/../../secret.txt",
		"/..\\secret.txt", "/below/..%5c..%5csecret.txt", "//secret.txt", "/index.html%00.js",
		"/.quick", "/below/.hidden/a.txt", "/index.html.br", "/" + program + ".br", "/index.html/",
	} {
		response, body := ask(t, server, "GET", target, map[string]string{"Accept-Encoding": "br"})
		if response.StatusCode != http.StatusNotFound && response.StatusCode != http.StatusBadRequest {
			t.Errorf("%s answers %s", target, response.Status)
		}
		for _, leak := range []string{secret, "hidden", "keep.txt"} {
			if strings.Contains(body, leak) {
				t.Errorf("%s answers with %q", target, body)
			}
		}
	}
}

func TestOnlyGetAndHead(t *testing.T) {
	server := serveSample(t)
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS", "TRACE"} {
		response, _ := ask(t, server, method, "/", nil)
		if response.StatusCode != http.StatusMethodNotAllowed || response.Header.Get("Allow") != "GET, HEAD" {
			t.Errorf("%s answers %s, allows %q", method, response.Status, response.Header.Get("Allow"))
		}
	}
}

func TestHeadersOnEveryAnswer(t *testing.T) {
	server := serveSample(t)
	for _, target := range []string{"/", "/absent.html", "/" + program} {
		response, _ := ask(t, server, "GET", target, nil)
		if got := response.Header.Get("Content-Security-Policy"); !strings.Contains(got, "default-src 'none'") || strings.Contains(got, "unsafe-inline") {
			t.Errorf("%s: content security policy %q", target, got)
		}
		if got := response.Header.Get("X-Content-Type-Options"); got != "nosniff" {
			t.Errorf("%s: X-Content-Type-Options %q", target, got)
		}
		if got := response.Header.Get("Set-Cookie"); got != "" {
			t.Errorf("%s sets a cookie: %q", target, got)
		}
	}
}

func TestFoldersWithoutASite(t *testing.T) {
	for _, dir := range []string{t.TempDir(), filepath.Join(t.TempDir(), "absent")} {
		if _, err := Handler(dir); err == nil || !strings.Contains(err.Error(), "make site") {
			t.Errorf("%s: error is %v, want one that says what to do", dir, err)
		}
	}
}

func TestALargeFileIsServedWhole(t *testing.T) {
	dir := t.TempDir()
	large := bytes.Repeat([]byte("0123456789abcdef"), 1<<16)
	for name, data := range map[string][]byte{"index.html": nil, "large.wasm": large} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	handler, err := Handler(dir)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	defer server.Close()
	if _, body := ask(t, server, "GET", "/large.wasm", nil); body != string(large) {
		t.Errorf("a file of %d bytes arrives with %d", len(large), len(body))
	}
}

func TestARebuiltSiteIsServed(t *testing.T) {
	server := serveSample(t)
	dir := t.TempDir()
	for name, text := range map[string]string{"old/index.html": "old", "new/index.html": "new"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	handler, err := Handler(filepath.Join(dir, "old"))
	if err != nil {
		t.Fatal(err)
	}
	server.Config.Handler = handler
	if err := os.RemoveAll(filepath.Join(dir, "old")); err != nil {
		t.Fatal(err)
	}
	if response, _ := ask(t, server, "GET", "/", nil); response.StatusCode != http.StatusNotFound {
		t.Errorf("while there is no site it answers %s, want 404", response.Status)
	}
	if err := os.Rename(filepath.Join(dir, "new"), filepath.Join(dir, "old")); err != nil {
		t.Fatal(err)
	}
	if _, body := ask(t, server, "GET", "/", nil); body != "new" {
		t.Errorf("it answers %q, want the new site", body)
	}
}

// FuzzPath asks for any path, not cleaned by a client or a server: no answer has
// a file from outside the site or a hidden one.
func FuzzPath(f *testing.F) {
	handler := serveSample(f).Config.Handler
	for _, seed := range []string{
		"/", "/index.html", "/below/", "", "*", "/../secret.txt", "/..\\secret.txt", "/below/../../secret.txt", "//secret.txt",
		"/.quick", "/./.quick", "/below/.hidden/a.txt", "/link.txt", "/index.html.br", "/index.html\x00", "/empty/..", "/C:/secret.txt",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, path string) {
		r := httptest.NewRequest("GET", "/", nil)
		r.URL.Path = path
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		for _, leak := range []string{secret, "hidden", "keep.txt", "html in"} {
			if strings.Contains(w.Body.String(), leak) {
				t.Errorf("%q answers with %q", path, w.Body)
			}
		}
		if w.Code != http.StatusOK && w.Code != http.StatusNotFound {
			t.Errorf("%q answers %d", path, w.Code)
		}
	})
}
