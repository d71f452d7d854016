package app_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"holdtheline/game/app"
	"holdtheline/game/screentest"
	"holdtheline/game/snapshot"
	"holdtheline/game/snapshot/contact"
)

// pictured is where pictures of every kind of screen are kept, one sheet for
// each state of each, and looked where a sheet is put that differs.
const (
	pictured = "testdata/screens"
	looked   = "../../build/screens"
)

// TestScreens compares pictures of every kind of screen, in each of its states,
// with those that were looked at, and sees that nothing on them is cut off or
// lies on top of something else. To keep new ones, after looking at them:
//
//	go test ./game/app -run Screens -update
func TestScreens(t *testing.T) {
	team := contact.NewTeam()
	lay := screentest.Layouter()
	w := newTour(t)
	w.visit = func(name string) {
		file := filepath.Join(pictured, name+".png")
		if testing.Short() { // comparing takes half a minute
			if _, err := os.Stat(file); err != nil {
				t.Errorf("%v: run go test ./game/app -run Screens -update, and look at the picture", err)
			}
			return
		}
		for _, problem := range contact.Lint(lay, w.m.View) {
			t.Errorf("%s %s", name, problem)
		}
		contact.Compare(t, team, file, looked, *update, w.m.View)
	}
	w.walk()
	if *update {
		removeOthers(t, pictured, ".png", func(name string) bool { return w.stops[name] })
	}
	kept, err := filepath.Glob(filepath.Join(pictured, "*.png"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range kept {
		if !w.stops[strings.TrimSuffix(filepath.Base(file), ".png")] {
			t.Errorf("%s is of a screen that isn't there any more", file)
		}
	}
}

// The comparison notices what a person would: a line of text that stands one
// line lower, a button of another colour; and not what nobody sees.
func TestAPictureThatDiffersIsNoticed(t *testing.T) {
	camera := contact.Team{snapshot.NewCamera()}
	m := newGame(t, app.Options{})
	before, cells := camera.Sheet(m.View)
	kept := contact.FewColours(before)
	for c, cell := range cells {
		if share := contact.Off(before, kept, cell); share > contact.MostShare/3 {
			t.Errorf("keeping few colours changes %.2f %% of picture %d", 100*share, c)
		}
	}
	m.Update(app.ChooseMode{Practice: false})
	after, _ := camera.Sheet(m.View)
	if share := contact.Off(after, kept, cells[2]); share <= contact.MostShare {
		t.Errorf("another choice changes %.2f %% of the picture: too little to be noticed", 100*share)
	}
}
