package org.cleanclaim.app.coverage;

import org.cleanclaim.app.patient.PatientId;

/// A patient has one policy more.
public record CoverageAdded(PatientId patient) {}
