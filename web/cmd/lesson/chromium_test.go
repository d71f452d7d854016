package main

import (
	"bytes"
	"testing"
)

func TestUndated(t *testing.T) {
	const first = "<</Title (x)\n/CreationDate (D:20261130004512+00'00')\n/ModDate (D:20261130004512+00'00')>>\ntrailer <</ID [<AB12CD> <AB12CD>]>> 20261130004512"
	const later = "<</Title (x)\n/CreationDate (D:20270101000000+00'00')\n/ModDate (D:20270101000001+00'00')>>\ntrailer <</ID [<FF12CE> <012345>]>> 20261130004512"
	a, b := undated([]byte(first)), undated([]byte(later))
	if !bytes.Equal(a, b) {
		t.Errorf("two prints differ:\n%s\n%s", a, b)
	}
	if len(a) != len(first) || !bytes.HasSuffix(a, []byte("20261130004512")) || !bytes.Contains(a, []byte("(D:20000101000000+00'00')")) {
		t.Errorf("more than dates and ids has changed: %s", a)
	}
}
