package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"math/bits"
	"os"
	"path/filepath"

	"github.com/andybalholm/brotli"
)

// Compression levels: the best for publishing, and for a quick build those that
// take about a second.
const (
	brotliBest  = brotli.BestCompression
	brotliQuick = 4
	gzipBest    = gzip.BestCompression
	gzipQuick   = 5

	// The window, as a power of two: the largest that browsers take, and the smallest.
	// It holds so many bytes less.
	brotliWindow = 24
	brotliLeast  = 10
	brotliSpare  = 16
)

// compress makes the file's compressed copies, or reuses those of the build before
// if the content is the same: compressing the program well takes a minute.
func (s *site) compress(f *file) error {
	if s.reuse(f) {
		return nil
	}
	level := brotliBest
	if s.quick {
		level = brotliQuick
	}
	// A window larger than the file costs memory, to be cleared for each, and saves nothing.
	window := min(brotliWindow, max(brotliLeast, bits.Len(uint(len(f.data)+brotliSpare))))
	var err error
	f.brotli, err = compressed(f.data, func(w io.Writer) (io.WriteCloser, error) {
		return brotli.NewWriterOptions(w, brotli.WriterOptions{Quality: level, LGWin: window}), nil
	})
	if err != nil {
		return err
	}
	f.gzipped, err = s.gzipped(f.data)
	return err
}

// gzipped returns nil if the result isn't smaller.
func (s *site) gzipped(data []byte) ([]byte, error) {
	level := gzipBest
	if s.quick {
		level = gzipQuick
	}
	return compressed(data, func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriterLevel(w, level) })
}

// compressed returns nil if the result isn't smaller.
func compressed(data []byte, compressor func(io.Writer) (io.WriteCloser, error)) ([]byte, error) {
	small, err := through(data, compressor)
	if err != nil || len(small) >= len(data) {
		return nil, err
	}
	return small, nil
}

// through returns what a compressor makes of data.
func through(data []byte, compressor func(io.Writer) (io.WriteCloser, error)) ([]byte, error) {
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
	return b.Bytes(), nil
}

// quickMark is the file that marks a quick build, so that a build for publishing
// reuses nothing from it.
const quickMark = ".quick"

// reuse takes the compressed copies from the build before, if it was of the same
// kind and the content is the same.
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
