//go:build !js

package host

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/hajimehoshi/ebiten/v2"
)

// Prepare does nothing on a desktop, which needs no adapting and cancels no
// touches.
func Prepare(func()) error { return nil }

// Debug does nothing on a desktop, which has no scripts.
func Debug(func() map[string]any) {}

// Viewport returns the view for the outside size that Ebitengine passes to
// Layout.
func Viewport(outsideWidth, outsideHeight float64) View {
	return View{Width: outsideWidth, Height: outsideHeight, Scale: ebiten.Monitor().DeviceScaleFactor()}
}

// Address returns nothing: there are no files beside a window.
func Address(string) string { return "" }

// CurrentPreferences returns the one preference known on a desktop, the
// languages.
func CurrentPreferences() Preferences {
	return Preferences{Text: 1, Languages: languages(os.Getenv)}
}

// languages reads the environment's locales, in gettext's order.
func languages(env func(string) string) []string {
	var tags []string
	for _, name := range []string{"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"} {
		for _, locale := range strings.Split(env(name), ":") {
			tag, _, _ := strings.Cut(locale, ".")
			tag, _, _ = strings.Cut(tag, "@")
			if tag != "" && tag != "C" && tag != "POSIX" {
				tags = append(tags, strings.ReplaceAll(tag, "_", "-"))
			}
		}
		if len(tags) > 0 {
			break
		}
	}
	return tags
}

// SetLink does nothing: a desktop program has no link.
func SetLink(...string) error { return nil }

// FetchFile returns an error: a desktop program comes with all its files.
func FetchFile(name string) ([]byte, error) {
	return nil, fmt.Errorf("host: there is no page from which to fetch %s", name)
}

// TakeUpgrade returns nil: a desktop program doesn't upgrade itself.
func TakeUpgrade() *Upgrade { return nil }

// ApplyUpgrade returns an error: only a page upgrades itself.
func ApplyUpgrade() error {
	return fmt.Errorf("host: a new version of the desktop program has to be built: %w", errors.ErrUnsupported)
}

// SetLanguage does nothing on a desktop.
func SetLanguage(string) {}

// CanPlay is false: only the browser plays sounds.
func CanPlay() bool { return false }

// Play returns an error: sounds need the browser.
func Play(string) error {
	return fmt.Errorf("host: sounds are made by the browser, so play there to hear them: %w", errors.ErrUnsupported)
}

// SaveFile writes a file to the player's downloads folder, or to the working
// directory if there is none, and returns its path. It overwrites nothing: a
// name in use gets a number.
func SaveFile(name, _ string, data []byte) (place string, err error) {
	return saveFile(downloads(), name, data)
}

func downloads() string {
	candidates := []string{os.Getenv("XDG_DOWNLOAD_DIR")}
	if home, err := os.UserHomeDir(); err == nil {
		candidates = append(candidates, filepath.Join(home, "Downloads"))
	}
	for _, folder := range candidates {
		if info, err := os.Stat(folder); folder != "" && err == nil && info.IsDir() {
			return folder
		}
	}
	return "."
}

// mostCopies bounds the search for a free name.
const mostCopies = 1000

func saveFile(folder, name string, data []byte) (place string, err error) {
	name = fileName(name)
	extension := filepath.Ext(name)
	stem := strings.TrimSuffix(name, extension)
	for n := 1; n <= mostCopies; n++ {
		path := filepath.Join(folder, name)
		if n > 1 {
			path = filepath.Join(folder, fmt.Sprintf("%s (%d)%s", stem, n, extension))
		}
		file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", fmt.Errorf("host: %w; choose a working folder you may write to", err)
		}
		_, err = file.Write(data)
		if err = errors.Join(err, file.Close()); err != nil {
			return "", fmt.Errorf("host: writing %s: %w", path, err)
		}
		if whole, err := filepath.Abs(path); err == nil {
			path = whole
		}
		return path, nil
	}
	return "", fmt.Errorf("host: %s already holds %d files named like %s; remove some", folder, mostCopies, name)
}

// SavePicture writes a picture as SaveFile does, to a PNG file, and returns its
// path.
func SavePicture(name string, img *image.RGBA) (place string, err error) {
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		return "", fmt.Errorf("host: %w", err)
	}
	return saveFile(downloads(), name, b.Bytes())
}

// CanShare is false: on a desktop pictures are saved.
func CanShare() bool { return false }

// SharePicture returns an error: sharing needs the browser.
func SharePicture(string, string, *image.RGBA) error {
	return fmt.Errorf("host: sharing is done by the browser, so save the picture here: %w", errors.ErrUnsupported)
}

// CanCopy is false: a window has no clipboard.
func CanCopy() bool { return false }

// CopyText returns an error: copying needs the browser.
func CopyText(string) error {
	return fmt.Errorf("host: copying is done by the browser, so play there to copy, or save the file: %w", errors.ErrUnsupported)
}

// Print returns an error: printing needs the browser.
func Print() error {
	return fmt.Errorf("host: printing is done by the browser, so play there to print, or save the file: %w", errors.ErrUnsupported)
}

// OpenLink opens a web address in the system's browser.
func OpenLink(address string) error {
	if err := checkLink(address); err != nil {
		return err
	}
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	}
	command := exec.Command(name, args...)
	if err := command.Start(); err != nil {
		return fmt.Errorf("host: no browser could be started for %s: %w", address, err)
	}
	go func() { _ = command.Wait() }() // only to release the process
	return nil
}

// Failed writes why the program can't go on to standard error.
func Failed(why error) { fmt.Fprintln(os.Stderr, why) }
