package org.cleanclaim.codesets.store;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.kernel.code.CodeSystem;

/// Whether the installed code sets serve a day, system by system.
///
/// @param edition the code list in force, or empty
/// @param billable how many codes may be submitted
/// @param state one word for colours and programs
/// @param advice one sentence: what to do, or that nothing is to do
public record CodeStatus(
    CodeSystem system, String edition, int billable, State state, String advice) {

  /// How well a system is served.
  public enum State {
    CURRENT,
    OUT_OF_DATE,
    STARTER_ONLY,
    MISSING
  }

  /// The state of every system on a day.
  public static List<CodeStatus> of(CodeSets codeSets, LocalDate day) {
    return Arrays.stream(CodeSystem.values()).map(system -> of(codeSets, system, day)).toList();
  }

  /// The state of a system on a day.
  public static CodeStatus of(CodeSets codeSets, CodeSystem system, LocalDate day) {
    return codeSets
        .edition(system, day)
        .map(edition -> of(edition, day))
        .orElseGet(() -> new CodeStatus(system, "", 0, State.MISSING, install(system)));
  }

  private static CodeStatus of(Edition edition, LocalDate day) {
    CodeSystem system = edition.system();
    int billable = edition.codes().billableCount();
    if (edition.starter()) {
      return new CodeStatus(
          system,
          edition.name(),
          billable,
          State.STARTER_ONLY,
          "Only the starter set, a selection. " + install(system));
    }
    LocalDate since = edition.listPeriod().from();
    LocalDate due = due(system, day);
    if (since.isBefore(due)) {
      return new CodeStatus(
          system,
          edition.name(),
          billable,
          State.OUT_OF_DATE,
          "A newer edition is in force since %s. %s".formatted(due, install(system)));
    }
    return new CodeStatus(
        system, edition.name(), billable, State.CURRENT, "Nothing is to be done.");
  }

  /// The first day of the newest edition that the publisher can be expected to have out: ICD-10 on
  /// October 1 (the update of April 1 is not made every year), HCPCS Level II on the first day of
  /// each quarter, CPT on January 1; other lists change without a calendar.
  private static LocalDate due(CodeSystem system, LocalDate day) {
    return switch (system) {
      case ICD10CM, ICD10PCS -> LocalDate.of(OfficialFiles.fiscalYear(day) - 1, 10, 1);
      case HCPCS -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
      case CPT -> LocalDate.of(day.getYear(), 1, 1);
      case MODIFIER, PLACE_OF_SERVICE, CARC, RARC, REVENUE, TAXONOMY -> LocalDate.MIN;
    };
  }

  private static String install(CodeSystem system) {
    return switch (system) {
      case ICD10CM -> "Run cleanclaim codes install --official icd10cm.";
      case ICD10PCS -> "Run cleanclaim codes install --official icd10pcs.";
      case HCPCS, MODIFIER -> "Run cleanclaim codes install --official hcpcs.";
      case CPT ->
          "Run cleanclaim codes install --from FILE with the file of your licence from the AMA.";
      case PLACE_OF_SERVICE, CARC, RARC, REVENUE, TAXONOMY ->
          "Run cleanclaim codes install --from FILE with the publisher's file.";
    };
  }
}
