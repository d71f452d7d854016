//go:build !js

package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"unicode/utf8"
)

// folderName is the program's folder in the user's configuration folder.
const folderName = "hold-the-line"

// Open returns the user's store. It always returns a store: on an error, one
// that saves nothing and returns the same error.
func Open() (Store, error) {
	parent, err := os.UserConfigDir()
	if err != nil {
		err = fmt.Errorf("%w: %w", ErrForbidden, err)
		return missing{err}, err
	}
	return In(filepath.Join(parent, folderName)), nil
}

// In returns a store with its files in the folder, which it creates when there
// is something to save.
func In(folder string) Store { return files{folder} }

type files struct{ folder string }

func (f files) path(key string) string {
	return filepath.Join(f.folder, key+".jsonl")
}

func (f files) Load(key string) ([]byte, error) {
	data, err := os.ReadFile(f.path(key))
	return data, explain(err)
}

// Save writes a temporary file and renames it over the old one, so that a crash
// or power cut leaves one of the two whole.
func (f files) Save(key string, data []byte) error {
	if !utf8.Valid(data) {
		return ErrNotText
	}
	if err := os.MkdirAll(f.folder, 0o700); err != nil {
		return explain(err)
	}
	file, err := os.CreateTemp(f.folder, key+".*.new")
	if err != nil {
		return explain(err)
	}
	_, err = file.Write(data)
	err = errors.Join(err, file.Sync(), file.Close())
	if err == nil {
		err = os.Rename(file.Name(), f.path(key))
	}
	if err != nil {
		return explain(errors.Join(err, os.Remove(file.Name())))
	}
	return nil
}

func (f files) Archive(key string) error {
	path := f.path(key)
	if _, err := os.Lstat(path); err != nil {
		return explain(err)
	}
	for n := mostAside - 1; n > 0; n-- {
		err := os.Rename(archiveName(path, n), archiveName(path, n+1))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return explain(err)
		}
	}
	return explain(os.Rename(path, archiveName(path, 1)))
}

// explain puts the player's words before the system's.
func explain(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%w: %w", ErrAbsent, err)
	case errors.Is(err, syscall.ENOSPC):
		return fmt.Errorf("%w: %w", ErrFull, err)
	default:
		return fmt.Errorf("%w: %w", ErrForbidden, err)
	}
}
