package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"

	"holdtheline/quiz/casefile"
)

// workerName is the service worker's file. Its name never changes: browsers look
// there for a new version, and for the worker that removes it.
const workerName = "worker.js"

// A keptFile is one file that the service worker caches, as keep.js reads it.
type keptFile struct {
	Name   string `json:"name"`
	Type   string `json:"type"` // served with it, whatever the host says
	SHA256 string `json:"sha256"`
	Used   bool   `json:"used,omitempty"` // kept only once it was used
}

// keptTypes are the content types of cached files.
var keptTypes = map[string]string{
	".html":        "text/html; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".css":         "text/css; charset=utf-8",
	".wasm":        "application/wasm",
	".json":        "application/json",
	".svg":         "image/svg+xml",
	".yaml":        "text/yaml; charset=utf-8",
	".webmanifest": "application/manifest+json",
}

// worker makes the service worker that caches the files, some of them only once they
// were used, or the one that removes it. Its version is a hash of its code and of the list of files with their hashes.
func (s *site) worker(files, used []*file) (*file, error) {
	if s.retire {
		data, err := s.concatenate("\n", "", "web/page/worker/caches.js", "web/page/worker/retire.js")
		return &file{name: workerName, data: data}, err
	}
	code, err := s.concatenate("\n", "", "web/page/worker/caches.js", "web/page/worker/keep.js")
	if err != nil {
		return nil, err
	}
	var kept []keptFile
	for i, f := range slices.Concat(files, used) {
		contentType, ok := keptTypes[path.Ext(f.name)]
		if !ok {
			return nil, fmt.Errorf("the service worker is to keep %s, whose content type isn't known; add it to keptTypes", f.name)
		}
		kept = append(kept, keptFile{Name: f.name, Type: contentType, SHA256: sum(f.data), Used: i >= len(files)})
	}
	list, err := json.MarshalIndent(kept, "", "\t")
	if err != nil {
		return nil, err
	}
	prints, err := s.fingerprints()
	if err != nil {
		return nil, err
	}
	cases, err := json.Marshal(prints)
	if err != nil {
		return nil, err
	}
	version := sum(append(append([]byte{}, code...), list...))[:hashDigits]
	head := fmt.Appendf(nil, "\"use strict\";\n\nconst VERSION = %q;\nconst CASES = %s;\nconst FILES = %s;\n\n", version, cases, list)
	return &file{name: workerName, data: append(head, code...)}, nil
}

// fingerprints lists those of the cases: a running game compares its own with them
// to know whether it can go on in this version.
func (s *site) fingerprints() ([]string, error) {
	names, err := filepath.Glob(filepath.Join(s.root, "assets", "cases", "*", "case.json"))
	if err != nil {
		return nil, err
	}
	var prints []string
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		c, err := casefile.Load(data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		prints = append(prints, c.Fingerprint())
	}
	return prints, nil
}

// sum is the SHA-256 of data in hexadecimal digits.
func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}
