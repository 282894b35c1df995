package org.cleanclaim.app.risk;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cleanclaim.grouping.hcc.NotSeenAgain;
import org.cleanclaim.grouping.hcc.PaymentScore;
import org.cleanclaim.grouping.hcc.PaymentScorer;
import org.cleanclaim.grouping.hcc.RiskReasons;
import org.cleanclaim.grouping.hcc.RiskScorer;

/// A member with the score and all that explains it.
///
/// @param parts for each model of the payment year
/// @param notes what was assumed or left out
public record ScoredMember(String member, PaymentScore score, List<Part> parts, List<String> notes)
    implements Scored {
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

  static RiskScores all(
      PaymentScorer scorer, int paymentYear, MemberFiles files, MemberFiles lastYear) {
    var scored = new ArrayList<Scored>();
    var findings = new ArrayList<>(files.findings());
    findings.addAll(lastYear.findings());
    for (MemberRecord record : files.members()) {
      switch (record.member(paymentYear)) {
        case MemberRecord.Outcome.Known known -> scored.add(of(record, known, scorer, lastYear));
        case MemberRecord.Outcome.Impossible impossible -> findings.add(impossible.finding());
      }
    }
    return new RiskScores(scored, findings);
  }

  @Override
  public void print(RiskReport.Detail detail, PrintStream out) {
    RiskReport.print(this, detail, out);
  }

  @Override
  public Map<String, Object> json() {
    return RiskReport.json(this);
  }

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
