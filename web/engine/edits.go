package engine

import (
	"bytes"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template"
)

// An edit is the changes to one file of the engine, in order.
type edit []func(*source) error

// A Removal takes one thing out of the engine that the game never runs.
type Removal struct {
	Name string // what is taken out, in a few words
	Why  string // why the game doesn't miss it

	edits map[string]edit // by file
	// before runs on the copy of the engine before these edits.
	before func(engine string) error
}

// Removals lists everything that is taken out of the engine, in order. web/cmd/site
// with -weigh measures what each of them saves.
func Removals() []Removal {
	return []Removal{
		{
			Name: "build system",
			Why:  "A log entry says which line of the game called the engine. Finding the engine's own folder takes the package go/build, and a browser has no sources.",
			edits: map[string]edit{
				"internal/debug/caller.go": {body("FirstCaller", `return "", 0, CallerTypeNone`)},
			},
		},
		{
			Name: "archive writer",
			Why:  "A key saves all textures as an archive, for the engine's developers. The game sets no such key.",
			edits: map[string]edit{
				"internal/graphicscommand/image_js.go": {body("DumpImages", `panic("textures can't be saved in this build")`)},
				"internal/graphicscommand/image.go":    {body("dumpTo", `return fmt.Errorf("textures can't be saved in this build")`)},
			},
		},
		{
			Name: "log",
			Why:  "The engine logs warnings and debugging messages for developers. A player's browser shows them to nobody.",
			edits: map[string]edit{
				"internal/thread/thread.go":      {body("logDiscardedCall", ``)},
				"internal/atlas/gpuresources.go": {silence("slog")},
			},
		},
		{
			Name:  "remote host",
			Why:   "A program in a browser is never the guest of a remote host.",
			edits: map[string]edit{"internal/ui/ui_other.go": {silence("vmguest")}},
		},
		{
			Name: "template engine",
			Why:  "The built-in shaders are made from a template. They are written out here instead: a template engine makes the linker keep every exported method of every type.",
			edits: map[string]edit{
				"internal/builtinshader/shader.go": {tabulate},
				"internal/colormshader/shader.go":  {tabulate},
			},
		},
		{
			Name: "regular expressions",
			Why:  "A few lines of code match the same two patterns. The package regexp brings all of Unicode's tables.",
			edits: map[string]edit{
				"internal/graphics/shader.go": {rewrite(
					"var reUnit = regexp.MustCompile(`^[ \\t\\r\\n]*//kage:unit\\s+([^ \\t\\r\\n]+)[ \\t\\r\\n]*$`)", "",
					`m := reUnit.FindSubmatch(line)`, `m := bytes.Fields(line)`,
					`if m == nil {`, `if len(m) != 2 || string(m[0]) != "//kage:unit" {`,
				)},
				"internal/shaderir/glsl/glsl.go": {rewrite(
					"nls := regexp.MustCompile(`\\n\\n+`)",
					`for strings.Contains(vs+fs, "\n\n\n") {`,
					`vs = nls.ReplaceAllString(vs, "\n\n")`, `vs = strings.ReplaceAll(vs, "\n\n\n", "\n\n")`,
					`fs = nls.ReplaceAllString(fs, "\n\n")`, `fs = strings.ReplaceAll(fs, "\n\n\n", "\n\n") }`,
				)},
			},
		},
		{
			Name: "keyboard and gamepads",
			Why:  "In a browser keys come from the page, as screen readers and the plain view need them, and nothing is played with a gamepad. The names of the keys are tables that are filled at every start.",
			edits: map[string]edit{
				"internal/ui/input_js.go":     {body("eventToKeys", `return -1, -1`), variable("uiKeyToJSKey", `map[Key]js.Value{}`)},
				"internal/ui/keys_js.go":      {variable("uiKeyToJSCode", `map[Key]js.Value{}`)},
				"keys.go":                     {body("String", `return fmt.Sprint(int(k))`), body("keyNameToKeyCode", `return 0, false`)},
				"internal/gamepad/gamepad.go": {body("Update", `return nil`)},
				"inpututil/inpututil.go": {rewrite(
					`ebiten.AppendGamepadIDs(i.gamepadIDsBuf[:0])`, `i.gamepadIDsBuf[:0]`,
					`if ebiten.IsGamepadButtonPressed(id, ebiten.GamepadButton(b)) {`, `if false {`,
					`if ebiten.IsStandardGamepadButtonPressed(id, ebiten.StandardGamepadButton(b)) {`, `if false {`,
				)},
			},
		},
		shaderCompiler,
	}
}

