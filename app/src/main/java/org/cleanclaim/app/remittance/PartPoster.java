package org.cleanclaim.app.remittance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.cleanclaim.app.claim.ClaimsAtPayer;
import org.cleanclaim.app.claim.ClaimsAtPayer.Decided;
import org.cleanclaim.app.claim.PayableClaim;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.PostingDraft;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.ClaimPaymentStatus;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Posts a run of claim payments in one transaction: all of it stands, with its mark that it does,
/// or nothing.
@Component
class PartPoster {
  private final ClaimMatcher matcher;
  private final CapitatedLines capitated;
  private final PaymentRecords payments;
  private final RemittanceRecords remittances;
  private final ExceptionQueue exceptions;
  private final ClaimsAtPayer claims;
  private final Ledger ledger;

  PartPoster(
      ClaimMatcher matcher,
      CapitatedLines capitated,
      PaymentRecords payments,
      RemittanceRecords remittances,
      ExceptionQueue exceptions,
      ClaimsAtPayer claims,
      Ledger ledger) {
    this.matcher = matcher;
    this.capitated = capitated;
    this.payments = payments;
    this.remittances = remittances;
    this.exceptions = exceptions;
    this.claims = claims;
    this.ledger = ledger;
  }

  /// Posts a part once.
  ///
  /// @param first position of its first claim payment in the remittance, from 1
  @Transactional
  public void post(PostingOrder order, int part, int first, List<ClaimPayment> run) {
    if (!remittances.begin(order.remittanceId(), part, run.size())) return;
    var poster = new RemittancePoster(order.header());
    var matches = capitated.marked(run, matcher.match(run, order.payer()));
    var left =
        claims.left(matches.stream().map(ClaimMatch::claim).filter(Objects::nonNull).toList());
    var kept = new ArrayList<KeptPayment>(run.size());
    var drafts = new ArrayList<PostingDraft>(run.size());
    var decided = new ArrayList<Decided>(run.size());
    var day = ledger.openDay(order.header().paidOn());
    for (int i = 0; i < run.size(); i++) {
      ClaimPayment payment = run.get(i);
      ClaimMatch match = matches.get(i);
      int position = first + i;
      var claim = match.claim();
      List<LineMatch> lines = claim == null ? List.of() : LineMatch.of(payment.services(), claim);
      kept.add(new KeptPayment(position, payment, match, lines(order, payment, claim, lines)));
      if (payment.status() == ClaimPaymentStatus.PREDETERMINATION) continue; // nothing is decided
      if (claim == null) {
        add(drafts, poster.unmatched(payment, order.payerId(), order.key(position)));
      } else {
        add(
            drafts,
            poster.matched(
                payment,
                claim,
                lines,
                left.getOrDefault(claim.id(), Map.of()),
                order.key(position)));
        decided.add(
            new Decided(
                claim.id(),
                DecisionWords.of(
                    payment, match, kept.getLast().lines(), order.header().paidOn(), day),
                payment.payerClaimControlNumber()));
      }
    }
    payments.keep(order.remittanceId(), kept);
    exceptions.openUnmatched(order.remittanceId(), first, first + run.size() - 1);
    claims.owed(decided.stream().map(Decided::id).toList(), order.fileId());
    ledger.postAll(drafts);
    claims.adjudicated(decided, order.fileId());
  }

  /// The lines of a payment, judged.
  static List<KeptLine> lines(
      PostingOrder order,
      ClaimPayment payment,
      @Nullable PayableClaim claim,
      List<LineMatch> matches) {
    var lines = new ArrayList<KeptLine>(payment.services().size());
    var allowed = sums(payment, matches, LineOutcome::allowed);
    var charged = sums(payment, matches, ServicePayment::charged);
    int position = 0;
    for (ServicePayment service : payment.services()) {
      LineMatch match = claim == null ? null : matches.get(position);
      Integer line = match == null ? null : match.line();
      Money whole = LineOutcome.allowed(service);
      var outcome =
          isByMonth(payment, service, claim, line)
              ? LineOutcome.byMonth(service)
              : LineOutcome.of(
                  service,
                  payment.isReversal(),
                  expected(order, claim, line, charged),
                  line == null ? whole : allowed.getOrDefault(line, whole));
      lines.add(
          new KeptLine(
              ++position,
              service,
              claim,
              line,
              match == null ? null : match.how(),
              claim == null || match == null
                  ? null
                  : match.remark(service, units(order, service), claim),
              outcome));
    }
    return lines;
  }

  private static boolean isByMonth(
      ClaimPayment payment,
      ServicePayment service,
      @Nullable PayableClaim claim,
      @Nullable Integer line) {
    return claim != null
        && claim.isCapitated(line)
        && !payment.isReversal()
        && service.adjustments().stream().anyMatch(AdjustmentKind::isOfCapitation);
  }

  /// The units that the payer decided on; null where it is not known, as on paper about a claim
  /// that nobody had found.
  private static @Nullable BigDecimal units(PostingOrder order, ServicePayment service) {
    return order.isTyped() && service.unitsSubmitted() == null ? null : service.unitsPaid();
  }

  /// An amount of each line: a payer may decide one in pieces.
  private static Map<Integer, Money> sums(
      ClaimPayment payment, List<LineMatch> matches, Function<ServicePayment, Money> amount) {
    var sums = new HashMap<Integer, Money>();
    for (int i = 0; i < matches.size(); i++) {
      Integer line = matches.get(i).line();
      if (line == null) continue;
      sums.merge(line, amount.apply(payment.services().get(i)), Money::plus);
    }
    return sums;
  }

  /// What the contract allows for a line: the payer's fee times the units, and never more than the
  /// charge. Of a line that is decided in part only, nothing is known before the rest has come.
  ///
  /// @param charged what the payment decides of each line
  private static @Nullable Money expected(
      PostingOrder order,
      @Nullable PayableClaim claim,
      @Nullable Integer number,
      Map<Integer, Money> charged) {
    if (claim == null || number == null) return null;
    for (var line : claim.lines()) {
      if (line.number() != number) continue;
      boolean isPart =
          charged.getOrDefault(number, line.charge()).abs().compareTo(line.charge()) < 0;
      if (line.procedure() == null || isPart) return null;
      return order
          .allowed()
          .on(line.procedure(), line.modifiers(), line.servedFrom())
          .map(fee ->
              fee.times(line.unitsBilled(), java.math.RoundingMode.HALF_UP).min(line.charge()))
          .orElse(null);
    }
    return null;
  }

  private static void add(List<PostingDraft> drafts, PostingDraft.Builder draft) {
    if (!draft.isEmpty()) drafts.add(draft.build());
  }
}
