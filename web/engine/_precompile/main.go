// Command precompile writes the engine's built-in shaders as Go. With the
// argument programs it writes what the engine's compiler makes of their sources,
// as a file of the package legacyshader. With registration it writes a file of
// the game that registers them as GLSL for the browser. It runs inside a copy of
// the engine, because the compiler is internal; the underscore in the name of its
// folder keeps it out of ./...
package main

import (
	"bytes"
	"fmt"
	"go/constant"
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
	text.WriteString("package legacyshader\n\nimport (\n\"go/constant\"\n\n\"github.com/hajimehoshi/ebiten/v2/internal/shaderir\"\n)\n\n" +
		"// precompiled returns the program of a source, or nil.\nfunc precompiled(source string) *shaderir.Program {\nswitch source {\n")
	for _, source := range sources {
		program, err := compile(source)
		if err != nil {
			return err
		}
		program.FragmentSource = nil // only the remote protocol needs it
		fmt.Fprintf(text, "case %q: return ", source)
		if err := literal(text, reflect.ValueOf(program)); err != nil {
			return err
		}
		text.WriteString("\n")
	}
	text.WriteString("}\nreturn nil\n}\n")
	return nil
}

// literal writes a value as a Go expression.
func literal(to *bytes.Buffer, v reflect.Value) error {
	switch v.Kind() {
	case reflect.Interface:
		c, ok := v.Interface().(constant.Value)
		if !ok {
			return fmt.Errorf("a %s is no constant", v.Type())
		}
		return number(to, c)
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

// number writes a constant as the call that makes it.
func number(to *bytes.Buffer, c constant.Value) error {
	switch c.Kind() {
	case constant.Bool:
		fmt.Fprintf(to, "constant.MakeBool(%v)", constant.BoolVal(c))
	case constant.Int:
		n, exact := constant.Int64Val(c)
		if !exact {
			return fmt.Errorf("the integer %v doesn't fit", c)
		}
		fmt.Fprintf(to, "constant.MakeInt64(%d)", n)
	case constant.Float:
		f, _ := constant.Float64Val(c) // GLSL has no more digits either
		fmt.Fprintf(to, "constant.MakeFloat64(%v)", f)
	default:
		return fmt.Errorf("a shader has the constant %v, which has no literal here", c)
	}
	return nil
}
