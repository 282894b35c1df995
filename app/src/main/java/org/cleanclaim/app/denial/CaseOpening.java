package org.cleanclaim.app.denial;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.ClaimCorrections;
import org.cleanclaim.app.claim.ClaimDecisions;
import org.cleanclaim.app.claim.RecordRequest;
import org.cleanclaim.app.claim.RecordRequests;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.deadline.AppealLevel;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.ClockRule;
import org.cleanclaim.app.deadline.ClockStart;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.deadline.LegalClocks;
import org.cleanclaim.app.deadline.ManyClocks;
import org.cleanclaim.app.deadline.PayerTerms;
import org.cleanclaim.app.denial.DenialCase.Action;
import org.cleanclaim.app.denial.NewCases.NewCase;
import org.cleanclaim.app.denial.NewCases.Opened;
import org.cleanclaim.app.remittance.RefusedLine;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Opens the cases of a remittance, many at once: what each means, what may be done about it, and
/// the clocks that run for it. What is known about their claims is read together.
@Component
class CaseOpening {
  private static final int AT_ONCE = 500;

  private final ClaimDecisions decisions;
  private final ClaimCorrections corrections;
  private final Payers payers;
  private final PayerTerms terms;
  private final Coverages coverages;
  private final Deadlines deadlines;
  private final ManyClocks clocks;
  private final FactFinder facts;
  private final AppealedRefusals appealed;
  private final NewCases cases;
  private final RecordRequests requests;
  private final CodeSets codeSets;

  CaseOpening(
      ClaimDecisions decisions,
      ClaimCorrections corrections,
      Payers payers,
      PayerTerms terms,
      Coverages coverages,
      Deadlines deadlines,
      ManyClocks clocks,
      FactFinder facts,
      AppealedRefusals appealed,
      NewCases cases,
      RecordRequests requests,
      CodeSets codeSets) {
    this.decisions = decisions;
    this.corrections = corrections;
    this.payers = payers;
    this.terms = terms;
    this.coverages = coverages;
    this.deadlines = deadlines;
    this.clocks = clocks;
    this.facts = facts;
    this.appealed = appealed;
    this.cases = cases;
    this.requests = requests;
    this.codeSets = codeSets;
  }

  /// A payer with its first level of appeal and its time for corrected claims.
  private record Terms(Payer payer, @Nullable AppealLevel appeal, @Nullable ClockRule correction) {}

  /// What is known around some refusals.
  ///
  /// @param correctionRefusals by claim
  /// @param correctBy by subject of the clock
  private record Known(
      Map<Long, BilledClaim> claims,
      Map<Long, Terms> terms,
      Map<Long, String> correctionRefusals,
      Map<String, LocalDate> correctBy,
      Map<Long, List<String>> otherCoverages,
      LocalDate today) {

    BilledClaim claim(RefusedLine refused) {
      return Objects.requireNonNull(claims.get(refused.claimId()));
    }

    Terms terms(RefusedLine refused) {
      return Objects.requireNonNull(terms.get(claim(refused).payerId()));
    }
  }

  /// @return the appealed cases that go on, as the remittance refuses again what they are about
  Set<Long> open(List<RefusedLine> refused) {
    var continued = new HashSet<Long>();
    for (int from = 0; from < refused.size(); from += AT_ONCE) {
      var sorted = appealed.sort(refused.subList(from, Math.min(refused.size(), from + AT_ONCE)));
      openTogether(sorted.fresh());
      continued.addAll(sorted.continued());
    }
    return continued;
  }

  /// The same cases of a remittance that was worked before.
  Set<Long> continued(List<RefusedLine> refused) {
    return appealed.continued(refused);
  }

  private void openTogether(List<RefusedLine> refused) {
    var known = known(refused);
    var drafts = new ArrayList<NewCase>(refused.size());
    for (RefusedLine line : refused) drafts.add(draft(line, known));
    var opened = cases.insert(drafts);
    if (!opened.isEmpty()) startClocks(opened, known);
    for (Opened one : opened) askedRecords(one.draft().refused(), known);
  }

