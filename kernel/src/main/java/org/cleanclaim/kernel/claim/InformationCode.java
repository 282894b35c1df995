package org.cleanclaim.kernel.claim;

import java.time.LocalDate;
import java.util.Optional;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// A code of a claim that is not one of its numbered diagnoses (HI): admitting diagnosis, external
/// cause, procedure, occurrence, value, condition, DRG.
///
/// @param kind what the code says; [Kind#OTHER] for a list that has no name here
/// @param list HI0x-1 as sent
/// @param from when it happened or was done, when sent
/// @param through last day of an occurrence span
/// @param amount of a value code
/// @param presentOnAdmission Y, N, U, W or 1 for an external cause, when sent
public record InformationCode(
    Kind kind,
    String list,
    String code,
    @Nullable LocalDate from,
    @Nullable LocalDate through,
    @Nullable Money amount,
    @Nullable String presentOnAdmission) {

  /// The lists of institutional and professional claims.
  public enum Kind {
    ADMITTING_DIAGNOSIS("ABJ"),
    REASON_FOR_VISIT("APR"),
    EXTERNAL_CAUSE("ABN"),
    DRG("DR"),
    PRINCIPAL_PROCEDURE("BBR"),
    OTHER_PROCEDURE("BBQ"),
    OCCURRENCE_SPAN("BI"),
    OCCURRENCE("BH"),
    VALUE("BE"),
    CONDITION("BG"),
    TREATMENT("TC"),
    ANESTHESIA_PROCEDURE("BP"),
    OTHER_ANESTHESIA_PROCEDURE("BO"),
    OTHER("");

    private final String list;

    Kind(String list) {
      this.list = list;
    }

    /// HI0x-1.
    public String list() {
      return list;
    }

    public static Kind ofList(String list) {
      for (Kind kind : values()) {
        if (kind.list.equals(list)) return kind;
      }
      return OTHER;
    }
  }

  /// The day, when one is said.
  public Optional<LocalDate> day() {
    return Optional.ofNullable(from);
  }
}
