package org.cleanclaim.app.denial;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cleanclaim.app.authorization.AuthorizationUses;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.ClaimCorrections;
import org.cleanclaim.app.claim.ClaimId;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.deadline.AppealLevel;
import org.cleanclaim.app.deadline.Clock;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.deadline.PayerTerms;
import org.cleanclaim.app.submission.FilingProofs;
import org.cleanclaim.edits.ncci.NcciLookup;
import org.cleanclaim.edits.ncci.NcciTables;
import org.cleanclaim.edits.ncci.ServiceKind;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Gathers what is on record about a case.
@Component
class FactFinder {
  private final JdbcClient jdbc;
  private final Claims claims;
  private final ClaimCorrections corrections;
  private final Payers payers;
  private final PayerTerms terms;
  private final Deadlines deadlines;
  private final Coverages coverages;
  private final AuthorizationUses authorizations;
  private final FilingProofs proofs;
  private final AppealRecords appeals;
  private final EvidenceRecords kept;
  private final NcciTables ncci;

  FactFinder(
      JdbcClient jdbc,
      Claims claims,
      ClaimCorrections corrections,
      Payers payers,
      PayerTerms terms,
      Deadlines deadlines,
      Coverages coverages,
      AuthorizationUses authorizations,
      FilingProofs proofs,
      AppealRecords appeals,
      EvidenceRecords kept,
      NcciTables ncci) {
    this.jdbc = jdbc;
    this.claims = claims;
    this.corrections = corrections;
    this.payers = payers;
    this.terms = terms;
    this.deadlines = deadlines;
    this.coverages = coverages;
    this.authorizations = authorizations;
    this.proofs = proofs;
    this.appeals = appeals;
    this.kept = kept;
    this.ncci = ncci;
  }

  DenialFacts of(DenialCase denial) {
    var claim = claims.get(new ClaimId(denial.claimId()));
    var payer = payers.get(claim.payerId());
    var others = otherCoverages(claim);
    int dash = denial.reasonCode().indexOf('-');
    String reason = denial.reasonCode().substring(dash + 1);
    return new DenialFacts(
        AdjustmentGroup.valueOf(denial.reasonCode().substring(0, dash)),
        reason,
        denial.remarks(),
        denial.cause(),
        denial.left(),
        payer.filing(),
        Guardrails.asksForPairs(reason) ? closedPairs(claim, denial.line()) : List.of(),
        Guardrails.asksForOtherPayment(reason) ? paidElsewhere(claim, denial.procedure()) : null,
        nextLevel(denial).orElse(null),
        due(ClockKind.APPEAL, subject(denial), appeals.used(denial.id()) + 1),
        appeals.isPending(denial.id()),
        corrections.refusal(claim).orElse(null),
        correctBy(claim),
        others,
        kinds(evidence(denial, claim)),
        deadlines.today());
  }

  /// What the clocks of a case are named by.
  static String subject(DenialCase denial) {
    return subject(denial.publicId());
  }

  static String subject(UUID denial) {
    return "denial " + denial;
  }

  /// The level of appeal that is next for a case; empty when all are used.
  Optional<AppealLevel> nextLevel(DenialCase denial) {
    var payer = payers.get(claims.get(new ClaimId(denial.claimId())).payerId());
    int next = appeals.used(denial.id()) + 1;
    return terms.appealLevels(payer, deadlines.today()).stream()
        .filter(level -> level.number() == next)
        .findFirst();
  }

  /// What is on hand: what people added, and what the program's own records show.
  List<Evidence> evidence(DenialCase denial, BilledClaim claim) {
    var found = new ArrayList<>(kept.of(denial.id()));
    for (var one : authorizations.ofClaim(claim.id().value())) {
      found.add(
          new Evidence(
              EvidenceKind.AUTHORIZATION,
              "Authorization %s of %s, valid from %s"
                  .formatted(one.entry().number(), one.payer(), one.entry().validFrom()),
              "record"));
    }
    var proof = proofs.of(claim);
    if (proof.proving().isPresent()) {
      found.add(new Evidence(EvidenceKind.PROOF_OF_FILING, proof.verdict(), "record"));
    }
    for (String plan : otherCoverages(claim)) {
      found.add(new Evidence(EvidenceKind.OTHER_COVERAGE, plan, "record"));
    }
    return List.copyOf(found);
  }

