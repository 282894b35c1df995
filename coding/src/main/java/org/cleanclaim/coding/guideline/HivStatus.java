package org.cleanclaim.coding.guideline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Suggestion;

/// `HIV positive` without a sign of illness is a status, Z21; AIDS, HIV disease and any illness
/// that came of it are B20, on every later visit too (Official Guidelines I.C.1.a.2).
public final class HivStatus {
  private static final String DISEASE = "B20";
  private static final String STATUS = "Z21";

  /// Says that the infection is no disease yet.
  private static final Pattern POSITIVE =
      Pattern.compile(
          "\\bhiv\\b[^.;\\n]{0,40}?(?:\\+|\\bpositive\\b|\\bundetectable\\b|\\bsuppressed\\b)"
              + "|\\basymptomatic\\b[^.;\\n]{0,20}\\bhiv\\b");

  private static final Pattern DISEASE_SAID =
      Pattern.compile(
          "\\baids\\b|\\bhiv[- ](?:disease|illness|related|associated)|\\bsymptomatic hiv\\b"
              + "|\\b(?:due to|from|secondary to) hiv\\b");

  /// Illnesses that only come of HIV when the immunity is gone: CDC's stage-3-defining
  /// opportunistic illnesses (MMWR 2014;63(RR-03), appendix), as far as a code stands for them
  /// alone, and oral candidiasis, which the classification of 1993 lists as symptomatic disease.
  private static final List<String> ILLNESSES =
      List.of(
          "A021", "A072", "A073", "A15", "A17", "A18", "A19", "A31", "A812", "B25", "B370", "B371",
          "B3781", "B38", "B39", "B45", "B582", "B59", "C46", "C53", "C833", "C837", "C851", "R64");

  private final Edition codes;

  public HivStatus(Edition codes) {
    this.codes = codes;
  }

  /// The suggestions with the status in place of the disease where the note tells of no more.
  public List<Suggestion> settle(Documentation note, List<Suggestion> suggestions) {
    Optional<Suggestion> disease =
        suggestions.stream().filter(s -> s.code().equals(DISEASE)).findFirst();
    Optional<CodeEntry> status = codes.find(STATUS);
    if (disease.isEmpty() || status.isEmpty()) return suggestions;
    String text = note.text().toLowerCase(Locale.ROOT);
    boolean isIll =
        DISEASE_SAID.matcher(text).find()
            || suggestions.stream()
                .anyMatch(s -> ILLNESSES.stream().anyMatch(s.code()::startsWith));
    if (isIll || !POSITIVE.matcher(text).find()) return suggestions;
    var settled = new ArrayList<>(suggestions);
    settled.removeIf(s -> s.code().equals(STATUS));
    Suggestion told = disease.get();
    var path = new ArrayList<>(told.path());
    path.add("positive without a documented illness of it: B20 becomes Z21 (I.C.1.a.2.e)");
    settled.set(
        settled.indexOf(told),
        new Suggestion(
            told.system(),
            STATUS,
            status.get().title(),
            told.confidencePercent(),
            told.evidence(),
            path,
            List.of()));
    return settled;
  }
}
