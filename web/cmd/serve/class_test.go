package main

import (
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"holdtheline/web/class/client"
)

func TestClassFlags(t *testing.T) {
	sound := classOptions{dir: "x", keep: time.Hour, replicas: 3, maxClasses: 1, maxStreams: 1, memory: 1}
	if err := sound.check(); err != nil {
		t.Errorf("sound flags: %v", err)
	}
	for want, change := range map[string]func(*classOptions){
		"choose one":       func(o *classOptions) { o.nats = "nats://a" },
		"at least a minut": func(o *classOptions) { o.keep = time.Second },
		"belong together":  func(o *classOptions) { o.cert = "c" },
		"at least 1":       func(o *classOptions) { o.memory = 0 },
		"-class or -nats":  func(o *classOptions) { *o = classOptions{metrics: ":1"} },
	} {
		o := sound
		change(&o)
		if err := o.check(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error is %v, want %q in it", err, want)
		}
	}
}

// fetch returns the status and body of an address.
func fetch(t *testing.T, url string) (int, string) {
	t.Helper()
	response, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(body)
}

// offered reports whether a site says that its server lets classes play.
func offered(t *testing.T, url string) bool {
	t.Helper()
	response, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	return response.Header.Get(classHeader) != ""
}

// Without -class or -nats there is nothing of classes.
func TestASiteWithoutClasses(t *testing.T) {
	server := startChild(t, "-addr", freePort(t), "-dir", site(t), "-open=false")
	if offered(t, server.base) {
		t.Error("the game would offer to join a class")
	}
	for _, path := range []string{"healthz", "readyz", "metrics", "api/classes"} {
		if status, _ := fetch(t, server.base+path); status != http.StatusNotFound {
			t.Errorf("/%s is answered with %d", path, status)
		}
	}
}

// With them the site is there too, the metrics have an address of their own, and a
// stream of events is no reason not to stop.
func TestASiteWithClasses(t *testing.T) {
	kept, metrics := filepath.Join(t.TempDir(), "kept"), freePort(t)
	server := startChild(t, "-addr", freePort(t), "-dir", site(t), "-open=false", "-class", kept, "-metrics", metrics)
	for path, want := range map[string]string{"": "here", "healthz": `"ok"`, "readyz": `"ready"`} {
		if status, body := fetch(t, server.base+path); status != http.StatusOK || !strings.Contains(body, want) {
			t.Errorf("/%s is answered with %d %q", path, status, body)
		}
	}
	if !offered(t, server.base) {
		t.Error("the game won't offer to join a class")
	}
	if status, _ := fetch(t, server.base+"metrics"); status != http.StatusNotFound {
		t.Errorf("the main address answers /metrics with %d", status)
	}
	if status, body := fetch(t, "http://"+metrics+"/metrics"); status != http.StatusOK || !strings.Contains(body, "htl_classes_in_memory") {
		t.Errorf("/metrics is answered with %d %q", status, body)
	}
	if info, err := os.Stat(kept); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the folder for classes is %v, %v", info, err)
	}
	// Nobody else's page may frame the teacher's, while a school may frame the game.
	for page, framed := range map[string]bool{"": true, "teacher.html": false, "./teacher.html": false} {
		response, err := http.Get(server.base + page)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		policy := response.Header.Get("Content-Security-Policy")
		if strings.Contains(policy, "frame-ancestors 'none'") == framed || !strings.Contains(policy, "default-src 'none'") {
			t.Errorf("the policy of %q is %q", page, policy)
		}
	}
	c := client.New(server.base, 2)
	defer c.Close()
	class, err := c.OpenClass(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	stream, err := c.Open(t.Context(), client.Request{Method: "GET", Path: class.Path("/stream"), Secret: class.Teacher})
	if err != nil {
		t.Fatal(err)
	}
	defer stream.Body.Close()
	began := time.Now()
	if err := server.command.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	// A stream that isn't ended goes on until the server gives up waiting for it.
	_, _ = io.Copy(io.Discard, stream.Body)
	if took := time.Since(began); took >= stopLimit {
		t.Errorf("the stream ends only after %v", took)
	}
	if err := server.command.Wait(); err != nil {
		t.Errorf("stopping: %v %s", err, server.said)
	}
	if took := time.Since(began); took > stopLimit {
		t.Errorf("stopping takes %v", took)
	}
}

func TestNetworkAddresses(t *testing.T) {
	for _, address := range networkAddresses("8080") {
		host, port, err := net.SplitHostPort(strings.TrimSuffix(strings.TrimPrefix(address, "http://"), "/"))
		if err != nil || port != "8080" || net.ParseIP(host).IsLoopback() {
			t.Errorf("%s is no address for other machines", address)
		}
	}
	var out strings.Builder
	announce(&out, []string{"http://192.168.1.2:8080/"})
	for _, want := range []string{"Pupils   http://192.168.1.2:8080/\n", "Teacher  http://192.168.1.2:8080/teacher.html\n", "█"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is missing in\n%s", want, out.String())
		}
	}
}

func TestTheTeachersPageOpensWherePupilsFindIt(t *testing.T) {
	for _, c := range []struct {
		others []string
		want   string
	}{
		{nil, "http://localhost:8080/teacher.html"},
		{[]string{"http://192.168.1.2:8080/", "http://10.0.0.2:8080/"}, "http://192.168.1.2:8080/teacher.html"},
	} {
		if got := teachersAddress("http://localhost:8080/", c.others); got != c.want {
			t.Errorf("with %q it is %s, want %s", c.others, got, c.want)
		}
	}
}
