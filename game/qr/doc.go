// Package qr makes QR codes (ISO/IEC 18004) for screens and paper: of error correction
// level M, in the alphanumeric mode where the text allows it and else in bytes. The
// encoder is small, since pupils download it; package figure draws what it makes.
//
// Start reading at [Of].
package qr
