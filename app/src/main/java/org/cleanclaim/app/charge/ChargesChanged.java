package org.cleanclaim.app.charge;

/// A charge of a visit was corrected, added late or taken back.
public record ChargesChanged(long organizationId, long encounterId) {}
