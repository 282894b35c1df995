package org.cleanclaim.x12.v005010;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.acknowledgment.ClaimAcknowledgment;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.identifier.TaxId;
import org.cleanclaim.kernel.party.PartyName;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.x12.Envelope;

/// Writes 277CA: 005010X214, the claims below their billing providers, one level for each.
public final class ClaimAcknowledgmentWriter {
  private static final String VERSION = "005010X214";

  /// A claim with what is said of it.
  public record AcknowledgedClaim(Claim claim, ClaimAcknowledgment acknowledgment) {}

  private final SegmentWriter out;
  private final LocalDate today;
  private int level;

  private ClaimAcknowledgmentWriter(SegmentWriter out, LocalDate today) {
    this.out = out;
    this.today = today;
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
    return SegmentWriter.interchange(
        envelope,
        "HN",
        groupNumber,
        VERSION,
        out ->
            out.transaction(
                "277",
                VERSION,
                () -> {
                  var writer =
                      new ClaimAcknowledgmentWriter(out, envelope.preparedAt().toLocalDate());
                  out.segment(
                      "BHT",
                      "0085",
                      "08",
                      envelope.controlNumber(),
                      SegmentWriter.day(writer.today),
                      DateTimeFormatter.ofPattern("HHmm").format(envelope.preparedAt()),
                      "TH");
                  writer.source(payerName, payerId);
                  writer.receiver(receiverName, receiverId, batchReference, claims);
                  writer.providers(claims);
                }));
  }

  private void source(String name, String id) {
    level = 1;
    out.segment("HL", "1", "", "20", "1");
    Parties.writeName(out, "PR", new OrganizationName(name), "PI", id);
    out.segment("TRN", "1", out.groupNumber());
    out.segment("DTP", "050", "D8", SegmentWriter.day(today));
    out.segment("DTP", "009", "D8", SegmentWriter.day(today));
  }

  private void receiver(
      String name, String id, String batchReference, List<AcknowledgedClaim> claims) {
    level = 2;
    out.segment("HL", "2", "1", "21", claims.isEmpty() ? "0" : "1");
    Parties.writeName(out, "41", new OrganizationName(name), "46", id);
    out.segment("TRN", "2", out.text(batchReference));
    var charges = claims.stream().map(c -> c.claim().totalCharge()).toList();
    out.segment(
        "STC",
        out.composite("A1", "19", "PR"),
        SegmentWriter.day(today),
        "WQ",
        Money.sum(charges).toX12());
  }

  private void providers(List<AcknowledgedClaim> claims) {
    var byProvider = new LinkedHashMap<Provider, List<AcknowledgedClaim>>();
    for (AcknowledgedClaim claim : claims) {
      byProvider
          .computeIfAbsent(claim.claim().billingProvider(), p -> new ArrayList<>())
          .add(claim);
    }
    byProvider.forEach((provider, theirs) -> {
      level++;
      int parent = level;
      out.segment("HL", Integer.toString(level), "2", "19", "1");
      provider(provider);
      out.segment("TRN", "1", "0");
      for (AcknowledgedClaim claim : theirs) claim(claim, parent);
    });
  }

  private void provider(Provider billing) {
    if (billing.npi() != null) {
      Parties.writeName(out, "85", billing.name(), "XX", billing.npi().value());
    } else {
      TaxId taxId = billing.taxId();
      Parties.writeName(
          out,
          "85",
          billing.name(),
          taxId == null ? null : "FI",
          taxId == null ? null : taxId.value());
    }
  }

  private void claim(AcknowledgedClaim acknowledged, int parent) {
    var claim = acknowledged.claim();
    var acknowledgment = acknowledged.acknowledgment();
    level++;
    out.segment("HL", Integer.toString(level), Integer.toString(parent), "PT");
    PartyName patient = claim.patient().name();
    var memberId = claim.subscriber().memberId();
    Parties.writeName(
        out,
        "QC",
        patient,
        memberId == null ? null : "MI",
        memberId == null ? null : memberId.value());
    out.segment("TRN", "2", out.text(acknowledgment.claimControlNumber()));
    for (ClaimAcknowledgment.Status status : acknowledgment.statuses()) {
      out.segment(
          "STC",
          out.composite(status.category(), status.status(), status.entity()),
          SegmentWriter.day(today),
          acknowledgment.accepted() ? "WQ" : "U",
          acknowledgment.totalCharge() == null ? null : acknowledgment.totalCharge().toX12(),
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          out.text(acknowledgment.message()));
    }
    if (acknowledgment.payerClaimControlNumber() != null) {
      out.segment("REF", "1K", out.text(acknowledgment.payerClaimControlNumber()));
    }
    var served = acknowledgment.servedFrom();
    if (served == null) served = claim.servedFrom().orElse(null);
    if (served != null) out.segment("DTP", "472", "D8", SegmentWriter.day(served));
  }
}
