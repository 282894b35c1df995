package org.cleanclaim.cli.risk;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.grouping.hcc.Coefficient;
import org.cleanclaim.grouping.hcc.KidneyStatus;
import org.cleanclaim.grouping.hcc.Member;
import org.cleanclaim.grouping.hcc.ModelFamily;
import org.cleanclaim.grouping.hcc.RiskReasons;
import org.cleanclaim.grouping.hcc.RiskScore;
import org.cleanclaim.grouping.hcc.RiskScorer;

/// A member with the raw score of one model: before normalization and coding intensity.
public record RawMember(
    String member, RiskScore score, List<RiskReasons.Condition> conditions, String assumption) {
  public RawMember {
    conditions = List.copyOf(conditions);
  }

  /// @param scored who could be scored, in the order of the files
  /// @param findings who could not, and what was left out
  public record Outcome(List<RawMember> scored, List<RiskFinding> findings) {
    public Outcome {
      scored = List.copyOf(scored);
      findings = List.copyOf(findings);
    }
  }

  /// Scores all members of files by one model.
  public static Outcome score(RiskScorer scorer, int paymentYear, MemberFiles files) {
    var scored = new ArrayList<RawMember>();
    var findings = new ArrayList<>(files.findings());
    for (MemberRecord record : files.members()) {
      switch (record.member(paymentYear)) {
        case MemberRecord.Outcome.Known known when !isMeant(scorer, known.member()) ->
            findings.add(
                new RiskFinding(
                    "member " + record.id(),
                    "The ESRD models need to know what the member lives on.",
                    "State kidney as dialysis, or as the month after the transplant (1, 2 ...)."));
        case MemberRecord.Outcome.Known known -> scored.add(of(record, known, scorer));
        case MemberRecord.Outcome.Impossible impossible -> findings.add(impossible.finding());
      }
    }
    return new Outcome(scored, findings);
  }

  private static boolean isMeant(RiskScorer scorer, Member member) {
    return scorer.tables().model().family() != ModelFamily.RENAL
        || member.kidney() != KidneyStatus.NO_FAILURE;
  }

  private static RawMember of(
      MemberRecord record, MemberRecord.Outcome.Known known, RiskScorer scorer) {
    RiskScore score = scorer.score(known.member(), record.diagnoses());
    return new RawMember(
        record.id(),
        score,
        new RiskReasons(scorer).conditions(score, record.diagnoses()),
        known.assumption());
  }

  /// One line for the member and, where asked, conditions and terms.
  public void print(RiskReport.Detail detail, PrintStream out) {
    out.printf(
        "member %-20s %s, %s: raw score %s%n",
        member, score.model().title(), score.segment().title(), score.raw());
    if (detail == RiskReport.Detail.STEPS) {
      conditions.forEach(condition -> RiskReport.print(condition, out));
      for (Coefficient term : score.terms()) {
        out.printf("    %9s  %s %s%n", term.factor(), term.name(), term.label());
      }
    }
    if (!assumption.isEmpty()) out.println("  " + assumption);
  }

  /// The same as a tree of maps and lists.
  public Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    json.put("member", member);
    json.put("model", score.model());
    json.put("segment", score.segment());
    json.put("categories", score.categories());
    json.put("conditions", conditions.stream().map(RiskReport::json).toList());
    json.put("terms", score.terms().stream().map(RiskReport::json).toList());
    json.put("raw", score.raw());
    json.put("notes", assumption.isEmpty() ? List.of() : List.of(assumption));
    return json;
  }
}
