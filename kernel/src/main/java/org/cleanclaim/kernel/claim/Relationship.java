package org.cleanclaim.kernel.claim;

import java.util.Optional;

/// How the patient is related to the subscriber (SBR02 is 18 for self, PAT01 otherwise).
public enum Relationship {
  SELF("18"),
  SPOUSE("01"),
  CHILD("19"),
  EMPLOYEE("20"),
  ORGAN_DONOR("39"),
  CADAVER_DONOR("40"),
  LIFE_PARTNER("53"),
  OTHER("G8"),
  UNKNOWN("21");

  private final String code;

  Relationship(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<Relationship> ofCode(String code) {
    for (Relationship relationship : values()) {
      if (relationship.code.equals(code)) return Optional.of(relationship);
    }
    return Optional.empty();
  }
}
