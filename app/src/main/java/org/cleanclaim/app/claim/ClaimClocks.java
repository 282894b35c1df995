package org.cleanclaim.app.claim;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.deadline.Clock;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.ClockMoved;
import org.cleanclaim.app.deadline.ClockRule;
import org.cleanclaim.app.deadline.ClockStart;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.deadline.LegalClocks;
import org.cleanclaim.app.deadline.ManyClocks;
import org.cleanclaim.app.deadline.PayerTerms;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The clocks that a claim starts and stops on its way: filing, and those of workers' compensation.
@Component
class ClaimClocks {
  private static final String SUBJECT = "claim ";
  private static final String CORRECTION = "correction ";

  private final Deadlines deadlines;
  private final ManyClocks many;
  private final PayerTerms terms;
  private final Payers payers;
  private final Organizations organizations;
  private final JdbcClient jdbc;

  ClaimClocks(
      Deadlines deadlines,
      ManyClocks many,
      PayerTerms terms,
      Payers payers,
      Organizations organizations,
      JdbcClient jdbc) {
    this.deadlines = deadlines;
    this.many = many;
    this.terms = terms;
    this.payers = payers;
    this.organizations = organizations;
    this.jdbc = jdbc;
  }

  /// What the clocks of a claim are named by.
  static String subject(String controlNumber) {
    return SUBJECT + controlNumber;
  }

  /// The claim that a clock is about.
  static String controlNumber(String subject) {
    return subject.startsWith(SUBJECT) ? subject.substring(SUBJECT.length()) : "";
  }

  /// The correction whose own limit a clock is about. Under [#subject] it may have another one,
  /// when it is denied and has to be corrected itself.
  static String correctionNumber(String subject) {
    return subject.startsWith(CORRECTION) ? subject.substring(CORRECTION.length()) : "";
  }

  private static String ofCorrection(BilledClaim claim) {
    return CORRECTION + claim.controlNumber();
  }

  /// The claims exist or were made anew. A correction has had its clock since it was made.
  void frozen(List<BilledClaim> claims) {
    many.run(
        claims.stream()
            .filter(claim -> claim.correction() == null)
            .map(claim ->
                start(
                    claim,
                    ClockKind.TIMELY_FILING,
                    terms.filing(payers.get(claim.payerId())),
                    claim.servedFrom()))
            .toList());
  }

  /// A correction was made, or its payer's terms are other ones: it has to be at the payer by its
  /// own limit. The time since an earlier start stays.
  ///
  /// @return the last day
  LocalDate corrects(BilledClaim correction, CorrectionLimits.Limit limit) {
    boolean isByTerms = limit.kind() == ClockKind.CORRECTED_CLAIM;
    String subject = isByTerms ? ofCorrection(correction) : subject(correction.controlNumber());
    if (isByTerms) {
      deadlines.ended(
          ClockKind.TIMELY_FILING,
          subject(correction.controlNumber()),
          "The payer has days of its own for corrected claims");
    }
    var start =
        ClockStart.of(limit.kind(), subject, limit.rule(), limit.from())
            .ofClaim(correction.id().value(), correction.payerId(), page(correction));
    return deadlines
        .run(
            deadlines
                .find(limit.kind(), subject, 1)
                .map(running -> start.startingOn(running.startsOn()))
                .orElse(start))
        .dueOn();
  }

  /// A denied claim is corrected: the time for it runs on with the correction.
  void corrected(BilledClaim earlier, BilledClaim correction) {
    deadlines.ended(
        ClockKind.CORRECTED_CLAIM,
        subject(earlier.controlNumber()),
        "It runs on with claim " + correction.controlNumber());
  }

  /// The correction was given up: the time for another one runs.
  void uncorrected(BilledClaim earlier, String why) {
    String subject = subject(earlier.controlNumber());
    deadlines
        .find(ClockKind.CORRECTED_CLAIM, subject, 1)
        .filter(clock -> clock.state() == Clock.State.ENDED)
        .ifPresent(ended -> deadlines.restart(ClockKind.CORRECTED_CLAIM, subject, 1, why));
  }

  /// The payer before has decided, so that this one can be filed. Medicare counts from the service
  /// whoever pays before it (42 CFR 424.44).
  void following(BilledClaim claim, LocalDate decidedOn) {
    run(
        claim,
        ClockKind.TIMELY_FILING,
        terms.filing(payers.get(claim.payerId())),
        filingStart(claim, decidedOn));
  }

  /// The last day on which the next payer takes a claim.
  LocalDate fileBy(Payer payer, LocalDate servedFrom, LocalDate decidedOn) {
    return terms.filing(payer).due(isMedicare(payer) ? servedFrom : decidedOn);
  }

  private LocalDate filingStart(BilledClaim claim, LocalDate decidedOn) {
    return isMedicare(payers.get(claim.payerId())) ? claim.servedFrom() : decidedOn;
  }

  private static boolean isMedicare(Payer payer) {
    return payer.filing() == FilingIndicator.MEDICARE_PART_A
        || payer.filing() == FilingIndicator.MEDICARE_PART_B;
  }

  /// The payer before has sent it on: the next one is waited for.
  void forwarded(BilledClaim claim, LocalDate decidedOn) {
    run(claim, ClockKind.FORWARDED_CLAIM, LegalClocks.FORWARDED_CLAIM, decidedOn);
  }

  /// It is not waited for any more.
  void notForwarded(BilledClaim claim, String why) {
    deadlines.ended(ClockKind.FORWARDED_CLAIM, subject(claim.controlNumber()), why);
  }

