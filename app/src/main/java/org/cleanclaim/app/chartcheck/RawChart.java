package org.cleanclaim.app.chartcheck;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.check.ChartDocument;
import org.cleanclaim.coding.check.CodedChart;
import org.cleanclaim.coding.check.OrderedCode;
import org.cleanclaim.coding.check.OrderedCode.Support;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// A chart as the text of a file gives it, before it is understood.
///
/// @param from the day of service or admission, as `2026-03-10`
/// @param through the discharge; empty for the same day
/// @param codes in order, the principal or first-listed diagnosis first
record RawChart(
    String name,
    String place,
    String setting,
    String from,
    String through,
    String sex,
    String bornOn,
    List<RawCode> codes,
    ChartNotes notes) {
  /// In years: what the Medicare Code Editor takes for an age.
  private static final int OLDEST = 124;

  RawChart {
    codes = List.copyOf(codes);
  }

  /// A code with what stands beside it.
  ///
  /// @param words of a document that support it
  /// @param reason for which it stands without words
  record RawCode(
      String code, @Nullable String poa, @Nullable String words, @Nullable String reason) {}

  /// What cannot be understood, and how to mend it.
  static final class Unclear extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    Unclear(String reason, String remedy) {
      super(reason);
      this.remedy = remedy;
    }

    String reason() {
      return String.valueOf(getMessage());
    }

    String remedy() {
      return remedy;
    }
  }

  ReadChart read() {
    try {
      return new ReadChart.Ready(name, chart(), notes.findings());
    } catch (Unclear e) {
      return new ReadChart.Refused(name, place, e.reason(), e.remedy());
    }
  }

  private CodedChart chart() {
    LocalDate first = day(from, "from");
    LocalDate last = through.isBlank() ? first : day(through, "through");
    if (last.isBefore(first)) {
      throw new Unclear("The chart ends before it begins.", "Compare from and through.");
    }
    LocalDate born = bornOn.isBlank() ? null : day(bornOn, "birthDate");
    if (born != null && born.isAfter(last)) {
      throw new Unclear("The birth date is after the service.", "Compare birthDate and from.");
    }
    if (born != null && ChronoUnit.YEARS.between(born, first) > OLDEST) {
      throw new Unclear(
          "The birth date is more than %d years before the service.".formatted(OLDEST),
          "Compare birthDate with the registration; the year may be mistyped.");
    }
    boolean isTold = codes.stream().anyMatch(c -> c.words() != null || c.reason() != null);
    var ordered = new ArrayList<OrderedCode>();
    for (RawCode code : codes) {
      if (code.code().isBlank()) {
        throw new Unclear("A code is empty.", "Write the code, or take its place out.");
      }
      ordered.add(ordered(code, isTold));
    }
    return new CodedChart(
        encounterSetting(), first, last, patientSex(), born, ordered, notes.documents());
  }

  private OrderedCode ordered(RawCode code, boolean isTold) {
    String poa = code.poa() == null || code.poa().isBlank() ? null : code.poa().strip();
    String words = code.words();
    if (words != null && !words.isBlank()) {
      return new OrderedCode(code.code(), poa, Support.EVIDENCE, evidence(words.strip()));
    }
    if (code.reason() != null && !code.reason().isBlank()) {
      return new OrderedCode(code.code(), poa, Support.REASON, List.of());
    }
    return new OrderedCode(code.code(), poa, isTold ? Support.NONE : Support.UNTOLD, List.of());
  }

  /// Where the words stand; at the beginning of the first document when they stand nowhere, which
  /// the check of evidence then says.
  private List<Evidence> evidence(String words) {
    List<ChartDocument> documents = notes.documents();
    for (ChartDocument document : documents) {
      int at = document.text().indexOf(words);
      if (at >= 0) return List.of(new Evidence(document.id(), at, at + words.length(), words));
    }
    return documents.isEmpty()
        ? List.of()
        : List.of(new Evidence(documents.getFirst().id(), 0, words.length(), words));
  }

  private EncounterSetting encounterSetting() {
    for (EncounterSetting each : EncounterSetting.values()) {
      if (each.name().equalsIgnoreCase(setting.strip())) return each;
    }
    throw new Unclear(
        "The setting is not known.", "Write OUTPATIENT, EMERGENCY or INPATIENT as setting.");
  }

  private Sex patientSex() {
    return switch (sex.strip().toUpperCase(Locale.ROOT)) {
      case "F", "FEMALE" -> Sex.FEMALE;
      case "M", "MALE" -> Sex.MALE;
      case "", "U", "UNKNOWN" -> Sex.UNKNOWN;
      default -> throw new Unclear("The sex is not known.", "Write F, M or U as sex.");
    };
  }

  private static LocalDate day(String text, String field) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw new Unclear(
          "The date in " + field + " cannot be read.",
          "Write it as 2026-03-10 (year, month, day).");
    }
  }

  @Override
  public String toString() {
    return "RawChart[" + name + "]";
  }
}
