package org.cleanclaim.app.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.app.claim.ClaimPartition.Keyed;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.springframework.stereotype.Component;

/// Finds what each charge wants a claim to say. The stay of an admitted patient is one bill under
/// the coverage and the authorization of its first day; any other service goes by its own day.
@Component
class ClaimKeys {
  private static final ClaimAuthorizations.Numbers NO_NUMBERS =
      new ClaimAuthorizations.Numbers(null, null);

  private final ChargedVisits charged;
  private final Coverages coverages;
  private final Payers payers;
  private final PayerClaimRules rules;
  private final ClaimAuthorizations authorizations;

  ClaimKeys(
      ChargedVisits charged,
      Coverages coverages,
      Payers payers,
      PayerClaimRules rules,
      ClaimAuthorizations authorizations) {
    this.charged = charged;
    this.coverages = coverages;
    this.payers = payers;
    this.rules = rules;
    this.authorizations = authorizations;
  }

  List<Keyed<ClaimKey>> of(List<BillableLine> lines) {
    var keyed = new ArrayList<Keyed<ClaimKey>>();
    for (Encounter visit : lines.stream().map(BillableLine::visit).distinct().toList()) {
      var own = lines.stream().filter(l -> l.visit().id().equals(visit.id())).toList();
      keyed.addAll(ofVisit(visit, own));
    }
    return keyed;
  }

  private List<Keyed<ClaimKey>> ofVisit(Encounter visit, List<BillableLine> lines) {
    var stay = charged.stay(visit);
    boolean isByDay = stay.isPresent() && !stay.get().isInpatient();
    var keys = new HashMap<LocalDate, ClaimKey>();
    var keyed = new ArrayList<Keyed<ClaimKey>>();
    for (BillableLine line : lines) {
      var day = isByDay ? line.servedOn() : visit.servedOn();
      var key =
          keys.computeIfAbsent(
              day,
              d ->
                  key(
                      visit,
                      d,
                      isByDay ? lines.stream().filter(l -> l.servedOn().equals(d)).toList() : lines,
                      stay.isPresent()));
      keyed.add(new Keyed<>(line, key));
    }
    return isByDay ? steady(keyed) : keyed;
  }

  // A number that is found for some days only is none that tears a bill apart: services without one
  // go with those before them.
  private static List<Keyed<ClaimKey>> steady(List<Keyed<ClaimKey>> keyed) {
    Map<Optional<Long>, ClaimKey> last = new HashMap<>();
    var steady = new ArrayList<Keyed<ClaimKey>>();
    for (Keyed<ClaimKey> one : keyed) {
      var policy = Optional.ofNullable(one.key().coverageId());
      var before = last.get(policy);
      boolean isFree = one.key().numbers().equals(NO_NUMBERS);
      var key = isFree && before != null && before.year() == one.key().year() ? before : one.key();
      last.put(policy, key);
      steady.add(new Keyed<>(one.line(), key));
    }
    return steady;
  }

  private ClaimKey key(
      Encounter visit, LocalDate day, List<BillableLine> lines, boolean isHospitals) {
    Optional<Coverage> coverage = coverages.primary(visit.patientId(), day, visit.accident());
    var numbers =
        coverage
            .map(c -> authorizations.numbers(lines, payers.get(c.payerId()), null))
            .orElse(NO_NUMBERS);
    boolean isByYear = coverage.map(c -> rules.of(c.payerId()).isSplitByYear()).orElse(false);
    return new ClaimKey(
        coverage.map(Coverage::id).orElse(null),
        visit.placeOfService(),
        numbers,
        visit.accident(),
        visit.provider(ProviderRole.REFERRING).map(Provider::npi).orElse(null),
        visit.provider(ProviderRole.SUPERVISING).map(Provider::npi).orElse(null),
        isByYear ? day.getYear() : 0,
        isHospitals ? visit.id() : null);
  }
}
