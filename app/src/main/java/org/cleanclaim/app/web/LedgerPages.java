package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.ledger.Books;
import org.cleanclaim.app.ledger.Closings;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.Receivables;
import org.cleanclaim.app.ledger.WriteOffs;
import org.cleanclaim.app.storage.ListPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The books: balances, what is owed on a day, closes, the journal, write-offs that wait.
@Controller
class LedgerPages {
  private final Pages pages;
  private final Ledger ledger;
  private final Receivables receivables;
  private final Books books;
  private final Closings closings;
  private final WriteOffs writeOffs;
  private final Clock clock;

  LedgerPages(
      Pages pages,
      Ledger ledger,
      Receivables receivables,
      Books books,
      Closings closings,
      WriteOffs writeOffs,
      Clock clock) {
    this.pages = pages;
    this.ledger = ledger;
    this.receivables = receivables;
    this.books = books;
    this.closings = closings;
    this.writeOffs = writeOffs;
    this.clock = clock;
  }

  @GetMapping("/ledger")
  ResponseEntity<String> books(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable LocalDate on,
      @RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_FIGURES);
    var day = on == null ? LocalDate.now(clock) : on;
    var values = new LinkedHashMap<String, Object>();
    values.put("day", day);
    values.put("balances", ledger.balances());
    var owed = receivables.asOf(day, null);
    values.put("receivables", owed);
    values.put("ages", AgedBars.of(owed));
    values.put("closings", closings.all());
    values.put("writeOffs", writeOffs.list(page));
    return pages.page(request, "ledger", "Books", "ledger/books.jte", values);
  }

  /// What is owed on a day as a file.
  @GetMapping(value = "/ledger/receivables.csv", produces = "text/csv")
  ResponseEntity<String> receivables(@RequestParam LocalDate on) {
    AccessDeniedForActor.unless(Permission.SEE_FIGURES);
    return CsvAnswer.of(
        "receivables-" + on + ".csv",
        List.of("party", "0-30", "31-60", "61-90", "91-120", "over_120", "owed", "credits"),
        receivables.asOf(on, null),
        r ->
            Csv.line(
                r.party(),
                r.days0to30(),
                r.days31to60(),
                r.days61to90(),
                r.days91to120(),
                r.over120(),
                r.owed(),
                r.credits()));
  }

  /// The write-offs that people asked for as a file.
  @GetMapping(value = "/ledger/write-offs.csv", produces = "text/csv")
  ResponseEntity<String> writeOffs() {
    AccessDeniedForActor.unless(Permission.SEE_FIGURES);
    return CsvAnswer.of(
        "write-offs.csv",
        List.of("patient", "claim", "reason", "note", "amount", "asked_by", "state", "decided_by"),
        ListPage.whole(writeOffs::list),
        w ->
            Csv.line(
                w.patient(),
                w.claim(),
                w.reason().title(),
                w.note(),
                w.amount(),
                w.requestedBy(),
                w.status(),
                w.decidedBy()));
  }

  @PostMapping("/ledger/closings")
  ResponseEntity<String> close(
      @RequestParam Closings.Kind kind,
      @RequestParam LocalDate through,
      @RequestParam(defaultValue = "") String note) {
    AccessDeniedForActor.unless(Permission.CLOSE_BOOKS);
    books.close(kind, through, note.isBlank() ? null : note.strip());
    return seeOther();
  }

  @GetMapping(value = "/ledger/journal.csv", produces = "text/csv")
  ResponseEntity<String> journal(@RequestParam LocalDate from, @RequestParam LocalDate through) {
    AccessDeniedForActor.unless(Permission.CLOSE_BOOKS);
    return CsvAnswer.of(
        "journal-%s-%s.csv".formatted(from, through), JournalCsv.of(books.journal(from, through)));
  }

  @PostMapping("/ledger/write-offs/{id}")
  ResponseEntity<String> decide(
      @PathVariable UUID id,
      @RequestParam String action,
      @RequestParam(defaultValue = "") String reason) {
    AccessDeniedForActor.unless(Permission.APPROVE_WRITE_OFF);
    if (action.equals("approve")) writeOffs.approve(id);
    else writeOffs.refuse(id, reason);
    return seeOther();
  }

  private static ResponseEntity<String> seeOther() {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/ledger")).build();
  }
}
