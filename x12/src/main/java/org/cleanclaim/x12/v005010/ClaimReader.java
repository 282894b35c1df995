package org.cleanclaim.x12.v005010;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.party.Contact;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.cleanclaim.x12.Check;
import org.cleanclaim.x12.Faults;
import org.cleanclaim.x12.Transaction;
import org.cleanclaim.x12.Transaction.ClaimBatch;
import org.cleanclaim.x12.Transaction.Unread;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Reads 837 claims: the hierarchy of billing provider, subscriber and patient, and every claim
/// under it. Professional claims are read whole; institutional and dental claims with their lines,
/// diagnoses and providers.
public final class ClaimReader {
  private final String version;
  private final Faults faults;
  private final Values values;

  private String submitterName = "";
  private String submitterId = "";
  private @Nullable Contact submitterContact;
  private String receiverName = "";
  private String receiverId = "";
  private String reference = "";
  private Parties.@Nullable ProviderBuilder billing;
  private @Nullable InsuredPartyBuilder insured;
  private @Nullable ClaimAssembly claim;
  private String place = "";
  private final Consumer<Claim> receiver;
  private final ClaimRoom room = new ClaimRoom();
  private boolean hasClaim;

  /// @param version ST03 or GS08; it tells professional, institutional and dental claims apart
  /// @param receiver is given each claim as soon as its last segment was read
  public ClaimReader(String version, Faults faults, Consumer<Claim> receiver) {
    this.version = version;
    this.faults = faults;
    this.values = new Values(faults);
    this.receiver = receiver;
  }

  /// Reads a transaction whose segments are at hand.
  static Transaction read(Transaction.Header header, List<Segment> segments, Faults faults) {
    var claims = new ArrayList<Claim>();
    var reader = new ClaimReader(header.version(), faults, claims::add);
    segments.forEach(reader::take);
    reader.end();
    if (!reader.hasClaim) {
      faults.add(
          Check.CLAIM_EMPTY,
          segments.getFirst(),
          "The 837 holds no claim (CLM).",
          "Ask the sender for the whole file.");
      return new Unread(header, segments);
    }
    return new ClaimBatch(
        header,
        reader.submitterName,
        reader.submitterId,
        reader.submitterContact,
        reader.receiverName,
        reader.receiverId,
        reader.reference,
        claims);
  }

  /// The transaction is over.
  public void end() {
    finishClaim();
  }

  /// Takes the next segment of the transaction.
  public void take(Segment segment) {
    if (segment.is("HL")) {
      level(segment);
      return;
    }
    if (segment.is("CLM")) {
      openClaim(segment);
      return;
    }
    if (claim != null) {
      claim.take(segment);
      return;
    }
    switch (place) {
      case "" -> header(segment);
      case "20" -> billingProvider(segment);
      default -> {
        if (insured != null) insured.take(segment);
      }
    }
  }

  private void level(Segment hl) {
    finishClaim();
    place = hl.element(3);
    switch (place) {
      case "20" -> {
        billing = null;
        payTo = null;
        isInPlan = false;
        insured = null;
        pendingTaxonomy = null;
      }
      case "22" -> insured = new InsuredPartyBuilder(values);
      case "23" -> {
        if (insured != null) insured.beginPatient();
      }
      default ->
          faults.add(
              Check.HL_PARENT,
              hl,
              "HL03 names a level that the 837 does not have.",
              "Ask the sender to correct the hierarchy.");
    }
  }

  private void header(Segment segment) {
    switch (segment.id()) {
      case "BHT" -> reference = segment.element(3);
      case "NM1" -> {
        if (segment.element(1).equals("41")) {
          submitterName = segment.element(3);
          submitterId = segment.element(9);
        } else if (segment.element(1).equals("40")) {
          receiverName = segment.element(3);
          receiverId = segment.element(9);
        }
      }
      case "PER" -> {
        if (submitterContact == null) submitterContact = Parties.contact(segment);
      }
      default -> {}
    }
  }

  private org.cleanclaim.kernel.identifier.@Nullable Taxonomy pendingTaxonomy;
  private Parties.@Nullable ProviderBuilder payTo;
  private boolean isOfBilling;
  private boolean isInPlan;

  private void billingProvider(Segment segment) {
    switch (segment.id()) {
      case "PRV" -> pendingTaxonomy = values.taxonomy(segment, 3);
      case "NM1" -> {
        isOfBilling = segment.elementIs(1, "85");
        if (isOfBilling) {
          billing = new Parties.ProviderBuilder(ProviderRole.BILLING, segment, values);
          billing.taxonomy(pendingTaxonomy);
        }
        if (segment.elementIs(1, "87")) {
          payTo = new Parties.ProviderBuilder(ProviderRole.PAY_TO, segment, values);
        } else if (!isOfBilling) {
          isInPlan = true;
        }
      }
      default -> {
        if (isOfBilling && billing != null) {
          billing.take(segment);
        } else if (payTo != null && !isInPlan) {
          payTo.take(segment);
        }
      }
    }
  }

  private void openClaim(Segment clm) {
    hasClaim = true;
    finishClaim();
    if (insured == null || billing == null) {
      faults.add(
          Check.CLAIM_ORPHAN,
          clm,
          "The claim has no billing provider or subscriber above it.",
          "The HL segments before it are missing: ask the sender to repeat the file.");
      return;
    }
    Provider payee = payTo == null ? null : payTo.build();
    claim = new ClaimAssembly(version, clm, room, billing.build(), payee, insured, values);
  }

  private void finishClaim() {
    if (claim == null) return;
    claim.build().ifPresent(this::keep);
    claim = null;
  }

  private void keep(Claim read) {
    receiver.accept(read);
    if (read.lines().isEmpty()) return;
    long cents = 0;
    for (ServiceLine line : read.lines()) cents = Math.addExact(cents, line.charge().cents());
    if (cents != read.totalCharge().cents()) {
      faults.add(
          Check.CLAIM_TOTAL,
          claim == null ? null : claim.clm(),
          "CLM02 is %s, its lines add up to %s."
              .formatted(read.totalCharge(), Money.ofCents(cents)),
          "Correct the total or the lines: payers refuse a claim that does not add up.");
    }
  }
}
