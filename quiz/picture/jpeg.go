package picture

import (
	"bytes"
	"encoding/binary"
)

// The markers of a JPEG that matter here, after a byte 0xFF.
const (
	startOfImage = 0xD8
	endOfImage   = 0xD9
	startOfScan  = 0xDA
	appData1     = 0xE1 // Exif and XMP
	arithmetic   = 0xCC // looks like the start of a frame, and is none
	huffman      = 0xC4 // likewise
	extension    = 0xC8 // likewise
)

// readJPEG walks through the segments of a JPEG up to the pixels: a marker, two bytes of
// length and the content each.
func readJPEG(data []byte) (Header, error) {
	h := Header{Format: JPEG}
	rest := data[2:]
	for {
		if len(rest) < 4 {
			return h, cutOff
		}
		if rest[0] != 0xFF {
			return h, damaged
		}
		marker := rest[1]
		if marker == 0xFF { // filling
			rest = rest[1:]
			continue
		}
		length := int(binary.BigEndian.Uint16(rest[2:]))
		if length < 2 || marker == endOfImage {
			return h, damaged
		}
		if length > len(rest)-2 {
			return h, cutOff
		}
		content := rest[4 : 2+length]
		rest = rest[2+length:]
		switch {
		case marker == appData1 && (bytes.HasPrefix(content, []byte("Exif\x00")) || bytes.HasPrefix(content, []byte("http:"))):
			return h, tagged
		case marker >= 0xC0 && marker <= 0xCF && marker != huffman && marker != extension && marker != arithmetic:
			if len(content) < 6 || h.Width != 0 {
				return h, damaged
			}
			h.Height, h.Width = int(binary.BigEndian.Uint16(content[1:])), int(binary.BigEndian.Uint16(content[3:]))
			if h.Width == 0 || h.Height == 0 {
				return h, damaged
			}
		case marker == startOfScan:
			switch {
			case h.Width == 0:
				return h, damaged
			case !bytes.HasSuffix(rest, []byte{0xFF, endOfImage}):
				return h, cutOff
			}
			return h, nil
		}
	}
}
