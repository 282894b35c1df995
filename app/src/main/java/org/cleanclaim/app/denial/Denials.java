package org.cleanclaim.app.denial;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.ClaimId;
import org.cleanclaim.app.claim.ClaimReplaced;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.claim.Correction;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.ClockMoved;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.denial.DenialCase.Action;
import org.cleanclaim.app.denial.DenialCase.Status;
import org.cleanclaim.app.ledger.ClaimWrittenOff;
import org.cleanclaim.app.remittance.Remittances;
import org.cleanclaim.app.storage.ListPage;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The cases: one for each refused amount of a line, opened with what it means, what is allowed and
/// by when. A case never moves money by itself.
@Component
@Transactional
public class Denials {
  private final JdbcClient jdbc;
  private final Remittances remittances;
  private final Claims claims;
  private final Deadlines deadlines;
  private final DenialRecords records;
  private final EvidenceRecords evidence;
  private final FactFinder facts;
  private final CaseOpening opening;
  private final OpenBalances balances;
  private final AuditTrail audit;

  Denials(
      JdbcClient jdbc,
      Remittances remittances,
      Claims claims,
      Deadlines deadlines,
      DenialRecords records,
      EvidenceRecords evidence,
      FactFinder facts,
      CaseOpening opening,
      OpenBalances balances,
      AuditTrail audit) {
    this.jdbc = jdbc;
    this.remittances = remittances;
    this.claims = claims;
    this.deadlines = deadlines;
    this.records = records;
    this.evidence = evidence;
    this.facts = facts;
    this.opening = opening;
    this.balances = balances;
    this.audit = audit;
  }

  /// Opens a case for each amount that the remittance refuses; a case that is open stays as it is.
  ///
  /// @return the appealed cases that go on, as the remittance refuses again what they are about
  public Set<Long> openCases(long remittanceId) {
    return opening.open(remittances.refusedLines(remittanceId));
  }

  /// The appealed cases that go on, as a remittance refuses again what they are about.
  @Transactional(readOnly = true)
  public Set<Long> continued(long remittanceId) {
    return opening.continued(remittances.refusedLines(remittanceId));
  }

  /// A clock of a case was computed again: the case's day follows.
  @EventListener
  void moved(ClockMoved moved) {
    String prefix = "denial ";
    boolean isOfAppeal =
        moved.kind() == ClockKind.APPEAL || moved.kind() == ClockKind.APPEAL_DECISION;
    if (!isOfAppeal || !moved.subject().startsWith(prefix)) return;
    records.actBy(UUID.fromString(moved.subject().substring(prefix.length())), moved.dueOn());
  }

  /// Another claim stands in the place of a denied one: its cases wait for that one's answer, or
  /// are over when it was voided.
  @EventListener
  void replaced(ClaimReplaced replaced) {
    for (DenialCase denial : records.ofClaim(replaced.claimId())) {
      if (!denial.isOpen()) continue;
      if (replaced.how() == Correction.VOID) {
        finish(denial, Status.CLOSED, Action.CLOSE, "Closed", "The claim was voided");
      } else {
        waitFor(
            replaced.byClaimId(),
            denial,
            denial.action() == Action.BILL_OTHER_PAYER ? null : Action.CORRECT_AND_REBILL,
            "Corrected claim taken",
            "The payer has taken the correction; its decision settles the case");
      }
    }
  }

  /// All that a payer owed of a claim was given up: nothing is left to get of its cases but by an
  /// appeal that waits.
  @EventListener
  void writtenOff(ClaimWrittenOff writtenOff) {
    if (writtenOff.left().isPositive()) return;
    for (DenialCase denial : records.ofClaim(writtenOff.claimId())) {
      boolean waits = denial.isOpen() || denial.isLostAppeal();
      boolean isPayers = !denial.reasonCode().startsWith("PR-");
      if (waits && isPayers && denial.status() != Status.APPEALED) {
        finish(denial, Status.CLOSED, Action.CLOSE, "Closed", "The claim was written off");
      }
    }
  }

  /// Another claim was made because of a case, which waits for its payer's decision.
  void waitFor(long claimId, DenialCase denial, @Nullable Action action, String what, String why) {
    records.correctWith(denial, claimId);
    records.move(denial, Status.IN_WORK, action, what, why);
    deadlines.ended(ClockKind.DENIAL, FactFinder.subject(denial), what);
    balances.look(List.of(denial.claimId()));
  }

