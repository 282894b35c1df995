package org.cleanclaim.app.claim;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.claim.ClaimPartition.Part;
import org.cleanclaim.app.claim.PayerClaimRule.VisitsOnClaim;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.springframework.stereotype.Component;

/// Makes claims from charged visits: one for a visit, one for several where the payer or the biller
/// wants it, several where one claim cannot carry them. Every charge goes on exactly one claim, or
/// to the patient where no policy covers its day.
@Component
class ClaimBilling {
  private static final Comparator<Encounter> BY_DAY =
      Comparator.comparing(Encounter::servedOn).thenComparingLong(e -> e.id().value());

  private final ClaimRecords records;
  private final ClaimSources sources;
  private final ClaimFreezing freezing;
  private final ClaimKeys keys;
  private final ChargedVisits charged;
  private final PayerClaimRules rules;
  private final ClaimReceivables receivables;
  private final ClaimScrubbing scrubbing;
  private final Encounters encounters;
  private final Charts charts;
  private final Coverages coverages;
  private final Payers payers;
  private final Ledger ledger;
  private final AuditTrail audit;

  ClaimBilling(
      ClaimRecords records,
      ClaimSources sources,
      ClaimFreezing freezing,
      ClaimKeys keys,
      ChargedVisits charged,
      PayerClaimRules rules,
      ClaimReceivables receivables,
      ClaimScrubbing scrubbing,
      Encounters encounters,
      Charts charts,
      Coverages coverages,
      Payers payers,
      Ledger ledger,
      AuditTrail audit) {
    this.records = records;
    this.sources = sources;
    this.freezing = freezing;
    this.keys = keys;
    this.charged = charged;
    this.rules = rules;
    this.receivables = receivables;
    this.scrubbing = scrubbing;
    this.encounters = encounters;
    this.charts = charts;
    this.coverages = coverages;
    this.payers = payers;
    this.ledger = ledger;
    this.audit = audit;
  }

  /// Bills a visit, together with those that its payer wants on the same claim.
  CreateResult bill(EncounterId id) {
    var visit = encounters.get(id);
    var near = near(visit);
    sources.lock(near.stream().map(Encounter::id).toList());
    var standing = records.ofVisit(id);
    if (!standing.isEmpty()) return created(standing);
    var missing = charged.missing(visit, charged.lines(visit));
    if (missing.isPresent()) return new CreateResult.NotBillable(missing.get());
    return make(
        linesOf(
            near.stream().filter(o -> o.id().equals(id) || refusal(visit, o).isEmpty()).toList()));
  }

  /// Bills visits on one claim because somebody wants it so.
  ///
  /// @throws IllegalStateException saying which visits do not go together, and why
  CreateResult billTogether(List<EncounterId> ids) {
    var wanted = ids.stream().distinct().toList();
    if (wanted.size() < 2) {
      throw new IllegalStateException("Choose two visits or more that go on one claim.");
    }
    sources.lock(wanted);
    var visits = wanted.stream().map(encounters::get).sorted(BY_DAY).toList();
    for (Encounter visit : visits) {
      refusal(visits.getFirst(), visit)
          .ifPresent(why -> {
            throw new IllegalStateException(why);
          });
    }
    var lines = linesOf(visits);
    var keyed = keys.of(lines);
    var first = keyed.getFirst();
    for (var one : keyed) {
      var differences = first.key().differences(one.key());
      if (!differences.isEmpty()) {
        throw new IllegalStateException(
            "Visits %s and %s do not go on one claim: they differ in %s. Bill each by itself."
                .formatted(
                    first.line().visit().visitNumber(),
                    one.line().visit().visitNumber(),
                    String.join(", ", differences)));
      }
    }
    if (first.key().coverageId() == null) {
      throw new IllegalStateException(
          "The patient has no coverage on the day of visit %s, so that there is no claim."
              .formatted(first.line().visit().visitNumber()));
    }
    return make(lines);
  }

  private Optional<String> refusal(Encounter first, Encounter visit) {
    String number = visit.visitNumber();
    if (!visit.patientId().equals(first.patientId())) {
      return Optional.of("Visit %s is another patient's.".formatted(number));
    }
    if (charged.stay(visit).isPresent()) {
      return Optional.of("Visit %s is a hospital's bill, which stands alone.".formatted(number));
    }
    var standing = records.ofVisit(visit.id());
    if (!standing.isEmpty()) {
      return Optional.of(
          "Visit %s is on claim %s already."
              .formatted(number, standing.getFirst().controlNumber()));
    }
    var missing = charged.missing(visit, charged.lines(visit));
    if (missing.isPresent()) return missing;
    return ledger.unbilledBalance(visit.id().value()).isZero()
        ? Optional.of("Nothing of visit %s is unbilled.".formatted(number))
        : Optional.empty();
  }

