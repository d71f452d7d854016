package picture

import (
	"bytes"
	"errors"
	"fmt"
)

// The bounds of a picture. One that fills the width of a card on a sharp screen has
// about 1200 pixels, and as a JPEG 100 to 200 kB.
const (
	MaxBytes = 300 << 10 // of one file
	MaxAll   = 1 << 20   // of all pictures of a case
	MaxSide  = 1600      // pixels, of the longer side
)

// Format is how a picture is encoded, named by its media type.
type Format string

// The formats. Each can be shown by every browser.
const (
	PNG  Format = "image/png"
	JPEG Format = "image/jpeg"
	WebP Format = "image/webp"
)

// A Header is what a picture's file says of itself.
type Header struct {
	Format        Format
	Width, Height int // pixels
}

// Read reads the header of a picture and checks the bounds. The format is told by the
// content alone, never by a name. The error is a clause about the file that says what
// is wrong, such as “has no picture in it”; [Next] says what to do.
func Read(data []byte) (Header, error) {
	if len(data) > MaxBytes {
		return Header{}, tooLarge
	}
	var h Header
	var err error
	switch {
	case bytes.HasPrefix(data, []byte(pngBegin)):
		h, err = readPNG(data)
	case bytes.HasPrefix(data, []byte{0xFF, startOfImage, 0xFF}):
		h, err = readJPEG(data)
	case len(data) >= 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		h, err = readWebP(data)
	default:
		return Header{}, unknown(data)
	}
	switch {
	case err != nil:
		return Header{}, err
	case h.Width <= 0 || h.Height <= 0:
		return Header{}, damaged
	case h.Width > MaxSide || h.Height > MaxSide:
		return Header{}, &fault{fmt.Sprintf("has %d × %d pixels, and neither side may have more than %d", h.Width, h.Height, MaxSide), smaller}
	}
	return h, nil
}

// A fault is what is wrong with a picture, and what to do about it.
type fault struct{ what, next string }

// Error implements error.
func (f *fault) Error() string { return f.what }

// What to do about a fault.
const (
	anew    = "open it in a program for pictures and save it as PNG or JPEG"
	smaller = "make it smaller: 1200 pixels across are enough; the author’s page does that by itself"
)

var (
	tooLarge = &fault{fmt.Sprintf("has more than %d kB", MaxBytes>>10), smaller}
	damaged  = &fault{"is damaged: no picture is like that inside", anew}
	cutOff   = &fault{"is cut off, or something follows after its end", anew}
	moving   = &fault{"moves, and a source’s picture is still", anew}
	tagged   = &fault{"still holds what a camera or a program wrote into it (Exif), which may be the place where it was taken", "save it without that; the author’s page takes it out by itself"}
)

// Next returns what to do about an error of [Read], as a clause.
func Next(err error) string {
	var f *fault
	if errors.As(err, &f) {
		return f.next
	}
	return anew
}

// unknown is the error for what is no picture of a known format. It names what an author
// may have taken for one.
func unknown(data []byte) error {
	begins := func(with ...string) bool {
		for _, w := range with {
			if bytes.HasPrefix(data, []byte(w)) {
				return true
			}
		}
		return false
	}
	what := "is no picture"
	start := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 1024)], []byte("\ufeff")), " \t\r\n"))
	switch {
	case len(data) == 0:
		what = "is empty"
	case bytes.HasPrefix(start, []byte("<")) && bytes.Contains(start, []byte("<svg")):
		what = "is an SVG, a drawing that can hold programs"
	case bytes.HasPrefix(start, []byte("<")):
		what = "is a web page or other text with marks"
	case begins("GIF8"):
		what = "is a GIF"
	case begins("BM"):
		what = "is a BMP"
	case begins("II*\x00", "MM\x00*"):
		what = "is a TIFF"
	case begins("%PDF"):
		what = "is a PDF"
	case len(data) >= 12 && string(data[4:8]) == "ftyp":
		what = "is an AVIF, a HEIC or a film"
	}
	return &fault{what + ": pictures are PNG, JPEG or WebP", anew}
}
