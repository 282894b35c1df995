package org.cleanclaim.kernel.claim;

import org.jspecify.annotations.Nullable;

/// How a patient came and went (CL1 of an institutional claim).
///
/// @param typeCode CL101, priority of the admission
/// @param sourceCode CL102, point of origin
/// @param patientStatus CL103, where the patient was at the end of the period
public record Admission(
    @Nullable String typeCode, @Nullable String sourceCode, @Nullable String patientStatus) {}
