package org.cleanclaim.app.web;

import java.util.List;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.remittance.DepositLists;
import org.cleanclaim.app.remittance.ExceptionQueue;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.app.worklist.Worklists;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The lists about payers' payments as files.
@Controller
class RemittanceFiles {
  private final Worklists worklists;
  private final ExceptionQueue exceptions;
  private final DepositLists deposits;

  RemittanceFiles(Worklists worklists, ExceptionQueue exceptions, DepositLists deposits) {
    this.worklists = worklists;
    this.exceptions = exceptions;
    this.deposits = deposits;
  }

  @GetMapping(value = "/remittances.csv", produces = "text/csv")
  ResponseEntity<String> remittances() {
    AccessDeniedForActor.unless(Permission.SEE_REMITTANCE);
    return CsvAnswer.of(
        "remittances.csv",
        List.of("trace", "payer", "paid_on", "status", "claims", "unmatched", "amount"),
        ListPage.whole(worklists::remittances),
        r ->
            Csv.line(
                r.trace(), r.payer(), r.paidOn(), r.status(), r.claims(), r.unmatched(), r.paid()));
  }

  @GetMapping(value = "/remittances/exceptions.csv", produces = "text/csv")
  ResponseEntity<String> exceptions(@RequestParam(defaultValue = "ALL") ExceptionQueue.Shown show) {
    AccessDeniedForActor.unless(Permission.SEE_REMITTANCE);
    return CsvAnswer.of(
        "exceptions.csv",
        List.of("what", "trace", "payer", "paid_on", "claim", "place", "sentence", "amount"),
        ListPage.whole(page -> exceptions.open(show, page)),
        x ->
            Csv.line(
                x.kind().title(),
                x.trace(),
                x.payer(),
                x.paidOn(),
                x.claimControlNumber(),
                x.place(),
                x.sentence(),
                x.amount()));
  }

  @GetMapping(value = "/remittances/bank/deposits.csv", produces = "text/csv")
  ResponseEntity<String> openDeposits() {
    AccessDeniedForActor.unless(Permission.SEE_REMITTANCE);
    return CsvAnswer.of(
        "deposits.csv",
        List.of("deposited_on", "amount", "trace", "description", "days"),
        ListPage.whole(deposits::withoutRemittance),
        d -> Csv.line(d.depositedOn(), d.amount(), d.trace(), d.description(), d.ageInDays()));
  }

  @GetMapping(value = "/remittances/bank/missing.csv", produces = "text/csv")
  ResponseEntity<String> missingDeposits() {
    AccessDeniedForActor.unless(Permission.SEE_REMITTANCE);
    return CsvAnswer.of(
        "missing-deposits.csv",
        List.of("paid_on", "trace", "payer", "amount", "days"),
        ListPage.whole(deposits::withoutDeposit),
        m -> Csv.line(m.paidOn(), m.trace(), m.payer(), m.paid(), m.ageInDays()));
  }
}
