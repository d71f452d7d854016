//go:build !js

package host

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestSaveFileOverwritesNothing(t *testing.T) {
	folder := t.TempDir()
	var names []string
	for _, text := range []string{"one", "two", "three"} {
		place, err := saveFile(folder, "report.csv", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, filepath.Base(place))
		if got, err := os.ReadFile(place); err != nil || string(got) != text {
			t.Errorf("%s holds %q (%v), want %q", place, got, err, text)
		}
	}
	if want := []string{"report.csv", "report (2).csv", "report (3).csv"}; !slices.Equal(names, want) {
		t.Errorf("files are %q, want %q", names, want)
	}
}

func TestSaveFileIntoNoFolder(t *testing.T) {
	_, err := saveFile(filepath.Join(t.TempDir(), "absent"), "report.csv", nil)
	if err == nil || !strings.Contains(err.Error(), "choose a working folder") {
		t.Errorf("error is %v, want one that says what to do", err)
	}
}

func TestLanguagesInTheOrderOfGettext(t *testing.T) {
	for _, test := range []struct {
		env  map[string]string
		want []string
	}{
		{map[string]string{"LANG": "de_AT.UTF-8"}, []string{"de-AT"}},
		{map[string]string{"LANG": "C.UTF-8"}, nil},
		{map[string]string{"LANGUAGE": "fr:en_GB", "LANG": "de_AT"}, []string{"fr", "en-GB"}},
		{map[string]string{"LC_ALL": "ca_ES@valencia", "LANG": "de"}, []string{"ca-ES"}},
		{nil, nil},
	} {
		if got := languages(func(name string) string { return test.env[name] }); !slices.Equal(got, test.want) {
			t.Errorf("languages of %v are %q, want %q", test.env, got, test.want)
		}
	}
}
