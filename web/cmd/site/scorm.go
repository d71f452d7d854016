package main

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/game/launch"
	"holdtheline/quiz/casefile"
	"holdtheline/web/content"
	"holdtheline/web/engine"
)

// A pack holds what packages for learning platforms are built with.
type pack struct {
	link    url.Values // what the page's link asks for, beside the case
	mastery string     // the score from which an attempt is passed; empty: completed is enough
}

// packTag is the build tag of the program for packages.
const packTag = "scorm"

// packPrefix begins the names of packages.
const packPrefix = "scorm-"

// newPack reads what packages are to ask for, as in a link of the game, and the
// score from which an attempt is passed.
func newPack(asked, mastery string) (*pack, error) {
	link, err := url.ParseQuery(asked)
	if err != nil {
		return nil, fmt.Errorf("-link %q can't be read: %w", asked, err)
	}
	first := map[string]string{}
	for key, values := range link {
		if key == launch.CaseKey || key == launch.FormKey || !slices.Contains(launch.Keys(), key) {
			return nil, fmt.Errorf("-link can't have the key %q; each package has its case, and the other keys are those of the game's links", key)
		}
		first[key] = values[0]
	}
	params, err := launch.Read(first, 0, launch.Device{})
	if err != nil {
		return nil, err
	}
	if len(params.Notices) > 0 {
		return nil, fmt.Errorf("-link: %s", strings.Join(params.Notices, " "))
	}
	if mastery != "" {
		if score, err := strconv.ParseFloat(mastery, 64); err != nil || !(score >= 0 && score <= 100) {
			return nil, fmt.Errorf("-mastery %q is no score from 0 to 100", mastery)
		}
	}
	return &pack{link: link, mastery: mastery}, nil
}

// packagesFor builds packages that ask for something; see newPack.
func (s *site) packagesFor(asked, mastery string) (written []*file, err error) {
	if s.pack, err = newPack(asked, mastery); err != nil {
		return nil, err
	}
	return s.packages()
}

// packages builds a package for every case and every form of the test, and writes
// them as zip files into a folder, where other files stay. The program is the same in
// all of them.
func (s *site) packages() ([]*file, error) {
	s.loaded = map[told]*casefile.Case{}
	if err := s.currentCases(); err != nil {
		return nil, err
	}
	s.tags = packTag
	flags, err := engine.Prepare(s.root, s.program)
	if err != nil {
		return nil, err
	}
	program, err := s.compile(s.program, content.Package, flags)
	if err != nil {
		return nil, err
	}
	// Platforms send files as they are. The page unpacks this one itself.
	gzipped, err := s.gzipped(program)
	if err != nil {
		return nil, err
	}
	if gzipped == nil {
		return nil, errors.New("the program isn't smaller with gzip")
	}
	var written []*file
	var z zipper
	for _, head := range assets.Heads() {
		one := *s
		one.caseID = head.ID
		files, err := one.packed(head, program, gzipped)
		if err != nil {
			return nil, err
		}
		data, err := z.zipped(files)
		if err != nil {
			return nil, err
		}
		written = append(written, &file{name: packPrefix + head.ID + ".zip", data: data})
	}
	if err := os.MkdirAll(s.out, 0o755); err != nil {
		return nil, err
	}
	for _, f := range written {
		if err := put(filepath.Join(s.out, f.name), f.data); err != nil {
			return nil, err
		}
	}
	return written, nil
}

// put writes a file whole or not at all.
func put(name string, data []byte) error {
	fresh := name + ".new"
	if err := os.WriteFile(fresh, data, 0o644); err != nil {
		return errors.Join(err, os.RemoveAll(fresh))
	}
	return os.Rename(fresh, name)
}

