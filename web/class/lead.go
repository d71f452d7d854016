package class

import (
	"net/http"

	"holdtheline/web/class/room"
)

// setPace takes the class to a step and phase.
func (h *Handler) setPace(w http.ResponseWriter, r *http.Request, c caller) error {
	var asked struct {
		Step   string     `json:"step"`
		Phase  room.Phase `json:"phase"`
		Paused bool       `json:"paused"`
		Expect *int       `json:"expect"`
	}
	if err := readJSON(w, r, &asked); err != nil {
		return err
	}
	if asked.Expect == nil {
		return problem(http.StatusBadRequest, "Say with expect on which version of the pace this was decided.")
	}
	var pace room.Pace
	if _, err := h.hub.Record(r.Context(), c.code, func(class *room.Room) (room.Record, bool, error) {
		if err := h.teacher(class, c); err != nil {
			return room.Record{}, false, err
		}
		record, done, err := class.ProposePace(room.Pace{Step: asked.Step, Phase: asked.Phase, Paused: asked.Paused}, *asked.Expect)
		if done {
			pace = class.Pace()
		} else if err == nil {
			pace = *record.Pace
		}
		return record, done, err
	}); err != nil {
		return h.counted(c, err)
	}
	return writeJSON(w, http.StatusOK, pace)
}

// reportJSON returns the reports of all pupils.
func (h *Handler) reportJSON(w http.ResponseWriter, r *http.Request, c caller) error {
	report, err := h.report(r, c)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Disposition", `attachment; filename="class-`+c.code+`.json"`)
	return writeJSON(w, http.StatusOK, report)
}

// reportCSV returns the same as a table.
func (h *Handler) reportCSV(w http.ResponseWriter, r *http.Request, c caller) error {
	report, err := h.report(r, c)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/csv; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="class-`+c.code+`.csv"`)
	w.WriteHeader(http.StatusOK)
	_ = report.WriteCSV(w) // the client may be gone
	return nil
}

func (h *Handler) report(r *http.Request, c caller) (report room.Report, err error) {
	err = h.view(r.Context(), c, func(class *room.Room) error {
		if err := h.teacher(class, c); err != nil {
			return err
		}
		report = class.Report()
		return nil
	})
	return report, err
}
