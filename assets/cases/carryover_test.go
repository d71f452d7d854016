package cases_test

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The four articles belong to their publishers, so neither they nor any run of
// their words may stand in the project. The test knows them only as hashes of
// all their runs of runLength words; nobody can read an article out of those.
//
// To write the hashes anew, name the folder with the articles as text files:
//
//	ARTICLES=/path/to/articles go test ./assets/cases -run TestWriteArticleRuns
const (
	runLength = 12
	hashBytes = 8
	runsFile  = "testdata/article-runs.sha256"
	runsHead  = `# Hashes of every run of 12 words in the four articles that the case "The Call" tells of.
# A word is a run of a-z and 0-9 in the lower-cased text; a line is the first 8 bytes, in hex,
# of the SHA-256 of 12 words with one space between them. Sorted, each once.
# carryover_test.go compares the project's own words with these, and says how to write them anew.
`
)

// shipped are the kinds of file that carry words. True marks the ones in which
// a straight quotation mark means a quotation; elsewhere it is syntax, and only
// curly ones do.
var shipped = map[string]bool{
	".md": true, ".txt": true,
	".yaml": false, ".yml": false, ".json": false, ".jsonl": false, ".go": false,
	".html": false, ".css": false, ".js": false, ".mjs": false,
}

// unshipped are folders that hold no words of ours: made, downloaded, or git's.
var unshipped = []string{".git", "node_modules", "dist", "build"}

var (
	wordPattern   = regexp.MustCompile(`[a-z0-9]+`)
	curlyQuoted   = regexp.MustCompile(`“[^“”]{0,300}”`)
	straightQuote = regexp.MustCompile(`"[^"]{0,300}"`)
)

// A run is runLength words in a row.
type run struct {
	words, hash string
}

// runsOf returns every run of runLength words in a stretch of text.
func runsOf(text string) []run {
	words := wordPattern.FindAllString(strings.ToLower(text), -1)
	var runs []run
	for i := 0; i+runLength <= len(words); i++ {
		joined := strings.Join(words[i:i+runLength], " ")
		sum := sha256.Sum256([]byte(joined))
		runs = append(runs, run{joined, hex.EncodeToString(sum[:hashBytes])})
	}
	return runs
}

// stretches cuts a text at everything that is free to carry over: quotations,
// as the kind of file marks them.
func stretches(text string, straightQuotes bool) []string {
	const cut = "\x00"
	text = curlyQuoted.ReplaceAllString(text, cut)
	if straightQuotes {
		text = straightQuote.ReplaceAllString(text, cut)
	}
	return strings.Split(text, cut)
}

// carriedOver returns the runs of a text that are among the known ones.
func carriedOver(text string, straightQuotes bool, known map[string]bool) []string {
	var found []string
	for _, stretch := range stretches(text, straightQuotes) {
		for _, r := range runsOf(stretch) {
			if known[r.hash] {
				found = append(found, r.words)
			}
		}
	}
	return found
}

func hashesOf(text string) map[string]bool {
	known := map[string]bool{}
	for _, r := range runsOf(text) {
		known[r.hash] = true
	}
	return known
}

