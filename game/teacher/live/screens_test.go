package live_test

import (
	"image"
	"testing"

	"holdtheline/game/screentest"
)

// TestScreens compares pictures of the main screens with those that were looked at. The
// others are laid out alike. To keep new ones, after looking at them:
//
//	go test ./game/teacher/live -run Screens -update
func TestScreens(t *testing.T) {
	screentest.Screens(t, walk, *update, "classes", "door", "vote", "reveal", "kind-order", "pupils", "picture")
}

func TestNothingIsCutOffOnAnyScreen(t *testing.T) {
	screentest.NothingIsCutOff(t, walk,
		image.Pt(320, 256), image.Pt(844, 390), image.Pt(768, 1024), image.Pt(390, 844), image.Pt(1366, 768), image.Pt(1920, 1080))
}

func TestThePlainPageSoundsAlike(t *testing.T) { screentest.SoundsAlike(t, walk) }

// TestShots makes pictures of every screen for people to look at: see
// [screentest.Shots].
func TestShots(t *testing.T) { screentest.Shots(t, walk, "390x844,1366x768") }
