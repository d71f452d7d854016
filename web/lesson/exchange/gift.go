package exchange

import "strings"

// joiner is a word joiner, which is not seen. It parts characters that mean something
// to GIFT together and that GIFT can't escape.
const joiner = "\u2060"

var giftEscapes = strings.NewReplacer(
	`\`, `\\`, `~`, `\~`, `=`, `\=`, `#`, `\#`, `{`, `\{`, `}`, `\}`, `:`, `\:`,
	"->", "-"+joiner+">", "\r\n", `\n`, "\n", `\n`, "\r", `\n`,
)

// gift escapes a text. A text that begins like a weight or a format is kept from being
// one.
func gift(text string) string {
	text = strings.TrimSpace(text)
	if strings.HasPrefix(text, "%") || strings.HasPrefix(text, "[") {
		text = joiner + text
	}
	return giftEscapes.Replace(text)
}

// GIFT writes questions in GIFT, in a category with a name.
func GIFT(category string, questions []Question) []byte {
	var b strings.Builder
	b.WriteString("$CATEGORY: $course$/top/" + strings.ReplaceAll(oneLine(category), "/", "//") + "\n")
	for _, q := range questions {
		var text []string
		for _, p := range q.Text {
			t := gift(p.Text)
			if p.Kind == Quote {
				t = "> " + t
			}
			text = append(text, t)
		}
		b.WriteString("\n::" + gift(oneLine(q.Name)) + "::[plain]" + strings.Join(text, `\n`) + " {\n")
		for _, a := range q.Answers {
			switch {
			case !q.Many && a.Fraction == 100:
				b.WriteString("=" + gift(a.Text))
			default:
				b.WriteString("~%" + percent(a.Fraction) + "%" + gift(a.Text))
			}
			if a.Feedback != "" {
				b.WriteString("#" + gift(a.Feedback))
			}
			b.WriteByte('\n')
		}
		for _, p := range q.Pairs {
			b.WriteString("=" + gift(p.Stem) + " -> " + gift(oneLine(p.Choice)) + "\n")
		}
		for _, other := range q.Others {
			b.WriteString("= -> " + gift(oneLine(other)) + "\n")
		}
		if len(q.Feedback) > 0 {
			b.WriteString("####" + gift(strings.Join(q.Feedback, "\n")) + "\n")
		}
		b.WriteString("}\n")
	}
	return []byte(b.String())
}
