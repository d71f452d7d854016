package sources

import (
	"math"

	"holdtheline/game/figure"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
)

// scenes are the drawings that a case may choose from.
var scenes = map[casefile.Picture]figure.Scene{
	casefile.Telephone: figure.PhoneScene,
	casefile.Telegraph: figure.TelegraphScene,
	casefile.Biplane:   figure.BiplaneScene,
	casefile.Flag:      figure.FlagScene,
	casefile.Page:      figure.PageScene,
}

// Cover is the picture of a case.
func Cover(id string, picture casefile.Picture, height float64) *ui.Node {
	scene, ok := scenes[picture]
	if !ok {
		scene = figure.PageScene
	}
	f := figure.Cover{Scene: scene, Height: height}
	w, h := f.Size(0)
	return &ui.Node{ID: id, Decorative: true, Figure: f, Style: ui.Style{Width: math.Ceil(w), Height: h}}
}
