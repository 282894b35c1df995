package org.cleanclaim.app.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Books;
import org.cleanclaim.app.ledger.Closings;
import org.cleanclaim.app.ledger.LedgerHash;
import org.cleanclaim.app.ledger.Receivables;
import org.cleanclaim.app.ledger.WriteOffs;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.app.web.JournalCsv;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The books: what is owed on a day, the journal, closes, write-offs.
@RestController
@RequestMapping("/api/v1")
class LedgerResources {

  /// @param kind DAY or PERIOD
  record CloseBody(@Nullable String kind, @Nullable LocalDate through, @Nullable String note) {}

  /// @param claim our number; the payer's balance is given up, else the patient's
  record WriteOffBody(
      @Nullable String claim,
      @Nullable UUID patient,
      @Nullable String reason,
      @Nullable String note,
      @Nullable String amount) {}

  /// @param why in words
  record Refusal(@Nullable String why) {}

  private final Receivables receivables;
  private final Books books;
  private final Closings closings;
  private final LedgerHash hash;
  private final WriteOffs writeOffs;
  private final Claims claims;
  private final Patients patients;

  LedgerResources(
      Receivables receivables,
      Books books,
      Closings closings,
      LedgerHash hash,
      WriteOffs writeOffs,
      Claims claims,
      Patients patients) {
    this.receivables = receivables;
    this.books = books;
    this.closings = closings;
    this.hash = hash;
    this.writeOffs = writeOffs;
    this.claims = claims;
    this.patients = patients;
  }

  @GetMapping("/ledger/receivables")
  List<Receivables.Aged> receivables(
      @RequestParam LocalDate on, @RequestParam(required = false) @Nullable Instant known) {
    AccessDeniedForActor.unless(Permission.SEE_FIGURES);
    return receivables.asOf(on, known);
  }

  @GetMapping(value = "/ledger/journal.csv", produces = "text/csv")
  String journal(@RequestParam LocalDate from, @RequestParam LocalDate through) {
    AccessDeniedForActor.unless(Permission.CLOSE_BOOKS);
    return JournalCsv.of(books.journal(from, through));
  }

  @GetMapping("/ledger/hash")
  Map<String, String> hash(@RequestParam(required = false) @Nullable LocalDate through) {
    AccessDeniedForActor.unless(Permission.CLOSE_BOOKS);
    return Map.of("hash", hash.of(through));
  }

  @GetMapping("/ledger/closings")
  List<Closings.Closing> closings() {
    AccessDeniedForActor.unless(Permission.CLOSE_BOOKS);
    return closings.all();
  }

  @PostMapping("/ledger/closings")
  List<Closings.Closing> close(@RequestBody CloseBody body) {
    AccessDeniedForActor.unless(Permission.CLOSE_BOOKS);
    if (body.through() == null) throw new BadInput("Name the last day in \"through\".");
    books.close(kind(body.kind()), body.through(), body.note());
    return closings.all();
  }

  private static Closings.Kind kind(@Nullable String text) {
    if ("DAY".equalsIgnoreCase(text)) return Closings.Kind.DAY;
    if ("PERIOD".equalsIgnoreCase(text)) return Closings.Kind.PERIOD;
    throw new BadInput("\"kind\" is DAY or PERIOD.");
  }

  @GetMapping("/write-offs")
  ListPage<WriteOffs.WriteOff> writeOffs(@RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.WRITE_OFF);
    return writeOffs.list(page);
  }

  @PostMapping("/write-offs")
  WriteOffs.WriteOff writeOff(@RequestBody WriteOffBody body) {
    AccessDeniedForActor.unless(Permission.WRITE_OFF);
    var amount =
        Money.parse(body.amount() == null ? "" : body.amount())
            .orElseThrow(() -> new BadInput("\"amount\" is no amount in dollars."));
    WriteOffs.Reason reason;
    try {
      reason = WriteOffs.Reason.valueOf(String.valueOf(body.reason()).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new BadInput("\"reason\" is one of " + List.of(WriteOffs.Reason.values()) + ".");
    }
    String note = body.note() == null ? "" : body.note();
    if (body.claim() != null) {
      var claim = claims.findByControlNumber(body.claim()).orElseThrow();
      return writeOffs.request(
          new WriteOffs.Request(
              Account.INSURANCE_RECEIVABLE,
              claim.patientId().value(),
              claim.id().value(),
              reason,
              note,
              amount));
    }
    if (body.patient() == null) throw new BadInput("Name a \"claim\" or a \"patient\".");
    var patient = patients.find(body.patient()).orElseThrow();
    return writeOffs.request(
        new WriteOffs.Request(
            Account.PATIENT_RECEIVABLE, patient.id().value(), null, reason, note, amount));
  }

  @PostMapping("/write-offs/{id}/approve")
  WriteOffs.WriteOff approve(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.APPROVE_WRITE_OFF);
    return writeOffs.approve(id);
  }

  @PostMapping("/write-offs/{id}/refuse")
  WriteOffs.WriteOff refuse(@PathVariable UUID id, @RequestBody Refusal refusal) {
    AccessDeniedForActor.unless(Permission.APPROVE_WRITE_OFF);
    return writeOffs.refuse(id, refusal.why() == null ? "" : refusal.why());
  }
}
