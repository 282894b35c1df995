package org.cleanclaim.kernel.claim;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Why another insurance pays before Medicare: told in SBR05 of a professional claim, and by a
/// value code of the same number on a hospital's bill. Sources: 42 CFR part 411, subparts B to H;
/// Medicare Secondary Payer Manual, chapters 1 and 3.
public enum MedicareSecondReason {
  WORKING_AGED("12", "Age: group plan of work done now, employer of 20 or more"),
  KIDNEY_FAILURE("13", "Kidney failure: a group plan, in the first 30 months"),
  NO_FAULT("14", "An accident: no-fault or auto insurance pays"),
  WORKERS_COMPENSATION("15", "A work injury: workers' compensation pays"),
  FEDERAL_AGENCY("16", "The Public Health Service or another federal agency pays"),
  BLACK_LUNG("41", "Black lung: the federal program pays"),
  VETERANS("42", "Veterans Affairs has authorized it and pays"),
  DISABILITY("43", "Disability: group plan of work done now, employer of 100 or more"),
  LIABILITY("47", "An injury: liability insurance pays");

  private static final Map<String, MedicareSecondReason> BY_CODE =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(MedicareSecondReason::code, r -> r));

  private final String code;
  private final String title;

  MedicareSecondReason(String code, String title) {
    this.code = code;
    this.title = title;
  }

  public String code() {
    return code;
  }

  public String title() {
    return title;
  }

  public static Optional<MedicareSecondReason> ofCode(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}
