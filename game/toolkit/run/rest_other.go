//go:build !js

package run

//lint:file-ignore SA1019 nothing that isn't deprecated lets a desktop program wait for input

import (
	"github.com/hajimehoshi/ebiten/v2"

	"holdtheline/game/toolkit/drive"
	"holdtheline/game/toolkit/ui"
)

// restAfter is the number of frames without motion until the program waits for
// input.
const restAfter = 10

// stayAwake draws at the display's refresh rate while something moves by
// itself, and otherwise only after input.
func (g *game) stayAwake() {
	g.page.quiet++
	if g.driver.NeedsFrames() || g.change != drive.NoChange || held() != ui.NoKey || g.options.Screenshot != "" {
		g.page.quiet = 0
	}
	mode := ebiten.FPSModeVsyncOn
	if g.page.quiet > restAfter {
		mode = ebiten.FPSModeVsyncOffMinimum
	}
	if ebiten.FPSMode() != mode {
		ebiten.SetFPSMode(mode)
	}
}
