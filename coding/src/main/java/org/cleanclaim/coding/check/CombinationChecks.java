package org.cleanclaim.coding.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.book.IndexBook;
import org.cleanclaim.codesets.book.Lead;
import org.cleanclaim.codesets.book.Place;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Term;
import org.cleanclaim.coding.guideline.IntegralSymptoms;
import org.cleanclaim.coding.specificity.Side;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.code.Icd10Cm;

/// Two codes where one says both (Official Guidelines, section I.B.5, I.B.9, I.C.9.a, I.A.15).
final class CombinationChecks {
  private static final Pattern WORD = Pattern.compile("[a-z0-9]+");
  private static final Set<String> IGNORED =
      Set.of(
          "with", "in", "due", "to", "of", "nec", "and", "the", "or", "specified", "unspecified");

  private CombinationChecks() {}

  static void check(ChartView view, Findings findings) {
    symptoms(view, findings);
    hypertension(view, findings);
  }

  /// Pairs that the Alphabetic Index presumes to be linked.
  static void linkedByIndex(ChartView view, Findings findings) {
    view.edition().books().index().ifPresent(index -> linked(view, index, findings));
  }

  private static void symptoms(ChartView view, Findings findings) {
    for (Listed symptom : view.codes()) {
      if (symptom.code().isEmpty() || !IntegralSymptoms.isSymptom(symptom.code())) continue;
      view.codes().stream()
          .filter(d -> explains(d, symptom))
          .findFirst()
          .ifPresent(diagnosis ->
              findings.add(
                  ChartRule.SYMPTOM_INTEGRAL,
                  symptom,
                  "%s is a symptom that %s explains."
                      .formatted(symptom.dotted(), diagnosis.dotted()),
                  "Take the symptom out unless it has another cause."));
    }
  }

  /// A diagnosis whose code leaves the side open explains no pain of one side for sure.
  private static boolean explains(Listed diagnosis, Listed symptom) {
    Side side = Side.of(symptom.title());
    Side other = Side.of(diagnosis.title());
    if (side.isOne() && other == Side.UNSPECIFIED) return false;
    return IntegralSymptoms.isIntegral(symptom.code(), side, diagnosis.code(), other);
  }

  /// The relation of hypertension with heart failure and kidney disease is assumed.
  private static void hypertension(ChartView view, Findings findings) {
    boolean hasHeart = view.has("I50");
    boolean hasKidney = view.has("N18");
    for (Listed code : view.codes("I10", "I11", "I12")) {
      String wanted = "";
      if (code.startsWith("I10") && hasHeart && hasKidney) wanted = "I13";
      else if (code.startsWith("I10") && hasHeart) wanted = "I11";
      else if (code.startsWith("I10") && hasKidney) wanted = "I12";
      else if (code.startsWith("I11") && hasKidney) wanted = "I13";
      else if (code.startsWith("I12") && hasHeart) wanted = "I13";
      if (code.startsWith("I10")) said(view, code, findings);
      if (wanted.isEmpty() || view.has(wanted)) continue;
      findings.add(
          ChartRule.COMBINATION,
          code,
          "%s stands beside %s; one code of %s says both."
              .formatted(code.dotted(), hasHeart && !wanted.equals("I12") ? "I50" : "N18", wanted),
          "Replace it with the code of "
              + wanted
              + " unless the record says that the two are unrelated (I.C.9.a).");
    }
  }

  /// Hypertension alone beside hypertension with the organ that it has harmed.
  private static void said(ChartView view, Listed alone, Findings findings) {
    view.codes("I11", "I12", "I13").stream()
        .findFirst()
        .ifPresent(both ->
            findings.add(
                ChartRule.COMBINATION,
                alone,
                "%s stands beside %s, which says the hypertension too."
                    .formatted(alone.dotted(), both.dotted()),
                "Take %s out (I.C.9.a).".formatted(alone.dotted())));
  }

  /// Pairs that stand below `with` or `in` at the term that leads to one of the two.
  private static void linked(ChartView view, IndexBook index, Findings findings) {
    for (Listed code : view.codes()) {
      for (Lead lead : index.termsFor(code.code())) {
        if (lead.role() != Lead.Role.CODE || !lead.code().equals(code.code())) continue;
        for (Place presumed : index.with(lead.place())) {
          linked(view, index, code, presumed, findings);
        }
      }
    }
  }

  private static void linked(
      ChartView view, IndexBook index, Listed code, Place presumed, Findings findings) {
    Term term = index.term(presumed);
    if (term.codes().isEmpty()) return;
    String both = term.codes().getFirst().replace("-", "");
    if (both.equals(code.code()) || view.has(both)) return;
    Set<String> condition = words(term.title());
    if (condition.isEmpty()) return;
    Optional<Listed> partner =
        view.codes().stream()
            .filter(o -> o.position() != code.position())
            .filter(o -> !o.startsWith(code.code().substring(0, 3)))
            .filter(o -> isNamed(index, o, condition))
            .findFirst();
    if (partner.isEmpty()) return;
    findings.add(
        ChartRule.INDEX_WITH,
        Severity.INFORMATION,
        code.place(),
        "The Alphabetic Index links %s and %s: one code says both."
            .formatted(code.dotted(), partner.get().dotted()),
        "Code " + Icd10Cm.written(both) + " unless the record says that the two are unrelated.",
        view.guideline(ChartRule.INDEX_WITH));
  }

  /// Whether the condition is what the code is for: a main term of the index that leads to it says
  /// the condition itself, not a subterm of another one (`Sepsis, with, organ dysfunction`,
  /// `Appendicitis, without gangrene`).
  private static boolean isNamed(IndexBook index, Listed code, Set<String> condition) {
    for (Lead lead : index.termsFor(code.code())) {
      if (lead.role() != Lead.Role.CODE || !lead.code().equals(code.code())) continue;
      List<Place> trail = index.trail(lead.place());
      if (Collections.disjoint(words(index.term(trail.getFirst()).title()), condition)) continue;
      List<String> path = new ArrayList<>();
      for (Place place : trail) path.addAll(words(index.term(place).title()));
      if (path.containsAll(condition)) return true;
    }
    return false;
  }

  private static Set<String> words(String title) {
    var words = new HashSet<String>();
    var matcher = WORD.matcher(title.toLowerCase(Locale.ROOT));
    while (matcher.find()) if (!IGNORED.contains(matcher.group())) words.add(matcher.group());
    return words;
  }
}