  /// Ends a case with its clocks. What is open of the claim all the same has another one.
  void finish(DenialCase denial, Status status, Action action, String what, String why) {
    records.move(denial, status, action, what, why);
    String subject = FactFinder.subject(denial);
    deadlines.ended(ClockKind.DENIAL, subject, why);
    deadlines.ended(ClockKind.APPEAL, subject, why);
    deadlines.ended(ClockKind.APPEAL_DECISION, subject, why);
    boolean isWaiting =
        records.ofClaim(denial.claimId()).stream()
            .anyMatch(one -> one.isOpen() || one.isLostAppeal());
    if (!isWaiting) {
      deadlines.ended(ClockKind.CORRECTED_CLAIM, "claim " + denial.controlNumber(), why);
    }
    balances.look(List.of(denial.claimId()));
  }

  /// Adds something that an action rests on.
  public void addEvidence(UUID id, EvidenceKind kind, String content) {
    var denial = records.lock(id);
    AccessDeniedForActor.unlessOwner(denial.owner(), Permission.WORK_DENIAL);
    if (content.strip().length() < 5) {
      throw new DenialRefusal("Name the document or write the words, in at least five characters.");
    }
    evidence.add(denial.id(), kind, content.strip());
    records.note(denial.id(), "Evidence", kind.title() + ": " + content.strip());
    audit.record("added evidence", "denial case", denial.id(), patient(denial), kind.title());
  }

  /// Gives a case to a role or a user.
  public void assign(UUID id, String owner) {
    var denial = records.lock(id);
    AccessDeniedForActor.unlessOwner(denial.owner(), Permission.WORK_DENIAL);
    if (owner.isBlank()) throw new DenialRefusal("Name who answers for it.");
    records.assign(denial, owner.strip());
    records.note(denial.id(), "Assigned", "To " + owner.strip());
  }

  /// Names the payer rule that is to prevent the next such denial.
  public void preventBy(UUID id, String ruleId) {
    AccessDeniedForActor.unless(Permission.WRITE_PAYER_RULE);
    var denial = records.lock(id);
    if (ruleId.isBlank()) throw new DenialRefusal("Name the rule.");
    records.preventBy(denial, ruleId.strip());
    records.note(denial.id(), "To be prevented", "By rule " + ruleId.strip());
  }

  private long patient(DenialCase denial) {
    return claims.get(new ClaimId(denial.claimId())).patientId().value();
  }

  /// Cases of a filter, the nearest deadline first.
  @Transactional(readOnly = true)
  public List<DenialCase> list(DenialFilter filter) {
    return list(filter, Integer.MAX_VALUE);
  }

  /// The first cases of a filter, the nearest deadline first.
  @Transactional(readOnly = true)
  public List<DenialCase> list(DenialFilter filter, int limit) {
    return records.list(filter, limit);
  }

  /// A page of the cases of a filter, the nearest deadline first.
  @Transactional(readOnly = true)
  public ListPage<DenialCase> page(DenialFilter filter, int page) {
    return records.page(filter, page);
  }

  @Transactional(readOnly = true)
  public List<DenialCase> ofClaim(long claimId) {
    return records.ofClaim(claimId);
  }

  @Transactional(readOnly = true)
  public Optional<DenialCase> find(UUID publicId) {
    return records.find(publicId);
  }

  /// The five actions with how they stand for a case.
  @Transactional(readOnly = true)
  public Map<Action, Guardrails.Standing> standings(DenialCase denial) {
    return Guardrails.of(facts.of(denial));
  }

  @Transactional(readOnly = true)
  public List<Evidence> evidence(DenialCase denial) {
    return facts.evidence(denial, claims.get(new ClaimId(denial.claimId())));
  }

  @Transactional(readOnly = true)
  public List<CaseEvent> events(DenialCase denial) {
    return records.events(denial.id());
  }

  /// Rules whose findings on the claim had foretold the reason, with the finding's words.
  @Transactional(readOnly = true)
  public List<String> foretold(DenialCase denial) {
    return jdbc.sql(
            """
            select distinct rule_id || ': ' || message as words
            from claim_finding
            where claim_id = :claim and expected_denial = :reason
            order by words
            """)
        .param("claim", denial.claimId())
        .param("reason", denial.reasonCode().substring(denial.reasonCode().indexOf('-') + 1))
        .query(String.class)
        .list();
  }
}
