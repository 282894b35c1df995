package org.cleanclaim.x12.v005010;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.party.PartyName;
import org.cleanclaim.kernel.remittance.ClaimPayment;
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
        envelope,
        "HP",
        groupNumber,
        VERSION,
        out -> {
          for (Remittance remittance : remittances) {
            out.transaction("835", VERSION, () -> new RemittanceWriter(out).remittance(remittance));
          }
        });
  }

  private void remittance(Remittance remittance) {
    out.segment(
        "BPR",
        remittance.method() == org.cleanclaim.kernel.remittance.PaymentMethod.NON_PAYMENT
            ? "H"
            : "I",
        remittance.paid().toX12(),
        remittance.creditFlag(),
        remittance.method().code(),
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        SegmentWriter.day(remittance.paidOn()));
    out.segment("TRN", "1", out.text(remittance.trace()), out.text(remittance.originator()));
    new ParticularsWriter(out, remittance.particulars()).references();
    if (remittance.producedOn() != null) {
      out.segment("DTM", "405", SegmentWriter.day(remittance.producedOn()));
    }
    out.segment("N1", "PR", out.text(remittance.payerName()), "XV", out.text(remittance.payerId()));
    Parties.writeAddress(out, remittance.payerAddress());
    if (remittance.payerContact() != null) {
      var contact = remittance.payerContact();
      out.segment(
          "PER",
          "BL",
          out.text(contact.name()),
          contact.phone() == null ? null : "TE",
          contact.phone() == null ? null : out.text(contact.phone().replaceAll("[^0-9]", "")));
    }
    out.segment(
        "N1",
        "PE",
        out.text(remittance.payeeName()),
        remittance.payeeId() == null ? null : "XX",
        out.text(remittance.payeeId()));
    if (remittance.payeeTaxId() != null)
      out.segment("REF", "TJ", out.text(remittance.payeeTaxId()));
    out.segment("LX", "1");
    remittance.claims().forEach(this::claim);
    remittance.providerAdjustments().forEach(this::providerAdjustment);
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
        claim.frequencyCode());
    Adjustments.write(claim.adjustments(), out);
    PartyName patient = claim.patient();
    if (patient != null) {
      Parties.writeName(
          out, "QC", patient, claim.memberId() == null ? null : "MI", claim.memberId());
    }
    if (claim.renderingProviderId() != null) {
      out.segment("NM1", "82", "1", "", "", "", "", "", "XX", claim.renderingProviderId());
    }
    if (claim.crossoverPayer() != null) {
      out.segment("NM1", "TT", "2", out.text(claim.crossoverPayer()));
    }
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

  private void providerAdjustment(ProviderAdjustment adjustment) {
    out.segment(
        "PLB",
        out.text(adjustment.providerId()),
        SegmentWriter.day(adjustment.fiscalPeriodEnd()),
        out.composite(adjustment.reason(), out.text(adjustment.reference())),
        adjustment.amount().toX12());
  }
}