  /// A claim to the next payer follows a claim: the plan that it was sent on to is known.
  void followed(BilledClaim earlier, String why) {
    deadlines.ended(ClockKind.SENT_ON_CLAIM, subject(earlier.controlNumber()), why);
  }

  /// It is given up before any payer has it.
  void withdrawn(BilledClaim claim, String why) {
    deadlines.ended(ClockKind.TIMELY_FILING, subject(claim.controlNumber()), why);
    deadlines.ended(ClockKind.CORRECTED_CLAIM, ofCorrection(claim), why);
    lookedAgain(claim, why);
    notForwarded(claim, why);
  }

  /// The file is on its way: nothing is met yet, but a carrier's clocks run.
  void sent(BilledClaim claim) {
    if (!isCompensation(claim)) return;
    run(claim, ClockKind.COMP_ACKNOWLEDGMENT, LegalClocks.COMP_ACKNOWLEDGMENT, today());
    run(claim, ClockKind.COMP_PAYMENT, LegalClocks.COMP_PAYMENT, today());
  }

  /// The payer has the claim: that is proof of filing.
  void accepted(BilledClaim claim, String evidence) {
    met(claim, ClockKind.TIMELY_FILING, evidence);
    deadlines.met(ClockKind.CORRECTED_CLAIM, ofCorrection(claim), 1, today(), evidence);
    met(claim, ClockKind.COMP_ACKNOWLEDGMENT, evidence);
  }

  /// A claim that was taken before is refused after all: it is not filed.
  void rejected(BilledClaim claim, String why) {
    String subject = subject(claim.controlNumber());
    notFiled(claim, why);
    deadlines.ended(ClockKind.COMP_ACKNOWLEDGMENT, subject, why);
    deadlines.ended(ClockKind.COMP_PAYMENT, subject, why);
    lookedAgain(claim, why);
  }

  /// Who holds the claim wants to look at it on a day.
  void held(BilledClaim claim, ClaimHold hold, LocalDate on) {
    var rule =
        ClockRule.days(Math.toIntExact(ChronoUnit.DAYS.between(today(), on)), "the hold's own day");
    deadlines.run(
        start(claim, ClockKind.HELD_CLAIM, rule, today())
            .atStep(step(hold), ClockKind.HELD_CLAIM.title()));
  }

  void released(BilledClaim claim, ClaimHold hold) {
    deadlines.ended(
        ClockKind.HELD_CLAIM, subject(claim.controlNumber()), step(hold), "The hold was released");
  }

  private static int step(ClaimHold hold) {
    return Math.toIntExact(hold.number());
  }

  private void lookedAgain(BilledClaim claim, String why) {
    String subject = subject(claim.controlNumber());
    deadlines.ended(ClockKind.HELD_CLAIM, subject, why);
    deadlines.ended(ClockKind.FOLLOW_UP, subject, why);
  }

  void adjudicated(BilledClaim claim, String evidence) {
    accepted(claim, evidence);
    met(claim, ClockKind.COMP_PAYMENT, evidence);
    met(claim, ClockKind.FORWARDED_CLAIM, evidence);
    lookedAgain(claim, evidence);
    if (isCompensation(claim)) {
      run(claim, ClockKind.COMP_SECOND_REVIEW, LegalClocks.COMP_SECOND_REVIEW, today());
    }
  }

  /// What was taken for its payer's decision was none: a claim that no payer has said to have is
  /// not filed.
  void undecided(BilledClaim claim, ClaimStatus now, String why) {
    if (now != ClaimStatus.AT_PAYER) notFiled(claim, why);
  }

  private void notFiled(BilledClaim claim, String why) {
    String correction = ofCorrection(claim);
    if (deadlines.find(ClockKind.CORRECTED_CLAIM, correction, 1).isPresent()) {
      deadlines.restart(ClockKind.CORRECTED_CLAIM, correction, 1, why);
    } else {
      deadlines.restart(ClockKind.TIMELY_FILING, subject(claim.controlNumber()), 1, why);
    }
  }

  /// Another claim stands in its place.
  void replaced(BilledClaim claim, String evidence) {
    accepted(claim, evidence);
    met(claim, ClockKind.CORRECTED_CLAIM, evidence);
    lookedAgain(claim, evidence);
    String subject = subject(claim.controlNumber());
    deadlines.ended(ClockKind.COMP_SECOND_REVIEW, subject, evidence);
  }

  /// Computed again with other days of the payer: the claim's own field follows.
  @EventListener
  void moved(ClockMoved clock) {
    if (clock.kind() != ClockKind.TIMELY_FILING) return;
    jdbc.sql(
            "update claim set file_by = :due, version = version + 1 where control_number = :number")
        .param("due", clock.dueOn())
        .param("number", controlNumber(clock.subject()))
        .update();
  }

  private void run(BilledClaim claim, ClockKind kind, ClockRule rule, LocalDate from) {
    deadlines.run(start(claim, kind, rule, from));
  }

  private static ClockStart start(
      BilledClaim claim, ClockKind kind, ClockRule rule, LocalDate from) {
    return ClockStart.of(kind, subject(claim.controlNumber()), rule, from)
        .ofClaim(claim.id().value(), claim.payerId(), page(claim));
  }

  private static String page(BilledClaim claim) {
    return "/claims/" + claim.publicId();
  }

  private void met(BilledClaim claim, ClockKind kind, String evidence) {
    deadlines.met(kind, subject(claim.controlNumber()), 1, today(), evidence);
  }

  private boolean isCompensation(BilledClaim claim) {
    return claim.snapshot().subscriber().filing() == FilingIndicator.WORKERS_COMPENSATION
        && Objects.equals(organizations.current().address().state(), "CA");
  }

  private LocalDate today() {
    return deadlines.today();
  }
}
