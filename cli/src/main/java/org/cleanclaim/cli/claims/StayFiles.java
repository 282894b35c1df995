package org.cleanclaim.cli.claims;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
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
    if (ClaimFiles.form(buffered) == ClaimFiles.Form.TABLE) {
      if (!TableRows.read(buffered, row -> receiver.accept(of(row, name)))) {
        refuse(name, "The table cannot be read further.", COLUMNS);
      }
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

  private Input of(TableRows.Row row, String name) {
    String id = row.cell("id").isEmpty() ? name + " line " + row.number() : row.cell("id");
    try {
      var discharged = LocalDate.parse(row.cell("discharged"));
      List<Condition> principal = conditions(row.cell("principal"));
      if (principal.size() != 1) throw new IllegalArgumentException("principal");
      return new Input.Known(
          id,
          new Stay(
              age(row, discharged),
              sex(row.cell("sex")),
              Integer.parseInt(row.cell("status")),
              reporting,
              principal.getFirst(),
              conditions(row.cell("secondaries")),
              words(row.cell("procedures")).stream().map(StayFiles::code).toList()),
          discharged);
    } catch (DateTimeException | IllegalArgumentException e) {
      return new Input.Refused(id, "A cell is missing or cannot be read.", COLUMNS);
    }
  }

  private static int age(TableRows.Row row, LocalDate discharged) {
    if (!row.cell("age").isEmpty()) return Integer.parseInt(row.cell("age"));
    LocalDate admitted =
        row.cell("admitted").isEmpty() ? discharged : LocalDate.parse(row.cell("admitted"));
    return Math.toIntExact(ChronoUnit.YEARS.between(LocalDate.parse(row.cell("dob")), admitted));
  }

  private static Sex sex(String text) {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "F", "FEMALE" -> Sex.FEMALE;
      case "M", "MALE" -> Sex.MALE;
      case "U", "UNKNOWN", "" -> Sex.UNKNOWN;
      default -> throw new IllegalArgumentException("sex");
    };
  }

  private static List<Condition> conditions(String cell) {
    return words(cell).stream().map(StayFiles::condition).toList();
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