// packed makes the files of one package, the manifest first. They have the program
// twice, once with gzip.
func (s *site) packed(head *casefile.Case, program, gzipped []byte) ([]*file, error) {
	p, err := s.parts(program)
	if err != nil {
		return nil, err
	}
	if p.platform, err = s.connection(head); err != nil {
		return nil, err
	}
	page, script, err := s.index(p)
	if err != nil {
		return nil, err
	}
	printed := lessonStyle()
	sheets, err := s.worksheets(p.icon, printed.style)
	if err != nil {
		return nil, err
	}
	statement, err := s.statement(p.icon)
	if err != nil {
		return nil, err
	}
	packed := &file{name: p.program.name + ".gz", data: gzipped}
	files := append([]*file{page, script, p.platform, p.style, p.script, p.icon, p.program, packed, printed.style}, slices.Concat(sheets, printed.faces, statement)...)
	files = append(files, filesOf(p.languages)...)
	stories, err := content.CaseFiles(s.root)
	if err != nil {
		return nil, err
	}
	for _, story := range stories {
		if story.ID == s.caseID {
			files = append(files, &file{name: story.Name, data: story.Data})
		}
	}
	translations, err := s.translations()
	if err != nil {
		return nil, err
	}
	for _, t := range translations {
		files = append(files, &file{name: t.Name, data: t.Data})
	}
	list, err := s.packManifest(head, files)
	if err != nil {
		return nil, err
	}
	return append([]*file{list}, files...), nil
}

// connection makes the script that talks to the platform, with what the package asks
// for and its texts in every language.
func (s *site) connection(head *casefile.Case) (*file, error) {
	link := map[string]string{launch.CaseKey: head.ID}
	if head.Form != "" {
		link = map[string]string{launch.FormKey: string(head.Form)}
	}
	for key := range s.pack.link {
		link[key] = s.pack.link.Get(key)
	}
	said := map[string]map[string]string{}
	for _, lang := range words.Languages() {
		l, err := s.language(lang)
		if err != nil {
			return nil, err
		}
		said[lang] = map[string]string{}
		for _, what := range []string{"absent", "failed"} {
			if said[lang][what], err = l.Say("platform." + what); err != nil {
				return nil, err
			}
		}
	}
	data, err := json.Marshal(map[string]any{"link": link, "words": said, "fallback": words.Default})
	if err != nil {
		return nil, err
	}
	code, err := s.concatenate("", fmt.Sprintf("window.learningPackage = %s;\n", data), "web/page/scorm.js")
	if err != nil {
		return nil, err
	}
	return hashed("scorm.js", code), nil
}

// A zipper packs files. It deflates each content once: packages have most of their
// files in common.
type zipper struct{ deflated map[[sha256.Size]byte][]byte }

// zipped packs files into an archive. The same files always give the same bytes.
func (z *zipper) zipped(files []*file) ([]byte, error) {
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	for _, f := range files {
		data, method := f.data, zip.Store
		if !strings.HasSuffix(f.name, ".gz") {
			method = zip.Deflate
			var err error
			if data, err = z.deflate(f.data); err != nil {
				return nil, err
			}
		}
		w, err := archive.CreateRaw(&zip.FileHeader{
			Name: f.name, Method: method, CRC32: crc32.ChecksumIEEE(f.data),
			CompressedSize64: uint64(len(data)), UncompressedSize64: uint64(len(f.data)),
		})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(data); err != nil {
			return nil, err
		}
	}
	err := archive.Close()
	return b.Bytes(), err
}

func (z *zipper) deflate(data []byte) ([]byte, error) {
	content := sha256.Sum256(data)
	if done, ok := z.deflated[content]; ok {
		return done, nil
	}
	small, err := through(data, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestCompression) })
	if err != nil {
		return nil, err
	}
	if z.deflated == nil {
		z.deflated = map[[sha256.Size]byte][]byte{}
	}
	z.deflated[content] = small
	return small, nil
}

// sizes lists packages with their sizes in bytes.
func sizes(files []*file) string {
	lengths := map[string]int{}
	for _, f := range files {
		lengths[f.name] = len(f.data)
	}
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(lengths)) {
		fmt.Fprintf(&b, "%9d  %s\n", lengths[name], name)
	}
	return b.String()
}
