// Writes the keys and types of Talos' machine config as JSON Schema, read from the Go types that Talos itself decodes
// into: its own config.schema.json leaves out keys that are undocumented, and says "required" where a patch need not.
//
// Called by "npm run talos-schema".
package main

import (
	"encoding"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"strings"

	"github.com/siderolabs/talos/pkg/machinery/config/configloader"
	"github.com/siderolabs/talos/pkg/machinery/config/types/v1alpha1"
)

type schema map[string]any

const source = "Of Talos' machine config in github.com/siderolabs/talos/pkg/machinery (MPL-2.0), in the version of " +
	"tools/talos-schema/go.mod; written by npm run talos-schema"

var (
	text  = reflect.TypeFor[encoding.TextUnmarshaler]()
	known = map[reflect.Type]string{}
	types = schema{}
)

func main() {
	documents := schema{"": of(reflect.TypeFor[v1alpha1.Config]())}

	// Words on standard input, one on each line: Talos' registry of kinds is not for others, but its loader knows them.
	var word string
	for {
		if _, err := fmt.Scanln(&word); err != nil {
			break
		}

		provider, err := configloader.NewFromBytes([]byte("apiVersion: v1alpha1\nkind: " + word + "\n"))
		if err == nil {
			documents[word] = of(reflect.TypeOf(provider.Documents()[0]))
		}
	}

	fmt.Fprintln(os.Stderr, len(documents))

	if err := json.NewEncoder(os.Stdout).Encode(schema{"$comment": source, "documents": documents, "$defs": types}); err != nil {
		panic(err)
	}
}

func of(t reflect.Type) schema {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}

	// What decodes itself takes what it takes.
	if _, ok := reflect.PointerTo(t).MethodByName("UnmarshalYAML"); ok || reflect.PointerTo(t).Implements(text) {
		return schema{}
	}

	switch t.Kind() {
	case reflect.Struct:
		return reference(t)
	case reflect.Map:
		return schema{"type": orNull("object"), "additionalProperties": of(t.Elem())}
	case reflect.Slice, reflect.Array:
		return schema{"type": orNull("array"), "items": of(t.Elem())}
	case reflect.Bool:
		return schema{"type": orNull("boolean")}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		if t.PkgPath() == "time" { // durations are text
			return schema{}
		}

		return schema{"type": orNull("integer")}
	case reflect.String:
		return schema{"type": orNull("string", "number", "boolean")} // any scalar is text to the decoder
	default:
		return schema{}
	}
}

// Nothing is set by null, whatever is there otherwise.
func orNull(types ...string) []string {
	return append(types, "null")
}

func reference(t reflect.Type) schema {
	name, ok := known[t]
	if !ok {
		name = strings.TrimPrefix(t.String(), "*")
		known[t] = name
		properties := schema{}
		open := collect(t, properties)
		types[name] = schema{"type": orNull("object"), "properties": properties, "additionalProperties": open}
	}

	return schema{"$ref": "#/$defs/" + name}
}

// collect adds the keys of a struct, and tells whether it takes others too.
func collect(t reflect.Type, properties schema) bool {
	if t.Kind() == reflect.Map {
		return true
	}

	open := false

	for i := range t.NumField() {
		field := t.Field(i)
		tag := strings.Split(field.Tag.Get("yaml"), ",")

		switch {
		case len(tag) > 1 && tag[1] == "inline":
			inner := field.Type
			for inner.Kind() == reflect.Pointer {
				inner = inner.Elem()
			}

			open = collect(inner, properties) || open
		case tag[0] == "-" || !field.IsExported():
		case tag[0] == "":
			properties[strings.ToLower(field.Name)] = of(field.Type)
		default:
			properties[tag[0]] = of(field.Type)
		}
	}

	return open
}
