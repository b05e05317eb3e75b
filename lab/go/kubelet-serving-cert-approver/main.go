// kubelet-serving-cert-approver stands in for github.com/alex1989hu/kubelet-serving-cert-approver, which Go's module proxy
// does not have: it approves the kubelets' requests for serving certificates, after the same checks, with the same rights,
// probes, metrics and events. It has neither leader election nor a debug mode, which the shipped manifest does not use.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"slices"
	"syscall"
	"time"

	certificates "k8s.io/api/certificates/v1"
	core "k8s.io/api/core/v1"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/kubernetes/scheme"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/tools/record"
	"k8s.io/client-go/util/workqueue"

	typedcore "k8s.io/client-go/kubernetes/typed/core/v1"
)

func main() {
	if !slices.Equal(os.Args[1:], []string{"serve"}) {
		log.Fatalf("only the command serve, without flags, is known here, got %q", os.Args[1:])
	}
	log.Printf("started in the namespace %s", os.Getenv("NAMESPACE"))
	config, err := rest.InClusterConfig()
	if err != nil {
		log.Fatal(err)
	}
	client, err := kubernetes.NewForConfig(config)
	if err != nil {
		log.Fatal(err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()

	go serve(":8080", probes())
	go serve(":9090", metrics())
	broadcaster := record.NewBroadcaster()
	// Requests belong to no namespace, so their events are in default; without one here, they stay there.
	broadcaster.StartRecordingToSink(&typedcore.EventSinkImpl{Interface: client.CoreV1().Events("")})
	approver := &Approver{
		client: client,
		events: broadcaster.NewRecorder(scheme.Scheme, core.EventSource{Component: "kubelet-serving-cert-approver"}),
	}
	run(ctx, client, approver)
}

// run gives every request that appears or changes to the approver, and those that failed once more, later each time.
func run(ctx context.Context, client kubernetes.Interface, approver *Approver) {
	queue := workqueue.NewTypedRateLimitingQueue(workqueue.DefaultTypedControllerRateLimiter[string]())
	factory := informers.NewSharedInformerFactory(client, 10*time.Hour)
	informer := factory.Certificates().V1().CertificateSigningRequests().Informer()
	add := func(object any) { queue.Add(object.(*certificates.CertificateSigningRequest).Name) }
	if _, err := informer.AddEventHandler(cache.ResourceEventHandlerFuncs{
		AddFunc:    add,
		UpdateFunc: func(_, object any) { add(object) },
	}); err != nil {
		log.Fatal(err)
	}
	factory.Start(ctx.Done())
	go func() {
		<-ctx.Done()
		queue.ShutDown()
	}()
	for {
		name, ended := queue.Get()
		if ended {
			return
		}
		if err := approver.Handle(ctx, name); err != nil {
			log.Printf("%s: %v", name, err)
			queue.AddRateLimited(name)
		} else {
			queue.Forget(name)
		}
		queue.Done(name)
	}
}

func probes() http.Handler {
	mux := http.NewServeMux()
	for _, path := range []string{"/healthz", "/readyz"} {
		mux.HandleFunc(path, func(response http.ResponseWriter, _ *http.Request) { _, _ = response.Write([]byte("ok")) })
	}
	return mux
}

func serve(address string, handler http.Handler) {
	server := &http.Server{Addr: address, Handler: handler, ReadHeaderTimeout: 5 * time.Second}
	log.Fatal(server.ListenAndServe())
}
