package org.cleanclaim.app.claim;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.authorization.Authorizations;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.claim.ClaimPartition.Part;
import org.cleanclaim.app.claim.PayerClaimRule.VisitsOnClaim;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.coverage.Coverages.PatientDay;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.storage.ReadOnce;
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
  private final ClaimUpdates updates;
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
  private final Patients patients;
  private final Authorizations authorizations;
  private final Payers payers;
  private final Ledger ledger;
  private final AuditTrail audit;

  ClaimBilling(
      ClaimRecords records,
      ClaimUpdates updates,
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
      Patients patients,
      Authorizations authorizations,
      Payers payers,
      Ledger ledger,
      AuditTrail audit) {
    this.records = records;
    this.updates = updates;
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
    this.patients = patients;
    this.authorizations = authorizations;
    this.payers = payers;
    this.ledger = ledger;
    this.audit = audit;
  }

  /// Bills a visit, together with those that its payer wants on the same claim.
  CreateResult bill(EncounterId id) {
    return bill(List.of(id)).getFirst();
  }

  /// The same for visits of different people, with what all of them need read at once.
  ///
  /// @return what came of each, in their order
  List<CreateResult> bill(List<EncounterId> ids) {
    return ReadOnce.during(() -> {
      encounters.ahead(ids);
      var visits = ids.stream().map(encounters::get).toList();
      coverages.ahead(
          visits.stream().map(v -> new PatientDay(v.patientId(), v.servedOn())).toList());
      var near = visits.stream().map(this::near).toList();
      sources.lock(near.stream().flatMap(List::stream).map(Encounter::id).toList());
      ahead(visits);
      var standing = records.ofVisits(ids);
      var results = new HashMap<EncounterId, CreateResult>();
      var bills = new ArrayList<List<BillableLine>>();
      var billed = new ArrayList<EncounterId>();
      for (int i = 0; i < ids.size(); i++) {
        var visit = visits.get(i);
        var before = standing.get(visit.id());
        var missing = charged.missing(visit, charged.lines(visit));
        if (before != null) {
          results.put(visit.id(), created(before));
        } else if (missing.isPresent()) {
          results.put(visit.id(), new CreateResult.NotBillable(missing.get()));
        } else {
          billed.add(visit.id());
          bills.add(
              linesOf(
                  near.get(i).stream()
                      .filter(o -> o.id().equals(visit.id()) || refusal(visit, o).isEmpty())
                      .toList()));
        }
      }
      var made = make(bills);
      for (int i = 0; i < made.size(); i++) results.put(billed.get(i), made.get(i));
      return ids.stream().map(results::get).toList();
    });
  }

  private void ahead(List<Encounter> visits) {
    var ids = visits.stream().map(Encounter::id).toList();
    var people = visits.stream().map(Encounter::patientId).toList();
    charged.ahead(ids);
    patients.ahead(people);
    authorizations.ahead(people);
    ledger.heldAhead(ids.stream().map(EncounterId::value).toList());
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
    return make(List.of(lines)).getFirst();
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
    return make(List.of(rest)).getFirst() instanceof CreateResult.Created made
        ? made.all()
        : List.of();
  }

  // The visit with those that its payer may want on the same claim, by day.
  private List<Encounter> near(Encounter visit) {
    var coverage = coverages.primary(visit.patientId(), visit.servedOn(), visit.accident());
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

  /// What becomes of one bill's charges.
  ///
  /// @param most lines that a claim of its kind holds
  private record Bill(List<Part<ClaimKey>> parts, int most, List<ClaimId> claims) {
    List<Part<ClaimKey>> covered() {
      return parts.stream().filter(part -> part.key().coverageId() != null).toList();
    }
  }

  /// @param bills the charges of each, of different people
  private List<CreateResult> make(List<List<BillableLine>> bills) {
    return ReadOnce.during(() -> {
      var made = freeze(bills.stream().map(this::partition).toList());
      made.forEach(this::tell);
      var scrubbed = scrub(made);
      for (Bill bill : made) {
        for (Part<ClaimKey> part : bill.parts) {
          if (part.key().coverageId() == null) byVisit(part).forEach(receivables::billPatient);
        }
      }
      audit.record(made.stream().flatMap(bill -> deeds(bill).stream()).toList());
      return made.stream().map(bill -> result(bill, scrubbed)).toList();
    });
  }

  private Bill partition(List<BillableLine> lines) {
    boolean isHospitals = charged.stay(lines.getFirst().visit()).isPresent();
    int most = isHospitals ? ClaimPartition.INSTITUTIONAL_LINES : ClaimPartition.PROFESSIONAL_LINES;
    return new Bill(
        ClaimPartition.of(keys.of(lines), most, diagnoses(lines)), most, new ArrayList<>());
  }

  private List<Bill> freeze(List<Bill> bills) {
    var wanted = new ArrayList<ClaimFreezing.Wanted>();
    for (Bill bill : bills) {
      var paidTold = new HashSet<EncounterId>();
      for (Part<ClaimKey> part : bill.covered()) {
        var policy = policy(part);
        wanted.add(
            new ClaimFreezing.Wanted(
                part,
                policy,
                payers.get(policy.payerId()),
                ClaimFreezing.Form.original(isWhole(part)),
                paidTold));
      }
    }
    var ids = freezing.freeze(wanted).iterator();
    for (Bill bill : bills) bill.covered().forEach(part -> bill.claims.add(ids.next()));
    return bills;
  }

  // The policy that the part's key was made of, with its subscriber as of the part's first day.
  private Coverage policy(Part<ClaimKey> part) {
    var first = part.lines().getFirst();
    return coverages.ofPatient(first.visit().patientId(), first.servedOn()).stream()
        .filter(one -> Objects.equals(part.key().coverageId(), one.id()))
        .findFirst()
        .orElseThrow();
  }

  // One claim of each bill at a time: a later part is looked at beside those before it.
  private Map<ClaimId, BilledClaim> scrub(List<Bill> bills) {
    var scrubbed = new HashMap<ClaimId, BilledClaim>();
    int longest = bills.stream().mapToInt(bill -> bill.claims.size()).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      int part = i;
      var ids =
          bills.stream()
              .filter(bill -> bill.claims.size() > part)
              .map(bill -> bill.claims.get(part))
              .toList();
      scrubbing.scrubWithOthers(ids).forEach(claim -> scrubbed.put(claim.id(), claim));
    }
    return scrubbed;
  }

  private static CreateResult result(Bill bill, Map<ClaimId, BilledClaim> scrubbed) {
    return bill.claims.isEmpty()
        ? new CreateResult.SelfPay()
        : created(bill.claims.stream().map(scrubbed::get).toList());
  }

  private List<AuditTrail.Deed> deeds(Bill bill) {
    long patient = bill.parts.getFirst().lines().getFirst().visit().patientId().value();
    var deeds = new ArrayList<AuditTrail.Deed>();
    for (ClaimId id : bill.claims) {
      deeds.add(new AuditTrail.Deed("created", "claim", id, patient, null));
    }
    if (isSplit(bill)) {
      deeds.add(new AuditTrail.Deed("split", "claim", bill.claims, null, whySplit(bill)));
    }
    return deeds;
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

  private static boolean isSplit(Bill bill) {
    return bill.parts.size() > 1 && !bill.claims.isEmpty();
  }

  // Writes into each part why it is one.
  private void tell(Bill bill) {
    if (!isSplit(bill)) return;
    String why = whySplit(bill);
    for (int i = 0; i < bill.claims.size(); i++) {
      updates.note(
          bill.claims.get(i),
          "Split",
          "Part %d of %d: %s".formatted(i + 1, bill.parts.size(), why),
          null,
          null);
    }
  }

  private static String whySplit(Bill bill) {
    var parts = bill.parts;
    var why = new LinkedHashSet<String>();
    for (Part<ClaimKey> part : parts) why.addAll(part.key().differences(parts.getFirst().key()));
    boolean isFull =
        parts.stream().collect(Collectors.groupingBy(Part::key)).values().stream()
            .anyMatch(same -> same.size() > 1);
    if (isFull) why.add("a claim holds %d lines and 12 diagnoses at most".formatted(bill.most));
    return String.join(", ", why);
  }
}
