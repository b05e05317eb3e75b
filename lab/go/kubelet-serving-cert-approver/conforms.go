package main

import (
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"slices"
	"strings"

	certificates "k8s.io/api/certificates/v1"
)

// conforms tells why a request is none that a kubelet makes for itself, by the rules of the signer:
// https://kubernetes.io/docs/reference/access-authn-authz/certificate-signing-requests/#kubernetes-signers
func conforms(spec *certificates.CertificateSigningRequestSpec) error {
	block, _ := pem.Decode(spec.Request)
	if block == nil || block.Type != "CERTIFICATE REQUEST" {
		return errors.New("it holds no PEM block of the type CERTIFICATE REQUEST")
	}
	wanted, err := x509.ParseCertificateRequest(block.Bytes)
	if err != nil {
		return err
	}
	subject := wanted.Subject
	switch {
	case !slices.Equal(subject.Organization, []string{"system:nodes"}):
		return fmt.Errorf("its organization is %q instead of system:nodes", subject.Organization)
	case !strings.HasPrefix(subject.CommonName, "system:node:"):
		return fmt.Errorf("its common name %q does not begin with system:node:", subject.CommonName)
	case subject.CommonName != spec.Username:
		return fmt.Errorf("its common name is %q, and %q has made it", subject.CommonName, spec.Username)
	case len(wanted.EmailAddresses) > 0 || len(wanted.URIs) > 0:
		return errors.New("it names email addresses or URIs")
	case len(wanted.DNSNames) == 0 && len(wanted.IPAddresses) == 0:
		return errors.New("it names neither a DNS name nor an IP address")
	}
	for _, usage := range spec.Usages {
		if !slices.Contains(kubeletUsages, usage) {
			return fmt.Errorf("it asks for the usage %q", usage)
		}
	}
	return nil
}

// The last one is for RSA keys only.
var kubeletUsages = []certificates.KeyUsage{
	certificates.UsageDigitalSignature, certificates.UsageServerAuth, certificates.UsageKeyEncipherment,
}