// idlePresentation is taken out for the time it takes, not for its size: always.
var idlePresentation = Removal{
	Name: "idle presentation",
	Why:  "The engine shows a picture three times more after it has last changed, for platforms that draw on two surfaces in turn. A browser keeps what it was given.",
	edits: map[string]edit{
		"internal/ui/context.go": {rewrite(`const maxSkipCount = 4`, `const maxSkipCount = 1`)},
	},
}

// notice heads every file that is changed, as the engine's licence asks.
const notice = "// This file was changed for Hold the Line by its package web/engine.\n\n"

// apply edits a file.
func (e edit) apply(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	for _, change := range append(slices.Clone(e), dropImports) {
		s := &source{text: text}
		if s.file, err = parser.ParseFile(&s.set, file, text, parser.ParseComments); err != nil {
			return err
		}
		if err := change(s); err != nil {
			return err
		}
		text = s.spliced()
	}
	if !bytes.HasPrefix(text, []byte(notice)) {
		text = append([]byte(notice), text...)
	}
	return os.WriteFile(file, text, 0o644)
}

// A source is a file with the changes to be made to its text.
type source struct {
	text    []byte
	set     token.FileSet
	file    *ast.File
	splices []splice
}

// A splice replaces a part of the source.
type splice struct {
	from, to int
	text     string
}

func (s *source) replace(n ast.Node, text string) {
	s.splices = append(s.splices, splice{s.set.Position(n.Pos()).Offset, s.set.Position(n.End()).Offset, text})
}

func (s *source) spliced() []byte {
	slices.SortFunc(s.splices, func(a, b splice) int { return a.from - b.from })
	var out bytes.Buffer
	at := 0
	for _, p := range s.splices {
		out.Write(s.text[at:p.from])
		out.WriteString(p.text)
		at = p.to
	}
	out.Write(s.text[at:])
	return out.Bytes()
}

func (s *source) of(n ast.Node) string {
	return string(s.text[s.set.Position(n.Pos()).Offset:s.set.Position(n.End()).Offset])
}

// body replaces the body of a function or method.
func body(function, text string) func(*source) error {
	return func(s *source) error {
		for _, d := range s.file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Name.Name == function {
				s.replace(f.Body, "{\n"+text+"\n}")
				return nil
			}
		}
		return fmt.Errorf("there is no function %s", function)
	}
}

// variable replaces the initial value of a package's variable.
func variable(name, value string) func(*source) error {
	return func(s *source) error {
		for _, d := range s.file.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.VAR {
				continue
			}
			for _, spec := range g.Specs {
				if v := spec.(*ast.ValueSpec); len(v.Names) == 1 && v.Names[0].Name == name && len(v.Values) == 1 {
					s.replace(v.Values[0], value)
					return nil
				}
			}
		}
		return fmt.Errorf("there is no variable %s", name)
	}
}

// rewrite replaces texts that must each be there once: the arguments are pairs of
// an old text and a new one.
func rewrite(pairs ...string) func(*source) error {
	return func(s *source) error {
		for i := 0; i < len(pairs); i += 2 {
			before, after, found := strings.Cut(string(s.text), pairs[i])
			if !found || strings.Contains(after, pairs[i]) {
				return fmt.Errorf("%q isn't there exactly once", pairs[i])
			}
			s.splices = append(s.splices, splice{len(before), len(before) + len(pairs[i]), pairs[i+1]})
		}
		return nil
	}
}

