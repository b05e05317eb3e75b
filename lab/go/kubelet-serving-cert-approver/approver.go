package main

import (
	"context"
	"errors"
	"fmt"
	"log"

	authorization "k8s.io/api/authorization/v1"
	certificates "k8s.io/api/certificates/v1"
	core "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/record"
)

// Approver approves what conforms. It denies nothing: what does not conform stays as it is, with an event.
type Approver struct {
	client kubernetes.Interface
	events record.EventRecorder
}

// Handle looks at one request. An error means that it is to be looked at again.
func (a *Approver) Handle(ctx context.Context, name string) error {
	requests := a.client.CertificatesV1().CertificateSigningRequests()
	request, err := requests.Get(ctx, name, meta.GetOptions{})
	if apierrors.IsNotFound(err) {
		return nil
	}
	if err != nil {
		return err
	}
	if request.Spec.SignerName != certificates.KubeletServingSignerName || request.DeletionTimestamp != nil ||
		request.Status.Certificate != nil || len(request.Status.Conditions) > 0 {
		return nil
	}
	if err := a.approve(ctx, request); err != nil {
		refused.Add(1)
		a.events.Event(request, core.EventTypeWarning, "ApproveFailed", err.Error())
		return err
	}
	approved.Add(1)
	log.Printf("%s: approved, for %s", name, request.Spec.Username)
	a.events.Event(request, core.EventTypeNormal, "Approved", "the request has been approved: "+name)
	return nil
}

func (a *Approver) approve(ctx context.Context, request *certificates.CertificateSigningRequest) error {
	if err := conforms(&request.Spec); err != nil {
		return fmt.Errorf("the request is not one of a kubelet: %w", err)
	}
	if err := a.authorize(ctx, &request.Spec); err != nil {
		return err
	}
	request.Status.Conditions = append(request.Status.Conditions, certificates.CertificateSigningRequestCondition{
		Type:           certificates.CertificateApproved,
		Status:         core.ConditionTrue,
		Reason:         "KubeletServingCertApprover",
		Message:        "approved after a subject access review",
		LastUpdateTime: meta.Now(),
	})
	_, err := a.client.CertificatesV1().CertificateSigningRequests().UpdateApproval(
		ctx, request.Name, request, meta.UpdateOptions{})
	return err
}

// authorize asks the API server whether the user who made the request may make requests, still.
func (a *Approver) authorize(ctx context.Context, spec *certificates.CertificateSigningRequestSpec) error {
	extra := map[string]authorization.ExtraValue{}
	for key, value := range spec.Extra {
		extra[key] = authorization.ExtraValue(value)
	}
	review, err := a.client.AuthorizationV1().SubjectAccessReviews().Create(ctx, &authorization.SubjectAccessReview{
		Spec: authorization.SubjectAccessReviewSpec{
			User: spec.Username, UID: spec.UID, Groups: spec.Groups, Extra: extra,
			ResourceAttributes: &authorization.ResourceAttributes{
				Group: certificates.GroupName, Resource: "certificatesigningrequests", Verb: "create",
			},
		},
	}, meta.CreateOptions{})
	if err != nil {
		return fmt.Errorf("the subject access review failed: %w", err)
	}
	if !review.Status.Allowed {
		return errors.New(spec.Username + " may not make requests for certificates")
	}
	return nil
}
