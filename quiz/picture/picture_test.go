package picture_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
	"time"

	"holdtheline/quiz/picture"
)

// flag is a picture of two colours, one above the other.
func flag(w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{0xC0, 0x20, 0x20, 0xFF}
			if y >= h/2 {
				c = color.RGBA{0x20, 0x40, 0xC0, 0xFF}
			}
			img.Set(x, y, c)
		}
	}
	return img
}

func pngOf(t testing.TB, w, h int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, flag(w, h)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func jpegOf(t testing.TB, w, h int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, flag(w, h), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// chunk is a chunk of a PNG.
func chunk(name, content string) string {
	var b bytes.Buffer
	_ = binary.Write(&b, binary.BigEndian, uint32(len(content)))
	b.WriteString(name + content)
	_ = binary.Write(&b, binary.BigEndian, crc32.ChecksumIEEE([]byte(name+content)))
	return b.String()
}

// riff is a WebP of chunks.
func riff(chunks ...string) []byte {
	all := "WEBP" + strings.Join(chunks, "")
	return append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(all))), all...)
}

func webpChunk(name, content string) string {
	out := string(binary.LittleEndian.AppendUint32([]byte(name), uint32(len(content)))) + content
	if len(content)%2 == 1 {
		out += "\x00"
	}
	return out
}

const (
	lossy    = "\x30\x01\x00\x9d\x01\x2a\x40\x00\x20\x00"             // 64 × 32
	lossless = "\x2f\x3f\xc0\x07\x00"                                 // 64 × 32
	extended = "\x00\x00\x00\x00\x3f\x00\x00\x1f\x00\x00"             // 64 × 32
	animated = "\x02\x00\x00\x00\x3f\x00\x00\x1f\x00\x00"             //
	withExif = "\x08\x00\x00\x00\x3f\x00\x00\x1f\x00\x00"             //
	begin    = "\x89PNG\r\n\x1a\n"                                    // of a PNG
	small    = "\x00\x00\x00\x08\x00\x00\x00\x08\x08\x02\x00\x00\x00" // its header
	huge     = "\x00\x00\xff\xff\x00\x00\xff\xff\x08\x02\x00\x00\x00"
)

func TestRead(t *testing.T) {
	for _, test := range []struct {
		name string
		data []byte
		want picture.Header
	}{
		{"PNG", pngOf(t, 64, 32), picture.Header{Format: picture.PNG, Width: 64, Height: 32}},
		{"JPEG", jpegOf(t, 64, 32), picture.Header{Format: picture.JPEG, Width: 64, Height: 32}},
		{"JPEG with filling", bytes.Replace(jpegOf(t, 64, 32), []byte("\xff\xdb"), []byte("\xff\xff\xff\xdb"), 1), picture.Header{Format: picture.JPEG, Width: 64, Height: 32}},
		{"as large as may be", pngOf(t, picture.MaxSide, 3), picture.Header{Format: picture.PNG, Width: picture.MaxSide, Height: 3}},
		{"lossy WebP", riff(webpChunk("VP8 ", lossy)), picture.Header{Format: picture.WebP, Width: 64, Height: 32}},
		{"lossless WebP", riff(webpChunk("VP8L", lossless)), picture.Header{Format: picture.WebP, Width: 64, Height: 32}},
		{"extended WebP", riff(webpChunk("VP8X", extended), webpChunk("ALPH", "x"), webpChunk("VP8 ", lossy)), picture.Header{Format: picture.WebP, Width: 64, Height: 32}},
	} {
		got, err := picture.Read(test.data)
		if err != nil || got != test.want {
			t.Errorf("%s: %+v, %v; want %+v", test.name, got, err, test.want)
		}
	}
}