  /// Documents that a refusal asks for are the next thing to send.
  private void askedRecords(RefusedLine refused, Known known) {
    String reason = refused.adjustment().reason().value();
    if (!AskedRecords.isAskedFor(reason, refused.remarks())) return;
    var claim = known.claim(refused);
    String code = refused.adjustment().group() + "-" + reason;
    requests.ask(
        claim.id(),
        RecordRequest.Source.DENIAL,
        AskedRecords.codes(code, refused.remarks()),
        claim.payerClaimControlNumber(),
        "The denial %s on %s asks for documents".formatted(code, refused.place()),
        refused.paidOn(),
        null);
  }

  private Known known(List<RefusedLine> refused) {
    var claims = new HashMap<Long, BilledClaim>();
    var ids = refused.stream().map(RefusedLine::claimId).distinct().toList();
    decisions.claims(ids).forEach(claim -> claims.put(claim.id().value(), claim));
    var today = deadlines.today();
    var termsOf = new HashMap<Long, Terms>();
    claims.values().forEach(c -> termsOf.computeIfAbsent(c.payerId(), id -> terms(id, today)));
    return new Known(
        claims,
        termsOf,
        corrections.refusals(claims.values()),
        clocks.due(
            ClockKind.CORRECTED_CLAIM, claims.values().stream().map(CaseOpening::subject).toList()),
        otherCoverages(claims.values().stream().toList()),
        today);
  }

  private Terms terms(long payerId, LocalDate today) {
    var payer = payers.get(payerId);
    return new Terms(
        payer,
        terms.appealLevels(payer, today).stream()
            .filter(level -> level.number() == 1)
            .findFirst()
            .orElse(null),
        terms.correctedClaim(payer).orElse(null));
  }

  private Map<Long, List<String>> otherCoverages(List<BilledClaim> claims) {
    var all = coverages.ofPatients(claims.stream().map(BilledClaim::patientId).toList());
    var others = new HashMap<Long, List<String>>();
    for (BilledClaim claim : claims) {
      var plans = new ArrayList<String>();
      for (Coverage coverage : all.getOrDefault(claim.patientId(), List.of())) {
        if (FactFinder.isOther(coverage, claim)) plans.add(coverage.planName());
      }
      others.put(claim.id().value(), plans);
    }
    return others;
  }

  private NewCase draft(RefusedLine refused, Known known) {
    var adjustment = refused.adjustment();
    String reason = adjustment.reason().value();
    var payer = known.terms(refused).payer();
    String reasonClass =
        codeSets
            .find(CodeSystem.CARC, reason, refused.paidOn())
            .map(e -> e.attributes().getOrDefault("class", "other"))
            .orElse("other");
    var meaning =
        ReasonTable.builtIn()
            .of(adjustment.group(), reason, reasonClass, refused.remarks(), payer.filing());
    var fresh = facts(refused, meaning, known);
    return new NewCase(
        refused, meaning, Guardrails.proposed(meaning.action(), fresh), Guardrails.of(fresh));
  }

  /// The facts of a case that nobody has worked yet.
  private DenialFacts facts(RefusedLine refused, Classification meaning, Known known) {
    var claim = known.claim(refused);
    var payerTerms = known.terms(refused);
    String reason = refused.adjustment().reason().value();
    var others = known.otherCoverages().getOrDefault(refused.claimId(), List.of());
    Set<EvidenceKind> evidence =
        others.isEmpty()
            ? EnumSet.noneOf(EvidenceKind.class)
            : EnumSet.of(EvidenceKind.OTHER_COVERAGE);
    return new DenialFacts(
        refused.adjustment().group(),
        reason,
        refused.remarks(),
        meaning.cause(),
        refused.adjustment().amount(),
        payerTerms.payer().filing(),
        Guardrails.asksForPairs(reason) ? facts.closedPairs(claim, refused.line()) : List.of(),
        Guardrails.asksForOtherPayment(reason)
            ? facts.paidElsewhere(claim, refused.procedure())
            : null,
        payerTerms.appeal(),
        null,
        false,
        known.correctionRefusals().get(refused.claimId()),
        known.correctBy().get(subject(claim)),
        others,
        evidence,
        known.today());
  }

