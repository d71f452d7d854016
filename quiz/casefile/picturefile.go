package casefile

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"holdtheline/quiz/picture"
)

// A PictureFile is the content of a picture's file. In a case it is base64.
type PictureFile []byte

// A PictureFinder returns the content of a picture's file by its name, or an error that
// says why it can't be had. More than [picture.MaxBytes] and one need not be read.
type PictureFinder func(name string) ([]byte, error)

// longestCaption is how many characters what is said of a picture may have: it stands in
// the picture's place.
const longestCaption = 400

// CheckPictures reads the files of all pictures, from the case itself or else from find,
// which may be nil, and returns what is wrong with them. Of those that are right it puts
// the file into the case and the size into the picture. It decodes none.
//
// It is no method, for the game checks no pictures, and methods of a case are all part of
// its program.
func CheckPictures(c *Case, find PictureFinder) Problems {
	k := Collector{Code: "picture"}
	files := map[string]PictureFile{}
	all := 0
	for i := range c.Sources {
		img, path := &c.Sources[i].Image, fmt.Sprintf("sources[%d].picture.file", i)
		if img.File == "" {
			continue
		}
		for _, text := range [...]struct{ key, is string }{{"description", img.Description}, {"credit", img.Credit}} {
			if n := utf8.RuneCountInString(text.is); n > longestCaption {
				k.Report(fmt.Sprintf("sources[%d].picture.%s", i, text.key), "say it in one or two sentences: what matters for the story", "the %s of a picture has %d characters, more than %d", text.key, n, longestCaption)
			}
		}
		if !IsPictureName(img.File) {
			k.Report(path, "call it like tower.jpg: letters, digits and hyphens, with .png, .jpg, .jpeg or .webp at the end, in no folder", "%q is not the name of a picture's file", img.File)
			continue
		}
		data, ok := []byte(c.Pictures[img.File]), c.Pictures[img.File] != nil
		if !ok && find == nil {
			k.Report(path, "put it into the case’s folder, or choose it on the author’s page", "the file %q is not with the case", img.File)
			continue
		}
		if !ok {
			var err error
			if data, err = find(img.File); err != nil {
				k.Report(path, "put it into the case’s folder, or write its name as it is there", "the file %q can't be had: %v", img.File, err)
				continue
			}
		}
		h, err := picture.Read(data)
		if err != nil {
			k.Report(path, picture.Next(err), "%s %v", img.File, err)
			continue
		}
		if files[img.File] == nil {
			all += len(data)
		}
		img.Width, img.Height = h.Width, h.Height
		files[img.File] = data
	}
	for _, name := range slices.Sorted(maps.Keys(c.Pictures)) {
		if !slices.ContainsFunc(c.Sources, func(s Source) bool { return s.Image.File == name }) {
			k.Report("pictures", "delete it there, or write its name at a source’s picture", "no source shows the file %q", name)
		}
	}
	if all > picture.MaxAll {
		k.Report("sources", "make them smaller, or leave some out", "the pictures have %d kB together, more than %d", all>>10, picture.MaxAll>>10)
	}
	c.Pictures = nil
	if len(files) > 0 {
		c.Pictures = files
	}
	return k.Problems()
}

// ImageFile returns the file of a source's picture and its media type; nil if it has none.
func (c *Case) ImageFile(s *Source) (data []byte, mediaType string) {
	data = c.Pictures[s.Image.File]
	switch {
	case len(data) == 0:
		return nil, ""
	case data[0] == 0x89:
		return data, string(picture.PNG)
	case data[0] == 0xFF:
		return data, string(picture.JPEG)
	}
	return data, string(picture.WebP)
}

// longestPictureName is how many characters a picture's file name may have.
const longestPictureName = 80

// IsPictureName reports whether a picture's file may be called so: in no folder, not hidden, and
// the same on every system.
func IsPictureName(name string) bool {
	dot := strings.LastIndexByte(name, '.')
	if dot < 1 || len(name) > longestPictureName || !slices.Contains([]string{"png", "jpg", "jpeg", "webp"}, strings.ToLower(name[dot+1:])) {
		return false
	}
	for i, r := range name {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9':
		case i > 0 && (r == '-' || r == '_' || r == '.'):
		default:
			return false
		}
	}
	return true
}

// Display is the licence as people write it; the two that have no name of their own are
// for the interface's texts to name.
func (l ImageLicense) Display() string {
	if rest, ok := strings.CutPrefix(string(l), "CC"); ok {
		rest = strings.TrimPrefix(rest, "-")
		if i := strings.LastIndexByte(rest, '-'); i >= 0 {
			rest = rest[:i] + " " + rest[i+1:]
		}
		if strings.HasPrefix(string(l), "CC0") {
			return "CC" + rest
		}
		return "CC " + rest
	}
	return string(l)
}
