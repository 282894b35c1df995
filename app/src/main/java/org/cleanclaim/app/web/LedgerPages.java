package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.ledger.Books;
import org.cleanclaim.app.ledger.Closings;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.Receivables;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The books: balances, what is owed on a day, closes, the journal.
@Controller
class LedgerPages {
  private final Pages pages;
  private final Ledger ledger;
  private final Receivables receivables;
  private final Books books;
  private final Closings closings;
  private final Organizations organizations;

  LedgerPages(
      Pages pages,
      Ledger ledger,
      Receivables receivables,
      Books books,
      Closings closings,
      Organizations organizations) {
    this.pages = pages;
    this.ledger = ledger;
    this.receivables = receivables;
    this.books = books;
    this.closings = closings;
    this.organizations = organizations;
  }

  @GetMapping("/ledger")
  ResponseEntity<String> books(
      HttpServletRequest request, @RequestParam(required = false) @Nullable LocalDate on) {
    AccessDeniedForActor.unless(Permission.SEE_FIGURES);
    var day = on == null ? organizations.today() : on;
    var values = new LinkedHashMap<String, Object>();
    values.put("day", day);
    values.put("balances", ledger.balances());
    var owed = receivables.asOf(day, null);
    values.put("receivables", owed);
    values.put("ages", AgedBars.of(owed));
    values.put("closings", closings.all());
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

  private static ResponseEntity<String> seeOther() {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/ledger")).build();
  }
}
