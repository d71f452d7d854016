package mirror

import (
	"strconv"

	"holdtheline/game/toolkit/ui"
)

// PictureAttribute holds the key of the picture that an image shows. The page knows the
// files by it.
const PictureAttribute = "data-picture"

// photo makes an element the image of a node's picture. Its own size keeps its place free
// where the style sheet lays it out.
func photo(e *Element, n *ui.Node) {
	w, h := n.Picture.Natural()
	e.Tag = "img"
	e.Attributes["alt"] = n.Name
	e.Attributes["width"], e.Attributes["height"] = strconv.Itoa(int(w)), strconv.Itoa(int(h))
	if len(n.Picture.Data) > 0 {
		e.Attributes[PictureAttribute] = n.Picture.Key
	}
}
