package org.cleanclaim.x12.v005010;

import java.time.format.DateTimeFormatter;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.claim.Subscriber;
import org.cleanclaim.kernel.identifier.Taxonomy;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.x12.Envelope;
import org.cleanclaim.x12.Transaction.ClaimBatch;

/// Writes claims: 837P (005010X222A1), 837I (005010X223A2), 837D (005010X224A2). Claims of one
/// billing provider in a row share its loop.
public final class ClaimWriter {
  private final SegmentWriter out;
  private int level;

  private ClaimWriter(SegmentWriter out) {
    this.out = out;
  }

  /// One transaction set.
  ///
  /// @throws IllegalArgumentException when the claims are not all of one type
  public static byte[] write(Envelope envelope, String groupNumber, ClaimBatch batch) {
    ClaimType type =
        batch.claims().isEmpty() ? ClaimType.PROFESSIONAL : batch.claims().getFirst().type();
    if (batch.claims().stream().anyMatch(c -> c.type() != type)) {
      throw new IllegalArgumentException("a transaction set holds claims of one type");
    }
    String version = version(type);
    return SegmentWriter.interchange(
        envelope,
        "HC",
        groupNumber,
        version,
        out -> out.transaction("837", version, () -> new ClaimWriter(out).batch(envelope, batch)));
  }

  private static String version(ClaimType type) {
    return switch (type) {
      case PROFESSIONAL -> "005010X222A1";
      case INSTITUTIONAL -> "005010X223A2";
      case DENTAL -> "005010X224A2";
    };
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
        out.text(subscriber.groupName()),
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
    demographics(subscriber);
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
    ClaimLoopWriter.write(out, claim);
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
}
