package main

import (
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path"
	"regexp"
	"strconv"
	"strings"

	"holdtheline/web/policy"
)

// types are the content types of a site's files. The system's list isn't used: it
// differs between machines.
var types = map[string]string{
	".html":        "text/html; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".css":         "text/css; charset=utf-8",
	".json":        "application/json",
	".wasm":        "application/wasm",
	".svg":         "image/svg+xml",
	".png":         "image/png",
	".ico":         "image/x-icon",
	".woff2":       "font/woff2",
	".ttf":         "font/ttf",
	".xml":         "application/xml",
	".txt":         "text/plain; charset=utf-8",
	".webmanifest": "application/manifest+json",
}

// hashedName matches names with a hash of the content, as the site build makes
// them. Such a file never changes.
var hashedName = regexp.MustCompile(`\.[0-9a-f]{16}\.[a-z0-9]+$`)

// year is how long browsers may cache a file that never changes, in seconds.
const year = "31536000"

// Handler serves the site in a folder. No path or symbolic link leads out of it.
// A site that is rebuilt meanwhile is served without a restart. A folder without
// an index.html is an error.
func Handler(dir string) (http.Handler, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("there is no site in %s: build it first with make site (%w)", dir, err)
	}
	defer root.Close()
	if _, err := root.Stat("index.html"); err != nil {
		return nil, fmt.Errorf("%s has no index.html: build the site first with make site", dir)
	}
	return &handler{dir}, nil
}

type handler struct{ dir string }

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("Content-Security-Policy", policy.Content())
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Referrer-Policy", "no-referrer")
	header.Set("Cross-Origin-Opener-Policy", "same-origin")
	header.Set("Cross-Origin-Resource-Policy", "same-origin")
	camera := "()"
	if r.URL.Path == "/teacher.html" {
		camera = "(self)" // it reads QR codes
	}
	header.Set("Permissions-Policy", "camera="+camera+", microphone=(), geolocation=(), payment=(), usb=()")

	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		header.Set("Allow", "GET, HEAD")
		http.Error(w, "Only GET and HEAD are answered here.", http.StatusMethodNotAllowed)
		return
	}
	name, ok := fileName(r.URL.Path)
	if !ok {
		notFound(w)
		return
	}
	if path.Base(name) == policy.FramingPage {
		header.Set("Content-Security-Policy", policy.Framing())
	}
	root, err := os.OpenRoot(h.dir)
	if err != nil {
		notFound(w)
		return
	}
	defer root.Close()
	if info, err := root.Stat(name); err != nil || !info.Mode().IsRegular() {
		notFound(w)
		return
	}
	switch err := serve(w, r, root, name); {
	case errors.Is(err, errNotAcceptable):
		http.Error(w, "This file is to be had only in codings that the request refuses.", http.StatusNotAcceptable)
	case err != nil:
		http.Error(w, "The file can't be read just now.", http.StatusInternalServerError)
	}
}

func notFound(w http.ResponseWriter) {
	w.Header().Set("Cache-Control", "no-cache")
	http.Error(w, "There is nothing at this address.", http.StatusNotFound)
}

// fileName turns a request's path into a file's name in the folder. A path that
// ends in a slash is that of an index.html. Hidden files and compressed copies
// have no address.
func fileName(urlPath string) (name string, ok bool) {
	if !strings.HasPrefix(urlPath, "/") || strings.ContainsAny(urlPath, "\\\x00") {
		return "", false
	}
	name = strings.TrimPrefix(path.Clean(urlPath), "/")
	if strings.HasSuffix(urlPath, "/") {
		name = path.Join(name, "index.html")
	}
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") {
			return "", false
		}
	}
	if extension := path.Ext(name); extension == ".br" || extension == ".gz" {
		return "", false
	}
	return name, fs.ValidPath(name)
}

// errNotAcceptable means that a browser accepts none of a file's codings.
var errNotAcceptable = errors.New("no acceptable coding")

// serve answers with the file, or with the compressed copy that the browser prefers.
func serve(w http.ResponseWriter, r *http.Request, root *os.Root, name string) error {
	header := w.Header()
	header.Add("Vary", "Accept-Encoding")
	file, info, coding, err := open(root, name, r.Header.Values("Accept-Encoding"))
	if err != nil {
		return err
	}
	defer file.Close()
	contentType, known := types[path.Ext(name)]
	if !known {
		contentType = "application/octet-stream"
	}
	header.Set("Content-Type", contentType)
	if hashedName.MatchString(name) {
		header.Set("Cache-Control", "public, max-age="+year+", immutable")
	} else {
		header.Set("Cache-Control", "no-cache")
	}
	header.Set("ETag", fmt.Sprintf(`"%x-%x-%s"`, info.ModTime().UnixNano(), info.Size(), coding))
	if coding != identity {
		header.Set("Content-Encoding", coding)
		if r.Header.Get("Range") == "" {
			// ServeContent leaves the length out of encoded answers.
			header.Set("Content-Length", strconv.FormatInt(info.Size(), 10))
		}
	}
	http.ServeContent(w, r, name, info.ModTime(), file)
	return nil
}

// open opens a file in the preferred coding of those it has.
func open(root *os.Root, name string, accept []string) (file *os.File, info fs.FileInfo, coding string, err error) {
	for _, coding := range acceptable(accept) {
		file, err := root.Open(name + extensions[coding])
		if err != nil {
			if coding == identity {
				return nil, nil, "", err
			}
			continue // it has no copy: compression doesn't shrink it
		}
		if info, err := file.Stat(); err == nil && info.Mode().IsRegular() {
			return file, info, coding, nil
		}
		file.Close()
	}
	return nil, nil, "", errNotAcceptable
}
