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

// precompilerFolder is where the program that compiles the shaders is put into
// the copy of the engine. It runs there because the compiler is internal.
const precompilerFolder = "internal/precompile"

// shaderCompiler takes out the compiler of Kage, with Go's parser and syntax
// trees and numbers of any size, the time that compiling would take at every start,
// and what translates a compiled shader into GLSL. The translated shaders are
// registered with the engine's public package exp/shaderprecomp: see registration.
var shaderCompiler = Removal{
	Name: "shader compiler and translator",
	Why:  "The built-in shaders are compiled and translated when the site is built, and the game has none of its own.",
	before: func(engine string) error {
		text, err := precompile(engine, "programs")
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(engine, "internal", "shaderir", "precompiled.go"), append([]byte(notice), text...), 0o644)
	},
	edits: map[string]edit{
		"internal/legacyshader/legacyshader.go": {body("CompileShader", `
			if program := shaderir.Precompiled(string(fragmentSrc)); program != nil {
				return program, Pixels, nil
			}
			return nil, 0, fmt.Errorf("this build has no shader compiler, and web/engine doesn't list this shader:\n%s", fragmentSrc)`)},
		// This rewrites shaders from before 2023, which measured in texels. At every
		// start it generates the Kage that it would insert.
		"internal/legacyshader/convert.go": {
			body("convertToPixels", `return nil, fmt.Errorf("this build has no compiler for shaders")`),
			variable("texelBuiltinNames", `map[string]struct{}(nil)`), variable("texelHelpersSuffix", `""`),
		},
		"internal/legacyshader/deprecated.go": {variable("deprecatedFunctionsSuffix", `""`)},
		"internal/graphics/shader.go":         {body("CompileShader", `return nil, fmt.Errorf("this build has no compiler for shaders")`)},
		"internal/graphicsdriver/opengl/shader.go": {rewrite(
			`vssrc, fssrc = glsl.Compile(s.ir, version)`,
			`return fmt.Errorf("this build has no shader translator, and web/engine doesn't list the shader %s", s.ir.SourceID)`)},
	},
}

// registration writes the file that is added to the program: it registers the
// built-in shaders as GLSL.
func registration(engine, file string) error {
	text, err := precompile(engine, "registration")
	if err != nil {
		return err
	}
	return os.WriteFile(file, text, 0o644)
}

// precompile runs the precompiler in a copy of the engine that still has its
// compiler, and returns the file that it writes.
func precompile(engine, what string) ([]byte, error) {
	folder := filepath.Join(engine, filepath.FromSlash(precompilerFolder))
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	if err := os.WriteFile(filepath.Join(folder, "main.go"), precompiler, 0o644); err != nil {
		return nil, err
	}
	// With -trimpath the build cache can be used from the next folder too.
	command := exec.Command("go", "run", "-trimpath", "./"+precompilerFolder, what)
	command.Dir = engine
	command.Env = append(os.Environ(), "GOOS=", "GOARCH=", "GOFLAGS=", "GOWORK=off", "CGO_ENABLED=0")
	var stderr bytes.Buffer
	command.Stderr = &stderr
	text, err := command.Output()
	if err != nil {
		return nil, fmt.Errorf("compiling the engine's shaders: %w\n%s\nlook at web/engine/_precompile", err, stderr.Bytes())
	}
	return text, nil
}
