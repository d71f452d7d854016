package live

// What HTTP calls are made with and answered with. Package net/http has the same
// names, and would double the program.
const (
	methodGet    = "GET"
	methodPost   = "POST"
	methodDelete = "DELETE"

	statusOK            = 200
	statusCreated       = 201
	statusNoContent     = 204
	statusUnauthorized  = 401
	statusForbidden     = 403
	statusNotFound      = 404
	statusConflict      = 409
	statusGone          = 410
	statusUnprocessable = 422
	statusTooMany       = 429
	statusServerError   = 500
	statusUnavailable   = 503
)