  private static Set<EvidenceKind> kinds(List<Evidence> evidence) {
    var kinds = EnumSet.noneOf(EvidenceKind.class);
    evidence.forEach(e -> kinds.add(e.kind()));
    return kinds;
  }

  private List<String> otherCoverages(BilledClaim claim) {
    return coverages.ofPatient(claim.patientId()).stream()
        .filter(c -> isOther(c, claim))
        .map(c -> payers.get(c.payerId()).name() + ", " + c.planName())
        .toList();
  }

  /// Whether a policy covers the day of a claim beside the one that was billed.
  static boolean isOther(Coverage coverage, BilledClaim claim) {
    return coverage.id() != claim.coverageId() && coverage.period().contains(claim.servedFrom());
  }

  /// A limit that is only assumed forbids nothing.
  private @Nullable LocalDate correctBy(BilledClaim claim) {
    return deadlines
        .find(ClockKind.CORRECTED_CLAIM, "claim " + claim.controlNumber(), 1)
        .filter(clock -> !clock.rule().isAssumed())
        .map(Clock::dueOn)
        .orElse(null);
  }

  private @Nullable LocalDate due(ClockKind kind, String subject, int step) {
    return deadlines.find(kind, subject, step).map(Clock::dueOn).orElse(null);
  }

  /// Pairs with this line, of services of its day on this claim, that no modifier sets aside.
  List<String> closedPairs(BilledClaim claim, @Nullable Integer number) {
    if (number == null) return List.of();
    var own = claim.snapshot().lines().stream().filter(l -> l.number() == number).findFirst();
    if (own.isEmpty() || own.get().procedure() == null) return List.of();
    String code = Objects.requireNonNull(own.get().procedure()).value();
    LocalDate day = own.get().servedFrom();
    var kind =
        claim.snapshot().type() == ClaimType.INSTITUTIONAL
            ? ServiceKind.HOSPITAL
            : ServiceKind.PRACTITIONER;
    return new NcciLookup(ncci)
        .pairs(kind, codes(claim, day), day).stream()
            .filter(fact -> fact.isInForce() && fact.pair().indicator() == 0)
            .filter(fact -> fact.pair().first().equals(code) || fact.pair().second().equals(code))
            .map(fact -> fact.pair().first() + " / " + fact.pair().second())
            .distinct()
            .toList();
  }

  private static List<String> codes(BilledClaim claim, LocalDate day) {
    var codes = new TreeSet<String>();
    for (ServiceLine line : claim.snapshot().lines()) {
      ProcedureCode procedure = line.procedure();
      if (procedure != null && line.servedFrom().equals(day)) codes.add(procedure.value());
    }
    return List.copyOf(codes);
  }

  /// Another claim of the patient and day on which the same service was paid, by its number.
  @Nullable String paidElsewhere(BilledClaim claim, String procedure) {
    return jdbc.sql(
            """
            select c.control_number
            from line_adjudication l
            join claim c using (claim_id)
            where c.patient_id = any (array(select same_person(:patient))) and c.served_from = :day and c.claim_id <> :claim
              and l.procedure = :procedure and l.allowed > 0 and l.outcome not in ('DENIED', 'REVERSED')
            order by c.claim_id
            limit 1
            """)
        .param("patient", claim.patientId().value())
        .param("day", claim.servedFrom())
        .param("claim", claim.id().value())
        .param("procedure", procedure)
        .query(String.class)
        .optional()
        .orElse(null);
  }
}
