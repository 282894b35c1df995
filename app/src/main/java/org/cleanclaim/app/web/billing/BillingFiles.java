package org.cleanclaim.app.web.billing;

import java.time.LocalDate;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.statement.AgencyNews;
import org.cleanclaim.app.statement.Collections;
import org.cleanclaim.app.statement.CreditBalances;
import org.cleanclaim.app.statement.ReceiptLists;
import org.cleanclaim.app.statement.ReceiptPdf;
import org.cleanclaim.app.statement.StatementRun;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.app.web.BillingCsv;
import org.cleanclaim.app.web.CsvAnswer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// What patient billing gives out as files.
@Controller
class BillingFiles {
  private final ReceiptLists receiptLists;
  private final ReceiptPdf receipts;
  private final CreditBalances credits;
  private final Collections collections;
  private final AgencyNews news;
  private final StatementRun run;
  private final AuditTrail audit;

  BillingFiles(
      ReceiptLists receiptLists,
      ReceiptPdf receipts,
      CreditBalances credits,
      Collections collections,
      AgencyNews news,
      StatementRun run,
      AuditTrail audit) {
    this.receiptLists = receiptLists;
    this.receipts = receipts;
    this.credits = credits;
    this.collections = collections;
    this.news = news;
    this.run = run;
    this.audit = audit;
  }

  @GetMapping("/billing/receipts/{id}.pdf")
  ResponseEntity<byte[]> receipt(@PathVariable UUID id) {
    AccessDeniedForActor.unlessEither(Permission.SEE_LEDGER, Permission.TAKE_PAYMENT);
    var receipt = receiptLists.find(id).orElseThrow();
    audit.read("receipt", receipt.receiptNumber(), receipt.patientId());
    return ResponseEntity.ok()
        .header("Content-Disposition", "inline; filename=\"receipt.pdf\"")
        .contentType(MediaType.APPLICATION_PDF)
        .body(receipts.of(receipt));
  }

  @GetMapping(value = "/billing/drawer.csv", produces = "text/csv")
  ResponseEntity<String> drawer(@RequestParam LocalDate on) {
    AccessDeniedForActor.unlessEither(Permission.SEE_LEDGER, Permission.TAKE_PAYMENT);
    return CsvAnswer.of("drawer-" + on + ".csv", BillingCsv.drawer(on, receiptLists.ofDay(on)));
  }

  @GetMapping(value = "/billing/run.csv", produces = "text/csv")
  ResponseEntity<String> run(@RequestParam LocalDate on) {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    audit.record("exported", "statement run", on, null, null);
    return CsvAnswer.of("statements-" + on + ".csv", BillingCsv.run(run.preview(on)));
  }

  @GetMapping(value = "/billing/credits.csv", produces = "text/csv")
  ResponseEntity<String> credits() {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    return CsvAnswer.of("credits.csv", BillingCsv.credits(credits.list()));
  }

  @GetMapping(value = "/billing/collections/handed-over.csv", produces = "text/csv")
  ResponseEntity<String> handedOver(@RequestParam LocalDate on) {
    AccessDeniedForActor.unless(Permission.BILL_PATIENT);
    audit.record("exported", "collection file", on, null, "handed over");
    return CsvAnswer.of(
        "handed-over-" + on + ".csv", BillingCsv.handedOver(on, ListPage.whole(collections::list)));
  }

  @GetMapping(value = "/billing/collections/told.csv", produces = "text/csv")
  ResponseEntity<String> told(@RequestParam LocalDate on) {
    AccessDeniedForActor.unless(Permission.BILL_PATIENT);
    audit.record("exported", "collection file", on, null, "told");
    return CsvAnswer.of("told-" + on + ".csv", BillingCsv.told(news.toldOn(on)));
  }

  @GetMapping(value = "/billing/collections/recalled.csv", produces = "text/csv")
  ResponseEntity<String> recalled(@RequestParam LocalDate on) {
    AccessDeniedForActor.unless(Permission.BILL_PATIENT);
    audit.record("exported", "collection file", on, null, "recalled");
    return CsvAnswer.of(
        "recalled-" + on + ".csv", BillingCsv.recalled(on, ListPage.whole(collections::list)));
  }
}
