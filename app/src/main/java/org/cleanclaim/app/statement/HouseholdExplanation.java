package org.cleanclaim.app.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.Ledger.LedgerLine;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.statement.Statement.Item;
import org.cleanclaim.app.statement.Statement.Visit;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells what a household owes from the entries since it last owed nothing. Entries of the kind
/// `APPLIED` only move cash to visits; over the household they sum to zero and need no words.
@Component
@Transactional(readOnly = true)
class HouseholdExplanation {
  /// Visits and payments, each cent with its reason.
  record Explained(List<Visit> visits, List<Item> payments) {}

  private record Told(Patient patient, LedgerLine line, @Nullable Long visit) {
    boolean isPatients() {
      return line.account() == Account.PATIENT_RECEIVABLE
          || line.account() == Account.UNAPPLIED_CASH;
    }

    boolean isMove() {
      return line.kind().equals("APPLIED");
    }
  }

  /// A reason with what it comes to.
  ///
  /// @param isShare that a plan left to the patient
  private record Part(Words words, Money amount, boolean isShare) {
    Part plus(Part other) {
      return new Part(words, amount.plus(other.amount), isShare);
    }
  }

  private final Ledger ledger;
  private final Encounters encounters;
  private final Explanations explanations;

  HouseholdExplanation(Ledger ledger, Encounters encounters, Explanations explanations) {
    this.ledger = ledger;
    this.encounters = encounters;
    this.explanations = explanations;
  }

  Explained of(Household household, LocalDate asOf) {
    var all = new ArrayList<Told>();
    for (Patient member : household.members()) {
      var lines = ledger.ofPatient(member.id().value());
      var visits = visitsOfClaims(lines);
      for (LedgerLine line : lines) {
        Long visit = line.encounterId();
        all.add(new Told(member, line, visit == null ? visits.get(line.claimId()) : visit));
      }
    }
    all.sort(Comparator.comparingLong(t -> t.line().postingId()));
    var cameBack = cameBack(all);
    long zeroAt = lastZero(all, cameBack.keySet());
    var parts = new LinkedHashMap<Long, List<Part>>();
    var owners = new LinkedHashMap<Long, Patient>();
    var payments = new ArrayList<Item>();
    for (Told told : all) {
      long at = cameBack.getOrDefault(told.line().source(), told.line().postingId());
      if (!told.isPatients() || told.isMove() || at <= zeroAt) continue;
      var part = part(told.line(), asOf);
      Long visit = told.visit();
      if (visit != null && told.line().account() == Account.PATIENT_RECEIVABLE) {
        parts.computeIfAbsent(visit, id -> new ArrayList<>()).add(part);
        owners.put(visit, told.patient());
      } else {
        payments.add(Item.of(part.words(), part.amount()));
      }
    }
    Money before = Money.ZERO;
    for (Told told : all) {
      Long visit = told.visit();
      boolean isEarlier = told.line().postingId() <= zeroAt && !told.isMove();
      if (isEarlier
          && visit != null
          && parts.containsKey(visit)
          && told.line().account() == Account.PATIENT_RECEIVABLE) {
        parts.get(visit).add(part(told.line(), asOf));
        before = before.plus(told.line().amount());
      }
    }
    if (!before.isZero()) payments.add(Item.of(Words.settledBefore(), before.negated()));
    var visits = new ArrayList<Visit>();
    parts.forEach(
        (id, told) -> visits.add(visit(id, Objects.requireNonNull(owners.get(id)), told, all)));
    visits.sort(Comparator.comparing(Visit::servedOn));
    return new Explained(visits, payments);
  }

  private static Map<@Nullable Long, Long> visitsOfClaims(List<LedgerLine> lines) {
    var visits = new HashMap<@Nullable Long, Long>();
    for (LedgerLine line : lines) {
      Long visit = line.encounterId();
      if (line.claimId() != null && visit != null) visits.putIfAbsent(line.claimId(), visit);
    }
    return visits;
  }

  /// When payments came back, by what their postings are about: each is told together with its
  /// return, or not at all.
  private static Map<String, Long> cameBack(List<Told> all) {
    var back = new HashMap<String, Long>();
    for (Told told : all) {
      if (told.line().kind().equals("PAYMENT_REVERSED")) {
        back.put(told.line().source(), told.line().postingId());
      }
    }
    return back;
  }

