package org.cleanclaim.cli.risk;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.grouping.hcc.NotSeenAgain;
import org.cleanclaim.grouping.hcc.PaymentScore;
import org.cleanclaim.grouping.hcc.PaymentScorer;
import org.cleanclaim.grouping.hcc.RiskReasons;
import org.cleanclaim.grouping.hcc.RiskScorer;

/// A member with the score and all that explains it.
///
/// @param parts for each model of the payment year
/// @param notes what was assumed or left out
public record ScoredMember(
    String member, PaymentScore score, List<Part> parts, List<String> notes) {
  public ScoredMember {
    parts = List.copyOf(parts);
    notes = List.copyOf(notes);
  }

  /// What one model says.
  ///
  /// @param notSeenAgain conditions that counted last year and that no diagnosis of this year gives
  public record Part(
      PaymentScore.Part score,
      List<RiskReasons.Condition> conditions,
      List<RiskReasons.Edited> edited,
      List<String> withoutCategory,
      List<RiskReasons.Condition> notSeenAgain) {}

  static ScoredMember of(
      MemberRecord record,
      MemberRecord.Outcome.Known known,
      PaymentScorer scorer,
      MemberFiles lastYear) {
    PaymentScore score = scorer.score(known.member(), record.diagnoses());
    var parts = new ArrayList<Part>();
    for (int i = 0; i < scorer.scorers().size(); i++) {
      RiskScorer model = scorer.scorers().get(i);
      var reasons = new RiskReasons(model);
      PaymentScore.Part part = score.parts().get(i);
      parts.add(
          new Part(
              part,
              reasons.conditions(part.raw(), record.diagnoses()),
              reasons.edited(known.member(), record.diagnoses()),
              reasons.withoutCategory(record.diagnoses()),
              NotSeenAgain.conditions(
                  model, known.member(), lastYear.diagnosesOf(record.id()), record.diagnoses())));
    }
    return new ScoredMember(
        record.id(),
        score,
        parts,
        known.assumption().isEmpty() ? List.of() : List.of(known.assumption()));
  }
}