  /// Bills what no claim of a visit holds yet.
  List<BilledClaim> billRest(EncounterId id) {
    var visit = encounters.get(id);
    if (sources.isWholeElsewhere(id, Set.of())) return List.of();
    var held = sources.heldByOthers(id, Set.of());
    var rest = charged.lines(visit).stream().filter(l -> !held.contains(l.chargeLine())).toList();
    if (rest.isEmpty()) return List.of();
    return make(rest) instanceof CreateResult.Created made ? made.all() : List.of();
  }

  // The visit with those that its payer may want on the same claim, by day.
  private List<Encounter> near(Encounter visit) {
    var coverage = coverages.primary(visit.patientId(), visit.servedOn());
    var together =
        coverage.map(c -> rules.of(c.payerId()).visitsOnClaim()).orElse(VisitsOnClaim.ONE);
    if (together == VisitsOnClaim.ONE || charged.stay(visit).isPresent()) return List.of(visit);
    return encounters.ofPatient(visit.patientId()).stream()
        .filter(other -> isNear(together, visit, other))
        .sorted(BY_DAY)
        .toList();
  }

  private static boolean isNear(VisitsOnClaim together, Encounter visit, Encounter other) {
    return together == VisitsOnClaim.SAME_DAY
        ? other.servedOn().equals(visit.servedOn())
        : YearMonth.from(other.servedOn()).equals(YearMonth.from(visit.servedOn()));
  }

  private List<BillableLine> linesOf(List<Encounter> visits) {
    return visits.stream().flatMap(visit -> charged.lines(visit).stream()).toList();
  }

  private CreateResult make(List<BillableLine> lines) {
    var lead = lines.getFirst().visit();
    boolean isHospitals = charged.stay(lead).isPresent();
    int most = isHospitals ? ClaimPartition.INSTITUTIONAL_LINES : ClaimPartition.PROFESSIONAL_LINES;
    var parts = ClaimPartition.of(keys.of(lines), most, diagnoses(lines));
    var ids = new ArrayList<ClaimId>();
    var paidTold = new HashSet<EncounterId>();
    for (Part<ClaimKey> part : parts) {
      Long coverage = part.key().coverageId();
      if (coverage == null) {
        byVisit(part).forEach(receivables::billPatient);
      } else {
        var policy = coverages.get(coverage, part.lines().getFirst().servedOn());
        ids.add(
            freezing.freeze(
                part,
                policy,
                payers.get(policy.payerId()),
                ClaimFreezing.Form.original(isWhole(part)),
                paidTold));
      }
    }
    if (ids.isEmpty()) return new CreateResult.SelfPay();
    tell(parts, ids, most);
    return created(ids.stream().map(scrubbing::scrubWithOthers).toList());
  }

  private static CreateResult.Created created(List<BilledClaim> claims) {
    return new CreateResult.Created(claims.getFirst(), claims.subList(1, claims.size()));
  }

  private Map<EncounterId, Set<Icd10Cm>> diagnoses(List<BillableLine> lines) {
    return lines.stream()
        .map(l -> l.visit().id())
        .distinct()
        .collect(Collectors.toMap(id -> id, id -> Set.copyOf(charts.diagnoses(id))));
  }

  private static Map<Encounter, List<BillableLine>> byVisit(Part<ClaimKey> part) {
    return part.lines().stream().collect(Collectors.groupingBy(BillableLine::visit));
  }

  // One visit with all its charges needs no list of where its lines come from.
  private boolean isWhole(Part<ClaimKey> part) {
    var visits = byVisit(part);
    return visits.size() == 1
        && charged.lines(part.lines().getFirst().visit()).size() == part.lines().size();
  }

  // Writes into each part why it is one.
  private void tell(List<Part<ClaimKey>> parts, List<ClaimId> ids, int most) {
    if (parts.size() == 1) return;
    var why = new LinkedHashSet<String>();
    for (Part<ClaimKey> part : parts) why.addAll(part.key().differences(parts.getFirst().key()));
    boolean isFull =
        parts.stream().collect(Collectors.groupingBy(Part::key)).values().stream()
            .anyMatch(same -> same.size() > 1);
    if (isFull) why.add("a claim holds %d lines and 12 diagnoses at most".formatted(most));
    for (int i = 0; i < ids.size(); i++) {
      records.note(
          ids.get(i),
          "Split",
          "Part %d of %d: %s".formatted(i + 1, parts.size(), String.join(", ", why)),
          null,
          null);
    }
    audit.record("split", "claim", ids, null, String.join(", ", why));
  }
}
