package edit

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// An Op changes one place of a case.
type Op struct {
	Do   Do   `json:"do"`
	Path Path `json:"path"`
	// Value is what is set or added, as JSON. Its keys keep their order.
	Value json.RawMessage `json:"value,omitempty"`
	// To is where an item of a list is added or moved to, from 0; added items go to
	// the end of their list if it is beyond.
	To int `json:"to,omitempty"`
}

// Do says what an [Op] does.
type Do string

// The operations.
const (
	Set    Do = "set"    // give the place a value; a missing key is written
	Add    Do = "add"    // add an item to the list at the place
	Remove Do = "remove" // remove the key or item
	Move   Do = "move"   // move the item of a list to another place in it
)

// Apply returns the text with one place changed. An error says, for a person, why it
// can't be.
func Apply(data []byte, op Op) ([]byte, error) {
	for i, step := range op.Path {
		if number, ok := step.(float64); ok { // as JSON has it
			op.Path = slices.Clone(op.Path)
			op.Path[i] = int(number)
		}
	}
	t, err := read(data)
	if err != nil {
		return nil, err
	}
	want, err := op.expected(t.root)
	if err != nil {
		return nil, err
	}
	changed, err := op.splice(t)
	if err != nil {
		return nil, err
	}
	again, err := read(changed)
	if err != nil {
		return nil, fmt.Errorf("%w (%w)", errAsText, err)
	}
	got, err := values(again.root)
	if err != nil {
		return nil, err
	}
	if !reflect.DeepEqual(got, want) {
		return nil, errAsText
	}
	return changed, nil
}

// splice writes the change into the text.
func (op Op) splice(t *text) ([]byte, error) {
	switch op.Do {
	case Set:
		return op.set(t)
	case Add:
		return op.add(t)
	case Remove:
		return op.remove(t)
	case Move:
		return op.move(t)
	}
	return nil, fmt.Errorf("there is no operation %q", op.Do)
}

func (op Op) value() (*yaml.Node, error) {
	var doc yaml.Node
	if !json.Valid(op.Value) {
		return nil, errors.New("the value is not JSON")
	}
	// JSON is YAML, and its keys keep their order there.
	if err := yaml.Unmarshal(op.Value, &doc); err != nil || len(doc.Content) != 1 {
		return nil, errors.New("the value can't be read")
	}
	return doc.Content[0], nil
}

// replace returns the text with a piece of it replaced.
func (t *text) replace(from, to int, by string) []byte {
	out := make([]byte, 0, len(t.data)+len(by))
	out = append(out, t.data[:from]...)
	out = append(out, by...)
	return append(out, t.data[to:]...)
}

// container returns what holds the place at a path: a mapping or a list, and how far
// its owner's line is indented.
func (t *text) container(path Path) (*yaml.Node, error) {
	if len(path) == 0 {
		return nil, errors.New("the whole case can't be changed at once")
	}
	n := t.find(path[:len(path)-1])
	if n == nil {
		return nil, fmt.Errorf("there is no %s in the case", path[:len(path)-1])
	}
	return n, nil
}

func (op Op) set(t *text) ([]byte, error) {
	in, err := t.container(op.Path)
	if err != nil {
		return nil, err
	}
	value, err := op.value()
	if err != nil {
		return nil, err
	}
	old := t.find(op.Path)
	if in.Style&yaml.FlowStyle != 0 {
		return op.rewrite(t)
	}
	key, named := op.Path[len(op.Path)-1].(string)
	if old == nil {
		if !named {
			return nil, fmt.Errorf("there is no %s in the case", op.Path)
		}
		return t.insertKey(in, op.Path, key, value)
	}
	if old.Kind == yaml.ScalarNode && value.Kind == yaml.ScalarNode && !empty(old) {
		end, err := t.end(old, in.Column-1, false)
		if err != nil {
			return nil, err
		}
		return t.replace(t.start(old), end, written(value, false)), nil
	}
	if commentsIn(old) > 0 {
		return nil, fmt.Errorf("there are comments in %s: %w", op.Path, errAsText)
	}
	var from int
	indent := in.Column - 1 + 2
	if named {
		if from, err = t.afterColon(in.Content[entry(in, key)]); err != nil {
			return nil, err
		}
	} else {
		if from, err = t.dash(in, old); err != nil {
			return nil, err
		}
		from++
	}
	end := from
	if !empty(old) {
		if end, err = t.end(old, in.Column-1, false); err != nil {
			return nil, err
		}
	}
	if named {
		return t.replace(from, end, after(value, indent)), nil
	}
	return t.replace(from, end, item1(value, indent)), nil
}

