package org.cleanclaim.coding.guideline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Mention;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;

/// Dementia by what its statement says of it: the severity is the 4th character, the disturbance
/// the 5th and 6th (Official Guidelines I.C.5.d). Behind the disease that leads to it dementia is
/// one of F02, and of several degrees the highest is coded.
public final class Dementia {
  /// Alzheimer's disease, Lewy bodies, frontotemporal and other degeneration, Parkinson's disease.
  private static final List<String> CAUSES = List.of("G30", "G310", "G318", "G20");

  private static final Pattern DEMENTIA = Pattern.compile("\\bdementia\\b");
  private static final Pattern ALZHEIMER =
      Pattern.compile("\\balzheimer'?(?:s|s')?\\b|\\balzheimer’s\\b");
  private static final String ALZHEIMER_DISEASE = "G309";

  /// By the character the words that tell it, the highest degree first.
  private static final Map<String, Pattern> SEVERITY = new LinkedHashMap<>();

  private static final Map<String, Pattern> DISTURBANCE = new LinkedHashMap<>();

  static {
    SEVERITY.put("C", Pattern.compile("\\bsevere\\b"));
    SEVERITY.put("B", Pattern.compile("\\bmoderate\\b"));
    SEVERITY.put("A", Pattern.compile("\\bmild\\b"));
    DISTURBANCE.put(
        "11", Pattern.compile("(?<!without )\\b(?:agitation|agitated|aggressive|combative)\\b"));
    DISTURBANCE.put(
        "18", Pattern.compile("\\bwith (?:other )?behaviou?ral disturbances?\\b|\\bsundowning\\b"));
    DISTURBANCE.put(
        "2", Pattern.compile("\\bwith (?:psychotic|psychosis|hallucinations|delusions)\\b"));
    DISTURBANCE.put("3", Pattern.compile("\\bwith (?:mood disturbance|depression)\\b"));
    DISTURBANCE.put("4", Pattern.compile("\\bwith anxiety\\b"));
  }

  private final Edition codes;

  public Dementia(Edition codes) {
    this.codes = codes;
  }

  /// The suggestions with the dementia as its statement has it, behind its cause.
  ///
  /// @param notCoded what gives way is added
  public List<Suggestion> settle(
      Documentation note, List<Suggestion> suggestions, List<Mention> notCoded) {
    if (suggestions.stream().noneMatch(s -> isDementia(s.code()))) return suggestions;
    var settled = new ArrayList<Suggestion>();
    for (Suggestion each : suggestions) {
      if (!isDementia(each.code())) {
        settled.add(each);
        continue;
      }
      String told = statement(note.text(), each.evidence().getFirst());
      boolean isCauseThere =
          suggestions.stream().anyMatch(s -> CAUSES.stream().anyMatch(s.code()::startsWith));
      boolean isAlzheimer = ALZHEIMER.matcher(told).find();
      if (!isCauseThere && isAlzheimer) cause(each).ifPresent(settled::add);
      Suggestion made = coded(each, isCauseThere || isAlzheimer, told);
      if (settled.stream().noneMatch(s -> s.code().equals(made.code()))) settled.add(made);
    }
    return withoutSaid(note, settled, notCoded);
  }

  private static boolean isDementia(String code) {
    return code.startsWith("F02") || code.startsWith("F03");
  }

  /// The code of the category with the degree and the disturbance that the statement tells.
  private Suggestion coded(Suggestion plain, boolean hasCause, String told) {
    String category = hasCause || plain.code().startsWith("F02") ? "F02" : "F03";
    String open = category.equals("F02") ? "8" : "9";
    char known = plain.code().charAt(3);
    String degree =
        first(SEVERITY, told).orElse(Character.isLetter(known) ? String.valueOf(known) : open);
    String disturbance = first(DISTURBANCE, told).orElse(plain.code().substring(4));
    String code = category + degree + disturbance;
    Optional<CodeEntry> entry = codes.find(code).filter(CodeEntry::billable);
    if (entry.isEmpty() || code.equals(plain.code())) return plain;
    var path = new ArrayList<>(plain.path());
    path.add(
        "%s becomes %s by its cause, degree and disturbance (I.C.5.d, I.A.13)"
            .formatted(Icd10Cm.written(plain.code()), Icd10Cm.written(code)));
    return new Suggestion(
        plain.system(),
        code,
        entry.get().title(),
        plain.confidencePercent(),
        plain.evidence(),
        path,
        List.of());
  }

  private static Optional<String> first(Map<String, Pattern> told, String statement) {
    return told.entrySet().stream()
        .filter(each -> each.getValue().matcher(statement).find())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// `Alzheimer's dementia` names the disease too (index: Disease, Alzheimer's).
  private Optional<Suggestion> cause(Suggestion dementia) {
    return codes
        .find(ALZHEIMER_DISEASE)
        .map(entry ->
            new Suggestion(
                CodeSystem.ICD10CM,
                entry.code(),
                entry.title(),
                dementia.confidencePercent(),
                dementia.evidence(),
                List.of("the statement names it as the cause of the dementia (I.A.13)"),
                List.of()));
  }

  /// Agitation in the statement of the dementia is said by its code.
  private static List<Suggestion> withoutSaid(
      Documentation note, List<Suggestion> all, List<Mention> notCoded) {
    boolean isAgitated =
        all.stream().anyMatch(s -> isDementia(s.code()) && s.code().endsWith("11"));
    if (!isAgitated) return all;
    var kept = new ArrayList<Suggestion>();
    for (Suggestion each : all) {
      boolean isSaid =
          each.code().equals("R451")
              && each.evidence().stream()
                  .allMatch(at -> DEMENTIA.matcher(statement(note.text(), at)).find());
      if (isSaid) {
        Guidelines.drop(each, "the code of the dementia says it (I.B.9)", notCoded);
      } else {
        kept.add(each);
      }
    }
    return kept;
  }

  /// The sentence or line around a place, in small letters.
  private static String statement(String text, Evidence at) {
    int from = at.start();
    while (from > 0 && !ends(text, from - 1)) from--;
    int to = at.end();
    while (to < text.length() && !ends(text, to)) to++;
    return text.substring(from, to).toLowerCase(Locale.ROOT);
  }

  private static boolean ends(String text, int at) {
    return ".;\n".indexOf(text.charAt(at)) >= 0;
  }
}
