package org.cleanclaim.app.web;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.statement.AgencyNews.Told;
import org.cleanclaim.app.statement.Collections;
import org.cleanclaim.app.statement.Collections.Placement;
import org.cleanclaim.app.statement.CreditBalances.Credit;
import org.cleanclaim.app.statement.Dunning.Decision;
import org.cleanclaim.app.statement.PatientPayments.ReversalCause;
import org.cleanclaim.app.statement.Receipt;
import org.cleanclaim.app.statement.StatementRun;

/// Files of patient billing.
public final class BillingCsv {
  private static final String END = "\r\n";

  private BillingCsv() {}

  /// What a day's drawers took, and what was taken back on it with a minus.
  public static String drawer(LocalDate day, List<Receipt> receipts) {
    var lines =
        new StringBuilder("drawer,method,receipt,patient,account,amount,reference,by" + END);
    for (Receipt r : receipts) {
      if (r.receivedOn().equals(day)) {
        lines
            .append(
                Csv.line(
                    r.drawer(),
                    r.method(),
                    r.receiptNumber(),
                    r.patient(),
                    r.account(),
                    r.amount(),
                    r.reference(),
                    r.receivedBy()))
            .append(END);
      }
      if (day.equals(r.reversedOn())) {
        ReversalCause cause = r.reversedFor();
        lines
            .append(
                Csv.line(
                    r.drawer(),
                    r.method(),
                    r.receiptNumber(),
                    r.patient(),
                    r.account(),
                    r.amount().negated(),
                    cause == null ? "" : cause.title(),
                    r.receivedBy()))
            .append(END);
      }
    }
    return lines.toString();
  }

  /// The run of statements: what would go out, and what stays and why.
  public static String run(List<StatementRun.Line> run) {
    var lines = new StringBuilder("account,to,balance,due,goes_out,step,next_on,why" + END);
    for (StatementRun.Line x : run) {
      var standing = x.standing();
      String account = standing.household().holder().accountNumber();
      String to = standing.household().responsible();
      lines
          .append(
              switch (x.decision()) {
                case Decision.Send s ->
                    Csv.line(
                        account,
                        to,
                        standing.balance(),
                        standing.due(),
                        "yes",
                        s.isFinal() ? "final notice" : s.step(),
                        s.nextOn(),
                        null);
                case Decision.Wait w ->
                    Csv.line(
                        account,
                        to,
                        standing.balance(),
                        standing.due(),
                        "no",
                        null,
                        w.until(),
                        w.reason());
              })
          .append(END);
    }
    return lines.toString();
  }

  public static String credits(List<Credit> credits) {
    var lines =
        new StringBuilder(
            "patient,payer,claim,payment,credit,refundable,asked,since,cause,waits_for" + END);
    for (Credit c : credits) {
      lines
          .append(
              Csv.line(
                  c.name(),
                  c.payer(),
                  c.claim(),
                  c.place(),
                  c.amount(),
                  c.refundable(),
                  c.asked(),
                  c.since(),
                  c.cause(),
                  c.waitsFor() == null ? null : c.waitsFor().what()))
          .append(END);
    }
    return lines.toString();
  }

  /// What was handed over on a day; no diagnosis and no service goes to an agency.
  public static String handedOver(LocalDate on, List<Placement> placements) {
    var lines =
        new StringBuilder("placement,agency,account,name,amount,first statement,handed over" + END);
    for (Placement p : placements) {
      if (!p.placedOn().equals(on)) continue;
      lines
          .append(
              Csv.line(
                  p.id(),
                  p.agency(),
                  p.account(),
                  p.name(),
                  p.amount(),
                  p.firstStatementOn(),
                  p.placedOn()))
          .append(END);
    }
    return lines.toString();
  }

  /// What was called back on a day, with what was due of it then.
  public static String recalled(LocalDate on, List<Placement> placements) {
    var lines =
        new StringBuilder("placement,agency,account,name,recalled,why,handed over,due" + END);
    for (Placement p : placements) {
      boolean isOfDay = p.status() == Collections.Status.RECALLED && on.equals(p.endedOn());
      if (!isOfDay) continue;
      lines
          .append(
              Csv.line(
                  p.id(),
                  p.agency(),
                  p.account(),
                  p.name(),
                  p.endedOn(),
                  p.endedWhy(),
                  p.amount(),
                  p.endedDue()))
          .append(END);
    }
    return lines.toString();
  }

  /// What agencies were told on a day: how much is due by now, and what they have to wait for.
  public static String told(List<Told> told) {
    var lines =
        new StringBuilder(
            "placement,agency,account,name,asked before,due,waits for,why,told" + END);
    for (Told t : told) {
      lines
          .append(
              Csv.line(
                  t.placement(),
                  t.agency(),
                  t.account(),
                  t.name(),
                  t.before(),
                  t.amount(),
                  t.causes(),
                  t.why(),
                  t.toldOn()))
          .append(END);
    }
    return lines.toString();
  }
}
