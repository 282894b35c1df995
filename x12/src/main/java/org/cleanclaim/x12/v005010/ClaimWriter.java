package org.cleanclaim.x12.v005010;

import java.time.format.DateTimeFormatter;
import java.util.List;
import org.cleanclaim.kernel.claim.Accident;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.Diagnosis;
import org.cleanclaim.kernel.claim.LineAdjudication;
import org.cleanclaim.kernel.claim.OtherCoverage;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.claim.Subscriber;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.identifier.Taxonomy;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.Reference;
import org.cleanclaim.x12.Envelope;
import org.cleanclaim.x12.Transaction.ClaimBatch;
import org.jspecify.annotations.Nullable;

/// Writes professional claims: 837P, 005010X222A1. Claims of one billing provider in a row share
/// its loop.
public final class ClaimWriter {
  private static final String VERSION = "005010X222A1";

  private final SegmentWriter out;
  private int level;

  private ClaimWriter(SegmentWriter out) {
    this.out = out;
  }

  public static byte[] write(Envelope envelope, String groupNumber, ClaimBatch batch) {
    return SegmentWriter.interchange(
        envelope,
        "HC",
        groupNumber,
        VERSION,
        out -> out.transaction("837", VERSION, () -> new ClaimWriter(out).batch(envelope, batch)));
  }

  private void batch(Envelope envelope, ClaimBatch batch) {
    out.segment(
        "BHT",
        "0019",
        "00",
        out.text(batch.batchReference()),
        SegmentWriter.day(envelope.preparedAt().toLocalDate()),
        DateTimeFormatter.ofPattern("HHmm").format(envelope.preparedAt()),
        "CH");
    out.segment(
        "NM1",
        "41",
        "2",
        out.text(batch.submitterName()),
        "",
        "",
        "",
        "",
        "46",
        out.text(batch.submitterId()));
    if (batch.submitterContact() != null) Parties.writeContact(out, batch.submitterContact());
    out.segment(
        "NM1",
        "40",
        "2",
        out.text(batch.receiverName()),
        "",
        "",
        "",
        "",
        "46",
        out.text(batch.receiverId()));
    Provider billing = null;
    int billingLevel = 0;
    for (Claim claim : batch.claims()) {
      if (!claim.billingProvider().equals(billing)) {
        billing = claim.billingProvider();
        billingLevel = billingProvider(billing);
      }
      subscriber(claim, billingLevel);
    }
  }

  private int billingProvider(Provider provider) {
    level++;
    out.segment("HL", Integer.toString(level), "", "20", "1");
    Taxonomy taxonomy = provider.taxonomy();
    if (taxonomy != null) out.segment("PRV", "BI", "PXC", taxonomy.value());
    Parties.writeProvider(out, provider);
    return level;
  }

  private void subscriber(Claim claim, int billingLevel) {
    var subscriber = claim.subscriber();
    boolean isSelf = claim.patient().relationship() == Relationship.SELF;
    level++;
    int subscriberLevel = level;
    out.segment(
        "HL", Integer.toString(level), Integer.toString(billingLevel), "22", isSelf ? "0" : "1");
    out.segment(
        "SBR",
        subscriber.sequence().code(),
        isSelf ? "18" : "",
        out.text(subscriber.groupNumber()),
        subscriber.groupNumber() == null ? out.text(subscriber.groupName()) : "",
        "",
        "",
        "",
        "",
        subscriber.filing() == null ? "" : subscriber.filing().code());
    Parties.writeName(
        out,
        "IL",
        subscriber.name(),
        subscriber.memberId() == null ? null : "MI",
        subscriber.memberId() == null ? null : subscriber.memberId().value());
    if (isSelf) demographics(subscriber);
    if (claim.propertyCasualtyClaimNumber() != null && isSelf) {
      out.segment("REF", "Y4", out.text(claim.propertyCasualtyClaimNumber()));
    }
    Parties.writeName(
        out,
        "PR",
        new org.cleanclaim.kernel.party.PartyName.OrganizationName(claim.payer().name()),
        "PI",
        claim.payer().id().value());
    Parties.writeAddress(out, claim.payer().address());
    if (!isSelf) patient(claim, subscriberLevel);
    claim(claim);
  }

  private void demographics(Subscriber subscriber) {
    Parties.writeAddress(out, subscriber.address());
    if (subscriber.bornOn() != null) {
      out.segment("DMG", "D8", SegmentWriter.day(subscriber.bornOn()), subscriber.sex().code());
    }
  }

  private void patient(Claim claim, int subscriberLevel) {
    var patient = claim.patient();
    level++;
    out.segment("HL", Integer.toString(level), Integer.toString(subscriberLevel), "23", "0");
    out.segment("PAT", patient.relationship().code());
    Parties.writeName(out, "QC", patient.name(), null, null);
    Parties.writeAddress(out, patient.address());
    out.segment("DMG", "D8", SegmentWriter.day(patient.bornOn()), patient.sex().code());
    if (claim.propertyCasualtyClaimNumber() != null) {
      out.segment("REF", "Y4", out.text(claim.propertyCasualtyClaimNumber()));
    }
  }