// rewrite writes the list or mapping in brackets that holds a place anew.
func (op Op) rewrite(t *text) ([]byte, error) {
	path := op.Path[:len(op.Path)-1]
	if op.Do == Add {
		path = op.Path
	}
	n := t.find(path)
	if commentsIn(n) > 0 {
		return nil, fmt.Errorf("there are comments in %s: %w", path, errAsText)
	}
	changed := copied(n)
	value := &yaml.Node{}
	if op.Do == Set || op.Do == Add {
		var err error
		if value, err = op.value(); err != nil {
			return nil, err
		}
	}
	last := op.Path[len(op.Path)-1]
	switch at, isItem := last.(int); {
	case op.Do == Add:
		changed.Content = slices.Insert(changed.Content, min(max(op.To, 0), len(changed.Content)), value)
	case isItem && op.Do == Set:
		changed.Content[at] = value
	case isItem && op.Do == Remove:
		changed.Content = slices.Delete(changed.Content, at, at+1)
	case isItem && op.Do == Move:
		moved := changed.Content[at]
		changed.Content = slices.Insert(slices.Delete(changed.Content, at, at+1), op.To, moved)
	case op.Do == Remove:
		i := entry(changed, fmt.Sprint(last))
		changed.Content = slices.Delete(changed.Content, i, i+2)
	case op.Do == Set:
		if i := entry(changed, fmt.Sprint(last)); i >= 0 {
			changed.Content[i+1] = value
		} else {
			changed.Content = append(changed.Content, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: fmt.Sprint(last)}, value)
		}
	}
	data, err := json.Marshal(ordered{changed})
	if err != nil {
		return nil, err
	}
	return Op{Do: Set, Path: path, Value: data}.set(t)
}

func copied(n *yaml.Node) *yaml.Node {
	c := *n
	c.Content = slices.Clone(n.Content)
	return &c
}

// insertKey writes a key that isn't there yet, where the format has it.
func (t *text) insertKey(in *yaml.Node, path Path, key string, value *yaml.Node) ([]byte, error) {
	if in.Kind != yaml.MappingNode {
		return nil, fmt.Errorf("%s has no keys", path[:len(path)-1])
	}
	indent := in.Column - 1
	line := scalar(key, true) + ":" + after(value, indent+2)
	if len(in.Content) == 0 {
		return nil, errAsText
	}
	order := keysAt(path[:len(path)-1])
	place := slices.Index(order, key)
	behind := -1
	for i := 0; i+1 < len(in.Content); i += 2 {
		if at := slices.Index(order, in.Content[i].Value); place < 0 || at >= 0 && at < place {
			behind = i
		}
	}
	margin := strings.Repeat(" ", indent)
	gap := ""
	if len(path) == 1 && value.Kind != yaml.ScalarNode {
		gap = "\n"
	}
	if behind < 0 {
		// Before the first key, which may stand behind a list's dash.
		return t.replace(t.start(in), t.start(in), line+"\n"+gap+margin), nil
	}
	end, err := t.entryEnd(in, behind)
	if err != nil {
		return nil, err
	}
	return t.insertLines(end, gap+margin+line), nil
}

// insertLines writes lines after the line of a position.
func (t *text) insertLines(at int, lines string) []byte {
	at = t.afterLine(at)
	if at == len(t.data) && at > 0 && t.data[at-1] != '\n' {
		return t.replace(at, at, "\n"+lines+"\n")
	}
	return t.replace(at, at, lines+"\n")
}

// entryEnd returns where a key's value ends.
func (t *text) entryEnd(in *yaml.Node, i int) (int, error) {
	if empty(in.Content[i+1]) {
		return t.afterColon(in.Content[i])
	}
	return t.end(in.Content[i+1], in.Column-1, false)
}

// dash returns where an item's dash stands.
func (t *text) dash(list, item *yaml.Node) (int, error) {
	begin := t.start(item)
	if empty(item) {
		// Such an item is only a dash; the tree places it at one of several positions.
		return 0, errAsText
	}
	for at := t.lineOf(begin); ; at = t.lineOf(at - 1) {
		line := t.line(at)
		if indentation(line) == list.Column-1 && strings.HasPrefix(line[list.Column-1:], "-") {
			return at + list.Column - 1, nil
		}
		if at == 0 {
			return 0, errAsText
		}
		// The first item of a list in a list stands behind another dash.
		if at+list.Column-1 < begin && t.data[at+list.Column-1] == '-' && at == t.lineOf(begin) {
			return at + list.Column - 1, nil
		}
	}
}

