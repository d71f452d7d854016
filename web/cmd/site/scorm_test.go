package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"holdtheline/assets"
	"holdtheline/assets/words"
)

// samples are the packages built so far around a program that does nothing, by what
// they ask for.
var samples = map[[2]string][]*file{}

// samplePackages returns the files of each package by its case, and the order of the
// files in one.
func samplePackages(t *testing.T, link, mastery string) (packages map[string]map[string][]byte, order []string) {
	t.Helper()
	written, ok := samples[[2]string{link, mastery}]
	if !ok {
		s := sampleSite(t)
		var err error
		if written, err = s.packagesFor(link, mastery); err != nil {
			t.Fatal(err)
		}
		there := contents(t, s.out)
		for _, f := range written {
			if !bytes.Equal(there[f.name], f.data) {
				t.Fatalf("%s isn't written", f.name)
			}
		}
		samples[[2]string{link, mastery}] = written
	}
	packages = map[string]map[string][]byte{}
	for _, f := range written {
		z, err := zip.NewReader(bytes.NewReader(f.data), int64(len(f.data)))
		if err != nil {
			t.Fatal(err)
		}
		files := map[string][]byte{}
		order = nil
		for _, entry := range z.File {
			r, err := entry.Open()
			if err != nil {
				t.Fatal(err)
			}
			if files[entry.Name], err = io.ReadAll(r); err != nil {
				t.Fatal(err)
			}
			order = append(order, entry.Name)
		}
		packages[strings.TrimSuffix(strings.TrimPrefix(f.name, packPrefix), ".zip")] = files
	}
	return packages, order
}

func TestThereIsAPackageForEveryCaseAndForm(t *testing.T) {
	packages, order := samplePackages(t, "", "60")
	if got, want := slices.Sorted(maps.Keys(packages)), assets.Cases(); !slices.Equal(got, want) {
		t.Errorf("there are packages for %q, and the cases %q", got, want)
	}
	if order[0] != "imsmanifest.xml" {
		t.Errorf("a package begins with %s", order[0])
	}
	hashedName := regexp.MustCompile(`\.[0-9a-f]{16}\.`)
	for id, files := range packages {
		index := string(files["index.html"])
		for _, address := range regexp.MustCompile(`(?:src|href|data-program)="([^"]*)"`).FindAllStringSubmatch(index, -1) {
			if name := address[1]; name != "" && !strings.HasPrefix(name, "?") && files[name] == nil {
				t.Errorf("%s: the page asks for %q, which isn't in the package", id, name)
			}
		}
		var script, first string
		for name, data := range files {
			switch {
			case strings.HasPrefix(name, "scorm."):
				script = string(data)
			case strings.HasPrefix(name, "head."):
				first = name
			}
			if strings.Contains(name, "worker") || strings.HasSuffix(name, ".br") || strings.HasSuffix(name, ".webmanifest") {
				t.Errorf("%s: %s doesn't belong into a package", id, name)
			}
			if !hashedName.MatchString(name) && name != "imsmanifest.xml" && !strings.HasSuffix(name, ".html") {
				t.Errorf("%s: platforms keep files for months, and %s has no hash in its name", id, name)
			}
			if strings.HasPrefix(name, "case-") && !regexp.MustCompile(`^case-`+id+`(-[a-z]{2})?\.`).MatchString(name) {
				t.Errorf("%s has the other case %s", id, name)
			}
		}
		if at := strings.Index(index, `<script src="scorm.`); at < 0 || at > strings.Index(index, first) {
			t.Errorf("%s: the connection isn't loaded first", id)
		}
		for _, forbidden := range []string{"data-worker", "manifest\"", "nothing is sent to anybody", "is saved on this device"} {
			if strings.Contains(index, forbidden) {
				t.Errorf("%s: the page has %q", id, forbidden)
			}
		}
		for _, other := range regexp.MustCompile(`<template data-case="([^"]*)"`).FindAllStringSubmatch(index, -1) {
			if other[1] != id { // its own is there in other languages
				t.Errorf("%s: the page tells of %s", id, other[1])
			}
		}
		if !strings.Contains(index, "learning platform") {
			t.Errorf("%s: the page doesn't say where answers go", id)
		}
		if !strings.Contains(script, `"`+id+`"`) && !strings.Contains(script, `"form":"`) {
			t.Errorf("%s: the link doesn't name the case", id)
		}
	}
}

