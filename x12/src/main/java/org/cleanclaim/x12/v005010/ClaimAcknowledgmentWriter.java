package org.cleanclaim.x12.v005010;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.acknowledgment.AcknowledgedParty;
import org.cleanclaim.kernel.acknowledgment.AcknowledgmentStatement;
import org.cleanclaim.kernel.acknowledgment.ClaimAcknowledgment;
import org.cleanclaim.kernel.acknowledgment.LineAcknowledgment;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.identifier.TaxId;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.particular.QualifiedAmount;
import org.cleanclaim.kernel.particular.QualifiedDate;
import org.cleanclaim.kernel.particular.QualifiedQuantity;
import org.cleanclaim.kernel.party.Participant;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.x12.Envelope;
import org.jspecify.annotations.Nullable;

/// Writes 277CA: 005010X214, the claims below their billing providers, one level for each.
public final class ClaimAcknowledgmentWriter {
  private static final String VERSION = "005010X214";

  /// A claim with what is said of it.
  public record AcknowledgedClaim(Claim claim, ClaimAcknowledgment acknowledgment) {}

  private final SegmentWriter out;
  private final Levels levels;

  private ClaimAcknowledgmentWriter(SegmentWriter out) {
    this.out = out;
    this.levels = new Levels(out);
  }

  public static byte[] write(
      Envelope envelope,
      String groupNumber,
      String payerName,
      String payerId,
      String receiverName,
      String receiverId,
      String batchReference,
      List<AcknowledgedClaim> claims) {
    var today = envelope.preparedAt().toLocalDate();
    var parties = new ArrayList<AcknowledgedParty>();
    parties.add(source(today, groupNumber, payerName, payerId));
    parties.add(receiver(today, receiverName, receiverId, batchReference, claims));
    parties.addAll(providers(claims));
    return SegmentWriter.interchange(
        envelope, "HN", groupNumber, VERSION, out -> parties(out, envelope, parties));
  }

  static void parties(SegmentWriter out, Envelope envelope, List<AcknowledgedParty> parties) {
    out.transaction(
        "277",
        VERSION,
        () -> {
          out.begin(envelope, "0085", "08", envelope.controlNumber(), "TH");
          new ClaimAcknowledgmentWriter(out).levels(parties);
        });
  }

