package org.cleanclaim.app.encounter;

/// What a hospital's bill says of a stay was entered or changed.
public record StayChanged(long organizationId, long encounterId) {}
