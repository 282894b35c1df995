package org.cleanclaim.app.claim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.ClaimPartition.Keyed;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimCopy;
import org.cleanclaim.kernel.claim.ClaimType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes the snapshot of an unsent claim again from its sources as they are now.
@Component
class ClaimRebuild {
  /// What a claim is made of now.
  ///
  /// @param isWhole whether it bills its visit whole
  private record Drawn(
      List<ClaimSource> linked, boolean isWhole, Coverage coverage, Payer payer, Claim draft) {}

  private final ClaimRecords records;
  private final ClaimUpdates updates;
  private final ClaimSources sources;
  private final CorrectionRecords chain;
  private final ClaimDrafts drafts;
  private final ClaimFreezing freezing;
  private final ClaimKeys keys;
  private final ClaimChanges changes;
  private final ChargedVisits charged;
  private final Encounters encounters;
  private final Coverages coverages;
  private final Payers payers;
  private final ClaimAuthorizations authorizations;
  private final RuledClaims ruled;
  private final ClaimClocks clocks;
  private final FollowingRebuild following;
  private final ClaimScrubbing scrubbing;
  private final ClaimAttachments attachments;
  private final AuditTrail audit;

  ClaimRebuild(
      ClaimRecords records,
      ClaimUpdates updates,
      ClaimSources sources,
      CorrectionRecords chain,
      ClaimDrafts drafts,
      ClaimFreezing freezing,
      ClaimKeys keys,
      ClaimChanges changes,
      ChargedVisits charged,
      Encounters encounters,
      Coverages coverages,
      Payers payers,
      ClaimAuthorizations authorizations,
      RuledClaims ruled,
      ClaimClocks clocks,
      FollowingRebuild following,
      ClaimScrubbing scrubbing,
      ClaimAttachments attachments,
      AuditTrail audit) {
    this.records = records;
    this.updates = updates;
    this.sources = sources;
    this.chain = chain;
    this.drafts = drafts;
    this.freezing = freezing;
    this.keys = keys;
    this.changes = changes;
    this.charged = charged;
    this.encounters = encounters;
    this.coverages = coverages;
    this.payers = payers;
    this.authorizations = authorizations;
    this.ruled = ruled;
    this.clocks = clocks;
    this.following = following;
    this.scrubbing = scrubbing;
    this.attachments = attachments;
    this.audit = audit;
  }

  BilledClaim rebuild(ClaimId id, String reason) {
    // Held, so that it cannot go out meanwhile.
    var claim = records.lock(records.find(id).orElseThrow().publicId()).orElseThrow();
    if (!claim.status().isChangeable()) {
      throw new IllegalStateException(
          "The claim is %s: what the payer has is changed by a replacement claim (7)."
              .formatted(claim.status().title().toLowerCase(Locale.ROOT)));
    }
    if (claim.correction() == Correction.VOID) return repeated(claim, reason);
    var place = claim.following();
    if (place != null) return following.rebuild(claim, place, reason);
    sources.lock(claim.visits().all());
    freeze(claim, drawn(claim), reason);
    return scrubbing.scrubWithOthers(id);
  }

  // It says what the claim says that it voids, whatever is registered now.
  private BilledClaim repeated(BilledClaim claim, String reason) {
    updates.revise(
        claim, claim.snapshot(), null, claim.payerId(), claim.coverageId(), claim.fileBy());
    updates.note(claim.id(), "Revised", reason, ClaimStatus.DRAFT.nextStep(), null);
    return scrubbing.scrub(claim.id());
  }

  /// A claim as it would be made from its sources now, the same where nothing is charged any more;
  /// nothing is kept.
  Claim fromSources(BilledClaim claim) {
    if (lines(claim).isEmpty()) return claim.snapshot();
    return changes.repeat(claim.id(), ruled.apply(drawn(claim).draft()).claim()).claim();
  }

  /// A claim as its charges say now, before payer rules; without lines where nothing is charged any
  /// more. Nothing is kept.
  Claim ofCharges(BilledClaim claim) {
    if (lines(claim).isEmpty()) return ClaimCopy.of(claim.snapshot()).lines(List.of()).copy();
    return changes.repeat(claim.id(), drawn(claim).draft()).claim();
  }

