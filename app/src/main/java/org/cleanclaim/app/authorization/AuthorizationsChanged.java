package org.cleanclaim.app.authorization;

import org.cleanclaim.app.patient.PatientId;

/// What is on file for a patient with a payer has changed, so that its claims may use it otherwise.
public record AuthorizationsChanged(PatientId patientId, long payerId) {}
