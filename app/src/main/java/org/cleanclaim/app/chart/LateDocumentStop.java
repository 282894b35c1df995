package org.cleanclaim.app.chart;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;
import org.springframework.stereotype.Component;

/// Keeps a chart from being made final while a document that came late lies there unread.
@Component
class LateDocumentStop implements FinalStop {
  private static final Citation SOURCE =
      new Citation(
          "ICD-10-CM Official Guidelines, introduction (the entire record is reviewed)",
          EffectivePeriod.from(LocalDate.of(2015, 10, 1)));

  private final LateDocuments late;

  LateDocumentStop(LateDocuments late) {
    this.late = late;
  }

  @Override
  public List<Finding> stops(EncounterId encounterId) {
    return late.of(encounterId).stream()
        .filter(d -> d.seenBy() == null)
        .map(LateDocumentStop::finding)
        .toList();
  }

  private static Finding finding(LateDocument document) {
    return new Finding(
        new RuleId("LATE-DOCUMENT-UNSEEN"),
        Layer.CHART,
        Severity.ERROR,
        Place.field("Documents"),
        "%s came after the chart was opened, and nobody has looked at it."
            .formatted(document.name()),
        "Read it, decide on what it brings, and say that you have looked at it.",
        null,
        SOURCE);
  }
}
