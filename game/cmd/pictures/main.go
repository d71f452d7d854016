// Command pictures makes the pictures and the animation of the project's front
// page from a recorded game, by playing parts of it again with the program's
// own update, layout and painter. So they show what the game is now.
//
// Run it in the project's root folder, as make pictures does. Start reading at
// [play].
package main

import (
	"flag"
	"fmt"
	"image"
	"image/gif"
	"image/png"
	"io"
	"os"
	"path/filepath"
)

func main() {
	log := flag.String("log", "game/app/testdata/the-call-lesson.session.jsonl", "the recorded game")
	out := flag.String("out", "assets/pictures", "the folder to write to")
	flag.Parse()
	if err := run(*log, *out); err != nil {
		fmt.Fprintln(os.Stderr, "pictures:", err)
		os.Exit(1)
	}
}

func run(log, out string) error {
	recorded, err := os.ReadFile(log)
	if err != nil {
		return fmt.Errorf("%w; run this in the project's root folder, or name a recorded game with -log", err)
	}
	f, err := newFilm(recorded)
	if err != nil {
		return err
	}
	if err := play(f); err != nil {
		return err
	}
	for name, img := range f.stills {
		if err := write(filepath.Join(out, name+".png"), func(w io.Writer) error { return png.Encode(w, img) }); err != nil {
			return err
		}
	}
	return write(filepath.Join(out, "play.gif"), func(w io.Writer) error { return gif.EncodeAll(w, animation(f.shots)) })
}

func write(name string, encode func(io.Writer) error) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	if err := encode(file); err != nil {
		file.Close()
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return file.Close()
}

// A shot is one frame of the animation.
type shot struct {
	image *image.RGBA
	delay int // hundredths of a second
}
