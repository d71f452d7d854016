//go:build !js

package host

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/hajimehoshi/ebiten/v2"

	"holdtheline/game/toolkit/ui"
)

// CanChooseFiles is false: on a desktop files are dropped on the window or named at
// the start.
func CanChooseFiles() bool { return false }

// ChooseFiles returns an error: choosing needs the browser.
func ChooseFiles(ui.FileLimits, func(ui.Files)) error {
	return fmt.Errorf("host: drop the files on the window, or name them at the start: %w", errors.ErrUnsupported)
}

// ReadFiles reads the named files, within limits.
func ReadFiles(names []string, limits ui.FileLimits) ui.Files {
	return readEach(names, limits, func(name string) (fs.File, error) { return os.Open(name) })
}

// A Drop tells of files that were dropped at a position, in CSS pixels.
type Drop func(files ui.Files, x, y float64, node string)

// TakeDrops reads files that are dropped on the window. It is for run.Options.Drops,
// which looks for them with poll.
func TakeDrops(limits ui.FileLimits) func(Drop) (poll func(x, y float64), err error) {
	return func(dropped Drop) (func(x, y float64), error) {
		return func(x, y float64) {
			if files := ebiten.DroppedFiles(); files != nil {
				dropped(ReadDropped(files, limits), x, y, "")
			}
		}, nil
	}
}

// ReadDropped reads the files of a drop, within limits. A folder is not gone into.
func ReadDropped(dropped fs.FS, limits ui.FileLimits) ui.Files {
	entries, err := fs.ReadDir(dropped, ".")
	if err != nil {
		return ui.Files{}
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return readEach(names, limits, dropped.Open)
}

func readEach(names []string, limits ui.FileLimits, open func(string) (fs.File, error)) ui.Files {
	var files ui.Files
	for i, name := range names {
		if i == limits.Most {
			files.Left = len(names) - i
			break
		}
		f := readOne(name, min(limits.Each, limits.All), open)
		limits.All -= len(f.Data)
		files.List = append(files.List, f)
	}
	return files
}

func readOne(name string, most int, open func(string) (fs.File, error)) ui.File {
	f := ui.File{Name: filepath.Base(name), Fault: ui.FileUnreadable}
	in, err := open(name)
	if err != nil {
		return f
	}
	defer in.Close()
	data, err := io.ReadAll(io.LimitReader(in, int64(most)+1))
	switch {
	case err != nil:
	case len(data) > most:
		f.Fault = ui.FileTooLarge
	default:
		f.Data, f.Fault = data, ui.FileRead
	}
	return f
}