  private static AcknowledgedParty source(
      LocalDate today, String groupNumber, String name, String id) {
    var dates =
        List.of(
            new QualifiedDate("050", today, today, null),
            new QualifiedDate("009", today, today, null));
    return new AcknowledgedParty(
        "20",
        Participant.of("PR", new OrganizationName(name), "PI", id),
        groupNumber,
        List.of(),
        new Particulars(dates, List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
        List.of());
  }

  private static AcknowledgedParty receiver(
      LocalDate today,
      String name,
      String id,
      String batchReference,
      List<AcknowledgedClaim> claims) {
    var received = new ClaimAcknowledgment.Status("A1", "19", "PR");
    return new AcknowledgedParty(
        "21",
        Participant.of("41", new OrganizationName(name), "46", id),
        batchReference,
        List.of(
            new AcknowledgmentStatement(
                List.of(received), today, AcknowledgmentStatement.ACCEPT, sum(claims), null)),
        totals(claims),
        List.of());
  }

  /// How many claims, and which charges, were accepted (90, YU) and rejected (AA, YY).
  private static Particulars totals(List<AcknowledgedClaim> claims) {
    var accepted = claims.stream().filter(c -> c.acknowledgment().accepted()).toList();
    var rejected = claims.stream().filter(c -> !c.acknowledgment().accepted()).toList();
    var quantities = new ArrayList<QualifiedQuantity>();
    var amounts = new ArrayList<QualifiedAmount>();
    if (!accepted.isEmpty()) {
      quantities.add(count("90", accepted));
      amounts.add(new QualifiedAmount("YU", sum(accepted)));
    }
    if (!rejected.isEmpty()) {
      quantities.add(count("AA", rejected));
      amounts.add(new QualifiedAmount("YY", sum(rejected)));
    }
    return new Particulars(
        List.of(), List.of(), amounts, quantities, List.of(), List.of(), List.of());
  }

  private static QualifiedQuantity count(String qualifier, List<AcknowledgedClaim> claims) {
    return new QualifiedQuantity(qualifier, BigDecimal.valueOf(claims.size()), null, null);
  }

  private static Money sum(List<AcknowledgedClaim> claims) {
    return Money.sum(claims.stream().map(c -> c.claim().totalCharge()).toList());
  }

  private static List<AcknowledgedParty> providers(List<AcknowledgedClaim> claims) {
    var byProvider = new LinkedHashMap<Provider, List<ClaimAcknowledgment>>();
    for (AcknowledgedClaim claim : claims) {
      byProvider
          .computeIfAbsent(claim.claim().billingProvider(), p -> new ArrayList<>())
          .add(claim.acknowledgment().ofPatient(patient(claim.claim())));
    }
    var parties = new ArrayList<AcknowledgedParty>();
    byProvider.forEach((provider, theirs) ->
        parties.add(
            new AcknowledgedParty(
                "19", billing(provider), "0", List.of(), Particulars.NONE, theirs)));
    return parties;
  }

  private static Participant billing(Provider billing) {
    if (billing.npi() != null) {
      return Participant.of("85", billing.name(), "XX", billing.npi().value());
    }
    TaxId taxId = billing.taxId();
    return Participant.of(
        "85", billing.name(), taxId == null ? null : "FI", taxId == null ? null : taxId.value());
  }

  private static Participant patient(Claim claim) {
    var memberId = claim.subscriber().memberId();
    return Participant.of(
        "QC",
        claim.patient().name(),
        memberId == null ? null : "MI",
        memberId == null ? null : memberId.value());
  }

  private void levels(List<AcknowledgedParty> parties) {
    int[] above = new int[2]; // who answers, who sent the claims
    for (int i = 0; i < parties.size(); i++) {
      AcknowledgedParty party = parties.get(i);
      int parent =
          switch (party.level()) {
            case "20" -> 0;
            case "21" -> above[0];
            default -> above[1];
          };
      boolean hasChildren =
          !party.claims().isEmpty()
              || (i + 1 < parties.size()
                  && parties.get(i + 1).level().compareTo(party.level()) != 0
                  && !party.level().equals("19"));
      int own = levels.open(parent, party.level(), hasChildren);
      if (party.level().equals("20")) above[0] = own;
      if (party.level().equals("21")) above[1] = own;
      party(party);
      for (ClaimAcknowledgment claim : party.claims()) claim(claim, own);
    }
  }

  private void party(AcknowledgedParty party) {
    if (party.party() != null) new ParticipantWriter(out, party.party()).name();
    if (party.trace() != null) {
      out.segment("TRN", party.level().equals("21") ? "2" : "1", out.text(party.trace()));
    }
    party.statements().forEach(s -> AcknowledgmentStatements.write(out, s));
    var particulars = new ParticularsWriter(out, party.particulars());
    particulars.references();
    particulars.periods();
    particulars.quantities();
    particulars.amounts();
  }

  private void claim(ClaimAcknowledgment claim, int parent) {
    levels.openLast(parent, "PT");
    if (claim.patient() != null) new ParticipantWriter(out, claim.patient()).name();
    out.segment("TRN", "2", out.text(claim.claimControlNumber()));
    claim.statements().forEach(s -> AcknowledgmentStatements.write(out, s));
    number("1K", claim.payerClaimControlNumber());
    var particulars = new ParticularsWriter(out, claim.particulars());
    particulars.references();
    served(claim.servedFrom(), claim.servedThrough());
    particulars.periods();
    claim.lines().forEach(this::line);
  }

  private void line(LineAcknowledgment line) {
    out.segment(
        "SVC",
        out.composite(line.procedure().stream().map(out::text).toArray(String[]::new)),
        line.charge() == null ? "" : line.charge().toX12(),
        "",
        line.revenueCode(),
        "",
        "",
        line.units() == null ? "" : line.units().toPlainString());
    line.statements().forEach(s -> AcknowledgmentStatements.write(out, s));
    number("FJ", line.controlNumber());
    var particulars = new ParticularsWriter(out, line.particulars());
    particulars.references();
    served(line.servedFrom(), line.servedThrough());
    particulars.periods();
  }

  private void number(String qualifier, @Nullable String number) {
    if (number != null) out.segment("REF", qualifier, out.text(number));
  }

  private void served(@Nullable LocalDate from, @Nullable LocalDate through) {
    if (from != null) ParticularsWriter.period(out, new QualifiedDate("472", from, through, null));
  }
}
