package org.cleanclaim.coding.guideline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Mention;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.reading.ReadNote;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;

/// A disease of a heart valve that was replaced is not there any more and is not coded (Official
/// Guidelines IV.J); the new valve is (I.C.21.c.3): of animal tissue Z95.3, otherwise Z95.2.
public final class ReplacedValves {
  private static final String BEFORE =
      "\\b(?:s/p|status[ -]post|after|following|history of|hx"
          + " of|h/o|prior|previous|previously|treated (?:by|with)|corrected"
          + " (?:by|with)|underwent|had|received|now with)\\b[^.;\\n]{0,40}?\\b";
  private static final String BEHIND =
      "\\b(?=[^.;\\n]{0,30}\\b(?:(?:19|20)\\d\\d|\\d+ (?:years?|yrs?|months?) ago)\\b)";

  /// Not done yet, or the valve is ill again.
  private static final Pattern NOT_OVER =
      Pattern.compile(
          "\\b(?:plan\\w*|await\\w*|schedul\\w+|candidate|evaluat\\w+"
              + " for|consider\\w*|refer\\w*|pending|will"
              + " (?:undergo|have|need)|needs?|recurren\\w+|restenosis|residual|paravalvular|perivalvular|prosthe\\w+"
              + " (?:valve )?(?:stenosis|dysfunction|regurgitation))\\b");

  private static final Pattern ANIMAL =
      Pattern.compile("\\b(?:bio-?prosthe\\w+|porcine|bovine|xeno\\w+|tissue)\\b");

  /// A valve with its diseases.
  private record Valve(Set<String> diseases, Pattern replaced) {
    static Valve of(Set<String> diseases, String operations) {
      String names = "(?:" + operations + ")";
      return new Valve(diseases, Pattern.compile(BEFORE + names + "\\b|\\b" + names + BEHIND));
    }

    boolean isIll(String code) {
      return diseases.stream().anyMatch(code::startsWith);
    }
  }

  private static final List<Valve> VALVES =
      List.of(
          Valve.of(
              Set.of("I35", "I06", "Q230", "Q231"),
              "aortic valve replacement|s?avr|tavr|tavi|transcatheter aortic valve"
                  + " (?:replacement|implantation)"),
          Valve.of(Set.of("I34", "I05", "Q232", "Q233"), "mitral valve replacement|mvr"));

  private final Edition codes;

  public ReplacedValves(Edition codes) {
    this.codes = codes;
  }

  /// The suggestions without what a new valve has ended, and with the valve.
  ///
  /// @param notCoded what gives way is added
  public List<Suggestion> settle(ReadNote note, List<Suggestion> all, List<Mention> notCoded) {
    var settled = new ArrayList<Suggestion>();
    for (Suggestion each : all) {
      Optional<Evidence> operation = replaced(note, each);
      if (operation.isEmpty()) {
        settled.add(each);
        continue;
      }
      Guidelines.drop(each, "the valve was replaced: it is not there any more (IV.J)", notCoded);
      String line = line(note.note().text(), operation.get().start());
      codes
          .find(ANIMAL.matcher(line).find() ? "Z953" : "Z952")
          .filter(valve ->
              Stream.concat(all.stream(), settled.stream())
                  .noneMatch(s -> s.code().equals(valve.code())))
          .map(valve -> present(valve, each, operation.get()))
          .ifPresent(settled::add);
    }
    return List.copyOf(settled);
  }

  /// Where the same line says that the valve was replaced.
  private static Optional<Evidence> replaced(ReadNote note, Suggestion disease) {
    for (Valve valve : VALVES) {
      if (!valve.isIll(disease.code())) continue;
      for (Evidence at : disease.evidence()) {
        String text = note.note().text();
        String line = line(text, at.start());
        Matcher replaced = valve.replaced().matcher(line);
        if (!replaced.find() || NOT_OVER.matcher(line).find()) continue;
        int start = text.lastIndexOf('\n', Math.max(0, at.start() - 1)) + 1 + replaced.start();
        int end = start + replaced.end() - replaced.start();
        return Optional.of(
            new Evidence(note.note().documentId(), start, end, text.substring(start, end)));
      }
    }
    return Optional.empty();
  }

  private static String line(String text, int at) {
    int start = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
    int end = text.indexOf('\n', at);
    return text.substring(start, end < 0 ? text.length() : end).toLowerCase(Locale.ROOT);
  }

  private static Suggestion present(CodeEntry valve, Suggestion disease, Evidence operation) {
    return new Suggestion(
        CodeSystem.ICD10CM,
        valve.code(),
        valve.title(),
        disease.confidencePercent(),
        List.of(operation),
        List.of(
            "“%s” was done before and stays: %s (I.C.21.c.3)"
                .formatted(operation.quote(), Icd10Cm.written(valve.code()))),
        List.of());
  }
}