// TestTheManifestFollowsItsSchema holds the manifest against what the schemas of IMS
// Content Packaging 1.1.2 and ADL SCORM 1.2 say: which elements stand in which, in
// which order, and with which attributes.
func TestTheManifestFollowsItsSchema(t *testing.T) {
	const ims, adl = "http://www.imsproject.org/xsd/imscp_rootv1p1p2", "http://www.adlnet.org/xsd/adlcp_rootv1p2"
	content := map[string]string{
		"": "manifest", "manifest": "metadata organizations resources", "metadata": "schema schemaversion",
		"organizations": "organization", "organization": "title item", "item": "title masteryscore",
		"resources": "resource", "resource": "file", "file": "", "title": "", "schema": "", "schemaversion": "", "masteryscore": "",
	}
	attributes := map[string]string{
		"manifest": "identifier version", "organizations": "default", "organization": "identifier",
		"item": "identifier identifierref isvisible", "resource": "href identifier scormtype type", "file": "href",
	}
	packages, _ := samplePackages(t, "", "60")
	for id, files := range packages {
		d := xml.NewDecoder(bytes.NewReader(files["imsmanifest.xml"]))
		type open struct {
			name string
			left []string
		}
		stack := []open{{left: strings.Fields(content[""])}}
		texts, listed, ids := map[string]string{}, []string{}, map[string]bool{}
		for {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			switch e := token.(type) {
			case xml.StartElement:
				name, parent := e.Name.Local, &stack[len(stack)-1]
				space := ims
				if name == "masteryscore" {
					space = adl
				}
				at := slices.Index(parent.left, name)
				if at < 0 || e.Name.Space != space {
					t.Fatalf("%s: %s in %q is out of place", id, name, parent.name)
				}
				if parent.left = parent.left[at:]; name != "file" {
					parent.left = parent.left[1:]
				}
				var has []string
				for _, a := range e.Attr {
					if a.Name.Local != "xmlns" && a.Name.Space != "xmlns" {
						has = append(has, a.Name.Local)
					}
					if a.Name.Local == "identifier" {
						if ids[a.Value] || !regexp.MustCompile(`^[a-z][a-z-]*$`).MatchString(a.Value) {
							t.Errorf("%s: the identifier %q", id, a.Value)
						}
						ids[a.Value] = true
					}
					if a.Name.Local == "scormtype" && (a.Name.Space != adl || a.Value != "sco") {
						t.Errorf("%s: %+v", id, a)
					}
				}
				slices.Sort(has)
				if got := strings.Join(has, " "); got != attributes[name] {
					t.Errorf("%s: %s has the attributes %q", id, name, got)
				}
				if name == "file" {
					listed = append(listed, e.Attr[0].Value)
				}
				stack = append(stack, open{name, strings.Fields(content[name])})
			case xml.EndElement:
				if name := stack[len(stack)-1].name; name != "item" && name != "resource" && len(stack[len(stack)-1].left) > 0 {
					t.Errorf("%s: %s lacks %q", id, name, stack[len(stack)-1].left)
				}
				stack = stack[:len(stack)-1]
			case xml.CharData:
				texts[stack[len(stack)-1].name] += strings.TrimSpace(string(e))
			}
		}
		if texts["schema"] != "ADL SCORM" || texts["schemaversion"] != "1.2" || texts["masteryscore"] != "60" || len(texts["title"]) > 200 || !strings.Contains(texts["title"], "Hold the Line: ") {
			t.Errorf("%s: %q", id, texts)
		}
		names := slices.Sorted(maps.Keys(files))
		slices.Sort(listed)
		if all := slices.DeleteFunc(names, func(name string) bool { return name == "imsmanifest.xml" }); !slices.Equal(listed, all) {
			t.Errorf("%s: the manifest lists %q, and the package has %q", id, listed, all)
		}
	}
}

func TestWhatAPackageAsksFor(t *testing.T) {
	packages, _ := samplePackages(t, "length=lesson&mode=assessment&seed=2015&lang=de", "")
	for id, want := range map[string]string{
		"the-armistice-cable": `"link":{"case":"the-armistice-cable","lang":"de","length":"lesson","mode":"assessment","seed":"2015"}`,
		"flyers-or-liars":     `"link":{"form":"`,
	} {
		found := false
		for name, data := range packages[id] {
			if strings.HasPrefix(name, "scorm.") {
				found = strings.Contains(string(data), want)
			}
		}
		if !found {
			t.Errorf("%s doesn't ask for %s", id, want)
		}
		if strings.Contains(string(packages[id]["imsmanifest.xml"]), "masteryscore") {
			t.Errorf("%s has a mastery score that nobody gave", id)
		}
	}
	for _, wrong := range [][2]string{{"case=the-call", ""}, {"form=a", ""}, {"colour=red", ""}, {"length=endless", ""}, {"%zz", ""}, {"", "much"}, {"", "101"}, {"", "NaN"}} {
		if _, err := newPack(wrong[0], wrong[1]); err == nil || len(err.Error()) < 20 {
			t.Errorf("%q: %v", wrong, err)
		}
	}
}

func TestTwoBuildsOfPackagesAreIdenticalAndLeaveTheSite(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds all packages twice")
	}
	s := sampleSite(t)
	builtBefore(t, s)
	before := contents(t, s.out)
	written, err := s.packagesFor("", "60")
	if err != nil {
		t.Fatal(err)
	}
	after := contents(t, s.out)
	for name, data := range before {
		if !bytes.Equal(after[name], data) {
			t.Errorf("%s of the site has changed", name)
		}
	}
	samplePackages(t, "", "60") // in another folder
	for i, f := range samples[[2]string{"", "60"}] {
		if !bytes.Equal(written[i].data, f.data) {
			t.Errorf("%s differs between two builds", f.name)
		}
	}
	// A site may take the place of packages.
	other := sampleSite(t)
	other.out = s.out
	if _, err := other.build(); err != nil {
		t.Error(err)
	}
}

// The texts of packages stand in the place of others, in every language.
func TestTheTextsOfPackages(t *testing.T) {
	var keys []string
	for _, lang := range words.Languages() {
		w, err := words.Load(lang)
		if err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(filepath.Join("..", "..", "..", "assets", "words", "platform", lang+".json"))
		if err != nil {
			t.Fatal(err)
		}
		own := map[string]string{}
		if err := json.Unmarshal(data, &own); err != nil {
			t.Fatal(err)
		}
		for key, text := range own {
			if !w.Has(key) || w.Say(key) == text || strings.ContainsAny(text, "{}\"'") {
				t.Errorf("%s: %q says %q", lang, key, text)
			}
		}
		if names := slices.Sorted(maps.Keys(own)); keys == nil {
			keys = names
		} else if !slices.Equal(keys, names) {
			t.Errorf("%s has texts for %q, another language for %q", lang, names, keys)
		}
	}
}
