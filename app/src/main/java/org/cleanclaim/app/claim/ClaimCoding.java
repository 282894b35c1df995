package org.cleanclaim.app.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.Diagnosis;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.claim.InformationCode.Kind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Claims beside the charts that they were made from. While a chart is open again, its unsent
/// claims wait; when its codes are final again, they are made anew from them. A claim that a payer
/// has is marked where it has other codes, until a replacement brings it up to them.
@Component
@Transactional
public class ClaimCoding {
  public static final String OF_CODES = "the final codes of its chart";
  private static final Set<Kind> OF_CHART =
      Set.of(Kind.EXTERNAL_CAUSE, Kind.PRINCIPAL_PROCEDURE, Kind.OTHER_PROCEDURE);

  private final ClaimRecords records;
  private final ClaimUpdates updates;
  private final ClaimRebuild rebuilding;
  private final ClaimScrubbing scrubbing;
  private final CorrectionRecords chain;
  private final ClaimCorrections corrections;
  private final Encounters encounters;

  ClaimCoding(
      ClaimRecords records,
      ClaimUpdates updates,
      ClaimRebuild rebuilding,
      ClaimScrubbing scrubbing,
      CorrectionRecords chain,
      ClaimCorrections corrections,
      Encounters encounters) {
    this.records = records;
    this.updates = updates;
    this.rebuilding = rebuilding;
    this.scrubbing = scrubbing;
    this.chain = chain;
    this.corrections = corrections;
    this.encounters = encounters;
  }

  /// Whether it waits for the codes of a chart that is open again.
  @Transactional(readOnly = true)
  public boolean waitsForChart(BilledClaim claim) {
    return claim.status().isScrubbable()
        && !records.withOpenChart(List.of(claim.id().value())).isEmpty();
  }

  /// Whether a final chart of its visits has other codes than the payer was told.
  @Transactional(readOnly = true)
  public boolean isBehindChart(BilledClaim claim) {
    return records.isBehindChart(claim.id());
  }

  /// The chart of a visit is open again.
  void hold(EncounterId visit) {
    for (BilledClaim found : records.ofVisit(visit)) {
      // Held, so that it cannot go out meanwhile.
      var claim = records.lock(found.publicId()).orElseThrow();
      if (claim.status().isScrubbable()) scrubbing.scrub(claim.id());
    }
  }

  /// The codes of a visit are final, for the first time or again.
  void follow(EncounterId visit) {
    for (BilledClaim found : records.ofVisit(visit)) {
      var claim = records.lock(found.publicId()).orElseThrow();
      var now = rebuilding.fromSources(claim);
      if (haveSameCodes(claim.snapshot(), now)) {
        updates.codesChanged(claim.id(), false);
        if (claim.status().isScrubbable()) scrubbing.scrub(claim.id());
        continue;
      }
      String why =
          "The chart of visit %s is final with other codes: %s"
              .formatted(encounters.get(visit).visitNumber(), difference(claim.snapshot(), now));
      if (claim.status().isChangeable()) {
        rebuilding.rebuild(claim.id(), why);
      } else if (chain.correctionOf(claim.id()).isEmpty()) {
        updates.codesChanged(claim.id(), true);
        updates.note(
            claim.id(), "Codes changed", why, corrections.broughtUp(claim, OF_CODES), null);
      }
    }
  }

  private static boolean haveSameCodes(Claim one, Claim other) {
    return one.diagnoses().equals(other.diagnoses()) && ofChart(one).equals(ofChart(other));
  }

  /// The codes of a hospital's bill that its chart gives; others are the stay's, the DRG follows.
  private static List<InformationCode> ofChart(Claim claim) {
    return claim.informationCodes().stream().filter(c -> OF_CHART.contains(c.kind())).toList();
  }

  private static String difference(Claim before, Claim now) {
    var was = before.diagnoses().stream().map(Diagnosis::code).toList();
    var is = now.diagnoses().stream().map(Diagnosis::code).toList();
    var said = new ArrayList<String>();
    is.stream().filter(c -> !was.contains(c)).forEach(c -> said.add(c.dotted() + " added"));
    was.stream().filter(c -> !is.contains(c)).forEach(c -> said.add(c.dotted() + " taken out"));
    return said.isEmpty()
        ? "another order, procedure or presence on admission"
        : String.join(", ", said);
  }
}
