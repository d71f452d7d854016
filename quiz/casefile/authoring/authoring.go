package authoring

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/internal/tree"
	"holdtheline/quiz/check"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/edtf/spoken"
	"holdtheline/quiz/infer"
	"holdtheline/quiz/picture"
)

// A Reading is what came of reading a case.
type Reading struct {
	// Case is nil when there is any error.
	Case *casefile.Case
	// Draft is the case as far as it could be read, with what was inferred, whether
	// or not there are errors. It is nil if the text is no document.
	Draft *casefile.Case
	// Errors and Warnings have line, column and excerpt, in the order of the file.
	Errors, Warnings casefile.Problems
	// Inferred lists what the author left out and the program filled in.
	Inferred []infer.Inferred
}

// Read reads a case from a file's content, JSON if the name ends in .json and YAML
// otherwise, fills in what an author may leave out, and checks it, its prose and its
// pictures included. Pictures that are not in the case itself are asked of beside, if that
// is given; the case that is returned has them all. It returns all problems at once.
//
// JSON is a compiled case: it lacks the author's keys, so its statuses can't be
// checked against the evidence, and it leaves nothing out. Both were settled when it
// was built.
func Read(file string, data []byte, beside ...casefile.PictureFinder) Reading {
	var r Reading
	var find casefile.PictureFinder
	if len(beside) > 0 {
		find = beside[0]
	}
	compiled, folder := strings.EqualFold(path.Ext(file), ".json"), ""
	if !compiled {
		folder = folderOf(file)
	}
	checks := casefile.ExtraChecks{
		Places: func(c *casefile.Case) casefile.Problems {
			return slices.Concat(check.Places(c), readPlaces(c), inFolder(c, folder), casefile.CheckPictures(c, find))
		},
		Across:   check.Across,
		Date:     inWords,
		Warnings: func(c *casefile.Case) casefile.Problems { return append(check.Warnings(c), readProse(c)...) },
	}
	parse := parseJSON
	if !compiled {
		parse = parseYAML
		checks.Complete = func(c *casefile.Case, given func(string) bool) (*casefile.Case, []string) {
			c, r.Inferred = infer.Complete(c, infer.Setting{Folder: folder, Given: given})
			paths := make([]string, len(r.Inferred))
			for i, one := range r.Inferred {
				paths[i] = one.Path
			}
			return c, paths
		}
		checks.Across = func(c *casefile.Case) casefile.Problems { return append(check.Across(c), check.Truth(c)...) }
	}
	doc, faults, warned := parse(tree.NewDocument(file, data))
	o := casefile.FromTree(doc, faults, warned, checks)
	r.Case, r.Draft, r.Errors, r.Warnings = o.Case, o.Draft, o.Errors, o.Warnings
	return r
}

// Load is [Read] for those who need the case alone: it returns the errors and no
// warnings.
func Load(file string, data []byte, beside ...casefile.PictureFinder) (*casefile.Case, casefile.Problems) {
	r := Read(file, data, beside...)
	return r.Case, r.Errors
}

// Beside finds pictures in the folder that a file is in.
func Beside(file string) casefile.PictureFinder {
	return func(name string) ([]byte, error) {
		f, err := os.Open(filepath.Join(filepath.Dir(file), name))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil, errors.New("there is none beside the case")
		case err != nil:
			return nil, err
		}
		defer f.Close()
		return io.ReadAll(io.LimitReader(f, picture.MaxBytes+1))
	}
}

// inWords returns the date that a text means which is written in words.
func inWords(text string) (d edtf.Date, ok bool) {
	if !strings.ContainsFunc(text, unicode.IsLetter) && !strings.Contains(text, ".") {
		return edtf.Date{}, false
	}
	d, err := spoken.Read(text, 0)
	if err != nil {
		return edtf.Date{}, false
	}
	if months, ok := d.Season(); ok {
		d, err = edtf.Parse(months)
	}
	return d, err == nil
}

// fileName is how the file of a case is called in a folder named after the case.
const fileName = "case"

// folderOf returns the name of the folder that a case is in, if its file is called
// like that of a case, and otherwise "".
func folderOf(file string) string {
	file = strings.ReplaceAll(file, `\`, "/")
	name := path.Base(file)
	folder := path.Base(path.Dir(file))
	if strings.TrimSuffix(name, path.Ext(name)) != fileName || strings.Trim(folder, "./") == "" {
		return ""
	}
	return folder
}

// inFolder checks that a case has the name of its folder: links and the site find it
// by both.
func inFolder(c *casefile.Case, folder string) casefile.Problems {
	if folder == "" || c.ID == "" || c.ID == folder {
		return nil
	}
	var k casefile.Collector
	k.Code = "folder"
	k.Report("id", "rename the folder, or write id: "+folder, "the id is %q, but the folder is called %q", c.ID, folder)
	return k.Problems()
}

// Check returns everything that is unsound in a case that an author wrote. It
// does not judge how the case reads; [Load] does.
// Questions that are too easy are among it.
func Check(c *casefile.Case) casefile.Problems {
	return slices.Concat(check.Case(c), check.Truth(c), check.Fair(c))
}

// JSON returns the case as the game reads it: indented, keys in the order of the
// format, the same bytes for the same case.
func JSON(c *casefile.Case) ([]byte, error) {
	data, err := json.MarshalIndent(c, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("this case can't be written as JSON: %w", err)
	}
	return append(data, '\n'), nil
}
