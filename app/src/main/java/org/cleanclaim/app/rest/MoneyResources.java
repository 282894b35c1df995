package org.cleanclaim.app.rest;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.intake.Intake;
import org.cleanclaim.app.intake.IntakeReport;
import org.cleanclaim.app.intake.UntakenFiles;
import org.cleanclaim.app.intake.UntakenFiles.UntakenFile;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.remittance.BookedDay;
import org.cleanclaim.app.remittance.BookedDays;
import org.cleanclaim.app.remittance.FoundClaims;
import org.cleanclaim.app.remittance.FoundClaims.FoundClaim;
import org.cleanclaim.app.remittance.RemittanceCounts;
import org.cleanclaim.app.remittance.Remittances;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.app.worklist.Worklists;
import org.cleanclaim.app.worklist.Worklists.ListedRemittance;
import org.cleanclaim.kernel.remittance.BalanceProof;
import org.cleanclaim.kernel.remittance.Remittance;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Remittances, patient accounts, and files of payers coming in.
@RestController
@RequestMapping("/api/v1")
class MoneyResources {

  /// A remittance with its balance proof; of a large one the first claims, and the counts of all.
  ///
  /// @param found the claims of ours that its payments were found to be for, and how
  /// @param booked where its day is closed: the day for which it counts instead
  record RemittanceResource(
      RemittanceCounts counts,
      Remittance content,
      List<FoundClaim> found,
      @Nullable BookedDay booked,
      List<BalanceProof.Equation> proof) {}

  /// A patient with what is owed, in dollars with two decimals.
  record PatientResource(
      UUID id, String accountNumber, String name, LocalDate bornOn, String balance) {}

  /// @param reason what became of it
  record Settled(@Nullable String reason) {}

  private final Worklists worklists;
  private final Remittances remittances;
  private final FoundClaims found;
  private final BookedDays booked;
  private final Patients patients;
  private final Ledger ledger;
  private final Intake intake;
  private final UntakenFiles untaken;
  private final AuditTrail audit;

  MoneyResources(
      Worklists worklists,
      Remittances remittances,
      FoundClaims found,
      BookedDays booked,
      Patients patients,
      Ledger ledger,
      Intake intake,
      UntakenFiles untaken,
      AuditTrail audit) {
    this.worklists = worklists;
    this.remittances = remittances;
    this.found = found;
    this.booked = booked;
    this.patients = patients;
    this.ledger = ledger;
    this.intake = intake;
    this.untaken = untaken;
    this.audit = audit;
  }

  @GetMapping("/remittances")
  ListPage<ListedRemittance> remittances(@RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_REMITTANCE);
    return worklists.remittances(page);
  }

  @GetMapping("/remittances/{id}")
  RemittanceResource remittance(
      @PathVariable UUID id, @RequestParam(defaultValue = "1") int claims) {
    AccessDeniedForActor.unless(Permission.SEE_REMITTANCE);
    var content = remittances.content(id, claims).orElseThrow();
    audit.record("read", "remittance", id, null, null);
    var counts = remittances.counts(id);
    int shown = content.claims().size();
    int first = FoundClaims.first(claims, shown, counts.claims());
    return new RemittanceResource(
        counts,
        content,
        found.of(id, first, first + shown - 1).values().stream()
            .sorted(Comparator.comparingInt(FoundClaim::position))
            .toList(),
        booked.of(id).orElse(null),
        remittances.proof(id));
  }

  @GetMapping("/patients")
  ListPage<PatientResource> patients(
      @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    return patients.search(q, page).map(this::resource);
  }

  @GetMapping("/patients/{id}")
  PatientResource patient(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    var patient = patients.find(id).orElseThrow();
    audit.read("patient", patient.id(), patient.id().value());
    return resource(patient);
  }

  private PatientResource resource(Patient patient) {
    return new PatientResource(
        patient.publicId(),
        patient.accountNumber(),
        patient.name().display(),
        patient.bornOn(),
        ledger.patientBalance(patient.id().value()).toString());
  }

  /// Takes one X12 file. The content is its own idempotency key: the same bytes again change
  /// nothing. Received files of which something found nobody, the oldest first.
  @GetMapping("/files/untaken")
  ListPage<UntakenFile> untaken(@RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    return untaken.open(page);
  }

  /// Says what became of one.
  @PostMapping("/files/untaken/{id}/settle")
  ResponseEntity<Void> settle(@PathVariable UUID id, @RequestBody Settled body) {
    untaken.settle(id, BodyFields.text(body.reason()));
    return ResponseEntity.noContent().build();
  }

  @PostMapping(value = "/files", consumes = "application/edi-x12")
  IntakeReport file(@RequestParam String name, @RequestBody byte[] content) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    return intake.receive(name, content);
  }
}
