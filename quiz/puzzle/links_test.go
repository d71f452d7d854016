package puzzle

import (
	"encoding/json"
	"testing"
)

// What is pulled and taken down, one step after the other.
func TestLinksOfADraft(t *testing.T) {
	it, _ := loadSet(t).Item("trace-radio")
	form := it.Form(1)
	d := form.Draft(nil)
	for i, step := range []struct {
		down     bool
		from, to string
		want     string
		complete bool
	}{
		{from: "paper", want: `{"paper":null}`},
		{from: "paper", to: "photo", want: `{"paper":"photo"}`},
		{from: "radio", to: "paper", want: `{"paper":"photo","radio":"paper"}`, complete: true},
		{from: "office", to: "photo", want: `{"office":"photo","paper":"photo","radio":"paper"}`, complete: true},
		// The paper hung from the radio alone: it comes down. The photo does not.
		{from: "radio", to: "notice", want: `{"office":"photo","radio":"notice"}`, complete: true},
		{from: "radio", to: "paper", want: `{"office":"photo","radio":"paper"}`, complete: true},
		{from: "paper", to: "photo", want: `{"office":"photo","paper":"photo","radio":"paper"}`, complete: true},
		{down: true, from: "photo", want: `{"office":null,"paper":null,"radio":"paper"}`, complete: true},
		{down: true, from: "office", want: `{"paper":null,"radio":"paper"}`, complete: true},
		// The report stays.
		{from: "radio", want: `{"paper":null}`},
		{down: true, from: "radio", want: `{"paper":null}`},
		{down: true, from: "paper", want: `{}`},
	} {
		before := string(d.JSON())
		var next Draft
		var ok bool
		if step.down {
			next, ok = d.Unlink(FieldCord, step.from)
		} else {
			next, ok = d.Link(FieldCord, step.from, step.to)
		}
		if got := string(next.JSON()); !ok || got != step.want || next.Complete() != step.complete {
			t.Errorf("step %d: it is %s, complete %t; want %s, %t", i, got, next.Complete(), step.want, step.complete)
		}
		if string(d.JSON()) != before {
			t.Errorf("step %d changed the draft before", i)
		}
		d = form.Draft(next.JSON()) // as it is kept in a log
	}
	for _, c := range [][2]string{{"radio", "radio"}, {"vet", ""}, {"radio", "vet"}} {
		if _, ok := d.Link(FieldCord, c[0], c[1]); ok {
			t.Errorf("%s can be linked to %q", c[0], c[1])
		}
	}
	if _, ok := d.Unlink(FieldCord, "vet"); ok {
		t.Error("what isn't there can be taken down")
	}
	if _, ok := d.Link("x", "radio", "paper"); ok {
		t.Error("a field that isn't there can be linked")
	}
	if got := string(form.Draft(json.RawMessage(`{"radio": "vet", "paper": 7, "vet": null, "photo": "", "notice": "photo"}`)).JSON()); got != `{"notice":"photo"}` {
		t.Errorf("of a draft with faults %s is read", got)
	}
}

// Whatever way the cards are asked about, guessing at cords earns little.
func TestGuessingAtCordsEarnsLittle(t *testing.T) {
	for n := 4; n <= mostTraceCards+1; n++ {
		for witnesses := 1; witnesses < n-1; witnesses++ {
			if got := endsChance(n, witnesses); got <= 0 || got > 0.17 {
				t.Errorf("%d cards, %d witnesses: the ends are right by chance in %v", n, witnesses, got)
			}
		}
	}
}
