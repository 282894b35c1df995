package org.cleanclaim.app.risk;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.grouping.hcc.Coefficient;
import org.cleanclaim.grouping.hcc.KidneyStatus;
import org.cleanclaim.grouping.hcc.Member;
import org.cleanclaim.grouping.hcc.ModelFamily;
import org.cleanclaim.grouping.hcc.ModelPayment;
import org.cleanclaim.grouping.hcc.NotSeenAgain;
import org.cleanclaim.grouping.hcc.RiskReasons;
import org.cleanclaim.grouping.hcc.RiskScore;
import org.cleanclaim.grouping.hcc.RiskScorer;
import org.jspecify.annotations.Nullable;

/// A member with the score of one model.
///
/// @param payment the score that payment follows; null where the normalization is not known
/// @param notSeenAgain conditions that counted last year and that no diagnosis of this year gives
public record RawMember(
    String member,
    RiskScore score,
    @Nullable ModelPayment payment,
    List<RiskReasons.Condition> conditions,
    List<RiskReasons.Condition> notSeenAgain,
    String assumption)
    implements Scored {
  public RawMember {
    conditions = List.copyOf(conditions);
    notSeenAgain = List.copyOf(notSeenAgain);
  }

  /// Scores all members of files by one model.
  static RiskScores all(
      RiskScorer scorer, RiskQuestion.OfModel asked, MemberFiles files, MemberFiles lastYear) {
    var scored = new ArrayList<Scored>();
    var findings = new ArrayList<>(files.findings());
    findings.addAll(lastYear.findings());
    for (MemberRecord record : files.members()) {
      switch (record.member(asked.paymentYear())) {
        case MemberRecord.Outcome.Known known when !isMeant(scorer, known.member()) ->
            findings.add(
                new RiskFinding(
                    "member " + record.id(),
                    "The ESRD models need to know what the member lives on.",
                    "State kidney as dialysis, or as the month after the transplant (1, 2 ...)."));
        case MemberRecord.Outcome.Known known -> {
          RiskScore score = scorer.score(known.member(), record.diagnoses());
          var reasons = new RiskReasons(scorer);
          scored.add(
              new RawMember(
                  record.id(),
                  score,
                  payment(score, asked),
                  reasons.conditions(score, record.diagnoses()),
                  NotSeenAgain.conditions(
                      scorer,
                      known.member(),
                      lastYear.diagnosesOf(record.id()),
                      record.diagnoses()),
                  known.assumption()));
        }
        case MemberRecord.Outcome.Impossible impossible -> findings.add(impossible.finding());
      }
    }
    return new RiskScores(scored, findings);
  }

  private static @Nullable ModelPayment payment(RiskScore score, RiskQuestion.OfModel asked) {
    return asked.normalization() == null
        ? ModelPayment.of(score, asked.paymentYear(), asked.plan()).orElse(null)
        : ModelPayment.normalizedBy(score, asked.normalization());
  }

  private static boolean isMeant(RiskScorer scorer, Member member) {
    return scorer.tables().model().family() != ModelFamily.RENAL
        || member.kidney() != KidneyStatus.NO_FAILURE;
  }

  @Override
  public void print(RiskReport.Detail detail, PrintStream out) {
    out.printf(
        "member %-20s %s, %s: raw score %s, %s%n",
        member,
        score.model().title(),
        score.segment().title(),
        score.raw(),
        payment == null ? "normalization not known" : "payment score " + payment.score());
    if (detail == RiskReport.Detail.STEPS) {
      conditions.forEach(condition -> RiskReport.print(condition, out));
      for (Coefficient term : score.terms()) {
        out.printf("    %9s  %s %s%n", term.factor(), term.name(), term.label());
      }
    }
    if (detail == RiskReport.Detail.STEPS && payment != null) {
      out.printf("    %9s  raw score%n", score.raw());
      out.printf("    %9s  divided by %s%n", payment.normalized(), payment.normalization());
      if (payment.codingIntensity().signum() > 0) {
        out.printf("    %9s  less coding intensity%n", payment.score());
      }
    }
    notSeenAgain.forEach(condition -> RiskReport.printNotSeen(score.model(), condition, out));
    if (!assumption.isEmpty()) out.println("  " + assumption);
  }

  @Override
  public Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    json.put("member", member);
    json.put("model", score.model());
    json.put("segment", score.segment());
    json.put("categories", score.categories());
    json.put("conditions", conditions.stream().map(RiskReport::json).toList());
    json.put("terms", score.terms().stream().map(RiskReport::json).toList());
    json.put("raw", score.raw());
    if (payment != null) {
      json.put("normalization", payment.normalization());
      json.put("normalized", payment.normalized());
      json.put("codingIntensity", payment.codingIntensity());
      json.put("paymentScore", payment.score());
    }
    json.put("notSeenAgain", notSeenAgain.stream().map(RiskReport::json).toList());
    json.put("notes", assumption.isEmpty() ? List.of() : List.of(assumption));
    return json;
  }
}
