package org.cleanclaim.edits;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;

/// What a payer covers a procedure for: a national or local coverage determination (NCD, LCD) or a
/// plan's medical policy, as a person writes it down.
///
/// @param id the publisher's number, for example `L12345`
/// @param version the publisher's; empty when it has none
/// @param title the publisher's, or in our own words
/// @param contractor who published it: a Medicare contractor, CMS or a plan
/// @param source where it can be read: an address or a letter; empty when that is not known
/// @param period days of service on which it holds
/// @param procedures the codes that it limits
/// @param covered diagnoses of which one has to stand behind the line; empty when none is asked for
/// @param notCovered diagnoses that do not support the service: one of the line has to be another
/// @param frequency how often; null when it says nothing
public record CoveragePolicy(
    String id,
    String version,
    String title,
    String contractor,
    String source,
    EffectivePeriod period,
    Set<ProcedureCode> procedures,
    DiagnosisList covered,
    DiagnosisList notCovered,
    @Nullable Frequency frequency) {
  public CoveragePolicy {
    procedures = Set.copyOf(procedures);
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

  /// So many units within a span of time, the day of service included.
  ///
  /// @param length how many of the unit
  /// @param unit days or months
  public record Frequency(int units, int length, ChronoUnit unit) {
    public Frequency {
      if (units < 1 || length < 1) throw new IllegalArgumentException("no frequency");
    }

    /// The first day that counts together with a service on the given one.
    LocalDate windowFrom(LocalDate day) {
      return day.minus(length, unit).plusDays(1);
    }

    /// `2 in 3 months`, for people.
    String inWords() {
      return "%d in %d %s".formatted(units, length, unit.toString().toLowerCase(Locale.ROOT));
    }
  }

  /// Number, version and title, for people.
  String name() {
    String number = version.isEmpty() ? id : id + " version " + version;
    return "%s (%s)".formatted(number, title);
  }

  /// Whether the diagnoses of a line support the service.
  boolean isSupportedBy(List<Icd10Cm> diagnoses) {
    boolean isOther = diagnoses.isEmpty();
    for (Icd10Cm diagnosis : diagnoses) {
      if (covered.contains(diagnosis.value())) return true;
      if (!notCovered.contains(diagnosis.value())) isOther = true;
    }
    return covered.isEmpty() && isOther;
  }
}
