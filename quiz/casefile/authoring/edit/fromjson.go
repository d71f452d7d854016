package edit

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"go.yaml.in/yaml/v3"
)

// FromJSON returns a case's YAML from its JSON: what was built for the game can then be
// changed like any other text. It says the same as the JSON and nothing else.
func FromJSON(data []byte) ([]byte, error) {
	if !json.Valid(data) {
		return nil, errors.New("the file is not JSON: it may have been cut off")
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		return nil, fmt.Errorf("the file can't be read: %w", err)
	}
	root := doc.Content[0]
	if root.Kind != yaml.MappingNode || len(root.Content) == 0 {
		return nil, errors.New("the file holds no case: it has no keys")
	}
	var b strings.Builder
	for i := 0; i+1 < len(root.Content); i += 2 {
		if i > 0 && root.Content[i+1].Kind != yaml.ScalarNode {
			b.WriteByte('\n')
		}
		b.WriteString(block(&yaml.Node{Kind: yaml.MappingNode, Content: root.Content[i : i+2]}, 0) + "\n")
	}
	written, err := read([]byte(b.String()))
	if err != nil {
		return nil, err
	}
	want, err := values(root)
	if err != nil {
		return nil, err
	}
	got, err := values(written.root)
	if err != nil {
		return nil, err
	}
	if !reflect.DeepEqual(got, want) {
		return nil, errors.New("the file can't be written as text without changing what it says")
	}
	return written.data, nil
}
