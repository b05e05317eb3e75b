package main

import (
	"fmt"
	"net/http"
	"sync/atomic"
)

var approved, refused atomic.Int64

// metrics serves the two counters of the original, in Prometheus' text format.
func metrics() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/metrics", func(response http.ResponseWriter, _ *http.Request) {
		response.Header().Set("Content-Type", "text/plain; version=0.0.4")
		for _, counter := range []struct {
			name  string
			value int64
		}{{"approved", approved.Load()}, {"invalid", refused.Load()}} {
			name := "kubelet_serving_cert_approver_" + counter.name + "_certificate_signing_request_count"
			_, _ = fmt.Fprintf(response, "# TYPE %s counter\n%s %d\n", name, name, counter.value)
		}
	})
	return mux
}