// articleRuns reads the hashes of the articles' runs.
func articleRuns(t *testing.T) map[string]bool {
	t.Helper()
	file, err := os.Open(runsFile)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	known := map[string]bool{}
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		if line := lines.Text(); !strings.HasPrefix(line, "#") {
			known[line] = true
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return known
}

func TestNoArticleSentenceIsCarriedOver(t *testing.T) {
	known := articleRuns(t)
	root := moduleRoot(t)
	read := 0
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && slices.Contains(unshipped, entry.Name()) {
			return fs.SkipDir
		}
		straightQuotes, carriesWords := shipped[strings.ToLower(filepath.Ext(path))]
		if !entry.Type().IsRegular() || !carriesWords {
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		read++
		for _, words := range carriedOver(string(text), straightQuotes, known) {
			t.Errorf("%s carries over %d words of an article: %q\n"+
				"tell it in your own words, or mark a short quotation as one, with “ and ”, and say whose it is",
				strings.TrimPrefix(path, root+string(filepath.Separator)), runLength, words)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if read == 0 {
		t.Error("no file was read, so nothing was checked")
	}
}

// The sample is a sentence of our own; it stands for an article's.
const sample = "On the old pier a clock without hands told every visitor that it was high time for tea."

func TestCarriedOverFindsARun(t *testing.T) {
	known := hashesOf(sample)
	for _, c := range []struct {
		name           string
		text           string
		straightQuotes bool
		found          bool
	}{
		{"the sentence itself", sample, true, true},
		{"inside other words, on new lines, in other case", "As they say:\n  on the OLD pier a clock\n  without hands, told every visitor\n  - that it was late.", true, true},
		{"as a value in a file of data", `text: "` + sample + `"`, false, true},
		{"in our own words", "A clock on that pier has lost its hands, and so it is always time for tea there.", true, false},
		{"one word fewer than a run", "on the old pier a clock without hands told every visitor", true, false},
		{"in curly quotation marks", "The sign says: “" + sample + "”", false, false},
		{"in straight quotation marks, in prose", `The sign says: "` + sample + `"`, true, false},
		{"in quotation marks, but too long a quotation", "“" + strings.Repeat("Very long ago, ", 20) + sample + "”", false, true},
		{"on both sides of a quotation, not in a row", "On the old pier a clock without hands “oh dear” told every visitor that it was high time.", true, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if found := carriedOver(c.text, c.straightQuotes, known); (len(found) > 0) != c.found {
				t.Errorf("found %q, want any: %v", found, c.found)
			}
		})
	}
}

func TestArticleRunsAreWhole(t *testing.T) {
	text, err := os.ReadFile(runsFile)
	if err != nil {
		t.Fatal(err)
	}
	body, headed := strings.CutPrefix(string(text), runsHead)
	if !headed {
		t.Errorf("%s does not begin with the comment that says what it is", runsFile)
	}
	lines := strings.Split(strings.TrimSuffix(body, "\n"), "\n")
	// The shortest of the four articles has more than 300 runs.
	if least := 4 * 300; len(lines) < least {
		t.Errorf("%d hashes; four articles have at least %d", len(lines), least)
	}
	if !slices.IsSorted(lines) || len(slices.Compact(slices.Clone(lines))) != len(lines) {
		t.Error("the hashes are not sorted, each once")
	}
	for _, line := range lines {
		if sum, err := hex.DecodeString(line); err != nil || len(sum) != hashBytes {
			t.Errorf("%q is not a hash of %d bytes", line, hashBytes)
		}
	}
}

// TestWriteArticleRuns writes the hashes anew from the articles in the folder
// that ARTICLES names. It is a tool more than a test: without it, it is skipped.
func TestWriteArticleRuns(t *testing.T) {
	folder := os.Getenv("ARTICLES")
	if folder == "" {
		t.Skip("set ARTICLES to the folder with the articles to write their hashes anew")
	}
	paths, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) == 0 {
		t.Fatalf("no .txt file in %s; name the folder that holds the articles", folder)
	}
	known := map[string]bool{}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range runsOf(string(text)) {
			known[r.hash] = true
		}
	}
	hashes := make([]string, 0, len(known))
	for hash := range known {
		hashes = append(hashes, hash)
	}
	slices.Sort(hashes)
	if err := os.WriteFile(runsFile, []byte(runsHead+strings.Join(hashes, "\n")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Logf("%s: %d hashes of %d articles", runsFile, len(hashes), len(paths))
}

// moduleRoot is the folder with go.mod, above the one that the test runs in.
func moduleRoot(t *testing.T) string {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			return folder
		}
		above := filepath.Dir(folder)
		if above == folder {
			t.Fatal("no go.mod above this package; run the test inside the project")
		}
		folder = above
	}
}
