package org.cleanclaim.x12.v005010;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.party.Participant;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.remittance.BankTransfer;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.PaymentMethod;
import org.cleanclaim.kernel.remittance.ProviderAdjustment;
import org.cleanclaim.kernel.remittance.Remittance;
import org.cleanclaim.kernel.remittance.RemittanceDelivery;
import org.cleanclaim.x12.Check;
import org.cleanclaim.x12.Faults;
import org.cleanclaim.x12.Transaction;
import org.cleanclaim.x12.Transaction.RemittanceAdvice;
import org.cleanclaim.x12.Transaction.Unread;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Reads an 835. Every amount of the file ends up in the record; nothing is forced to balance.
public final class RemittanceReader {
  private final Faults faults;
  private final Values values;
  private final ParticularsCollector particulars;

  private @Nullable Segment bpr;
  private @Nullable Segment trn;
  private @Nullable LocalDate producedOn;
  private @Nullable ParticipantBuilder payer;
  private @Nullable ParticipantBuilder payee;
  private @Nullable ParticipantBuilder party;
  private @Nullable RemittanceDelivery delivery;
  private final PaymentGroups groups;
  private @Nullable ClaimPaymentAssembly claim;
  private final Consumer<ClaimPayment> receiver;
  private final List<ProviderAdjustment> providerAdjustments = new ArrayList<>();

  /// @param receiver is given each claim payment as soon as its last segment was read
  public RemittanceReader(Faults faults, Consumer<ClaimPayment> receiver) {
    this.faults = faults;
    this.values = new Values(faults);
    this.particulars = new ParticularsCollector(values);
    this.groups = new PaymentGroups(values);
    this.receiver = receiver;
  }

  /// Reads a transaction whose segments are at hand.
  static Transaction read(Transaction.Header header, List<Segment> segments, Faults faults) {
    var claims = new ArrayList<ClaimPayment>();
    var reader = new RemittanceReader(faults, claims::add);
    segments.forEach(reader::take);
    reader.end();
    var remittance = reader.header(segments.getFirst());
    if (remittance.isEmpty()) return new Unread(header, segments);
    return new RemittanceAdvice(header, remittance.get().withClaims(claims));
  }

  /// Everything of the transaction but its claim payments, once it is over; empty when it lacks
  /// what a remittance cannot do without.
  ///
  /// @param st for the place of the fault
  public Optional<Remittance> header(Segment st) {
    if (bpr == null || trn == null) {
      faults.add(
          Check.REMITTANCE_HEADER,
          st,
          "The 835 has no %s segment.".formatted(bpr == null ? "BPR" : "TRN"),
          "Without amount and trace number it cannot be posted: ask the payer to repeat it.");
      return Optional.empty();
    }
    return Optional.of(remittance(bpr, trn));
  }

  /// The transaction is over.
  public void end() {
    finishClaim();
  }

  private Remittance remittance(Segment payment, Segment traceSegment) {
    LocalDate paidOn = values.date(payment, 16);
    if (paidOn == null) {
      faults.add(
          Check.REMITTANCE_DATE,
          payment,
          "BPR16, the payment date, is missing.",
          "The production date stands in for it; check it against the bank.");
      paidOn = producedOn == null ? LocalDate.EPOCH : producedOn;
    }
    return new Remittance(
        party("PR", payer),
        party("PE", payee),
        transfer(payment),
        traceSegment.element(2),
        Values.orNull(traceSegment.element(3)),
        Values.orNull(traceSegment.element(4)),
        PaymentMethod.ofCode(payment.element(4)),
        payment.element(3).isEmpty() ? "C" : payment.element(3),
        values.money(payment, 2),
        paidOn,
        producedOn,
        delivery,
        groups.build(),
        List.of(),
        providerAdjustments,
        particulars.build());
  }

  private static Participant party(String entity, @Nullable ParticipantBuilder named) {
    return named == null
        ? Participant.of(entity, new OrganizationName(""), null, null)
        : named.build();
  }

  private static BankTransfer transfer(Segment bpr) {
    return new BankTransfer(
        bpr.element(1),
        Values.orNull(bpr.element(5)),
        Values.orNull(bpr.element(6)),
        Values.orNull(bpr.element(7)),
        Values.orNull(bpr.element(8)),
        Values.orNull(bpr.element(9)),
        Values.orNull(bpr.element(10)),
        Values.orNull(bpr.element(11)),
        Values.orNull(bpr.element(12)),
        Values.orNull(bpr.element(13)),
        Values.orNull(bpr.element(14)),
        Values.orNull(bpr.element(15)));
  }

  /// Takes the next segment of the transaction.
  public void take(Segment segment) {
    switch (segment.id()) {
      case "CLP" -> {
        finishClaim();
        claim = new ClaimPaymentAssembly(segment.keep(), values);
      }
      case "LX", "TS3" -> {
        finishClaim();
        groups.take(segment);
      }
      case "PLB" -> {
        finishClaim();
        providerLevel(segment);
      }
      default -> {
        if (claim != null) {
          claim.take(segment);
        } else {
          head(segment);
        }
      }
    }
  }

  private void head(Segment segment) {
    switch (segment.id()) {
      case "BPR" -> bpr = segment.keep();
      case "TRN" -> trn = segment.keep();
      case "DTM" -> {
        if (segment.element(1).equals("405")) producedOn = values.date(segment, 2);
      }
      case "N1" -> {
        party = new ParticipantBuilder(segment, values);
        if (segment.elementIs(1, "PR")) payer = party;
        if (segment.elementIs(1, "PE")) payee = party;
      }
      case "RDM" ->
          delivery =
              new RemittanceDelivery(
                  segment.element(1),
                  Values.orNull(segment.element(2)),
                  Values.orNull(segment.element(3)));
      default -> {
        if (party != null) {
          party.take(segment);
        } else if (segment.is("REF")) {
          particulars.reference(segment);
        }
      }
    }
  }

  private void providerLevel(Segment plb) {
    for (int element = 3; element <= 13; element += 2) {
      if (plb.element(element).isEmpty() && plb.element(element + 1).isEmpty()) continue;
      Money amount = values.money(plb, element + 1);
      providerAdjustments.add(
          new ProviderAdjustment(
              plb.element(1),
              values.date(plb, 2),
              plb.component(element, 1),
              Values.orNull(plb.component(element, 2)),
              amount));
    }
  }

  private void finishClaim() {
    if (claim != null) {
      groups.claim();
      receiver.accept(claim.build());
    }
    claim = null;
  }
}
