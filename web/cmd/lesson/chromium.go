package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"time"
)

// browsers are the names of Chromium's program on different systems.
var browsers = []string{"chromium", "chromium-browser", "google-chrome"}

// printLimit is how long a page may take. A busy machine takes some seconds.
const printLimit = 2 * time.Minute

// chromium prints a page of this machine to PDF: tagged, with bookmarks and the
// typefaces in it.
func (w *writer) chromium(page string) (pdf []byte, err error) {
	program := w.browser
	for _, name := range browsers {
		if program == "" {
			program, _ = exec.LookPath(name)
		}
	}
	if program == "" {
		return nil, errors.New("there is no Chromium to print with; run make install, or name one with -browser, or write HTML only with -paper=")
	}
	work, err := os.MkdirTemp("", "lesson-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(work)
	page, err = filepath.Abs(page)
	if err != nil {
		return nil, err
	}
	out := filepath.Join(work, "page.pdf")
	ctx, cancel := context.WithTimeout(context.Background(), printLimit)
	defer cancel()
	command := exec.CommandContext(ctx, program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
		"--user-data-dir="+filepath.Join(work, "profile"), "--no-pdf-header-footer", "--generate-pdf-document-outline", "--export-tagged-pdf",
		"--print-to-pdf="+out, (&url.URL{Scheme: "file", Path: filepath.ToSlash(page)}).String())
	// Those that Chromium leaves behind must not keep its output, or Wait, open.
	command.WaitDelay = time.Second
	said, err := command.CombinedOutput()
	if err != nil && !errors.Is(err, exec.ErrWaitDelay) {
		return nil, fmt.Errorf("%s can't print: %w\n%s", program, err, said)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		return nil, fmt.Errorf("%s has printed nothing: %w\n%s", program, err, said)
	}
	return undated(data), nil
}

var (
	pdfDate   = regexp.MustCompile(`/(CreationDate|ModDate) \(D:[^)]*\)`)
	pdfDigits = regexp.MustCompile(`[0-9]{14}`)
	pdfHex    = regexp.MustCompile(`[0-9A-Fa-f]{2,}`)
	pdfID     = regexp.MustCompile(`/ID \[<[0-9A-Fa-f]*>\s*<[0-9A-Fa-f]*>\]`)
)

// undated makes a PDF the same whenever it is printed. What it replaces keeps its
// length, since a PDF says at which byte each of its parts is.
func undated(pdf []byte) []byte {
	pdf = pdfID.ReplaceAllFunc(pdf, func(found []byte) []byte {
		return pdfHex.ReplaceAllFunc(found, func(id []byte) []byte { return bytes.Repeat([]byte("0"), len(id)) })
	})
	return pdfDate.ReplaceAllFunc(pdf, func(found []byte) []byte {
		return pdfDigits.ReplaceAllFunc(found, func([]byte) []byte {
			return []byte("20000101000000")
		})
	})
}
