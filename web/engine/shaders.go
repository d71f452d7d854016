package engine

import (
	"bytes"
	_ "embed" // the program that writes the shaders
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

//go:embed _precompile/main.go
var precompiler []byte

// precompilerFolder is where in the copy the program stands for a moment that
// writes the compiled shaders, and precompiled which files it writes by which
// argument.
const precompilerFolder = "internal/precompile"

var precompiled = map[string]string{
	"programs": "internal/legacyshader/precompiled.go",
	"texts":    "internal/shaderprecomp/precompiled.go",
}

// withoutCompiler lists what is taken out once the shaders are compiled: with the
// compiler go Go's parser and syntax trees, and the time that every start would
// compile in.
func withoutCompiler() map[string]edit {
	return map[string]edit{
		"internal/legacyshader/legacyshader.go": {body("CompileShader", `
			if program := precompiled(string(fragmentSrc)); program != nil {
				return program, Pixels, nil
			}
			return nil, 0, fmt.Errorf("this build has no compiler, and of the built-in shaders those that web/engine names: not\n%s", fragmentSrc)`)},
		// What rewrites shaders from before 2023, which measured in texels, with the
		// Kage that it would put in, which is made at every start.
		"internal/legacyshader/convert.go": {
			body("convertToPixels", `return nil, fmt.Errorf("this build has no compiler for shaders")`),
			variable("texelBuiltinNames", `map[string]struct{}(nil)`), variable("texelHelpersSuffix", `""`),
		},
		"internal/legacyshader/deprecated.go": {variable("deprecatedFunctionsSuffix", `""`)},

		// What translates a compiled shader for the graphics card.
		"internal/shaderprecomp/shaderprecomp.go": {body("GLSL", `
			v, f := translated(id.String())
			return []byte(v), []byte(f), es && v != ""`)},
		"internal/graphicsdriver/opengl/shader.go": {rewrite(
			`vssrc, fssrc = glsl.Compile(s.ir, version)`,
			`return fmt.Errorf("this build has no translator for shaders, and of the built-in ones those that web/engine names: not %s", s.ir.SourceID)`)},

		"internal/graphics/shader.go": {body("CompileShader", `return nil, fmt.Errorf("this build has no compiler for shaders")`)},
	}
}

// precompile compiles the built-in shaders in a copy of the engine and takes the
// compiler out of it.
func precompile(engine string) error {
	folder := filepath.Join(engine, filepath.FromSlash(precompilerFolder))
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, "main.go"), precompiler, 0o644); err != nil {
		return err
	}
	shaders := map[string][]byte{}
	for what, file := range precompiled {
		// Trimmed, what is compiled for it can be used in the next folder too.
		command := exec.Command("go", "run", "-trimpath", "./"+precompilerFolder, what)
		command.Dir = engine
		command.Env = append(os.Environ(), "GOOS=", "GOARCH=", "GOFLAGS=", "GOWORK=off", "CGO_ENABLED=0")
		var stderr bytes.Buffer
		command.Stderr = &stderr
		text, err := command.Output()
		if err != nil {
			return fmt.Errorf("compiling the engine's shaders: %w\n%s\nlook at web/engine/_precompile", err, stderr.Bytes())
		}
		shaders[file] = text
	}
	if err := os.RemoveAll(folder); err != nil {
		return err
	}
	for file, text := range shaders {
		if err := os.WriteFile(filepath.Join(engine, filepath.FromSlash(file)), append([]byte(notice), text...), 0o644); err != nil {
			return err
		}
	}
	for file, change := range withoutCompiler() {
		if err := change.apply(filepath.Join(engine, filepath.FromSlash(file))); err != nil {
			return fmt.Errorf("editing %s for the browser: %w; look at web/engine/shaders.go", file, err)
		}
	}
	return nil
}
