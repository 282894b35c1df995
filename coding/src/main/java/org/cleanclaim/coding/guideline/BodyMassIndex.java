package org.cleanclaim.coding.guideline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;

/// The body mass index of an adult beside the diagnosis that it goes with: obesity, overweight,
/// malnutrition. Whoever measured it; never by itself and never in pregnancy (Official Guidelines
/// I.B.14, I.C.21.c.3).
public final class BodyMassIndex {
  private static final Pattern MEASURED =
      Pattern.compile(
          "(?i)\\b(?:BMI|body mass index)\\b[^0-9\\n]{0,20}?(\\d{2})(?:\\.\\d+)?(?![\\d%])");
  private static final List<String> GOES_WITH =
      List.of("E66", "E40", "E41", "E42", "E43", "E44", "E45", "E46", "R634", "R636", "R64");
  private static final int GROWN_UP_YEARS = 20;

  private final Edition edition;

  public BodyMassIndex(Edition edition) {
    this.edition = edition;
  }

  /// The code for it; empty where no diagnosis goes with it, or the note states several.
  public Optional<Suggestion> of(Documentation note, List<Suggestion> suggestions) {
    boolean isChild = note.ageYears() != null && note.ageYears() < GROWN_UP_YEARS;
    boolean isPregnant = suggestions.stream().anyMatch(s -> s.code().startsWith("O"));
    boolean isStated = suggestions.stream().anyMatch(s -> s.code().startsWith("Z68"));
    Optional<Suggestion> partner =
        suggestions.stream()
            .filter(s -> GOES_WITH.stream().anyMatch(s.code()::startsWith))
            .findFirst();
    if (isChild || isPregnant || isStated || partner.isEmpty()) return Optional.empty();
    var evidence = new ArrayList<Evidence>();
    String code = "";
    Matcher measured = MEASURED.matcher(note.text());
    while (measured.find()) {
      String found = code(Integer.parseInt(measured.group(1)));
      if (!code.isEmpty() && !code.equals(found)) return Optional.empty();
      code = found;
      evidence.add(
          new Evidence(note.documentId(), measured.start(), measured.end(), measured.group()));
    }
    if (code.isEmpty()) return Optional.empty();
    String why =
        "the index beside " + Icd10Cm.written(partner.get().code()) + " (I.B.14, I.C.21.c.3)";
    return edition
        .find(code)
        .map(entry ->
            new Suggestion(
                CodeSystem.ICD10CM,
                entry.code(),
                entry.title(),
                partner.get().confidencePercent(),
                evidence,
                List.of(why),
                List.of()));
  }

  private static String code(int index) {
    if (index < 20) return "Z681";
    if (index < 40) return "Z68" + index;
    if (index < 50) return index < 45 ? "Z6841" : "Z6842";
    return index < 60 ? "Z6843" : index < 70 ? "Z6844" : "Z6845";
  }
}
