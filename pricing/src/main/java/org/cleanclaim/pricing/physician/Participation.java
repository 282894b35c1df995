package org.cleanclaim.pricing.physician;

/// Whether the practitioner takes Medicare's amount for all patients. Who does not gets 95 percent
/// of it and may charge at most 115 percent of that. Source: 42 CFR 414.20 and 414.48.
public enum Participation {
  PARTICIPATING,
  NOT_PARTICIPATING
}