func (op Op) add(t *text) ([]byte, error) {
	list := t.find(op.Path)
	if list == nil || empty(list) {
		value, err := op.value()
		if err != nil {
			return nil, err
		}
		data, err := json.Marshal(ordered{&yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{value}}})
		if err != nil {
			return nil, err
		}
		return Op{Do: Set, Path: op.Path, Value: data}.set(t)
	}
	if list.Kind != yaml.SequenceNode {
		return nil, fmt.Errorf("%s is not a list", op.Path)
	}
	if list.Style&yaml.FlowStyle != 0 || len(list.Content) == 0 {
		return op.rewrite(t)
	}
	value, err := op.value()
	if err != nil {
		return nil, err
	}
	indent := list.Column - 1
	item := "-" + item1(value, indent+2)
	if op.To <= 0 {
		at, err := t.dash(list, list.Content[0])
		if err != nil {
			return nil, err
		}
		return t.replace(at, at, item+"\n"+strings.Repeat(" ", indent)), nil
	}
	before := list.Content[min(op.To, len(list.Content))-1]
	end, err := t.end(before, indent, false)
	if err != nil {
		return nil, err
	}
	return t.insertLines(end, strings.Repeat(" ", indent)+item), nil
}

func (op Op) remove(t *text) ([]byte, error) {
	in, err := t.container(op.Path)
	if err != nil {
		return nil, err
	}
	old := t.find(op.Path)
	if old == nil {
		return nil, fmt.Errorf("there is no %s in the case", op.Path)
	}
	if in.Style&yaml.FlowStyle != 0 {
		return op.rewrite(t)
	}
	from, to, err := t.lineSpan(in, op.Path[len(op.Path)-1], old)
	if err != nil {
		return nil, err
	}
	of := len(in.Content)
	if in.Kind == yaml.MappingNode {
		of /= 2
	}
	if of == 1 {
		nothing := `[]`
		if in.Kind == yaml.MappingNode {
			nothing = `{}`
		}
		return Op{Do: Set, Path: op.Path[:len(op.Path)-1], Value: json.RawMessage(nothing)}.set(t)
	}
	if t.lineOf(from) != from && strings.TrimSpace(string(t.data[t.lineOf(from):from])) != "" {
		// Behind a list's dash: what follows takes its place there.
		for to < len(t.data) && t.data[to] == ' ' {
			to++
		}
		return t.replace(from, to, ""), nil
	}
	return t.replace(t.lineOf(from), to, ""), nil
}

// lineSpan returns where a key or an item begins and where the line after it does.
func (t *text) lineSpan(in *yaml.Node, step any, n *yaml.Node) (from, to int, err error) {
	end := 0
	if key, named := step.(string); named {
		i := entry(in, key)
		from = t.start(in.Content[i])
		end, err = t.entryEnd(in, i)
	} else {
		if from, err = t.dash(in, n); err == nil {
			end, err = t.end(n, in.Column-1, false)
		}
	}
	return from, t.afterLine(end), err
}

func (op Op) move(t *text) ([]byte, error) {
	list, err := t.container(op.Path)
	if err != nil {
		return nil, err
	}
	at, isItem := op.Path[len(op.Path)-1].(int)
	if !isItem || t.find(op.Path) == nil {
		return nil, fmt.Errorf("there is no %s to move", op.Path)
	}
	if op.To < 0 || op.To >= len(list.Content) {
		return nil, fmt.Errorf("%s can't be moved to place %d of %d", op.Path, op.To+1, len(list.Content))
	}
	if list.Style&yaml.FlowStyle != 0 {
		return op.rewrite(t)
	}
	if at == op.To {
		return t.data, nil
	}
	first, last := min(at, op.To), max(at, op.To)
	var spans [][2]int
	for i := first; i <= last; i++ {
		from, to, err := t.lineSpan(list, i, list.Content[i])
		if err != nil {
			return nil, err
		}
		if t.lineOf(from) != from-list.Column+1 || strings.TrimSpace(string(t.data[t.lineOf(from):from])) != "" {
			return nil, errAsText
		}
		from = t.lineOf(from)
		if n := len(spans); n > 0 {
			from = spans[n-1][1] // comments and empty lines above belong to the item
		}
		spans = append(spans, [2]int{from, to})
	}
	pieces := make([]string, len(spans))
	for i, s := range spans {
		pieces[i] = string(t.data[s[0]:s[1]])
		if !strings.HasSuffix(pieces[i], "\n") {
			pieces[i] += "\n"
		}
	}
	if at < op.To {
		pieces = append(pieces[1:], pieces[0])
	} else {
		pieces = append(pieces[len(pieces)-1:], pieces[:len(pieces)-1]...)
	}
	return t.replace(spans[0][0], spans[len(spans)-1][1], strings.Join(pieces, "")), nil
}
