//go:build !js

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"holdtheline/game/app"
	"holdtheline/game/launch"
	"holdtheline/game/shelf"
	"holdtheline/game/store"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/drive"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/session"
)

// The window of the test, in pixels.
const (
	windowWidth  = 1366
	windowHeight = 768
)

// patience is how long the program may take to answer on a slow machine.
const patience = 30 * time.Second

// hold is how long a button or key is held, and released before the next:
// longer than a frame takes without a graphics card, since the program polls
// the mouse once a frame.
const hold = 350 * time.Millisecond

// A desktop is the running program, and the same game without a screen, which
// knows where everything is and what should be saved.
type desktop struct {
	t      *testing.T
	window string // the X window's id
	saved  string // the file with the saved game
	shadow *app.Model
	driver *drive.Driver
}

// TestTheDesktopProgramPlaysTheFirstRoom starts the program in a real window
// and plays the whole desk with the mouse, one question by keyboard alone. What
// the program saves must be what the same presses save without a screen.
func TestTheDesktopProgramPlaysTheFirstRoom(t *testing.T) {
	if os.Getenv("DISPLAY") == "" {
		t.Skip("no display; run under xvfb-run, as make test does")
	}
	if _, err := exec.LookPath("xdotool"); err != nil {
		t.Skip("no xdotool to move the mouse with; make install brings it")
	}
	d := startDesktop(t)
	d.click("begin")
	keyboard := true
	for d.shadow.Session().Step().Kind == session.BeatStep {
		for range d.shadow.Session().Step().Items {
			if keyboard {
				d.tabTo("verdict." + string(casefile.Real))
				d.key(ui.Down) // to the next stamp, which chooses it
				d.tabTo("certainty.1")
				d.key(ui.Right)
				d.tabTo("submit")
				d.key(ui.Enter)
				d.tabTo("next")
				d.key(ui.Space)
				keyboard = false
				continue
			}
			d.click("verdict." + string(casefile.Unconfirmed))
			d.click("certainty.3")
			d.click("submit")
			d.click("next")
		}
	}
	if d.shadow.Session().Step().Kind != session.PuzzleStep {
		t.Error("after the desk there is no timeline")
	}
}

func startDesktop(t *testing.T) *desktop {
	t.Helper()
	program := filepath.Join(t.TempDir(), "hold-the-line")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("the program can't be built: %v\n%s", err, out)
	}
	link := map[string]string{launch.LengthKey: "quick", launch.ModeKey: "practice", launch.SeedKey: "4"}
	params, err := launch.Read(link, 0, launch.Device{})
	if err != nil {
		t.Fatal(err)
	}
	d := &desktop{t: t}
	c, err := shelf.Case(params.Case)
	if err != nil {
		t.Fatal(err)
	}
	d.shadow = launch.Open(c, params, store.In(t.TempDir()))
	d.driver = drive.New(app.NewProgram(d.shadow, time.Now), theme.Faces())
	d.driver.Handle(drive.Event{Kind: drive.Resize, Width: windowWidth, Height: windowHeight})
	d.driver.Refresh()

	home := t.TempDir()
	cmd := exec.Command(program, "-length", "quick", "-mode", "practice", "-seed", "4",
		"-width", strconv.Itoa(windowWidth), "-height", strconv.Itoa(windowHeight))
	cmd.Env = append(os.Environ(), "XDG_CONFIG_HOME="+home, "HOME="+home, "LANGUAGE=", "LC_ALL=C")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill() // it may have exited by itself
		_ = cmd.Wait()
		if t.Failed() {
			t.Logf("the program said: %s", stderr.String())
		}
	})
	d.window = d.waitForWindow()
	d.saved = filepath.Join(home, "hold-the-line")
	return d
}

// waitForWindow returns the window once it is there at its size.
func (d *desktop) waitForWindow() string {
	d.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		out, err := exec.Command("xdotool", "search", "--onlyvisible", "--class", "hold-the-line").Output()
		if ids := strings.Fields(string(out)); err == nil && len(ids) > 0 {
			// The title names the screen as soon as there is one to press on.
			name, _ := exec.Command("xdotool", "getwindowname", ids[0]).Output()
			if strings.HasPrefix(string(name), d.driver.Layout().Root.Node.Name) {
				time.Sleep(time.Second) // the first frame is slow without a graphics card
				d.xdotool("windowfocus", ids[0])
				return ids[0]
			}
		}
	}
	d.t.Fatal("no window opened")
	return ""
}

func (d *desktop) xdotool(args ...string) {
	d.t.Helper()
	if out, err := exec.Command("xdotool", args...).CombinedOutput(); err != nil {
		d.t.Fatalf("xdotool %v: %v\n%s", args, err, out)
	}
}

// click presses a node with the mouse, at its position in the layout.
func (d *desktop) click(id string) {
	d.t.Helper()
	n := d.driver.Layout().Find(id)
	if n == nil || !n.Clip.Has(n.X+n.W/2, n.Y+n.H/2) {
		d.t.Fatalf("%q is not to be seen on %s", id, d.driver.Layout().Root.Node.ID)
	}
	d.xdotool("mousemove", "--window", d.window, strconv.Itoa(int(n.X+n.W/2)), strconv.Itoa(int(n.Y+n.H/2)))
	for _, button := range []string{"mousedown", "mouseup"} {
		d.xdotool(button, "1")
		time.Sleep(hold)
	}
	for _, kind := range []drive.Kind{drive.Down, drive.Up} {
		d.driver.Handle(drive.Event{Kind: kind, X: n.X + n.W/2, Y: n.Y + n.H/2})
	}
	d.driver.Refresh()
	d.waitForSave()
}

// keyNames are the keys as X names them.
var keyNames = map[ui.Key]string{
	ui.Tab: "Tab", ui.Enter: "Return", ui.Space: "space", ui.Down: "Down", ui.Right: "Right",
}

func (d *desktop) key(k ui.Key) {
	d.t.Helper()
	d.xdotool("key", "--delay", strconv.Itoa(int(hold.Milliseconds())), keyNames[k])
	d.driver.Handle(drive.Event{Kind: drive.Key, Key: k})
	d.driver.Refresh()
	d.waitForSave()
}

// tabTo moves the focus to a node by the Tab key.
func (d *desktop) tabTo(id string) {
	d.t.Helper()
	for range 60 {
		if d.driver.Focused() == id {
			return
		}
		d.key(ui.Tab)
	}
	d.t.Fatalf("Tab never comes to %q on %s", id, d.driver.Layout().Root.Node.ID)
}

// waitForSave waits until the program has saved what the game without a screen
// would have saved.
func (d *desktop) waitForSave() {
	d.t.Helper()
	want := moves(d.shadow.Session().Encode())
	got := ""
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		files, _ := filepath.Glob(filepath.Join(d.saved, "session.*quick*"))
		if len(files) == 0 {
			continue
		}
		data, err := os.ReadFile(files[0])
		if got = moves(data); err == nil && got == want {
			return
		}
	}
	d.t.Fatalf("the program saved\n%s\nand should have saved\n%s", got, want)
}

// moves is a log without its first line, which holds the time of day.
func moves(log []byte) string {
	_, rest, _ := strings.Cut(string(log), "\n")
	return rest
}