  /// The last day to act is that of the action which is proposed. A case without a last day for an
  /// appeal or a corrected claim has a clock of its own.
  private void startClocks(List<Opened> opened, Known known) {
    var starts = new ArrayList<ClockStart>();
    var acting = new ArrayList<@Nullable Opened>();
    for (Opened one : opened) {
      var draft = one.draft();
      var claim = known.claim(draft.refused());
      var payerTerms = known.terms(draft.refused());
      var level = draft.allows(Action.APPEAL) ? payerTerms.appeal() : null;
      boolean isCorrected = draft.allows(Action.CORRECT_AND_REBILL);
      if (level != null) {
        starts.add(appeal(one, claim, level));
        acting.add(one);
      }
      if (isCorrected) {
        starts.add(correction(one, claim, payerTerms.correction()));
        acting.add(draft.proposed() == Action.CORRECT_AND_REBILL ? one : null);
      }
      if (level == null && !isCorrected) {
        starts.add(work(one, claim));
        acting.add(one);
      }
    }
    corrections(starts);
    var due = clocks.run(starts);
    var days = new HashMap<Long, LocalDate>();
    for (int i = 0; i < starts.size(); i++) {
      var one = acting.get(i);
      if (one != null) days.put(one.id(), due.get(i));
    }
    cases.actBy(days);
  }

  /// A clock that a payment of another claim had started, and that ended with it, runs now.
  private void corrections(List<ClockStart> starts) {
    var subjects =
        starts.stream()
            .filter(start -> start.kind() == ClockKind.CORRECTED_CLAIM)
            .map(ClockStart::subject)
            .distinct()
            .toList();
    for (String subject : cases.withdrawnBefore(subjects)) {
      deadlines.restart(ClockKind.CORRECTED_CLAIM, subject, 1, "The payer has refused something");
    }
  }

  private static ClockStart appeal(Opened one, BilledClaim claim, AppealLevel level) {
    return ClockStart.of(
            ClockKind.APPEAL,
            FactFinder.subject(one.publicId()),
            level.filing(),
            one.draft().refused().paidOn())
        .atStep(level.number(), level.title())
        .ofClaim(claim.id().value(), claim.payerId(), "/denials/" + one.publicId())
        .ownedBy(one.draft().meaning().owner());
  }

  /// @param terms null when the payer names no days for corrected claims: then the claim's own
  ///   limit of filing stands
  private static ClockStart correction(Opened one, BilledClaim claim, @Nullable ClockRule terms) {
    LocalDate decided = one.draft().refused().paidOn();
    var rule = terms == null ? untilFiling(decided, claim.fileBy()) : terms;
    return ClockStart.of(ClockKind.CORRECTED_CLAIM, subject(claim), rule, decided)
        .ofClaim(claim.id().value(), claim.payerId(), "/claims/" + claim.publicId())
        .ownedBy(one.draft().meaning().owner());
  }

  private static ClockRule untilFiling(LocalDate decided, LocalDate fileBy) {
    long days = Math.max(0, ChronoUnit.DAYS.between(decided, fileBy));
    return ClockRule.days(
            Math.toIntExact(days), "the claim's limit of filing; enter the payer's own days")
        .assumed();
  }

  private static ClockStart work(Opened one, BilledClaim claim) {
    return ClockStart.of(
            ClockKind.DENIAL,
            FactFinder.subject(one.publicId()),
            LegalClocks.DENIAL,
            one.draft().refused().paidOn())
        .ofClaim(claim.id().value(), claim.payerId(), "/denials/" + one.publicId())
        .ownedBy(one.draft().meaning().owner());
  }

  private static String subject(BilledClaim claim) {
    return "claim " + claim.controlNumber();
  }
}
