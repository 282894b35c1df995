package org.cleanclaim.coding.guideline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.kernel.code.Icd10Cm;

/// A general examination with abnormal findings: a condition that it newly finds, or a known one
/// that has become worse (Official Guidelines I.C.21.c.13). Known and stable conditions are none,
/// and what the examiner says of the findings holds.
public final class GeneralExamination {
  /// By the code without abnormal findings the one with them.
  private static final Map<String, String> WITH = Map.of("Z0000", "Z0001", "Z00129", "Z00121");

  private static final int ASSESSED = 80;
  private static final Pattern NEW_OR_WORSE =
      Pattern.compile(
          "(?<!no"
              + " )\\b(?:new|newly|new-onset|worse|worsened|worsening|uncontrolled|(?:poorly|not|inadequately)"
              + " controlled|not at goal|above"
              + " goal|exacerbat\\w+|abnormal|incidental\\w*|acute|decompensated|first noted|found"
              + " (?:on|at) exam)\\b");
  private static final Pattern SAID_NORMAL =
      Pattern.compile(
          "\\b(?:without|no) (?:any )?abnormal (?:exam )?findings\\b|\\bnormal (?:exam"
              + " )?findings\\b");

  /// Symptoms and abnormal findings of the chapter R are findings of the examination.
  private static final char FINDING = 'R';

  private final Edition codes;

  public GeneralExamination(Edition codes) {
    this.codes = codes;
  }

  /// The suggestions with the code of the examination that the findings ask for.
  public List<Suggestion> settle(Documentation note, List<Suggestion> suggestions) {
    Optional<Suggestion> examination =
        suggestions.stream().filter(s -> WITH.containsKey(s.code())).findFirst();
    if (examination.isEmpty()) return suggestions;
    if (SAID_NORMAL.matcher(note.text().toLowerCase(Locale.ROOT)).find()) return suggestions;
    Optional<CodeEntry> with = codes.find(WITH.getOrDefault(examination.get().code(), ""));
    Optional<Suggestion> finding =
        suggestions.stream().filter(each -> isAbnormalFinding(note, each)).findFirst();
    if (with.isEmpty() || finding.isEmpty()) return suggestions;
    var settled = new ArrayList<>(suggestions);
    Suggestion plain = examination.get();
    var path = new ArrayList<>(plain.path());
    path.add(
        "%s becomes %s: %s is new or worse (I.C.21.c.13)"
            .formatted(
                Icd10Cm.written(plain.code()),
                Icd10Cm.written(with.get().code()),
                Icd10Cm.written(finding.get().code())));
    settled.set(
        settled.indexOf(plain),
        new Suggestion(
            plain.system(),
            with.get().code(),
            with.get().title(),
            plain.confidencePercent(),
            plain.evidence(),
            path,
            List.of()));
    return settled;
  }

  private static boolean isAbnormalFinding(Documentation note, Suggestion suggestion) {
    char chapter = suggestion.code().charAt(0);
    if (suggestion.confidencePercent() < ASSESSED || "VWXYZ".indexOf(chapter) >= 0) return false;
    return chapter == FINDING
        || suggestion.title().startsWith("Acute")
        || suggestion.evidence().stream().anyMatch(at -> isNewOrWorse(note, at));
  }

  /// Whether the statement of the condition says so: from its place to the end of its sentence, or
  /// from the beginning of its line.
  private static boolean isNewOrWorse(Documentation note, Evidence at) {
    String text = note.text();
    int from = Math.max(text.lastIndexOf('\n', at.start()), text.lastIndexOf(". ", at.start())) + 1;
    int to = at.end();
    while (to < text.length() && !endsStatement(text, to)) to++;
    Matcher said = NEW_OR_WORSE.matcher(text.substring(from, to).toLowerCase(Locale.ROOT));
    return said.find();
  }

  private static boolean endsStatement(String text, int at) {
    char c = text.charAt(at);
    boolean isStop = c == '.' || c == ';';
    return c == '\n' || (isStop && (at + 1 == text.length() || text.charAt(at + 1) == ' '));
  }
}
