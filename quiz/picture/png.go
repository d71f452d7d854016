package picture

import "encoding/binary"

const pngBegin = "\x89PNG\r\n\x1a\n"

// readPNG walks through the chunks of a PNG: the length, the name, the content and four
// bytes of checksum each.
func readPNG(data []byte) (Header, error) {
	h := Header{Format: PNG}
	pixels := false
	for rest := data[len(pngBegin):]; ; {
		if len(rest) < 12 {
			return h, cutOff
		}
		length, name := binary.BigEndian.Uint32(rest), string(rest[4:8])
		if uint64(length) > uint64(len(rest)-12) {
			return h, cutOff
		}
		content := rest[8 : 8+length]
		rest = rest[12+length:]
		if (name == "IHDR") != (h.Width == 0) { // the first, and no other
			return h, damaged
		}
		switch name {
		case "IHDR":
			if length != 13 {
				return h, damaged
			}
			w, high := binary.BigEndian.Uint32(content), binary.BigEndian.Uint32(content[4:])
			const most = 1<<31 - 1 // of the format
			if w == 0 || high == 0 || w > most || high > most {
				return h, damaged
			}
			h.Width, h.Height = int(w), int(high)
		case "IDAT":
			pixels = true
		case "acTL":
			return h, moving
		case "eXIf":
			return h, tagged
		case "IEND":
			switch {
			case len(rest) > 0:
				return h, cutOff
			case !pixels:
				return h, damaged
			}
			return h, nil
		}
	}
}
