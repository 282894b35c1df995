package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.LedgerRefusal;
import org.cleanclaim.app.ledger.WriteOffLimits;
import org.cleanclaim.app.ledger.WriteOffs;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.app.web.billing.Shown;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Write-offs that people asked for: those that wait for a second person, and all of them.
@Controller
class WriteOffPages {
  private static final String LIST = "/ledger/write-offs";

  private final Pages pages;
  private final WriteOffs writeOffs;
  private final WriteOffLimits limits;
  private final Claims claims;
  private final Patients patients;

  WriteOffPages(
      Pages pages, WriteOffs writeOffs, WriteOffLimits limits, Claims claims, Patients patients) {
    this.pages = pages;
    this.writeOffs = writeOffs;
    this.limits = limits;
    this.claims = claims;
    this.patients = patients;
  }

  /// @param asked the one that was just asked for
  @GetMapping(LIST)
  ResponseEntity<String> list(
      HttpServletRequest request,
      @RequestParam(defaultValue = "OPEN") Shown state,
      @RequestParam(required = false) @Nullable UUID asked,
      @RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    var values = new LinkedHashMap<String, Object>();
    values.put("writeOffs", shown(state).apply(page));
    values.put("state", state);
    values.put("word", asked == null ? "" : word(asked));
    return pages.page(request, "billing", "Write-offs", "writeoff/list.jte", values);
  }

  private IntFunction<ListPage<WriteOffs.WriteOff>> shown(Shown state) {
    return switch (state) {
      case OPEN -> writeOffs::waiting;
      case ALL -> writeOffs::list;
    };
  }

  private String word(UUID asked) {
    var writeOff = writeOffs.find(asked).orElseThrow();
    String about = writeOff.claim() == null ? writeOff.patient() : "claim " + writeOff.claim();
    String amount = writeOff.amount().grouped();
    return switch (writeOff.status()) {
      case POSTED -> "$%s of %s is written off.".formatted(amount, about);
      case REFUSED -> "$%s of %s was refused.".formatted(amount, about);
      case WAITING ->
          "$%s of %s waits for a second person: with what you gave up of it in the last 30 days it is above your limit of $%s."
              .formatted(amount, about, limits.ofActor().grouped());
    };
  }

  /// The list as a file.
  @GetMapping(value = LIST + ".csv", produces = "text/csv")
  ResponseEntity<String> file(@RequestParam(defaultValue = "OPEN") Shown state) {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    return CsvAnswer.of(
        "write-offs.csv",
        List.of(
            "patient",
            "claim",
            "reason",
            "note",
            "amount",
            "asked_by",
            "asked_on",
            "state",
            "decided_by"),
        ListPage.whole(shown(state)),
        w ->
            Csv.line(
                w.patient(),
                w.claim(),
                w.reason().title(),
                w.note(),
                w.amount(),
                w.requestedBy(),
                w.requestedAt().toString().substring(0, 10),
                w.status(),
                w.decidedBy()));
  }

  /// Asks for one: of what a payer owes of a claim, or of what a patient owes.
  @PostMapping(LIST)
  ResponseEntity<String> ask(
      @RequestParam(required = false) @Nullable String claim,
      @RequestParam(required = false) @Nullable UUID patient,
      @RequestParam WriteOffs.Reason reason,
      @RequestParam(defaultValue = "") String amount,
      @RequestParam(defaultValue = "") String note) {
    var given =
        Money.parse(amount.strip())
            .orElseThrow(() ->
                new LedgerRefusal(
                    "\"%s\" is no amount in dollars. Go back and correct it.".formatted(amount)));
    var asked = writeOffs.request(request(claim, patient, reason, note, given));
    return seeOther(LIST + "?asked=" + asked.id());
  }

  private WriteOffs.Request request(
      @Nullable String claim,
      @Nullable UUID patient,
      WriteOffs.Reason reason,
      String note,
      Money amount) {
    if (claim != null) {
      var billed = claims.findByControlNumber(claim).orElseThrow();
      return new WriteOffs.Request(
          Account.INSURANCE_RECEIVABLE,
          billed.patientId().value(),
          billed.id().value(),
          reason,
          note,
          amount);
    }
    if (patient == null) throw new LedgerRefusal("Name a claim or a patient.");
    long id = patients.find(patient).orElseThrow().id().value();
    return new WriteOffs.Request(Account.PATIENT_RECEIVABLE, id, null, reason, note, amount);
  }

  @PostMapping(LIST + "/{id}")
  ResponseEntity<String> decide(
      @PathVariable UUID id,
      @RequestParam String action,
      @RequestParam(defaultValue = "") String reason) {
    if (action.equals("approve")) writeOffs.approve(id);
    else writeOffs.refuse(id, reason);
    return seeOther(LIST);
  }

  private static ResponseEntity<String> seeOther(String address) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
  }
}
