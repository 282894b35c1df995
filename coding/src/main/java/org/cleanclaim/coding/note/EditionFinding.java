package org.cleanclaim.coding.note;

import java.time.LocalDate;
import java.util.Optional;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.publisher.StarterPublications;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.code.CodeSystem;

/// Says when the installed code lists are not for the day of a note. Lists of ICD-10 hold until the
/// end of their fiscal year, those of HCPCS for a year at most (45 CFR 162.1002), whenever the next
/// one that is installed begins: the days between are of lists that are not there. The built-in
/// selection ages as the list does that it was taken from; it is told of anyhow, so that it is not
/// said to have ended before it is too old.
public final class EditionFinding {
  private static final int OCTOBER = 10;

  private EditionFinding() {}

  static Finding none(CodeSystem system, LocalDate day) {
    return finding(
        Severity.ERROR,
        "No edition of %s is installed for %s; nothing of it is proposed."
            .formatted(system.title(), day),
        EffectivePeriod.from(day));
  }

  /// What is to be said of an edition asked for a day: that its list has ended, or that it is the
  /// small built-in selection.
  static Optional<Finding> of(Edition edition, LocalDate day) {
    boolean isTooOld = isTooOld(edition, day);
    if (edition.starter() && !isTooOld) {
      String selection =
          "%s %s is the small built-in selection; most codes are not in it."
              .formatted(edition.system().title(), edition.name());
      LocalDate from = StarterPublications.takenFrom(edition.system());
      boolean hasFiscalYear = edition.system() != CodeSystem.HCPCS;
      boolean isOfItsTime = !hasFiscalYear || (!day.isBefore(from) && day.isBefore(end(edition)));
      return Optional.of(
          isOfItsTime
              ? finding(Severity.INFORMATION, selection, edition.listPeriod())
              : finding(
                  Severity.WARNING,
                  selection + ofAnotherTime(edition, from, day),
                  edition.listPeriod()));
    }
    return ended(edition, day)
        .map(ended ->
            finding(
                isTooOld ? Severity.ERROR : Severity.WARNING,
                ended + (isTooOld ? "; nothing of it is proposed." : "."),
                edition.listPeriod()));
  }

  /// Of a day before its time the selection knows which of its codes were valid already; of one
  /// after it, nobody knows which have ended.
  private static String ofAnotherTime(Edition edition, LocalDate from, LocalDate day) {
    return day.isBefore(from)
        ? (" It is taken from the list for services from %s on; of %s it has only codes that are"
                + " valid still.")
            .formatted(from, day)
        : " It is taken from the list for services before %s; codes may have ended since."
            .formatted(end(edition));
  }

  /// That the list ended before a day, in words without a full stop.
  public static Optional<String> ended(Edition edition, LocalDate day) {
    LocalDate end = end(edition);
    if (day.isBefore(end) || (edition.starter() && !isTooOld(edition, day))) {
      return Optional.empty();
    }
    return Optional.of(
        "The newest installed list for %s is %s %s, which is for services before %s%s"
            .formatted(day, edition.system().title(), edition.name(), end, next(edition, end)));
  }

  /// Which list is installed behind a hole.
  private static String next(Edition edition, LocalDate end) {
    LocalDate next = edition.listPeriod().until();
    return next == null || !next.isAfter(end)
        ? ""
        : "; the next installed one is for services from " + next + " on";
  }

  /// Whether the list ended more than a year before the day.
  public static boolean isTooOld(Edition edition, LocalDate day) {
    boolean isYearly = edition.system() != CodeSystem.HCPCS;
    return !day.isBefore(end(edition).plusYears(isYearly ? 1 : 3));
  }

  private static LocalDate end(Edition edition) {
    LocalDate next = edition.listPeriod().until();
    LocalDate end = itself(edition);
    return next != null && next.isBefore(end) ? next : end;
  }

  /// Where a list ends by itself.
  private static LocalDate itself(Edition edition) {
    LocalDate from =
        edition.starter()
            ? StarterPublications.takenFrom(edition.system())
            : edition.listPeriod().from();
    if (edition.system() == CodeSystem.HCPCS) return from.plusYears(1);
    int year = from.getMonthValue() >= OCTOBER ? from.getYear() + 1 : from.getYear();
    return LocalDate.of(year, OCTOBER, 1);
  }

  private static Finding finding(Severity severity, String message, EffectivePeriod period) {
    return new Finding(
        new RuleId("NOTE-CODE-LIST"),
        Layer.CODE_VALIDITY,
        severity,
        Place.field("Day of service"),
        message,
        "Install the lists of that day with `cleanclaim codes install`, or check --dos.",
        null,
        new Citation("45 CFR 162.1002", period));
  }
}