func TestRefused(t *testing.T) {
	whole, photo := pngOf(t, 8, 8), jpegOf(t, 8, 8)
	exif := append([]byte("\xff\xd8\xff\xe1\x00\x0aExif\x00\x00xx"), photo[2:]...)
	tall := jpegOf(t, 8, 8)
	copy(tall[bytes.Index(tall, []byte{0xFF, 0xC0})+5:], "\xff\xff\xff\xff")
	for _, test := range []struct {
		name, data, want string
	}{
		{"nothing", "", "is empty"},
		{"SVG", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "is an SVG"},
		{"SVG after a head", "\ufeff\n<?xml version='1.0'?>\n<!-- a drawing -->\n<SVG></SVG>", "is an SVG"},
		{"a web page", "<!doctype html><img src=x onerror=alert(1)>", "is a web page"},
		{"GIF", "GIF89a\x01\x00\x01\x00", "is a GIF"},
		{"PDF", "%PDF-1.7", "is a PDF"},
		{"HEIC", "\x00\x00\x00\x18ftypheic", "AVIF, a HEIC"},
		{"text", "a picture", "is no picture"},
		{"a PNG that claims a city", begin + chunk("IHDR", huge) + chunk("IDAT", "x") + chunk("IEND", ""), "65535 × 65535 pixels"},
		{"a PNG beyond the format", begin + chunk("IHDR", "\xff\xff\xff\xff\xff\xff\xff\xff\x08\x02\x00\x00\x00") + chunk("IDAT", "x") + chunk("IEND", ""), "is damaged"},
		{"a JPEG that claims a city", string(tall), "65535 × 65535 pixels"},
		{"a WebP that claims a city", string(riff(webpChunk("VP8L", "\x2f\xff\xff\xff\x0f"))), "16384 × 16384 pixels"},
		{"a PNG without pixels", begin + chunk("IHDR", small) + chunk("IEND", ""), "is damaged"},
		{"a PNG without a header", begin + chunk("IDAT", "x") + chunk("IEND", ""), "is damaged"},
		{"a PNG with two headers", begin + chunk("IHDR", small) + chunk("IHDR", small) + chunk("IDAT", "x") + chunk("IEND", ""), "is damaged"},
		{"a PNG with a chunk longer than itself", begin + "\xff\xff\xff\xffIHDR" + small + "1234", "is cut off"},
		{"a PNG and a web page", string(whole) + "<html>", "something follows"},
		{"a moving PNG", begin + chunk("IHDR", small) + chunk("acTL", "12345678") + chunk("IDAT", "x") + chunk("IEND", ""), "moves"},
		{"a PNG of a camera", begin + chunk("IHDR", small) + chunk("eXIf", "MM") + chunk("IDAT", "x") + chunk("IEND", ""), "Exif"},
		{"half a PNG", string(whole[:len(whole)/2]), "is cut off"},
		{"half a JPEG", string(photo[:len(photo)-2]), "is cut off"},
		{"the head of a JPEG", string(photo[:40]), "is cut off"},
		{"a JPEG without a frame", "\xff\xd8\xff\xda\x00\x02\xff\xd9", "is damaged"},
		{"a JPEG with no segments", "\xff\xd8\xff\xd9\x00\x00", "is damaged"},
		{"a JPEG of a camera", string(exif), "Exif"},
		{"a moving WebP", string(riff(webpChunk("VP8X", animated), webpChunk("VP8 ", lossy))), "moves"},
		{"a WebP of a camera", string(riff(webpChunk("VP8X", withExif), webpChunk("VP8 ", lossy))), "Exif"},
		{"a WebP of two sizes", string(riff(webpChunk("VP8X", extended), webpChunk("VP8L", "\x2f\xff\xff\xff\x0f"))), "is damaged"},
		{"a WebP without pixels", string(riff(webpChunk("VP8X", extended))), "is damaged"},
		{"half a WebP", string(riff(webpChunk("VP8 ", lossy))[:20]), "is cut off"},
		{"too many bytes", string(whole) + strings.Repeat("x", picture.MaxBytes), "more than 300 kB"},
	} {
		t.Run(test.name, func(t *testing.T) {
			start := time.Now()
			h, err := picture.Read([]byte(test.data))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Fatalf("%+v, %v; want %q", h, err, test.want)
			}
			if picture.Next(err) == "" {
				t.Error("nobody says what to do about it")
			}
			if took := time.Since(start); took > 100*time.Millisecond {
				t.Errorf("it took %v", took)
			}
		})
	}
}

// Whatever a file holds, its header is read without a panic, within the bounds, and the
// same as Go's own decoder reads it.
func FuzzRead(f *testing.F) {
	f.Add(pngOf(f, 64, 32))
	f.Add(jpegOf(f, 64, 32))
	f.Add(riff(webpChunk("VP8 ", lossy)))
	f.Add(riff(webpChunk("VP8X", extended), webpChunk("VP8L", lossless)))
	f.Add([]byte("<svg/>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		h, err := picture.Read(data)
		if err != nil {
			if err.Error() == "" || picture.Next(err) == "" {
				t.Error("an error without words")
			}
			return
		}
		if h.Width < 1 || h.Height < 1 || h.Width > picture.MaxSide || h.Height > picture.MaxSide || len(data) > picture.MaxBytes {
			t.Fatalf("%+v is beyond the bounds", h)
		}
		if c, kind, err := image.DecodeConfig(bytes.NewReader(data)); err == nil && (c.Width != h.Width || c.Height != h.Height || "image/"+kind != string(h.Format)) {
			t.Fatalf("%+v; Go reads a %s of %d × %d", h, kind, c.Width, c.Height)
		}
	})
}
