package main

import (
	"strings"
	"testing"
)

func TestPackAndUnpack(t *testing.T) {
	log := savedSession(t)
	code, text, err := call("pack", lostCat, saveTo(t, log))
	if code != exitOK || err != "" || len(text) > 60 {
		t.Fatalf("%d, %q, %q", code, text, err)
	}
	code, out, err := call("unpack", lostCat, strings.TrimSpace(text))
	if code != exitOK || err != "" || out != string(log) {
		t.Errorf("%d, %q, %q", code, out, err)
	}
	for _, args := range [][]string{
		{"pack"},
		{"pack", lostCat, "nothing.jsonl"},
		{"pack", lostCat, lostCat},
		{"pack", "nothing.yaml", lostCat},
		{"unpack"},
		{"unpack", lostCat, text[:len(text)-5]},
		{"unpack", "nothing.yaml", text},
	} {
		code, out, err := call(args...)
		if code == exitOK || out != "" || !strings.HasPrefix(err, "case: ") && !strings.Contains(err, "→") {
			t.Errorf("%q: %d, %q, %q", args, code, out, err)
		}
	}
}
