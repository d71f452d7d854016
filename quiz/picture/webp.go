package picture

import "encoding/binary"

// The flags of an extended WebP.
const (
	webpAnimated = 0x02
	webpXMP      = 0x04
	webpExif     = 0x08
)

// readWebP walks through the chunks of a WebP: the name, the length and the content each,
// filled up to an even length.
func readWebP(data []byte) (Header, error) {
	h := Header{Format: WebP}
	size := uint64(binary.LittleEndian.Uint32(data[4:]))
	if size+8 != uint64(len(data)) {
		return h, cutOff
	}
	extended := false
	for rest := data[12:]; len(rest) > 0; {
		if len(rest) < 8 {
			return h, cutOff
		}
		name, length := string(rest[:4]), uint64(binary.LittleEndian.Uint32(rest[4:]))
		padded := length + length%2
		if padded > uint64(len(rest)-8) {
			return h, cutOff
		}
		content := rest[8 : 8+length]
		rest = rest[8+padded:]
		var w, high int
		switch name {
		case "VP8X":
			if extended || len(content) < 10 {
				return h, damaged
			}
			extended = true
			if content[0]&webpAnimated != 0 {
				return h, moving
			}
			if content[0]&(webpExif|webpXMP) != 0 {
				return h, tagged
			}
			h.Width, h.Height = 1+int24(content[4:]), 1+int24(content[7:])
			continue
		case "ANIM", "ANMF":
			return h, moving
		case "EXIF", "XMP ":
			return h, tagged
		case "VP8 ":
			if len(content) < 10 || content[3] != 0x9d || content[4] != 0x01 || content[5] != 0x2a {
				return h, damaged
			}
			const size = 1<<14 - 1 // the rest is for scaling
			w, high = int(binary.LittleEndian.Uint16(content[6:]))&size, int(binary.LittleEndian.Uint16(content[8:]))&size
		case "VP8L":
			if len(content) < 5 || content[0] != 0x2f {
				return h, damaged
			}
			bits := binary.LittleEndian.Uint32(content[1:])
			w, high = 1+int(bits&(1<<14-1)), 1+int(bits>>14&(1<<14-1))
		default:
			continue
		}
		// The pixels themselves; an extended file says the same size twice.
		if extended && (w != h.Width || high != h.Height) {
			return h, damaged
		}
		h.Width, h.Height = w, high
		return h, nil
	}
	return h, damaged
}

// int24 reads three bytes.
func int24(b []byte) int { return int(b[0]) | int(b[1])<<8 | int(b[2])<<16 }
