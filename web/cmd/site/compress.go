package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"

	"github.com/andybalholm/brotli"
)

// How hard is compressed: for publishing as well as each format can, for a
// quick build as well as costs about a second.
const (
	brotliBest  = brotli.BestCompression
	brotliQuick = 4
	gzipBest    = gzip.BestCompression
	gzipQuick   = 5

	brotliWindow = 24 // as a power of two: the largest that browsers take
)

// compress makes the file's twins, or takes those of the build before if they
// are of the same content: compressing the program well takes a minute.
func (s *site) compress(f *file) error {
	if s.reuse(f) {
		return nil
	}
	brotliLevel, gzipLevel := brotliBest, gzipBest
	if s.quick {
		brotliLevel, gzipLevel = brotliQuick, gzipQuick
	}
	var err error
	f.brotli, err = squeeze(f.data, func(w io.Writer) (io.WriteCloser, error) {
		return brotli.NewWriterOptions(w, brotli.WriterOptions{Quality: brotliLevel, LGWin: brotliWindow}), nil
	})
	if err != nil {
		return err
	}
	f.gzipped, err = squeeze(f.data, func(w io.Writer) (io.WriteCloser, error) {
		return gzip.NewWriterLevel(w, gzipLevel)
	})
	return err
}

// squeeze returns nil where the result isn't smaller.
func squeeze(data []byte, compressor func(io.Writer) (io.WriteCloser, error)) ([]byte, error) {
	var b bytes.Buffer
	w, err := compressor(&b)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	if b.Len() >= len(data) {
		return nil, nil
	}
	return b.Bytes(), nil
}

// quickMark is the file by which a quick build is known, so that a build for
// publishing takes nothing over from it.
const quickMark = ".quick"

// reuse takes over the twins of the same content from the build before.
func (s *site) reuse(f *file) bool {
	if _, err := os.Stat(filepath.Join(s.out, quickMark)); (err == nil) != s.quick {
		return false
	}
	old, err := os.ReadFile(filepath.Join(s.out, f.name))
	if err != nil || !bytes.Equal(old, f.data) {
		return false
	}
	br, errBrotli := os.ReadFile(filepath.Join(s.out, f.name+".br"))
	gz, errGzip := os.ReadFile(filepath.Join(s.out, f.name+".gz"))
	if errBrotli != nil || errGzip != nil {
		return false
	}
	f.brotli, f.gzipped = br, gz
	return true
}
