package org.cleanclaim.app.computed;

import java.util.List;
import org.cleanclaim.app.pricing.StayGrouping;
import org.cleanclaim.coding.visit.VisitWorksheet;
import org.cleanclaim.kernel.Finding;

/// What the codes of a chart come to as they stand. No money: what a code pays has no place beside
/// the decision on it.
///
/// @param findings what the guidelines object to
public record ComputedChart(Outcome outcome, List<Finding> findings) {
  public ComputedChart {
    findings = List.copyOf(findings);
  }

  /// By the kind of visit.
  public sealed interface Outcome {
    /// A stay, grouped with discharge home and presence on admission as coded.
    record Stay(StayGrouping.Result result) implements Outcome {}

    /// Visits: the level that each document supports.
    ///
    /// @param unread names of documents whose diagnoses cannot be read; the findings say why
    record Visit(List<DocumentLevel> documents, List<String> unread) implements Outcome {
      public Visit {
        documents = List.copyOf(documents);
        unread = List.copyOf(unread);
      }
    }

    /// No diagnosis is coded yet.
    record NothingCoded() implements Outcome {}
  }

  /// The worksheet of a document.
  public record DocumentLevel(long documentId, String name, VisitWorksheet worksheet) {}
}
