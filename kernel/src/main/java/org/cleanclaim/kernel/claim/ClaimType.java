package org.cleanclaim.kernel.claim;

/// Which of the three claim transactions carries the claim.
public enum ClaimType {
  PROFESSIONAL,
  INSTITUTIONAL,
  DENTAL
}
