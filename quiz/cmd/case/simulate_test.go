package main

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestSimulate(t *testing.T) {
	code, out, err := call("simulate", "-pupils", "500", "-seed", "2", lostCat)
	for _, want := range []string{"The Lost Cat (lost-cat): 4 verdicts, of them 1 real; 500 pupils, seed 2\n", "\ndiscerning ", "\ncareless ", "\nfound-tuesday  "} {
		if code != exitOK || err != "" || !strings.Contains(out, want) {
			t.Errorf("exit %d, stderr %q, no %q in:\n%s", code, err, want, out)
		}
	}
	if _, again, _ := call("simulate", "--seed", "2", lostCat, "--pupils", "500"); again != out {
		t.Error("two results of one seed")
	}
	code, out, err = call("simulate", "-pupils", "100", "-classes", "3", "-class", "6", lostCat, lostCat)
	if code != exitOK || err != "" || !strings.Contains(out, "forms ") || strings.Contains(out, "differs") || !strings.Contains(out, "3 classes of 6 pupils") {
		t.Errorf("two forms: exit %d, stderr %q:\n%s", code, err, out)
	}
	var all simulated
	code, out, _ = call("simulate", "-json", "-pupils", "100", lostCat, "../../../assets/cases/the-call/case.json")
	if jsonErr := json.Unmarshal([]byte(out), &all); code != exitWrong || jsonErr != nil || len(all.Tests) != 2 || len(all.Forms) == 0 {
		t.Errorf("two cases that are no forms: exit %d, %v", code, jsonErr)
	}
	if code, _, err := call("simulate", "-pupils", "100", lostCat, "../../../assets/cases/the-call/case.json"); code != exitWrong || !strings.Contains(err, "alike\n    → ") {
		t.Errorf("two cases that are no forms: exit %d, stderr %q", code, err)
	}
}

func TestSimulateSaysWhatIsWrong(t *testing.T) {
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{}, exitUsage, "needs a case file"},
		{[]string{lostCat, lostCat, lostCat}, exitUsage, "needs a case file"},
		{[]string{"-pupils", "0", lostCat}, exitUsage, `from 1 to 1000000, not "0"`},
		{[]string{"-pupils", "ten", lostCat}, exitUsage, `not "ten"`},
		{[]string{lostCat, "-seed"}, exitUsage, "-seed takes"},
		{[]string{"-seed", "-1", lostCat}, exitUsage, `not "-1"`},
		{[]string{"-class", "2", lostCat}, exitUsage, "from 5 to 500"},
		{[]string{"-classes", "1e9", lostCat}, exitUsage, `not "1e9"`},
		{[]string{"-sed", "1", lostCat}, exitUsage, `"-sed"`},
		{[]string{"missing.yaml"}, exitWrong, "can't be read"},
	} {
		code, out, err := call(append([]string{"simulate"}, c.args...)...)
		if code != c.code || out != "" || !strings.Contains(err, c.want) || !strings.Contains(err, "→") {
			t.Errorf("%v: exit %d, stderr %q; want %d and %q", c.args, code, err, c.code, c.want)
		}
	}
}

// FuzzParseSimulate splits any text into arguments: they are a call within its
// bounds, or refused with a sentence.
func FuzzParseSimulate(f *testing.F) {
	for _, args := range []string{"a.yaml", "-pupils 5 a b", "-pupils", "--seed 18446744073709551616 a", "-classes -1 a", "-json - a"} {
		f.Add(args)
	}
	f.Fuzz(func(t *testing.T, args string) {
		s, err := parseSimulate(strings.Fields(args))
		switch {
		case err != nil && (err.Error() == "" || strings.ContainsAny(err.Error(), "\x1b\n")):
			t.Errorf("%q: %q", args, err)
		case err == nil && (s.pupils < 1 || s.classes < 0 || s.class < leastClass || len(s.files) == 0):
			t.Errorf("%q: accepted as %+v", args, s)
		}
	})
}
