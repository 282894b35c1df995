package org.cleanclaim.app.patient;

/// What is on file of a patient, of their policies or of one of their visits was changed.
public record RegistrationChanged(long organizationId, long patientId) {}
