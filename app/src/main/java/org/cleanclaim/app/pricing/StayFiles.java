package org.cleanclaim.app.pricing;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.cleanclaim.app.pricing.ClaimRows.BadCell;
import org.cleanclaim.app.scrub.ClaimFiles;
import org.cleanclaim.grouping.msdrg.PresentOnAdmission;
import org.cleanclaim.grouping.msdrg.Stay;
import org.cleanclaim.grouping.msdrg.Stay.Condition;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.Diagnosis;
import org.cleanclaim.kernel.party.Sex;

/// Inpatient stays from files: institutional claims of an 837 or of FHIR, or a table.
public final class StayFiles {
  private static final String COLUMNS =
      "The columns are id, dob or age, sex, status, admitted, discharged, principal, secondaries"
          + " and procedures; codes are parted by blanks, with :Y, :N, :U or :W behind for present"
          + " on admission.";

  private static final int OLDEST_YEARS = 124;

  private final Stay.PoaReporting reporting;
  private final Consumer<Input> receiver;

  /// What a file says of a stay.
  public sealed interface Input {
    /// The claim's or row's number.
    String id();

    record Known(String id, Stay stay, LocalDate discharged) implements Input {}

    /// It says too little, or something that cannot be.
    record Refused(String id, String message, String remedy) implements Input {}
  }

  /// @param reporting whether the hospitals report what was present on admission
  public StayFiles(Stay.PoaReporting reporting, Consumer<Input> receiver) {
    this.reporting = reporting;
    this.receiver = receiver;
  }

  /// Reads a file, recognised by its beginning.
  public void read(InputStream in, String name) throws IOException {
    var buffered = ClaimFiles.buffered(in);
    ClaimFiles.Form form = ClaimFiles.form(buffered);
    if (ClaimRows.are(form)) {
      String fault =
          ClaimRows.read(form, buffered, name, row -> receiver.accept(of(row, reporting)));
      if (!fault.isEmpty()) refuse(name, fault, COLUMNS);
      return;
    }
    ClaimFiles.read(
        buffered,
        name,
        fault -> fault(fault, name),
        claim -> receiver.accept(input(claim, reporting)));
  }

  private void fault(Finding finding, String name) {
    if (finding.blocks()) refuse(name, finding.message(), finding.remedy());
  }

  private void refuse(String id, String message, String remedy) {
    receiver.accept(new Input.Refused(id, message, remedy));
  }

  /// The stay of an institutional claim.
  static Input input(Claim claim, Stay.PoaReporting reporting) {
    String id = claim.controlNumber().value();
    if (!ClaimFacts.isInpatient(claim)) {
      return new Input.Refused(
          id, "The claim is no inpatient bill.", "Only bills of type 11x and 12x have a DRG.");
    }
    LocalDate born = claim.patient().bornOn();
    LocalDate last = ClaimFacts.lastDay(claim);
    if (born == null || last == null || claim.diagnoses().isEmpty()) {
      return new Input.Refused(
          id,
          "The claim lacks birth, last day or principal diagnosis.",
          "Complete the claim and group it again.");
    }
    LocalDate first = claim.admittedOn() == null ? last : claim.admittedOn();
    List<Condition> conditions = claim.diagnoses().stream().map(StayFiles::condition).toList();
    return new Input.Known(
        id,
        new Stay(
            Math.toIntExact(ChronoUnit.YEARS.between(born, first)),
            claim.patient().sex(),
            ClaimFacts.status(claim),
            reporting,
            conditions.getFirst(),
            conditions.subList(1, conditions.size()),
            ClaimFacts.procedures(claim)),
        last);
  }

  private static Condition condition(Diagnosis diagnosis) {
    String sign = diagnosis.presentOnAdmission();
    return new Condition(diagnosis.code().value(), PresentOnAdmission.of(sign == null ? "" : sign));
  }

  /// The stay of a row.
  static Input of(ClaimRows.Row row, Stay.PoaReporting reporting) {
    String named = row.cell("id").isEmpty() ? row.cell("claim") : row.cell("id");
    String id = named.isEmpty() ? row.where() : named;
    try {
      var discharged = row.day("discharged");
      List<Condition> principal = conditions(row, "principal");
      if (principal.size() != 1) throw new BadCell("principal", row.cell("principal"));
      return new Input.Known(
          id,
          new Stay(
              age(row, discharged),
              sex(row),
              row.number("status"),
              reporting,
              principal.getFirst(),
              conditions(row, "secondaries"),
              procedures(row)),
          discharged);
    } catch (BadCell e) {
      return new Input.Refused(id, String.valueOf(e.getMessage()), COLUMNS);
    }
  }

  private static int age(ClaimRows.Row row, LocalDate discharged) throws BadCell {
    int years = row.cell("age").isEmpty() ? yearsAtAdmission(row, discharged) : row.number("age");
    if (years < 0 || years > OLDEST_YEARS) {
      throw new BadCell(row.cell("age").isEmpty() ? "dob" : "age", Integer.toString(years));
    }
    return years;
  }

  private static int yearsAtAdmission(ClaimRows.Row row, LocalDate discharged) throws BadCell {
    LocalDate admitted = row.cell("admitted").isEmpty() ? discharged : row.day("admitted");
    if (admitted.isAfter(discharged)) throw new BadCell("admitted", admitted.toString());
    return Math.toIntExact(ChronoUnit.YEARS.between(row.day("dob"), admitted));
  }

  private static Sex sex(ClaimRows.Row row) throws BadCell {
    return switch (row.cell("sex").toUpperCase(Locale.ROOT)) {
      case "F", "FEMALE" -> Sex.FEMALE;
      case "M", "MALE" -> Sex.MALE;
      case "U", "UNKNOWN", "" -> Sex.UNKNOWN;
      default -> throw new BadCell("sex", row.cell("sex"));
    };
  }

  static List<String> procedures(ClaimRows.Row row) {
    return words(row.cell("procedures")).stream().map(StayFiles::code).toList();
  }

  static List<Condition> conditions(ClaimRows.Row row, String column) throws BadCell {
    try {
      return words(row.cell(column)).stream().map(StayFiles::condition).toList();
    } catch (IllegalArgumentException e) {
      throw new BadCell(column, row.cell(column));
    }
  }

  /// A diagnosis as people write it: `E11.9:Y`.
  ///
  /// @throws IllegalArgumentException where the sign behind the colon is none
  public static Condition condition(String text) {
    int colon = text.indexOf(':');
    String sign = colon < 0 ? "" : text.substring(colon + 1).toUpperCase(Locale.ROOT);
    if (!sign.matches("[YNUW1]?")) throw new IllegalArgumentException(sign);
    return new Condition(
        code(colon < 0 ? text : text.substring(0, colon)), PresentOnAdmission.of(sign));
  }

  /// A code as people write it, without dot and in capitals.
  public static String code(String text) {
    return text.strip().replace(".", "").toUpperCase(Locale.ROOT);
  }

  private static List<String> words(String cell) {
    return Arrays.stream(cell.split("[ ;|]+", -1)).filter(word -> !word.isEmpty()).toList();
  }
}
