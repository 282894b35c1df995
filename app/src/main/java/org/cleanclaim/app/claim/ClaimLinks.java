package org.cleanclaim.app.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.kernel.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// From a claim to the visits that it bills and to the claims that bill the rest of them.
@Component
@Transactional(readOnly = true)
public class ClaimLinks {

  /// A visit on a claim.
  ///
  /// @param billed what the claim bills of it
  public record BilledVisit(UUID id, String visitNumber, LocalDate servedOn, Money billed) {}

  private final ClaimRecords records;
  private final CorrectionRecords chain;
  private final Encounters encounters;

  ClaimLinks(ClaimRecords records, CorrectionRecords chain, Encounters encounters) {
    this.records = records;
    this.chain = chain;
    this.encounters = encounters;
  }

  /// The visits of a claim, the first first.
  public List<BilledVisit> visits(BilledClaim claim) {
    var all = new ArrayList<BilledVisit>();
    for (var id : claim.visits().all()) {
      var visit = encounters.get(id);
      Money billed =
          Money.sum(
              claim.snapshot().lines().stream()
                  .filter(l -> claim.visits().of(l).equals(id))
                  .map(l -> l.charge())
                  .toList());
      all.add(new BilledVisit(visit.publicId(), visit.visitNumber(), visit.servedOn(), billed));
    }
    return all;
  }

  /// The other claims to first payers that bill charges of the same visits; not those that correct
  /// it or that it corrects.
  public List<BilledClaim> otherParts(BilledClaim claim) {
    var own = chain.all(claim.id()).stream().map(BilledClaim::id).toList();
    var others = new ArrayList<BilledClaim>();
    for (var visit : claim.visits().all()) {
      for (BilledClaim other : records.ofVisit(visit)) {
        boolean isNew = others.stream().noneMatch(o -> o.id().equals(other.id()));
        if (isNew && claim.following() == null && !own.contains(other.id())) others.add(other);
      }
    }
    return others;
  }
}
