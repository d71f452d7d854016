package infer

import (
	"fmt"
	"time"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
)

var spanish = texts{
	somebody: "alguien", and: "y",
	day: func(t time.Time) string {
		return fmt.Sprintf("%s, %d de %s de %d", spanishDays[t.Weekday()], t.Day(), spanishMonths[t.Month()-1], t.Year())
	},
	short: func(t time.Time) string { return fmt.Sprintf("%d %.3s", t.Day(), spanishMonths[t.Month()-1]) },

	whyPrank:  "Era inventado: así lo dice %s.",
	whyDenied: "No es así: lo niega %s. Nada lo ha aclarado todavía.",
	whyReal:   "Lo dicen todos los que pueden saberlo: %s. Nadie lo ha negado.",
	whySilent: "Nadie que pueda saberlo lo ha dicho todavía. Falta la palabra de %s.",
	whySome:   "Está la palabra de %s. Falta la de %s, que también puede saberlo.",
	whyNobody: "Hasta ahora no habla nadie que pueda saberlo.",

	changesPrank:  "Una prueba de que al final no era inventado.",
	changesDenied: "Una prueba, o que una de las partes se retracte.",
	changesReal:   "Alguien que pueda saberlo y diga que no.",
	changesSilent: "La palabra de %s.",
	changesNobody: "La palabra de alguien que pueda saberlo.",

	rooms: map[casefile.RoomKind]room{
		casefile.Desk:      {"La mesa", "Lee lo que llega y di qué demuestra."},
		casefile.Timeline:  {"La línea de tiempo", "Pon las tarjetas en orden."},
		casefile.Lab:       {"El laboratorio de fuentes", "Mira bien quién dice qué y de dónde lo ha sacado."},
		casefile.Retelling: {"El relato posterior", "Más tarde alguien vuelve a contar la historia."},
	},
	puzzles: map[casefile.PuzzleKind]question{
		puzzle.KindOrder: {"¿Qué pasó cuándo?", "Pon los hechos en el orden en que ocurrieron.", "Lo que ocurre primero no siempre se cuenta primero."},
		puzzle.KindWeigh: {"¿Qué pesa más?", "Ordena estas fuentes de la más fuerte a la más débil.", "Quien estuvo allí cuenta más que quien lo oyó contar."},
		puzzle.KindDate:  {"¿Cuándo se escribió?", "Elige cuándo se escribió y marca lo que lo delata.", "Lo que una página sabe y lo que no sabe muestran cuándo se escribió."},
		puzzle.KindTrace: {"¿De dónde viene?", "Tira del cordón desde la noticia hasta aquello en lo que se basa. Cuelga también a quien más lo diga.", "Muchas noticias pueden basarse en una sola voz. Cuenta las voces y no las noticias."},
		puzzle.KindSpot:  {"Dos versiones", "¿En qué se diferencian las dos, y está alguna mejor respaldada ahí?", "Dos versiones pueden coincidir en mucho y diferir en una cosa."},
		puzzle.KindSlips: {"Encuentra los errores", "Marca cada error.", "Contada más tarde, una historia cambia."},
		puzzle.KindWho:   {"¿Quién lo dijo?", "¿De quién son estas palabras?", "Quien escribe y a quien se cita pueden ser dos personas."},
	},
	known: question{"¿Qué se supo cuándo?", "Pon los hechos en el orden en que se conocieron.", "Lo que pasó primero no siempre se supo primero."},
}

var (
	spanishDays   = [...]string{"domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"}
	spanishMonths = [...]string{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"}
)