  private Drawn drawn(BilledClaim claim) {
    var lines = lines(claim);
    if (lines.isEmpty()) {
      throw new IllegalStateException(
          "Nothing is charged for claim %s any more. Charge its visit, or withdraw it."
              .formatted(claim.controlNumber()));
    }
    int all =
        claim.visits().all().stream().mapToInt(v -> charged.lines(encounters.get(v)).size()).sum();
    boolean isWhole = claim.sources().isEmpty() && lines.size() == all;
    var linked =
        isWhole ? ClaimFreezing.whole(lines) : ClaimFreezing.numbered(lines, before(claim));
    var lead = encounters.get(claim.encounterId());
    var day = isWhole ? lead.servedOn() : lines.getFirst().servedOn();
    var coverage =
        (claim.correction() == null
                ? coverages.primary(lead.patientId(), day, lead.accident())
                : Optional.<Coverage>empty())
            .orElseGet(() -> coverages.get(claim.coverageId(), day));
    var payer = payers.get(coverage.payerId());
    var heading =
        new ClaimDrafts.Heading(
            claim.snapshot().controlNumber(),
            claim.snapshot().frequency(),
            claim.snapshot().payerClaimControlNumber(),
            authorizations.numbers(lines, payer, claim.id()),
            paid(claim, lines));
    var draft =
        attachments.onto(claim.id(), drafts.of(lines, linked, !isWhole, coverage, payer, heading));
    return new Drawn(linked, isWhole, coverage, payer, draft);
  }

  private void freeze(BilledClaim claim, Drawn drawn, String reason) {
    var draft = drawn.draft();
    var payer = drawn.payer();
    var applied = ruled.apply(draft);
    var repeated = changes.repeat(claim.id(), applied.claim());
    updates.revise(
        claim,
        repeated.claim(),
        applied.changes().isEmpty() ? null : changes.repeat(claim.id(), draft).claim(),
        payer.id(),
        drawn.coverage().id(),
        claim.correction() == null
            ? repeated
                .claim()
                .servedFrom()
                .orElseGet(() -> encounters.get(claim.encounterId()).servedOn())
                .plusDays(payer.timelyFilingDays())
            : claim.fileBy());
    updates.codesChanged(claim.id(), false);
    updates.chargesChanged(claim.id(), false);
    sources.keep(claim.id(), drawn.isWhole() ? List.of() : drawn.linked());
    updates.note(claim.id(), "Revised", reason, "Scrub it", null);
    clocks.frozen(records.all(List.of(claim.id().value())));
    ruled.tell(claim.id(), applied.changes());
    tell(claim.id(), repeated);
    audit.record("revised", "claim", claim.id(), claim.patientId().value(), reason);
  }

  private void tell(ClaimId id, ClaimChanges.Repeated repeated) {
    if (!repeated.notes().isEmpty()) {
      updates.note(
          id, "Changed", "Made again: " + String.join("; ", repeated.notes()), "Scrub it", null);
    }
    if (!repeated.left().isEmpty()) {
      updates.note(
          id,
          "Changed",
          "Not made again, since what it replaced is not so any more: "
              + String.join("; ", repeated.left()),
          "Scrub it",
          null);
    }
  }

  // A part of a bill says what it said of the patient's payments; another part may have the rest.
  private @Nullable Money paid(BilledClaim claim, List<BillableLine> lines) {
    boolean isOwn = claim.sources().isEmpty() && claim.correction() == null;
    return isOwn ? freezing.paid(lines, new HashSet<>()) : claim.snapshot().patientPaid();
  }

  private static List<ClaimSource> before(BilledClaim claim) {
    if (!claim.sources().isEmpty()) return claim.sources();
    return claim.snapshot().lines().stream()
        .map(l -> new ClaimSource(l.number(), claim.encounterId(), l.number(), l.charge()))
        .toList();
  }

  // Its own charges, and those of its visits that no other claim has and that it can carry.
  private List<BillableLine> lines(BilledClaim claim) {
    var except =
        chain.all(claim.id()).stream().map(c -> c.id().value()).collect(Collectors.toSet());
    var own = new ArrayList<BillableLine>();
    var free = new ArrayList<BillableLine>();
    for (var visitId : claim.visits().all()) {
      var held = sources.heldByOthers(visitId, except);
      boolean isElsewhere = sources.isWholeElsewhere(visitId, except);
      for (BillableLine line : charged.lines(encounters.get(visitId))) {
        if (isOwn(claim, line)) own.add(line);
        else if ((claim.sources().isEmpty() || !isElsewhere) && !held.contains(line.chargeLine()))
          free.add(line);
      }
    }
    own.addAll(claim.sources().isEmpty() ? free : carried(own, free));
    int most =
        claim.snapshot().type() == ClaimType.INSTITUTIONAL
            ? ClaimPartition.INSTITUTIONAL_LINES
            : ClaimPartition.PROFESSIONAL_LINES;
    return own.size() > most ? List.copyOf(own.subList(0, most)) : own;
  }

  private static boolean isOwn(BilledClaim claim, BillableLine line) {
    return claim.sources().stream()
        .anyMatch(
            s -> s.encounter().equals(line.visit().id()) && s.chargeLine() == line.chargeLine());
  }

  private List<BillableLine> carried(List<BillableLine> own, List<BillableLine> free) {
    if (own.isEmpty() || free.isEmpty()) return free;
    var key = keys.of(own).getFirst().key();
    return keys.of(free).stream().filter(k -> k.key().equals(key)).map(Keyed::line).toList();
  }
}
