package org.cleanclaim.cli.vectors;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.cleanclaim.grouping.hhs.AgeModel;
import org.cleanclaim.grouping.hhs.DatedDiagnosis;
import org.cleanclaim.grouping.hhs.MarketReasons;
import org.cleanclaim.grouping.hhs.MarketScore;
import tools.jackson.databind.JsonNode;

/// Why a score differs from the known one, by the first rule that applies: edits, mapping,
/// interactions, groups, infants, and last the factors.
final class MarketDifference {
  private final JsonNode expected;
  private final MarketScore score;
  private final List<MarketReasons.Left> left;
  private final List<MarketReasons.Category> found;
  private final Set<String> theirs;
  private final Set<String> ours;
  private final Set<String> theirTerms;
  private final Set<String> ourTerms;

  MarketDifference(
      JsonNode expected,
      MarketScore score,
      MarketReasons reasons,
      List<DatedDiagnosis> diagnoses,
      List<String> drugs) {
    this.expected = expected;
    this.score = score;
    this.left = reasons.left(score.enrollee(), diagnoses);
    this.found = reasons.categories(score, diagnoses, drugs);
    this.theirs = new TreeSet<>(RiskScoreCases.texts(expected.path("hcc_list")));
    this.ours = new TreeSet<>(score.categories());
    this.theirTerms = new TreeSet<>(MarketRiskCases.names(expected.path("details")));
    this.ourTerms = MarketRiskCases.names(score);
  }

  /// The reason in words; empty where none of the rules applies.
  ///
  /// @param year whose tables the case is about
  /// @param used whose tables were used
  String cause(int year, int used) {
    Set<String> onlyTheirs = without(theirs, ours);
    Set<String> onlyOurs = without(ours, theirs);
    if (onlyTheirs.stream().anyMatch(this::isLeftByEdit)) {
      return "a diagnosis is left out by its age or sex (DIY table 3)";
    }
    if (onlyOurs.isEmpty()
        && !onlyTheirs.isEmpty()
        && onlyTheirs.stream().allMatch(this::isTakenIn)) {
      return "a hierarchy takes a category in (DIY tables 4 and 11)";
    }
    if (!onlyTheirs.isEmpty() || !onlyOurs.isEmpty()) {
      return onlyOurs.stream().anyMatch(this::isFurtherCategory)
          ? "a diagnosis has further categories, all of which count"
          : "a diagnosis or drug has another category in the tables of %d than in those of %d"
              .formatted(used, year);
    }
    if (theirTerms.equals(ourTerms)) {
      return year == used
          ? ""
          : "the same terms; the factors of %d are not installed, those of %d were used"
              .formatted(year, used);
    }
    var terms = new HashSet<>(without(theirTerms, ourTerms));
    terms.addAll(without(ourTerms, theirTerms));
    if (score.enrollee().model() == AgeModel.INFANT) {
      return "maturity and severity of an infant follow DIY table 8";
    }
    if (terms.stream().anyMatch(term -> term.contains("_X_"))) {
      return "drugs and conditions together have factors (DIY table 6)";
    }
    Predicate<String> isGrouping =
        term -> term.matches("G\\d.*|INT_GROUP_.*") || term.startsWith("HHS_HCC");
    return terms.stream().allMatch(isGrouping)
        ? "conditions are grouped as the tables of %d say, not those of another year"
            .formatted(used)
        : "";
  }

  private boolean isLeftByEdit(String category) {
    var codes = new ArrayList<String>();
    expected
        .path("hcc_map")
        .properties()
        .forEach(entry -> {
          if (entry.getValue().asString("").equals(category)) codes.add(entry.getKey());
        });
    return left.stream()
        .anyMatch(one -> codes.contains(one.code()) && !one.reason().equals("has no category"));
  }

  private boolean isTakenIn(String category) {
    return found.stream()
        .anyMatch(one -> one.name().equals(category) && !one.takenInBy().isEmpty());
  }

  /// Whether a diagnosis that gives the category gives another one too, which is all that the known
  /// answer has of it.
  private boolean isFurtherCategory(String category) {
    return found.stream()
        .filter(one -> one.name().equals(category))
        .flatMap(one -> one.evidence().stream())
        .anyMatch(code -> {
          String known = expected.path("hcc_map").path(code).asString("");
          return found.stream()
              .anyMatch(one -> one.name().equals(known) && one.evidence().contains(code));
        });
  }

  private static Set<String> without(Set<String> some, Set<String> others) {
    var rest = new TreeSet<>(some);
    rest.removeAll(others);
    return rest;
  }
}
