package host

import "testing"

func TestFileName(t *testing.T) {
	for given, want := range map[string]string{
		"the-call report.csv":  "the-call report.csv",
		"../../etc/passwd":     "-..-etc-passwd",
		`a\b:c*d?"e"<f>|g.txt`: "a-b-c-d--e--f--g.txt",
		"line\nbreak":          "line-break",
		" .. ":                 "file",
		"":                     "file",
		"Ответы.json":          "Ответы.json",
	} {
		if got := fileName(given); got != want {
			t.Errorf("fileName(%q) = %q, want %q", given, got, want)
		}
	}
}

func TestCheckLinkOpensOnlyTheWeb(t *testing.T) {
	for _, address := range []string{"https://example.org/a?b=c#d", "http://localhost:8080/"} {
		if err := checkLink(address); err != nil {
			t.Errorf("checkLink(%q): %v", address, err)
		}
	}
	for _, address := range []string{
		"", "example.org", "/etc/passwd", "file:///etc/passwd", "javascript:alert(1)",
		"data:text/html,x", "https:", "https://", "--help", "http://a b/",
	} {
		if err := checkLink(address); err == nil {
			t.Errorf("checkLink(%q) lets it through", address)
		}
	}
}
