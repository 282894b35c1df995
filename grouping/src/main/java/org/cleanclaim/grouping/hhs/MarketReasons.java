package org.cleanclaim.grouping.hhs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;

/// Why a score is what it is: which diagnosis or drug gave which category, and which gave none.
public final class MarketReasons {
  private final MarketScorer scorer;

  public MarketReasons(MarketScorer scorer) {
    this.scorer = scorer;
  }

  /// A category that diagnoses or drugs gave.
  ///
  /// @param name as CMS calls it: `HHS_HCC012`
  /// @param evidence the diagnoses, NDCs or HCPCS codes
  /// @param takenInBy the category that takes it in by hierarchy; empty where none does
  public record Category(String name, String label, List<String> evidence, String takenInBy) {
    public Category {
      evidence = List.copyOf(evidence);
    }
  }

  /// A code that gave no category, and why.
  public record Left(String code, String reason) {}

  /// All categories found, by name.
  public List<Category> categories(
      MarketScore score, Collection<DatedDiagnosis> diagnoses, Collection<String> drugs) {
    MarketTables tables = scorer.tables();
    var categories = new ArrayList<Category>();
    score.found().stream()
        .forEach(category ->
            categories.add(
                new Category(
                    tables.variables().name(category),
                    tables.label(category),
                    evidence(category, score.enrollee(), diagnoses, drugs),
                    score.isStanding(category) ? "" : above(category, score))));
    categories.sort((a, b) -> a.name().compareTo(b.name()));
    return categories;
  }

  /// Diagnoses that have a category, but not in this enrollee, or none at all.
  public List<Left> left(Enrollee enrollee, Collection<DatedDiagnosis> diagnoses) {
    var left = new LinkedHashSet<Left>();
    for (DatedDiagnosis diagnosis : diagnoses) {
      List<MarketTables.MappedCategory> mapped = scorer.tables().categories(diagnosis.code());
      if (mapped.isEmpty()) {
        left.add(new Left(diagnosis.code(), "has no category"));
      } else if (mapped.stream()
          .noneMatch(c -> c.believed().holds(diagnosis.ageYears(), enrollee.sex()))) {
        left.add(
            new Left(
                diagnosis.code(),
                "is not believed at this age or sex (Medicare Code Editor, DIY table 3)"));
      } else if (mapped.stream().noneMatch(c -> MarketScorer.isGiven(c, diagnosis, enrollee))) {
        left.add(new Left(diagnosis.code(), "has its category at other ages only (DIY table 3)"));
      }
    }
    return List.copyOf(left);
  }

  /// Categories that last year's diagnoses give the enrollee, that this year's do not, and that no
  /// category of this year takes in. They are questions for the clinician, not diagnoses.
  public List<Category> notSeenAgain(MarketScore score, Collection<String> lastYear) {
    Enrollee enrollee = score.enrollee();
    List<DatedDiagnosis> then =
        lastYear.stream().map(code -> new DatedDiagnosis(code, enrollee.ageYears())).toList();
    MarketScore before = scorer.score(enrollee, then, List.of());
    MarketTables tables = scorer.tables();
    List<String> present =
        score.found().stream()
            .flatMap(c ->
                IntStream.concat(
                    IntStream.of(c), tables.below(c).stream().mapToInt(Integer::intValue)))
            .mapToObj(tables.variables()::name)
            .toList();
    return categories(before, then, List.of()).stream()
        .filter(category -> category.takenInBy().isEmpty() && !present.contains(category.name()))
        .toList();
  }

  private List<String> evidence(
      int category,
      Enrollee enrollee,
      Collection<DatedDiagnosis> diagnoses,
      Collection<String> drugs) {
    var evidence = new LinkedHashSet<String>();
    for (DatedDiagnosis diagnosis : diagnoses) {
      for (MarketTables.MappedCategory mapped : scorer.tables().categories(diagnosis.code())) {
        if (mapped.variable() == category && MarketScorer.isGiven(mapped, diagnosis, enrollee)) {
          evidence.add(diagnosis.code());
        }
      }
    }
    for (String code : drugs) {
      if (scorer.tables().drugCategories(code).contains(category)) evidence.add(code);
    }
    return List.copyOf(evidence);
  }

  private String above(int category, MarketScore score) {
    MarketTables tables = scorer.tables();
    return score.found().stream()
        .filter(parent -> tables.below(parent).contains(category))
        .mapToObj(tables.variables()::name)
        .findFirst()
        .orElse("");
  }
}
