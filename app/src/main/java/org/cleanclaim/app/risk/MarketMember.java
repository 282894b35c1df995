package org.cleanclaim.app.risk;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.grouping.hcc.Coefficient;
import org.cleanclaim.grouping.hhs.MarketReasons;
import org.cleanclaim.grouping.hhs.MarketScore;
import org.cleanclaim.grouping.hhs.MarketScorer;

/// An enrollee of the individual and small group markets with the HHS-HCC score and its reasons.
///
/// @param left diagnoses that gave no category, and why
/// @param notSeenAgain categories that counted last year and that this year's diagnoses do not give
public record MarketMember(
    String member,
    MarketScore score,
    List<MarketReasons.Category> categories,
    List<MarketReasons.Left> left,
    List<MarketReasons.Category> notSeenAgain)
    implements Scored {
  public MarketMember {
    categories = List.copyOf(categories);
    left = List.copyOf(left);
    notSeenAgain = List.copyOf(notSeenAgain);
  }

  /// Scores all members of files.
  static RiskScores all(
      MarketScorer scorer, int benefitYear, MemberFiles files, MemberFiles lastYear) {
    var scored = new ArrayList<Scored>();
    var findings = new ArrayList<>(files.findings());
    findings.addAll(lastYear.findings());
    for (MemberRecord record : files.members()) {
      switch (MarketEnrollee.of(record, benefitYear)) {
        case MarketEnrollee.Known known ->
            scored.add(of(record, known, scorer, lastYear.of(record.id())));
        case MarketEnrollee.Impossible impossible -> findings.add(impossible.finding());
      }
    }
    return new RiskScores(scored, findings);
  }

  private static MarketMember of(
      MemberRecord record, MarketEnrollee.Known known, MarketScorer scorer, MemberRecord before) {
    var reasons = new MarketReasons(scorer);
    MarketScore score = scorer.score(known.enrollee(), known.diagnoses(), record.drugs());
    List<MarketReasons.Category> categories =
        reasons.categories(score, known.diagnoses(), record.drugs());
    return new MarketMember(
        record.id(),
        score,
        categories,
        reasons.left(known.enrollee(), known.diagnoses()),
        reasons.notSeenAgain(score, before.diagnoses()));
  }

  @Override
  public void print(RiskReport.Detail detail, PrintStream out) {
    out.printf(
        "member %-20s %s model, %s: score %s, with cost sharing %s%n",
        member,
        score.enrollee().model().title(),
        score.enrollee().metal(),
        score.raw(),
        score.adjusted());
    if (detail == RiskReport.Detail.STEPS) {
      for (MarketReasons.Category category : categories) {
        out.printf(
            "    %-12s %s, by %s%s%n",
            category.name(),
            category.label(),
            String.join(", ", category.evidence()),
            category.takenInBy().isEmpty() ? "" : "; taken in by " + category.takenInBy());
      }
      left.forEach(one -> out.printf("    %s %s%n", one.code(), one.reason()));
      for (Coefficient term : score.terms()) {
        out.printf("    %9s  %s %s%n", term.factor(), term.name(), term.label());
      }
    }
    for (MarketReasons.Category category : notSeenAgain) {
      out.printf(
          "  not seen again: %s %s, last year %s%n",
          category.name(), category.label(), String.join(", ", category.evidence()));
    }
  }

  @Override
  public Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    json.put("member", member);
    json.put("model", score.enrollee().model().title());
    json.put("metal", score.enrollee().metal());
    json.put("categories", score.categories());
    json.put("conditions", categories);
    json.put("left", left);
    json.put("terms", score.terms().stream().map(RiskReport::json).toList());
    json.put("score", score.raw());
    json.put("costSharing", score.costSharing());
    json.put("adjusted", score.adjusted());
    json.put("notSeenAgain", notSeenAgain);
    return json;
  }
}
