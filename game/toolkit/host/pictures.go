package host

// A Pixels takes the pixels of a decoded picture, four bytes each: red, green, blue, and
// 255. There are none if the picture can't be decoded.
type Pixels func(pixels []byte)
