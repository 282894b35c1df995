package org.cleanclaim.cli.risk;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.grouping.hcc.PaymentScorer;

/// Scores all members of files.
public final class RiskRun {
  private RiskRun() {}

  /// @param scored who could be scored, in the order of the files
  /// @param findings who could not, and what was left out
  public record Outcome(List<ScoredMember> scored, List<RiskFinding> findings) {
    public Outcome {
      scored = List.copyOf(scored);
      findings = List.copyOf(findings);
    }
  }

  public static Outcome score(
      PaymentScorer scorer, int paymentYear, MemberFiles files, MemberFiles lastYear) {
    var scored = new ArrayList<ScoredMember>();
    var findings = new ArrayList<>(files.findings());
    findings.addAll(lastYear.findings());
    for (MemberRecord record : files.members()) {
      switch (record.member(paymentYear)) {
        case MemberRecord.Outcome.Known known ->
            scored.add(ScoredMember.of(record, known, scorer, lastYear));
        case MemberRecord.Outcome.Impossible impossible -> findings.add(impossible.finding());
      }
    }
    return new Outcome(scored, findings);
  }
}
