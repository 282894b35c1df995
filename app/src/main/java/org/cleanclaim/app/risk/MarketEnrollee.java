package org.cleanclaim.app.risk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.cleanclaim.grouping.hhs.DatedDiagnosis;
import org.cleanclaim.grouping.hhs.Enrollee;
import org.cleanclaim.grouping.hhs.MetalLevel;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// An enrollee of the individual and small group markets as files describe one, or why there is
/// none.
sealed interface MarketEnrollee {
  /// @param diagnoses with the age at the service
  record Known(Enrollee enrollee, List<DatedDiagnosis> diagnoses) implements MarketEnrollee {
    public Known {
      diagnoses = List.copyOf(diagnoses);
    }
  }

  record Impossible(RiskFinding finding) implements MarketEnrollee {}

  /// Reads what files say.
  static MarketEnrollee of(MemberRecord record, int benefitYear) {
    LocalDate born = day(record.field("dob"));
    LocalDate last =
        record.field("last_day").isEmpty()
            ? LocalDate.of(benefitYear, 12, 31)
            : day(record.field("last_day"));
    if (last == null || last.getYear() != benefitYear) {
      return impossible(
          record,
          "\"%s\" is no day of the benefit year.".formatted(record.field("last_day")),
          "State last_day, the last day of enrollment, as %d-06-30.".formatted(benefitYear));
    }
    int age = born == null ? number(record.field("age")) : years(born, last);
    if (age < 0 || age > Enrollee.OLDEST_YEARS) {
      return impossible(
          record,
          "No believable age or day of birth is stated.",
          "State dob as 1990-02-28, or age in years on the last day of enrollment.");
    }
    if (record.sex() == Sex.UNKNOWN) {
      return impossible(
          record, "\"%s\" is no sex.".formatted(record.field("sex")), "State F or M.");
    }
    var metal = MetalLevel.of(record.field("metal"));
    if (metal.isEmpty()) {
      return impossible(
          record,
          "\"%s\" is no metal level.".formatted(record.field("metal")),
          "State platinum, gold, silver, bronze or catastrophic.");
    }
    int months = record.field("months").isEmpty() ? 12 : number(record.field("months"));
    if (months < 1 || months > 12) {
      return impossible(
          record,
          "\"%s\" is no number of months.".formatted(record.field("months")),
          "State the months of enrollment in the year, 1 to 12; without them 12 are taken.");
    }
    int costSharing = record.field("csr").isEmpty() ? 0 : number(record.field("csr"));
    if (costSharing < 0) {
      return impossible(
          record,
          "\"%s\" is no indicator of cost sharing.".formatted(record.field("csr")),
          "State csr as the number of CMS's table 1; 0 for none.");
    }
    return new Known(
        new Enrollee(age, record.sex(), months, metal.get(), costSharing),
        record.dated().stream()
            .map(diagnosis -> new DatedDiagnosis(diagnosis.code(), age(diagnosis, born, age)))
            .toList());
  }

  private static int age(MemberRecord.Dated diagnosis, @Nullable LocalDate born, int otherwise) {
    if (born == null || diagnosis.on() == null) return otherwise;
    return Math.max(0, years(born, diagnosis.on()));
  }

  /// The age on a day; -1 before birth.
  private static int years(LocalDate born, LocalDate on) {
    return born.isAfter(on) ? -1 : Period.between(born, on).getYears();
  }

  private static MarketEnrollee impossible(MemberRecord record, String reason, String remedy) {
    return new Impossible(new RiskFinding("member " + record.id(), reason, remedy));
  }

  private static int number(String text) {
    return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
