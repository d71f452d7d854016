package sources

import (
	"holdtheline/assets/words"
	"holdtheline/game/parts"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
)

// tallestPicture is the greatest height of a picture in CSS pixels: on a laptop the card
// can then be read without scrolling far.
const tallestPicture = 280

// creditFont is as small as type gets.
var creditFont = theme.Font{Size: theme.LabelSize}

// picture shows the picture of a source, with its credit in small type below.
func (d Desk) picture(id string, src *casefile.Source) *ui.Node {
	img := src.Image
	data, kind := d.Case.ImageFile(src)
	shown := parts.Softly(parts.Paragraph(id+".picture", d.Told(img.Description), parts.SmallFont))
	shown.Role, shown.Name, shown.Lang = ui.Image, img.Description, d.Lang
	shown.Picture = &ui.Picture{
		Key: d.Case.ID + "/" + img.File, Type: kind, Data: data,
		Width: img.Width, Height: img.Height, Tallest: tallestPicture,
	}
	shown.Style.Pad, shown.Style.Self, shown.Style.MaxWidth = ui.All(parts.Space3), ui.Start, 0 // its width is the picture's
	credit := parts.Softly(parts.Paragraph(id+".credit", d.Words.Tell("source.picture", "credit", d.Told(img.Credit), "license", d.license(img.License)), creditFont))
	return parts.Column(id+".shown", parts.Space1, shown, credit)
}

// license names the terms on which a picture is shown.
func (d Desk) license(l casefile.ImageLicense) words.Text {
	if l == casefile.PublicDomain || l == casefile.ByPermission {
		return d.Words.Tell("picture.license." + string(l))
	}
	return words.In("", l.Display())
}
