// Command precompile writes the engine's built-in shaders as Go. With the
// argument programs it writes what the engine's compiler makes of their sources,
// without the statements, as a file of the package shaderir. With registration it
// writes a file of the game that registers them as GLSL for the browser. It runs
// inside a copy of the engine, because the compiler is internal; the underscore in
// the name of its folder keeps it out of ./...
package main

import (
	"bytes"
	"fmt"
	"go/format"
	"io"
	"os"
	"reflect"

	"github.com/hajimehoshi/ebiten/v2/internal/builtinshader"
	"github.com/hajimehoshi/ebiten/v2/internal/legacyshader"
	"github.com/hajimehoshi/ebiten/v2/internal/shaderir"
	"github.com/hajimehoshi/ebiten/v2/internal/shaderir/glsl"
)

func main() {
	sources := []string{builtinshader.ClearShaderSource}
	for filter := range builtinshader.Filter(builtinshader.FilterCount) {
		sources = append(sources, string(builtinshader.ShaderSource(filter, builtinshader.AddressUnsafe)))
	}
	if err := write(os.Stdout, os.Args[len(os.Args)-1], sources); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func write(to io.Writer, what string, sources []string) error {
	var text bytes.Buffer
	var err error
	switch what {
	case "programs":
		err = programs(&text, sources)
	case "registration":
		err = registration(&text, sources)
	default:
		err = fmt.Errorf("there is no output %q: say programs or registration", what)
	}
	if err != nil {
		return err
	}
	formatted, err := format.Source(text.Bytes())
	if err != nil {
		return err
	}
	_, err = to.Write(formatted)
	return err
}

func compile(source string) (*shaderir.Program, error) {
	program, unit, err := legacyshader.CompileShader([]byte(source))
	if err == nil && unit != legacyshader.Pixels {
		err = fmt.Errorf("a built-in shader measures in texels:\n%s", source)
	}
	return program, err
}

func registration(text *bytes.Buffer, sources []string) error {
	text.WriteString("// Code written by web/engine. DO NOT EDIT.\n\npackage main\n\n" +
		"import \"github.com/hajimehoshi/ebiten/v2/exp/shaderprecomp\"\n\n" +
		"func init() {\n")
	for _, source := range sources {
		program, err := compile(source)
		if err != nil {
			return err
		}
		vertex, fragment := glsl.Compile(program, glsl.GLSLVersionES300)
		fmt.Fprintf(text, "shaderprecomp.RegisterGLSL(shaderprecomp.MustParseShaderSourceID(%q), nil, nil, []byte(%q), []byte(%q))\n",
			program.SourceID.String(), vertex, fragment)
	}
	text.WriteString("}\n")
	return nil
}

func programs(text *bytes.Buffer, sources []string) error {
	text.WriteString("package shaderir\n\n// Precompiled returns the program of a source, or nil.\nfunc Precompiled(source string) *Program {\nswitch source {\n")
	for _, source := range sources {
		program, err := compile(source)
		if err != nil {
			return err
		}
		program.FragmentSource = nil // only the remote protocol needs it
		// Which uniform variables a program reads is worked out from its statements, at
		// the first call, and kept. Nothing else reads them once they are GLSL.
		program.FilterUniformVariables(make([]uint32, sizeOf(program.Uniforms)))
		program.Funcs, program.VertexFunc, program.FragmentFunc = nil, shaderir.VertexFunc{}, shaderir.FragmentFunc{}
		var value bytes.Buffer
		if err := literal(&value, reflect.ValueOf(program)); err != nil {
			return err
		}
		fmt.Fprintf(text, "case %q: return %s\n", source, bytes.ReplaceAll(value.Bytes(), []byte("shaderir."), nil))
	}
	text.WriteString("}\nreturn nil\n}\n")
	return nil
}

// sizeOf returns how many words of 32 bits the variables take.
func sizeOf(variables []shaderir.Type) int {
	size := 0
	for _, t := range variables {
		size += t.DwordCount()
	}
	return size
}

// literal writes a value as a Go expression.
func literal(to *bytes.Buffer, v reflect.Value) error {
	switch v.Kind() {
	case reflect.Pointer:
		to.WriteByte('&')
		return literal(to, v.Elem())
	case reflect.Struct:
		fmt.Fprintf(to, "%s{", v.Type())
		for i := range v.NumField() {
			if v.Field(i).IsZero() {
				continue
			}
			fmt.Fprintf(to, "%s: ", v.Type().Field(i).Name)
			if err := literal(to, v.Field(i)); err != nil {
				return err
			}
			to.WriteByte(',')
		}
	case reflect.Slice, reflect.Array:
		fmt.Fprintf(to, "%s{", v.Type())
		for i := range v.Len() {
			if err := literal(to, v.Index(i)); err != nil {
				return err
			}
			to.WriteByte(',')
		}
	case reflect.Int, reflect.Uint8, reflect.Uint32, reflect.Bool:
		fmt.Fprintf(to, "%v", v)
		return nil
	case reflect.String:
		fmt.Fprintf(to, "%q", v.String())
		return nil
	default:
		return fmt.Errorf("a shader has a %s, which has no literal here", v.Type())
	}
	to.WriteByte('}')
	return nil
}
