package org.cleanclaim.app.web.billing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.statement.Collections;
import org.cleanclaim.app.statement.CreditBalances;
import org.cleanclaim.app.statement.PatientPayments;
import org.cleanclaim.app.statement.ReceiptPdf;
import org.cleanclaim.app.statement.StatementRun;
import org.cleanclaim.app.web.BillingCsv;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// What patient billing gives out as files.
@Controller
class BillingFiles {
  private final PatientPayments payments;
  private final ReceiptPdf receipts;
  private final CreditBalances credits;
  private final Collections collections;
  private final StatementRun run;
  private final AuditTrail audit;

  BillingFiles(
      PatientPayments payments,
      ReceiptPdf receipts,
      CreditBalances credits,
      Collections collections,
      StatementRun run,
      AuditTrail audit) {
    this.payments = payments;
    this.receipts = receipts;
    this.credits = credits;
    this.collections = collections;
    this.run = run;
    this.audit = audit;
  }

  @GetMapping("/billing/receipts/{id}.pdf")
  ResponseEntity<byte[]> receipt(@PathVariable UUID id) {
    AccessDeniedForActor.unlessEither(Permission.SEE_LEDGER, Permission.TAKE_PAYMENT);
    var receipt = payments.find(id).orElseThrow();
    audit.read("receipt", receipt.receiptNumber(), receipt.patientId());
    return ResponseEntity.ok()
        .header("Content-Disposition", "inline; filename=\"receipt.pdf\"")
        .contentType(MediaType.APPLICATION_PDF)
        .body(receipts.of(receipt));
  }

  @GetMapping("/billing/drawer.csv")
  ResponseEntity<byte[]> drawer(@RequestParam LocalDate on) {
    AccessDeniedForActor.unlessEither(Permission.SEE_LEDGER, Permission.TAKE_PAYMENT);
    return csv("drawer-" + on, BillingCsv.drawer(on, payments.ofDay(on)));
  }

  @GetMapping("/billing/run.csv")
  ResponseEntity<byte[]> run(@RequestParam LocalDate on) {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    audit.record("exported", "statement run", on, null, null);
    return csv("statements-" + on, BillingCsv.run(run.preview(on)));
  }

  @GetMapping("/billing/credits.csv")
  ResponseEntity<byte[]> credits() {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    return csv("credits", BillingCsv.credits(credits.list()));
  }

  @GetMapping("/billing/collections/handed-over.csv")
  ResponseEntity<byte[]> handedOver(@RequestParam LocalDate on) {
    AccessDeniedForActor.unless(Permission.BILL_PATIENT);
    audit.record("exported", "collection file", on, null, "handed over");
    return csv("handed-over-" + on, BillingCsv.handedOver(on, collections.list()));
  }

  @GetMapping("/billing/collections/recalled.csv")
  ResponseEntity<byte[]> recalled(@RequestParam LocalDate on) {
    AccessDeniedForActor.unless(Permission.BILL_PATIENT);
    audit.record("exported", "collection file", on, null, "recalled");
    return csv("recalled-" + on, BillingCsv.recalled(on, collections.list()));
  }

  private static ResponseEntity<byte[]> csv(String name, String text) {
    return ResponseEntity.ok()
        .header("Content-Disposition", "attachment; filename=\"%s.csv\"".formatted(name))
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .body(text.getBytes(StandardCharsets.UTF_8));
  }
}
