package org.cleanclaim.edits;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;

/// What a payer covers a procedure for: a national or local coverage determination (NCD, LCD) or a
/// plan's medical policy, as a person writes it down.
///
/// @param id the publisher's number, for example `L12345`
/// @param title in our own words
/// @param contractor who published it: a Medicare contractor, CMS or a plan
/// @param period days of service on which it holds
/// @param procedures the codes that it limits
/// @param diagnoses of which one has to stand behind the line; empty when none is asked for
/// @param frequency how often; null when it says nothing
public record CoveragePolicy(
    String id,
    String title,
    String contractor,
    EffectivePeriod period,
    Set<ProcedureCode> procedures,
    List<DiagnosisRange> diagnoses,
    @Nullable Frequency frequency) {
  public CoveragePolicy {
    procedures = Set.copyOf(procedures);
    diagnoses = List.copyOf(diagnoses);
  }

  /// Codes from a first to a last one, each with all codes below it: `E08` to `E13`.
  ///
  /// @param first without dot
  /// @param last without dot; the same as the first for one code and those below it
  public record DiagnosisRange(String first, String last) {
    public DiagnosisRange {
      if (first.isEmpty() || last.isEmpty() || first.compareTo(last) > 0) {
        throw new IllegalArgumentException("no range of diagnoses: " + first + " to " + last);
      }
    }

    /// One code and those below it.
    public static DiagnosisRange of(String code) {
      return new DiagnosisRange(code, code);
    }

    boolean contains(String code) {
      return code.compareTo(first) >= 0 && (code.compareTo(last) <= 0 || code.startsWith(last));
    }
  }

  /// So many units within so many months, the day of service included.
  public record Frequency(int units, int months) {
    public Frequency {
      if (units < 1 || months < 1) throw new IllegalArgumentException("no frequency");
    }

    /// The first day that counts together with a service on the given one.
    LocalDate windowFrom(LocalDate day) {
      return day.minusMonths(months).plusDays(1);
    }
  }

  boolean covers(Icd10Cm diagnosis) {
    for (DiagnosisRange range : diagnoses) {
      if (range.contains(diagnosis.value())) return true;
    }
    return false;
  }
}
