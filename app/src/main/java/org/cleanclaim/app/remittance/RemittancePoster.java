package org.cleanclaim.app.remittance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.claim.PayableClaim;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.PostingDraft;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.ProviderAdjustment;
import org.cleanclaim.kernel.remittance.Remittance;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.jspecify.annotations.Nullable;

/// Turns what a payer decided into postings: cash to deposits in transit, contractual reductions
/// written down, patient shares moved to the patient, interest to income, and denied amounts left
/// open with the payer for a denial case. What leaves the payer's account is one entry of the claim
/// for each of its visits.
final class RemittancePoster {
  /// The kind of a posting that takes out what an earlier decision had settled.
  static final String DECIDED_AGAIN = "DECIDED_AGAIN";

  /// A place on the books that an adjustment is posted to.
  ///
  /// @param label of the adjustment
  record Share(Account account, EncounterId visit, @Nullable Integer line, String label) {}

  private final Remittance remittance;
  private final String source;

  RemittancePoster(Remittance remittance) {
    this.remittance = remittance;
    this.source = "remittance " + remittance.trace();
  }

  /// An amount at its place.
  record Piece(Share share, Money amount) {}

  /// The posting for a claim payment that found its claim.
  ///
  /// @param left what the payers before left of each visit; empty for the first payer
  PostingDraft.Builder matched(
      ClaimPayment payment,
      PayableClaim claim,
      List<LineMatch> lines,
      Map<EncounterId, Money> left,
      String key) {
    var draft =
        PostingDraft.of(
                payment.isReversal() ? "REVERSAL" : "REMITTANCE",
                payment.isReversal() ? "Payer takes back an earlier payment" : "Payer's decision",
                source,
                key,
                remittance.paidOn())
            .about(
                claim.patientId(),
                claim.visits().lead().value(),
                claim.id().value(),
                claim.payerId());
    draft.debit(Account.DEPOSIT_IN_TRANSIT, payment.paid(), null, "paid");
    boolean isBack = payment.isReversal();
    var settled = paid(payment, claim, lines);
    var pieces = pieces(payment, claim, lines);
    if (!left.isEmpty()) {
      var open = open(payment, claim, lines, left, settled, pieces);
      pieces = OwnReductions.of(pieces, open, isBack);
    }
    for (Piece piece : pieces) adjust(draft, piece, claim, settled);
    settle(draft, claim, settled);
    return draft;
  }

  /// What is paid for each visit.
  private static Map<EncounterId, Money> paid(
      ClaimPayment payment, PayableClaim claim, List<LineMatch> lines) {
    var paid = new LinkedHashMap<EncounterId, Money>();
    Money ofLines = Money.ZERO;
    int position = 0;
    for (ServicePayment service : payment.services()) {
      paid.merge(claim.visitOf(lines.get(position++).line()), service.paid(), Money::plus);
      ofLines = ofLines.plus(service.paid());
    }
    claim
        .visits()
        .split(payment.paid().minus(ofLines))
        .forEach((visit, part) -> paid.merge(visit, part, Money::plus));
    return paid;
  }

  private static List<Piece> pieces(
      ClaimPayment payment, PayableClaim claim, List<LineMatch> lines) {
    boolean isBack = payment.isReversal();
    var pieces = new ArrayList<Piece>();
    for (Adjustment adjustment : payment.adjustments()) {
      shares(adjustment, null, true, claim, isBack)
          .forEach((share, amount) -> pieces.add(new Piece(share, amount)));
    }
    int position = 0;
    for (ServicePayment service : payment.services()) {
      Integer line = lines.get(position++).line();
      for (Adjustment adjustment : service.adjustments()) {
        shares(adjustment, line, false, claim, isBack)
            .forEach((share, amount) -> pieces.add(new Piece(share, amount)));
      }
    }
    return pieces;
  }

  /// What is open of each visit after the payment, the patient's share and what is refused, of a
  /// claim that follows another.
  private static Map<EncounterId, Money> open(
      ClaimPayment payment,
      PayableClaim claim,
      List<LineMatch> lines,
      Map<EncounterId, Money> left,
      Map<EncounterId, Money> paid,
      List<Piece> pieces) {
    var done = new LinkedHashMap<>(paid);
    for (Piece piece : pieces) {
      if (piece.share().account() != Account.CONTRACTUAL_ADJUSTMENT) {
        done.merge(piece.share().visit(), piece.amount(), Money::plus);
      }
    }
    for (Adjustment adjustment : payment.adjustments()) {
      claim
          .visits()
          .split(refused(adjustment, payment.isReversal()))
          .forEach((visit, part) -> done.merge(visit, part, Money::plus));
    }
    int position = 0;
    for (ServicePayment service : payment.services()) {
      var visit = claim.visitOf(lines.get(position++).line());
      for (Adjustment adjustment : service.adjustments()) {
        done.merge(visit, refused(adjustment, payment.isReversal()), Money::plus);
      }
    }
    var open = new LinkedHashMap<EncounterId, Money>();
    left.forEach((visit, amount) -> {
      Money settled = done.getOrDefault(visit, Money.ZERO);
      open.put(visit, payment.isReversal() ? amount.plus(settled) : amount.minus(settled));
    });
    return open;
  }

  private static Money refused(Adjustment adjustment, boolean isBack) {
    boolean isOpen = !settles(adjustment, false) && !AdjustmentKind.isOfEarlierPayer(adjustment);
    boolean isRefusal =
        isBack ? adjustment.amount().isNegative() : adjustment.amount().isPositive();
    return isOpen && isRefusal ? adjustment.amount() : Money.ZERO;
  }

