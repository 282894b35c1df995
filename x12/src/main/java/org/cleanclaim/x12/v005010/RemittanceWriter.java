package org.cleanclaim.x12.v005010;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.PaymentGroup;
import org.cleanclaim.kernel.remittance.ProviderAdjustment;
import org.cleanclaim.kernel.remittance.Remittance;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.cleanclaim.x12.Envelope;

/// Writes remittances: 835, 005010X221A1, one transaction set each.
public final class RemittanceWriter {
  private static final String VERSION = "005010X221A1";

  private final SegmentWriter out;

  private RemittanceWriter(SegmentWriter out) {
    this.out = out;
  }

  public static byte[] write(Envelope envelope, String groupNumber, List<Remittance> remittances) {
    return SegmentWriter.interchange(
        envelope, "HP", groupNumber, VERSION, out -> remittances(out, remittances));
  }

  static void remittances(SegmentWriter out, List<Remittance> remittances) {
    for (Remittance remittance : remittances) {
      out.transaction("835", VERSION, () -> new RemittanceWriter(out).remittance(remittance));
    }
  }

  private void remittance(Remittance remittance) {
    var transfer = remittance.transfer();
    out.segment(
        "BPR",
        transfer.handling(),
        remittance.paid().toX12(),
        remittance.creditFlag(),
        remittance.method().code(),
        transfer.format(),
        transfer.senderBankKind(),
        out.text(transfer.senderBank()),
        transfer.senderAccountKind(),
        out.text(transfer.senderAccount()),
        out.text(transfer.company()),
        out.text(transfer.companySupplement()),
        transfer.receiverBankKind(),
        out.text(transfer.receiverBank()),
        transfer.receiverAccountKind(),
        out.text(transfer.receiverAccount()),
        SegmentWriter.day(remittance.paidOn()));
    out.segment(
        "TRN",
        "1",
        out.text(remittance.trace()),
        out.text(remittance.originator()),
        out.text(remittance.originatorSupplement()));
    new ParticularsWriter(out, remittance.particulars()).references();
    if (remittance.producedOn() != null) {
      out.segment("DTM", "405", SegmentWriter.day(remittance.producedOn()));
    }
    new ParticipantWriter(out, remittance.payer()).shortName().address().references().contacts();
    new ParticipantWriter(out, remittance.payee()).shortName().address().references();
    var delivery = remittance.delivery();
    if (delivery != null) {
      out.segment("RDM", delivery.method(), out.text(delivery.name()), out.text(delivery.number()));
    }
    claims(remittance);
    providerAdjustments(remittance.providerAdjustments());
  }

  private void claims(Remittance remittance) {
    int next = 0;
    var claims = remittance.claims();
    for (PaymentGroup group : remittance.groups()) {
      PaymentGroups.write(out, group);
      int end = Math.min(next + group.claims(), claims.size());
      claims.subList(next, end).forEach(this::claim);
      next = end;
    }
    claims.subList(next, claims.size()).forEach(this::claim);
  }

  private void claim(ClaimPayment claim) {
    out.segment(
        "CLP",
        out.text(claim.claimControlNumber()),
        claim.statusCode(),
        claim.charged().toX12(),
        claim.paid().toX12(),
        claim.patientResponsibility().isZero() ? "" : claim.patientResponsibility().toX12(),
        claim.filingCode(),
        out.text(claim.payerClaimControlNumber()),
        claim.facilityCode(),
        claim.frequencyCode(),
        "",
        claim.drg(),
        claim.drgWeight() == null ? "" : claim.drgWeight().toPlainString(),
        claim.dischargeFraction() == null ? "" : claim.dischargeFraction().toPlainString());
    Adjustments.write(claim.adjustments(), out);
    claim.parties().forEach(party -> new ParticipantWriter(out, party).name());
    var particulars = new ParticularsWriter(out, claim.particulars());
    particulars.outcome(claim.remarks());
    particulars.references();
    if (claim.servedFrom() != null)
      out.segment("DTM", "232", SegmentWriter.day(claim.servedFrom()));
    if (claim.servedThrough() != null) {
      out.segment("DTM", "233", SegmentWriter.day(claim.servedThrough()));
    }
    if (claim.receivedOn() != null)
      out.segment("DTM", "050", SegmentWriter.day(claim.receivedOn()));
    particulars.moments();
    claim.contacts().forEach(contact -> Parties.writeContact(out, contact));
    particulars.amounts();
    particulars.quantities();
    claim.services().forEach(this::service);
  }

  private void service(ServicePayment service) {
    var parts = new ArrayList<String>();
    parts.add(service.procedureQualifier());
    parts.add(out.text(service.procedure()));
    service.modifiers().stream().map(Modifier::value).forEach(parts::add);
    out.segment(
        "SVC",
        out.composite(parts.toArray(String[]::new)),
        service.charged().toX12(),
        service.paid().toX12(),
        service.revenueCode(),
        service.unitsPaid().toPlainString(),
        service.submittedProcedure() == null
            ? null
            : out.composite("HC", out.text(service.submittedProcedure())),
        service.unitsSubmitted() == null ? null : service.unitsSubmitted().toPlainString());
    if (service.servedFrom() != null) {
      boolean isSpan =
          service.servedThrough() != null && !service.servedThrough().equals(service.servedFrom());
      out.segment("DTM", isSpan ? "150" : "472", SegmentWriter.day(service.servedFrom()));
      if (isSpan) out.segment("DTM", "151", SegmentWriter.day(service.servedThrough()));
    }
    var particulars = new ParticularsWriter(out, service.particulars());
    particulars.moments();
    Adjustments.write(service.adjustments(), out);
    if (service.controlNumber() != null)
      out.segment("REF", "6R", out.text(service.controlNumber()));
    particulars.references();
    if (service.allowed() != null) out.segment("AMT", "B6", service.allowed().toX12());
    particulars.amounts();
    particulars.quantities();
    for (String remark : service.remarks()) out.segment("LQ", "HE", remark);
  }

  /// Adjustments of one provider and fiscal period in a row share a segment, up to six.
  private void providerAdjustments(List<ProviderAdjustment> adjustments) {
    int next = 0;
    while (next < adjustments.size()) {
      ProviderAdjustment first = adjustments.get(next);
      var elements = new ArrayList<String>();
      elements.add(out.text(first.providerId()));
      elements.add(SegmentWriter.day(first.fiscalPeriodEnd()));
      for (int pairs = 0; pairs < 6 && next < adjustments.size(); pairs++) {
        ProviderAdjustment adjustment = adjustments.get(next);
        if (!isBeside(first, adjustment)) break;
        elements.add(out.composite(adjustment.reason(), out.text(adjustment.reference())));
        elements.add(adjustment.amount().toX12());
        next++;
      }
      out.segment("PLB", elements.toArray(String[]::new));
    }
  }

  private static boolean isBeside(ProviderAdjustment one, ProviderAdjustment other) {
    return one.providerId().equals(other.providerId())
        && Objects.equals(one.fiscalPeriodEnd(), other.fiscalPeriodEnd());
  }
}
