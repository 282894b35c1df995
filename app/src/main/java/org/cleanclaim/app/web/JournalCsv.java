package org.cleanclaim.app.web;

import java.util.List;
import org.cleanclaim.app.ledger.Books.JournalLine;

/// The journal as comma-separated values, for an accountant's program.
public final class JournalCsv {
  private JournalCsv() {}

  /// One line for each entry, debit and credit in columns of their own.
  public static String of(List<JournalLine> lines) {
    var text = new StringBuilder();
    text.append(
        Csv.line(
            "posting",
            "date",
            "document_date",
            "kind",
            "account",
            "debit",
            "credit",
            "claim",
            "payer",
            "line",
            "memo",
            "source",
            "posted_at",
            "posted_by"));
    text.append("\r\n");
    for (JournalLine line : lines) {
      text.append(
          Csv.line(
              line.posting(),
              line.effectiveOn(),
              line.documentOn(),
              line.kind(),
              line.account(),
              line.debit(),
              line.credit(),
              line.claim(),
              line.payer(),
              line.line(),
              line.memo(),
              line.source(),
              line.postedAt(),
              line.actor()));
      text.append("\r\n");
    }
    return text.toString();
  }
}