  /// The posting that sets right what earlier decisions on a claim had settled, once the payer has
  /// decided again.
  ///
  /// @param amounts what is added to each place; negative to take out
  PostingDraft.Builder decidedAgain(PayableClaim claim, Map<Share, Money> amounts, String key) {
    var draft =
        PostingDraft.of(
            DECIDED_AGAIN,
            "Payer's latest decision stands in the place of an earlier one",
            source,
            key,
            remittance.paidOn());
    var settled = new LinkedHashMap<EncounterId, Money>();
    amounts.forEach((share, amount) -> adjust(draft, new Piece(share, amount), claim, settled));
    settle(draft, claim, settled);
    return draft;
  }

  private static void settle(
      PostingDraft.Builder draft, PayableClaim claim, Map<EncounterId, Money> settled) {
    settled.forEach((visit, amount) ->
        about(draft, claim, visit).credit(Account.INSURANCE_RECEIVABLE, amount, null, "settled"));
  }

  private static PostingDraft.Builder about(
      PostingDraft.Builder draft, PayableClaim claim, EncounterId visit) {
    return draft.about(claim.patientId(), visit.value(), claim.id().value(), claim.payerId());
  }

  /// The posting for money that belongs to no claim of ours: kept as unapplied until somebody finds
  /// its home.
  PostingDraft.Builder unmatched(ClaimPayment payment, @Nullable Long payerId, String key) {
    return PostingDraft.of("UNMATCHED", "No claim of ours", source, key, remittance.paidOn())
        .about(null, null, null, payerId)
        .debit(Account.DEPOSIT_IN_TRANSIT, payment.paid(), null, payment.claimControlNumber())
        .credit(Account.UNAPPLIED_CASH, payment.paid(), null, payment.claimControlNumber());
  }

  /// The posting for a payment whose claim a person found later: its money leaves unapplied cash.
  PostingDraft.Builder found(
      ClaimPayment payment,
      PayableClaim claim,
      List<LineMatch> lines,
      Map<EncounterId, Money> left,
      @Nullable Long payerId,
      String key) {
    return matched(payment, claim, lines, left, key)
        .about(null, null, null, payerId)
        .debit(Account.UNAPPLIED_CASH, payment.paid(), null, payment.claimControlNumber())
        .credit(Account.DEPOSIT_IN_TRANSIT, payment.paid(), null, payment.claimControlNumber());
  }

  /// The posting for the provider-level adjustments.
  PostingDraft.Builder providerLevel(@Nullable Long payerId, String key) {
    var draft =
        PostingDraft.of(
                "PROVIDER_LEVEL",
                "Payer's provider-level adjustment",
                source,
                key,
                remittance.paidOn())
            .about(null, null, null, payerId);
    for (ProviderAdjustment adjustment : remittance.providerAdjustments()) {
      String memo =
          adjustment.reference() == null
              ? adjustment.reason()
              : adjustment.reason() + " " + adjustment.reference();
      var account =
          ProviderAccount.of(adjustment) == ProviderAccount.INTEREST
              ? Account.INTEREST
              : Account.PROVIDER_ADJUSTMENT;
      draft.debit(account, adjustment.amount(), null, memo);
      draft.credit(Account.DEPOSIT_IN_TRANSIT, adjustment.amount(), null, memo);
    }
    return draft;
  }

  /// Adds what the payer does not owe any more to what is settled of a visit.
  private static void adjust(
      PostingDraft.Builder draft,
      Piece piece,
      PayableClaim claim,
      Map<EncounterId, Money> settled) {
    var share = piece.share();
    about(draft, claim, share.visit())
        .debit(share.account(), piece.amount(), share.line(), share.label());
    settled.merge(share.visit(), piece.amount(), Money::plus);
  }

  /// Where an adjusted amount is posted to; nowhere when it stays open with the payer.
  ///
  /// @param line null for a service that is no line of ours
  /// @param isOfClaim whether it is about the whole claim, which all its visits share
  /// @param isEarlier whether it takes out what an earlier decision put there
  static Map<Share, Money> shares(
      Adjustment adjustment,
      @Nullable Integer line,
      boolean isOfClaim,
      PayableClaim claim,
      boolean isEarlier) {
    var shares = new LinkedHashMap<Share, Money>();
    if (!settles(adjustment, claim.isCapitated(line))) return shares;
    var account = accountOf(adjustment, claim, isEarlier);
    var visits =
        isOfClaim
            ? claim.visits().split(adjustment.amount())
            : Map.of(claim.visitOf(line), adjustment.amount());
    visits.forEach(
        (visit, amount) -> shares.put(new Share(account, visit, line, adjustment.label()), amount));
    return shares;
  }

  /// Whether the payer does not owe an adjusted amount any more. What it denied stays open with it,
  /// and so does what another payer had to do with.
  ///
  /// @param isCapitated whether the payer pays what it is about by a sum per member and month
  static boolean settles(Adjustment adjustment, boolean isCapitated) {
    return (isCapitated && AdjustmentKind.isOfCapitation(adjustment))
        || AdjustmentKind.isInterest(adjustment)
        || adjustment.group() == AdjustmentGroup.PR
        || AdjustmentKind.isContractual(adjustment);
  }

  /// What is left to the patient is unbilled while another payer comes next.
  private static Account accountOf(Adjustment adjustment, PayableClaim claim, boolean isEarlier) {
    if (AdjustmentKind.isInterest(adjustment)) return Account.INTEREST;
    if (adjustment.group() == AdjustmentGroup.PR) {
      return claim.asksNextPayer(isEarlier) ? Account.UNBILLED : Account.PATIENT_RECEIVABLE;
    }
    return Account.CONTRACTUAL_ADJUSTMENT;
  }
}
