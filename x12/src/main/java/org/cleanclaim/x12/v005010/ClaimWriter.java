package org.cleanclaim.x12.v005010;

import java.util.List;
import java.util.Objects;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.claim.Subscriber;
import org.cleanclaim.kernel.identifier.Taxonomy;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.cleanclaim.kernel.party.Reference;
import org.cleanclaim.x12.Envelope;
import org.cleanclaim.x12.Transaction.ClaimBatch;

/// Writes claims: 837P (005010X222A1), 837I (005010X223A2), 837D (005010X224A2). Claims of one
/// billing provider in a row share its loop.
public final class ClaimWriter {
  private final SegmentWriter out;
  private int level;
  private int subscriberLevel;

  private ClaimWriter(SegmentWriter out) {
    this.out = out;
    this.level = out.firstLevel() - 1;
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
        envelope, "HC", groupNumber, version, out -> batch(out, envelope, batch));
  }

  static void batch(SegmentWriter out, Envelope envelope, ClaimBatch batch) {
    ClaimType type =
        batch.claims().isEmpty() ? ClaimType.PROFESSIONAL : batch.claims().getFirst().type();
    out.transaction("837", version(type), () -> new ClaimWriter(out).batch(envelope, batch));
  }

  private static String version(ClaimType type) {
    return switch (type) {
      case PROFESSIONAL -> "005010X222A1";
      case INSTITUTIONAL -> "005010X223A2";
      case DENTAL -> "005010X224A2";
    };
  }

  private void batch(Envelope envelope, ClaimBatch batch) {
    out.begin(envelope, "0019", "00", batch.batchReference(), "CH");
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
    Claim last = null;
    int billingLevel = 0;
    for (int i = 0; i < batch.claims().size(); i++) {
      Claim claim = batch.claims().get(i);
      if (last == null || !isOfSameProvider(last, claim)) {
        billingLevel = billingProvider(claim);
        last = null;
      }
      if (last == null || !isOfSameSubscriber(last, claim)) {
        subscriber(claim, billingLevel, hasPatients(batch.claims(), i));
        last = null;
      }
      if (!isSelf(claim) && (last == null || !last.patient().equals(claim.patient()))) {
        patient(claim);
      }
      ClaimLoopWriter.write(out, claim);
      last = claim;
    }
  }

  private static boolean isOfSameProvider(Claim one, Claim other) {
    return one.billingProvider().equals(other.billingProvider())
        && one.provider(ProviderRole.PAY_TO).equals(other.provider(ProviderRole.PAY_TO));
  }

  /// Claims of the subscriber stand before those of other patients of the same policy.
  private static boolean isOfSameSubscriber(Claim one, Claim other) {
    return one.subscriber().equals(other.subscriber())
        && one.payer().equals(other.payer())
        && (isSelf(one) || !isSelf(other))
        && (!isSelf(one) || !isSelf(other) || sameCasualtyNumber(one, other));
  }

  private static boolean sameCasualtyNumber(Claim one, Claim other) {
    return Objects.equals(one.propertyCasualtyClaimNumber(), other.propertyCasualtyClaimNumber());
  }

  private static boolean isSelf(Claim claim) {
    return claim.patient().relationship() == Relationship.SELF;
  }

  /// Whether a patient's level follows below the subscriber of this claim.
  private static boolean hasPatients(List<Claim> claims, int first) {
    Claim claim = claims.get(first);
    for (int i = first; i < claims.size(); i++) {
      Claim next = claims.get(i);
      if (!isOfSameProvider(claim, next) || !isOfSameSubscriber(claim, next)) return false;
      if (!isSelf(next)) return true;
    }
    return false;
  }

  private int billingProvider(Claim claim) {
    Provider provider = claim.billingProvider();
    level++;
    out.segment("HL", Integer.toString(level), "", "20", "1");
    Taxonomy taxonomy = provider.taxonomy();
    if (taxonomy != null) out.segment("PRV", "BI", "PXC", taxonomy.value());
    Parties.writeProvider(out, provider);
    claim.provider(ProviderRole.PAY_TO).ifPresent(payTo -> Parties.writeProvider(out, payTo));
    return level;
  }

  private void subscriber(Claim claim, int billingLevel, boolean hasPatients) {
    var subscriber = claim.subscriber();
    boolean isSelf = isSelf(claim);
    level++;
    subscriberLevel = level;
    out.segment(
        "HL",
        Integer.toString(level),
        Integer.toString(billingLevel),
        "22",
        hasPatients ? "1" : "0");
    out.segment(
        "SBR",
        subscriber.sequence().code(),
        isSelf ? "18" : "",
        out.text(subscriber.groupNumber()),
        out.text(subscriber.groupName()),
        subscriber.insuranceType(),
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
    for (Reference reference : subscriber.references()) {
      out.segment("REF", reference.qualifier(), out.text(reference.value()));
    }
    if (claim.propertyCasualtyClaimNumber() != null && isSelf) {
      out.segment("REF", "Y4", out.text(claim.propertyCasualtyClaimNumber()));
    }
    Parties.writePayer(out, claim.payer());
    Parties.writeAddress(out, claim.payer().address());
    for (Reference reference : claim.payer().references()) {
      out.segment("REF", reference.qualifier(), out.text(reference.value()));
    }
  }

  private void demographics(Subscriber subscriber) {
    Parties.writeAddress(out, subscriber.address());
    if (subscriber.bornOn() != null) {
      out.segment("DMG", "D8", SegmentWriter.day(subscriber.bornOn()), subscriber.sex().code());
    }
  }

  private void patient(Claim claim) {
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
