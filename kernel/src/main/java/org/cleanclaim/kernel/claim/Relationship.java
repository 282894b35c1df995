package org.cleanclaim.kernel.claim;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

  private static final Map<String, Relationship> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Relationship::code, c -> c));

  private final String code;

  Relationship(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<Relationship> ofCode(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}
