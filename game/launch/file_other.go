//go:build !js

package launch

import (
	"path/filepath"
	"slices"
	"strings"
)

// isFile reports whether the name of a case is the path of its file.
func isFile(path string) bool {
	return slices.Contains([]string{".yaml", ".yml", ".json"}, strings.ToLower(filepath.Ext(path)))
}
