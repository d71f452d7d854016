// Hello is a minimal program on the engine: it fills the screen. The game's
// download, start and rest are compared with its own.
package main

import (
	"image/color"
	"log"

	"github.com/hajimehoshi/ebiten/v2"
)

type game struct{}

func (game) Update() error                       { return nil }
func (game) Draw(screen *ebiten.Image)           { screen.Fill(color.RGBA{R: 0x29, G: 0x5c, B: 0x8a, A: 0xff}) }
func (game) Layout(width, height int) (int, int) { return width, height }

func main() {
	if err := ebiten.RunGame(game{}); err != nil {
		log.Fatal(err)
	}
}