  private void claim(Claim claim) {
    out.segment(
        "CLM",
        out.text(claim.controlNumber().value()),
        claim.totalCharge().toX12(),
        "",
        "",
        out.composite(
            claim.placeOfService() == null ? "" : claim.placeOfService().value(),
            "B",
            claim.frequency().code()),
        claim.hasSignatureOnFile() ? "Y" : "N",
        claim.acceptsAssignment() ? "A" : "C",
        claim.assignsBenefits() ? "Y" : "N",
        claim.releaseOfInformation(),
        "",
        accident(claim.accident()));
    day("431", claim.onsetOn());
    if (claim.accident() != null) day("439", claim.accident().happenedOn());
    day("435", claim.admittedOn());
    day("096", claim.dischargedOn());
    if (claim.patientPaid() != null) out.segment("AMT", "F5", claim.patientPaid().toX12());
    reference("9F", claim.referralNumber());
    reference("G1", claim.authorizationNumber());
    reference("F8", claim.payerClaimControlNumber());
    reference("X4", claim.cliaNumber());
    for (Reference reference : claim.otherReferences())
      reference(reference.qualifier(), reference.value());
    if (claim.note() != null) out.segment("NTE", "ADD", out.text(claim.note()));
    diagnoses(claim.diagnoses());
    claim.providers().forEach(p -> Parties.writeProvider(out, p));
    claim.otherCoverages().forEach(this::otherCoverage);
    claim.lines().forEach(this::line);
  }

  private String accident(@Nullable Accident accident) {
    if (accident == null) return "";
    var causes = accident.causes();
    return out.composite(
        causes.isEmpty() ? "" : causes.get(0),
        causes.size() > 1 ? causes.get(1) : "",
        "",
        accident.state());
  }

  private void diagnoses(List<Diagnosis> diagnoses) {
    if (diagnoses.isEmpty()) return;
    var elements = new String[Math.min(diagnoses.size(), 12)];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = out.composite(i == 0 ? "ABK" : "ABF", diagnoses.get(i).code().value());
    }
    out.segment("HI", elements);
  }

  private void otherCoverage(OtherCoverage other) {
    var subscriber = other.subscriber();
    out.segment(
        "SBR",
        subscriber.sequence().code(),
        other.relationship().code(),
        out.text(subscriber.groupNumber()),
        subscriber.groupNumber() == null ? out.text(subscriber.groupName()) : "",
        "",
        "",
        "",
        "",
        subscriber.filing() == null ? "" : subscriber.filing().code());
    Adjustments.write(other.adjustments(), out);
    if (other.paid() != null) out.segment("AMT", "D", other.paid().toX12());
    if (other.patientOwes() != null) out.segment("AMT", "EAF", other.patientOwes().toX12());
    out.segment("OI", "", "", "Y", "", "", "Y");
    Parties.writeName(
        out,
        "IL",
        subscriber.name(),
        subscriber.memberId() == null ? null : "MI",
        subscriber.memberId() == null ? null : subscriber.memberId().value());
    Parties.writeAddress(out, subscriber.address());
    Parties.writeName(
        out,
        "PR",
        new org.cleanclaim.kernel.party.PartyName.OrganizationName(other.payer().name()),
        "PI",
        other.payer().id().value());
    reference("F8", other.payerClaimControlNumber());
  }

  private void line(ServiceLine line) {
    out.segment("LX", Integer.toString(line.number()));
    out.segment(
        "SV1",
        procedure(line),
        line.charge().toX12(),
        line.unit(),
        line.unitsBilled().toPlainString(),
        line.placeOfService() == null ? "" : line.placeOfService().value(),
        "",
        out.composite(
            line.diagnosisPointers().stream().map(String::valueOf).toArray(String[]::new)));
    boolean isSpan = !line.servedFrom().equals(line.servedThrough());
    out.segment(
        "DTP",
        "472",
        isSpan ? "RD8" : "D8",
        isSpan
            ? SegmentWriter.day(line.servedFrom()) + "-" + SegmentWriter.day(line.servedThrough())
            : SegmentWriter.day(line.servedFrom()));
    reference("G1", line.authorizationNumber());
    reference("6R", line.controlNumber());
    if (line.note() != null) out.segment("NTE", "ADD", out.text(line.note()));
    if (line.drug() != null) {
      out.segment("LIN", "", "N4", line.drug().ndc());
      if (line.drug().quantity() != null) {
        out.segment(
            "CTP",
            "",
            "",
            "",
            line.drug().quantity().toPlainString(),
            out.composite(line.drug().unit()));
      }
    }
    line.providers().forEach(p -> Parties.writeProvider(out, p));
    line.priorAdjudications().forEach(this::adjudication);
  }

  private String procedure(ServiceLine line) {
    var parts = new java.util.ArrayList<String>();
    parts.add("HC");
    parts.add(line.procedure() == null ? "" : line.procedure().value());
    line.modifiers().stream().map(Modifier::value).forEach(parts::add);
    return out.composite(parts.toArray(String[]::new));
  }

  private void adjudication(LineAdjudication prior) {
    var parts = new java.util.ArrayList<String>();
    parts.add("HC");
    parts.add(prior.procedure() == null ? "" : prior.procedure().value());
    prior.modifiers().stream().map(Modifier::value).forEach(parts::add);
    out.segment(
        "SVD",
        out.text(prior.payer().value()),
        prior.paid().toX12(),
        out.composite(parts.toArray(String[]::new)),
        "",
        prior.unitsPaid().toPlainString());
    Adjustments.write(prior.adjustments(), out);
    if (prior.adjudicatedOn() != null) {
      out.segment("DTP", "573", "D8", SegmentWriter.day(prior.adjudicatedOn()));
    }
  }

  private void day(String qualifier, java.time.@Nullable LocalDate date) {
    if (date != null) out.segment("DTP", qualifier, "D8", SegmentWriter.day(date));
  }

  private void reference(String qualifier, @Nullable String value) {
    if (value != null) out.segment("REF", qualifier, out.text(value));
  }
}
