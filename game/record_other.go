//go:build !js

package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strconv"

	"holdtheline/game/launch"
	"holdtheline/game/toolkit/drive"
	"holdtheline/game/toolkit/run"
)

// recorded plays, and writes the start parameters and all input to a file. A
// recording can be replayed only if the game was new: saved games are not in
// it.
func recorded(file string, params launch.Params, o *run.Options, play func() error) error {
	out, err := os.Create(file)
	if err != nil {
		return fmt.Errorf("%w; choose a file in a folder that exists", err)
	}
	lines := bufio.NewWriter(out)
	r := drive.NewRecorder(lines, map[string]string{
		launch.CaseKey: params.Case, launch.LengthKey: string(params.Length), launch.ModeKey: string(params.Mode),
		launch.SeedKey: strconv.FormatUint(params.Seed, 10), launch.LangKey: params.Words.Lang(),
	})
	o.Record = r.Add
	return errors.Join(play(), r.Err(), lines.Flush(), out.Close())
}
