package org.cleanclaim.edits;

import org.cleanclaim.edits.ncci.NcciLine;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.identifier.PayerId;

/// A service on another claim of the patient.
///
/// @param payer the claim's
/// @param type the form it was billed on
/// @param by who gave it
public record OtherService(PayerId payer, ClaimType type, Performer by, NcciLine line) {}
