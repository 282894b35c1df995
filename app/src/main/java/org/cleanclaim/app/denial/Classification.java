package org.cleanclaim.app.denial;

import org.cleanclaim.app.denial.DenialCase.Action;

/// What a refusal means and what is usually done about it.
///
/// @param cause class of the reason: authorization, bundled, medical-necessity ...
/// @param owner role that answers for it
/// @param note in a sentence
public record Classification(
    String cause,
    RootCause root,
    String owner,
    boolean isPreventable,
    Action action,
    String note) {}
