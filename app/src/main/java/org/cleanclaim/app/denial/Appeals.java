package org.cleanclaim.app.denial;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.ClaimId;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.deadline.AppealLevel;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.ClockRule;
import org.cleanclaim.app.deadline.ClockStart;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.deadline.LegalClocks;
import org.cleanclaim.app.denial.DenialCase.Action;
import org.cleanclaim.app.denial.DenialCase.Status;
import org.cleanclaim.app.storage.PdfPaper;
import org.cleanclaim.kernel.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Appeals of cases, level by level: written, sent, decided, each with its clock.
@Component
@Transactional
public class Appeals {
  /// Step of the clock of a case after its last appeal; the first is that of an open case.
  static final int LOST = 2;

  private static final String WHAT_WAS_LOST = "Say what becomes of what no appeal has won";

  private final AppealRecords appeals;
  private final DenialRecords records;
  private final Denials denials;
  private final DenialDesk desk;
  private final FactFinder facts;
  private final AppealWriter writer;
  private final Claims claims;
  private final Deadlines deadlines;
  private final Organizations organizations;
  private final AuditTrail audit;

  Appeals(
      AppealRecords appeals,
      DenialRecords records,
      Denials denials,
      DenialDesk desk,
      FactFinder facts,
      AppealWriter writer,
      Claims claims,
      Deadlines deadlines,
      Organizations organizations,
      AuditTrail audit) {
    this.appeals = appeals;
    this.records = records;
    this.denials = denials;
    this.desk = desk;
    this.facts = facts;
    this.writer = writer;
    this.claims = claims;
    this.deadlines = deadlines;
    this.organizations = organizations;
    this.audit = audit;
  }

  /// Writes the letter for the next level, from the record. A letter that was not sent is written
  /// anew.
  public AppealLetter write(UUID id) {
    AccessDeniedForActor.unless(Permission.WORK_DENIAL);
    var denial = records.lock(id);
    desk.allow(denial, Action.APPEAL);
    var level = facts.nextLevel(denial).orElseThrow();
    var claim = claims.get(new ClaimId(denial.claimId()));
    var letter =
        writer.write(denial, claim, level, facts.evidence(denial, claim), appeals.of(denial.id()));
    appeals.write(denial.id(), level.number(), level.title(), letter);
    records.move(
        denial,
        Status.IN_WORK,
        Action.APPEAL,
        "Letter written",
        "Level %d, %s".formatted(level.number(), level.title()));
    return letter;
  }

  /// The letter went out.
  public void send(UUID id, LocalDate on, String way, String tracking) {
    AccessDeniedForActor.unless(Permission.WORK_DENIAL);
    var denial = records.lock(id);
    desk.allow(denial, Action.APPEAL);
    var level = facts.nextLevel(denial).orElseThrow();
    boolean isWritten = appeals.of(denial.id()).stream().anyMatch(a -> a.level() == level.number());
    if (!isWritten) throw new DenialRefusal("Write the letter first.");
    if (way.isBlank()) throw new DenialRefusal("Say how it was sent: portal, mail, fax.");
    if (on.isAfter(deadlines.today())) throw new DenialRefusal("That day is still to come.");
    appeals.send(denial.id(), level.number(), on, way.strip(), tracking.strip());
    String evidence =
        tracking.isBlank()
            ? "sent by " + way.strip()
            : "sent by %s, %s".formatted(way.strip(), tracking.strip());
    String subject = FactFinder.subject(denial);
    deadlines.met(ClockKind.APPEAL, subject, level.number(), on, evidence);
    var decision = level.decision();
    if (decision != null) {
      runUntil(
          denial,
          ClockKind.APPEAL_DECISION,
          level.number(),
          "Payer decides: " + level.title(),
          decision,
          on);
    }
    records.move(
        denial,
        Status.APPEALED,
        Action.APPEAL,
        "Appealed",
        "Level %d, %s, %s on %s".formatted(level.number(), level.title(), evidence, on));
    audit.record("appealed", "denial case", denial.id(), patient(denial), level.title());
  }

  /// The payer has decided on the appeal. What is left goes to the next level when there is one.
  ///
  /// @param won of the amount; the money itself comes with a remittance
  public void decide(UUID id, LocalDate on, Money won) {
    AccessDeniedForActor.unless(Permission.WORK_DENIAL);
    var denial = records.lock(id);
    var pending =
        appeals.of(denial.id()).stream()
            .filter(a -> a.sentOn() != null && a.decidedOn() == null)
            .findFirst()
            .orElseThrow(() -> new DenialRefusal("No appeal waits for a decision."));
    if (on.isAfter(deadlines.today()) || on.isBefore(pending.sentOn())) {
      throw new DenialRefusal("The day lies between %s and today.".formatted(pending.sentOn()));
    }
    if (won.isNegative() || won.compareTo(denial.left()) > 0) {
      throw new DenialRefusal("What was won lies between $0.00 and $%s.".formatted(denial.left()));
    }
    Status outcome =
        won.isZero() ? Status.LOST : won.equals(denial.left()) ? Status.WON : Status.PART_WON;
    appeals.decide(denial.id(), pending.level(), on, outcome, won);
    records.recover(denial, denial.recovered().plus(won));
    String subject = FactFinder.subject(denial);
    String words = "%s at level %d, $%s".formatted(outcome.title(), pending.level(), won);
    deadlines.met(ClockKind.APPEAL_DECISION, subject, pending.level(), on, words);
    audit.record("decided appeal", "denial case", denial.id(), patient(denial), words);
    Optional<AppealLevel> next =
        facts
            .nextLevel(denial)
            .filter(level -> denial.left().minus(won).compareTo(level.leastAmount()) >= 0);
    if (outcome == Status.WON || next.isEmpty()) {
      denials.finish(denial, outcome, Action.APPEAL, outcome.title(), words);
      if (outcome != Status.WON) {
        runUntil(denial, ClockKind.DENIAL, LOST, WHAT_WAS_LOST, LegalClocks.DENIAL, on);
      }
      return;
    }
    records.move(denial, Status.IN_WORK, Action.APPEAL, outcome.title(), words);
    runUntil(
        denial, ClockKind.APPEAL, next.get().number(), next.get().title(), next.get().filing(), on);
  }

  /// A clock of the case runs, and its day is the case's.
  private void runUntil(
      DenialCase denial, ClockKind kind, int step, String title, ClockRule rule, LocalDate from) {
    var run =
        deadlines.run(
            ClockStart.of(kind, FactFinder.subject(denial), rule, from)
                .atStep(step, title)
                .ofClaim(
                    denial.claimId(),
                    claims.get(new ClaimId(denial.claimId())).payerId(),
                    "/denials/" + denial.publicId())
                .ownedBy(denial.owner()));
    records.actBy(denial.publicId(), run.dueOn());
  }

  private long patient(DenialCase denial) {
    return claims.get(new ClaimId(denial.claimId())).patientId().value();
  }

  @Transactional(readOnly = true)
  public List<Appeal> of(DenialCase denial) {
    return appeals.of(denial.id());
  }

  /// The letter of a level on paper.
  @Transactional(readOnly = true)
  public byte[] pdf(DenialCase denial, int level) {
    var appeal =
        appeals.of(denial.id()).stream().filter(a -> a.level() == level).findFirst().orElseThrow();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("letter", appeal.letter());
    values.put("title", appeal.title());
    values.put("practice", organizations.current());
    return PdfPaper.of("denial/letter.jte", values);
  }
}
