package org.cleanclaim.app.encounter;

/// Documentation of an encounter has arrived and can be coded.
public record EncounterDocumented(long organizationId, long encounterId) {}
