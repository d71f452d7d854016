package desk_test

import (
	"image"
	"testing"

	"holdtheline/game/screentest"
)

// TestScreens compares pictures of every screen with those that were looked at. To
// keep new ones, after looking at them:
//
//	go test ./game/teacher/desk -run Screens -update
func TestScreens(t *testing.T) { screentest.Screens(t, walk, *update) }

// TestSpoken compares what a screen reader meets on every screen with what is written
// down. To write it down anew:
//
//	go test ./game/teacher/desk -run Spoken -update
func TestSpoken(t *testing.T) { screentest.Spoken(t, walk, *update) }

func TestNothingIsCutOffOnAnyScreen(t *testing.T) {
	screentest.NothingIsCutOff(t, walk, image.Pt(320, 256), image.Pt(844, 390), image.Pt(768, 1024))
}

// TestShots makes pictures of every screen for people to look at: see
// [screentest.Shots].
func TestShots(t *testing.T) { screentest.Shots(t, walk, "390x844,1366x768") }
