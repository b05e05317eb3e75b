// Package controllers has the one constant that Cilium's operator takes from sigs.k8s.io/mcs-api/controllers, which Go's
// module proxy does not have.
package controllers

// DerivedServiceAnnotation names the Service behind a ServiceImport.
const DerivedServiceAnnotation = "multicluster.kubernetes.io/derived-service"