  /// The last posting after which the household owed nothing and had nothing; zero when there is
  /// none. A payment that came back has settled nothing.
  ///
  /// @param cameBack what payments that came back are about
  private static long lastZero(List<Told> all, Set<String> cameBack) {
    var byPosting = new LinkedHashMap<Long, Money>();
    for (Told told : all) {
      if (told.isPatients() && !cameBack.contains(told.line().source())) {
        byPosting.merge(told.line().postingId(), told.line().amount(), Money::plus);
      }
    }
    long zeroAt = 0;
    Money running = Money.ZERO;
    for (Map.Entry<Long, Money> posting : byPosting.entrySet()) {
      running = running.plus(posting.getValue());
      if (running.isZero()) zeroAt = posting.getKey();
    }
    return zeroAt;
  }

  private Part part(LedgerLine line, LocalDate asOf) {
    return new Part(explanations.of(line, asOf), line.amount(), explanations.isShare(line));
  }

  private Visit visit(long encounterId, Patient patient, List<Part> parts, List<Told> all) {
    var encounter = encounters.get(new EncounterId(encounterId));
    var lines =
        all.stream()
            .filter(t -> !t.isMove())
            .filter(t -> t.visit() != null && t.visit() == encounterId)
            .map(Told::line)
            .toList();
    boolean hasPlan = lines.stream().anyMatch(l -> l.account() == Account.INSURANCE_RECEIVABLE);
    Money onPatient =
        sum(
            lines.stream()
                .filter(l -> l.account() == Account.WRITE_OFF)
                .filter(l -> isGivenUpOnPatient(l, lines))
                .toList(),
            Account.WRITE_OFF);
    Money tooMuch = paidTooMuch(lines);
    return new Visit(
        encounter.servedOn(),
        encounter.renderingProvider().name().display(),
        sum(lines, Account.CHARGES).negated(),
        sum(lines, Account.CONTRACTUAL_ADJUSTMENT)
            .plus(sum(lines, Account.WRITE_OFF))
            .minus(onPatient),
        hasPlan ? paid(lines).minus(tooMuch) : null,
        merged(parts),
        patient.name().display(),
        sum(lines, Account.INSURANCE_RECEIVABLE).plus(sum(lines, Account.UNBILLED)).plus(tooMuch),
        onPatient,
        DecidedAnew.of(lines));
  }

  /// What plans have paid, less what went back to them.
  private static Money paid(List<LedgerLine> lines) {
    return sum(lines, Account.DEPOSIT_IN_TRANSIT)
        .plus(sum(lines, Account.INTEREST))
        .plus(sum(lines, Account.REFUND))
        .plus(sum(lines, Account.PROVIDER_ADJUSTMENT))
        .plus(sum(lines.stream().filter(l -> l.claimId() != null).toList(), Account.BANK));
  }

  /// What plans have paid too much on a claim and are to have back: it pays nothing of the bill.
  private static Money paidTooMuch(List<LedgerLine> lines) {
    var claims = lines.stream().map(LedgerLine::claimId).filter(Objects::nonNull).distinct();
    return Money.sum(
        claims
            .map(claim -> lines.stream().filter(l -> claim.equals(l.claimId())).toList())
            .map(ofClaim ->
                sum(ofClaim, Account.INSURANCE_RECEIVABLE)
                    .negated()
                    .min(paid(ofClaim))
                    .max(Money.ZERO))
            .toList());
  }

  /// One line for each reason: a visit of four procedures has one deductible, and of a decision
  /// that was taken back and made anew only what stands now is told.
  private List<Item> merged(List<Part> parts) {
    var byReason = new LinkedHashMap<Words, Part>();
    for (Part part : parts) byReason.merge(part.words(), part, Part::plus);
    var told = new LinkedHashMap<Words, Money>();
    for (Part part : byReason.values()) {
      boolean isTakenBack = part.isShare() && part.amount().isNegative();
      told.merge(isTakenBack ? explanations.takenBack() : part.words(), part.amount(), Money::plus);
    }
    return told.entrySet().stream()
        .filter(reason -> !reason.getValue().isZero())
        .map(reason -> Item.of(reason.getKey(), reason.getValue()))
        .toList();
  }

  /// A write-off of the patient's own part stands among the items already.
  private static boolean isGivenUpOnPatient(LedgerLine line, List<LedgerLine> lines) {
    return lines.stream()
        .anyMatch(
            l -> l.postingId() == line.postingId() && l.account() == Account.PATIENT_RECEIVABLE);
  }

  private static Money sum(List<LedgerLine> lines, Account account) {
    return Money.sum(
        lines.stream().filter(l -> l.account() == account).map(LedgerLine::amount).toList());
  }
}