// silence removes statements that call a function of a package. The arguments
// stay, so that what they name is still used.
func silence(name string) func(*source) error {
	return func(s *source) error {
		ast.Inspect(s.file, func(n ast.Node) bool {
			statement, ok := n.(*ast.ExprStmt)
			if !ok {
				return true
			}
			call, ok := statement.X.(*ast.CallExpr)
			if !ok {
				return true
			}
			if f, ok := call.Fun.(*ast.SelectorExpr); !ok || s.of(f.X) != name {
				return true
			}
			var kept []string
			for _, argument := range call.Args {
				kept = append(kept, "_ = "+s.of(argument))
			}
			s.replace(statement, strings.Join(kept, "; "))
			return false
		})
		if len(s.splices) == 0 {
			return fmt.Errorf("nothing of the package %s is called", name)
		}
		return nil
	}
}

// tabulate executes the template in the variable tmpl for every filter and
// address, and has ShaderSource look the results up.
func tabulate(s *source) error {
	declaration, literal := templateOf(s.file)
	if literal == nil {
		return errors.New("there is no template in a variable tmpl")
	}
	text, err := strconv.Unquote(literal.Value)
	if err != nil {
		return err
	}
	t, err := template.New("shader").Parse(text)
	if err != nil {
		return err
	}
	filters, addresses := constants(s.file, "Filter"), constants(s.file, "Address")
	if len(filters) == 0 || len(addresses) == 0 {
		return errors.New("there are no constants of the types Filter and Address")
	}
	data := map[string]int{}
	for _, names := range [][]string{filters, addresses} {
		for value, name := range names {
			data[name] = value
		}
	}
	var table strings.Builder
	table.WriteString("var sources = [FilterCount][AddressCount]string{\n")
	for filter := range filters {
		table.WriteString("{\n")
		for address := range addresses {
			data["Filter"], data["Address"] = filter, address
			var shader bytes.Buffer
			if err := t.Execute(&shader, data); err != nil {
				return err
			}
			fmt.Fprintf(&table, "%q,\n", shader.String())
		}
		table.WriteString("},\n")
	}
	table.WriteString("}")
	s.replace(declaration, table.String())
	return body("ShaderSource", `return []byte(sources[filter][address])`)(s)
}

// templateOf finds the declaration of the variable tmpl and the text in it.
func templateOf(f *ast.File) (declaration ast.Decl, literal *ast.BasicLit) {
	for _, d := range f.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.VAR || len(g.Specs) != 1 {
			continue
		}
		if v, ok := g.Specs[0].(*ast.ValueSpec); !ok || v.Names[0].Name != "tmpl" {
			continue
		}
		ast.Inspect(g, func(n ast.Node) bool {
			// The template's name is a string too, and shorter.
			if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING && (literal == nil || len(l.Value) > len(literal.Value)) {
				declaration, literal = g, l
			}
			return true
		})
	}
	return declaration, literal
}

// constants lists the constants of a type that count up from 0, in their order.
func constants(f *ast.File, of string) []string {
	for _, d := range f.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.CONST {
			continue
		}
		first, ok := g.Specs[0].(*ast.ValueSpec)
		if !ok || first.Type == nil || len(first.Values) != 1 {
			continue
		}
		kind, _ := first.Type.(*ast.Ident)
		value, _ := first.Values[0].(*ast.Ident)
		if kind == nil || kind.Name != of || value == nil || value.Name != "iota" {
			continue
		}
		var names []string
		for _, spec := range g.Specs {
			names = append(names, spec.(*ast.ValueSpec).Names[0].Name)
		}
		return names
	}
	return nil
}

// versioned is how the import path of a module's later major version ends.
var versioned = regexp.MustCompile(`/v[0-9]+$`)

// dropImports removes unused imports.
func dropImports(s *source) error {
	used := map[string]bool{}
	ast.Inspect(s.file, func(n ast.Node) bool {
		if selector, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := selector.X.(*ast.Ident); ok {
				used[x.Name] = true
			}
		}
		return true
	})
	for _, i := range s.file.Imports {
		address, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			return err
		}
		name := path.Base(versioned.ReplaceAllString(address, ""))
		if i.Name != nil {
			name = i.Name.Name
		}
		if name != "_" && !used[name] {
			s.replace(i, "")
		}
	}
	return nil
}
