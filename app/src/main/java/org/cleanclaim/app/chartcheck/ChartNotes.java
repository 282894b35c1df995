package org.cleanclaim.app.chartcheck;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.coding.check.ChartDocument;
import org.cleanclaim.coding.source.SourceDocument;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Place;

/// The notes of a chart that its codes can be compared with, and what is to be said of all of them.
///
/// @param findings also of notes that cannot be compared with: no text, no filled in form, another
///   language
record ChartNotes(List<ChartDocument> documents, List<Finding> findings) {
  ChartNotes {
    documents = List.copyOf(documents);
    findings = List.copyOf(findings);
  }

  static ChartNotes of(List<SourceDocument> notes) {
    var documents = new ArrayList<ChartDocument>();
    var findings = new ArrayList<Finding>();
    for (SourceDocument note : notes) {
      if (note.isCodable()) documents.add(new ChartDocument(note.name(), note.text()));
      note.findings().forEach(finding -> findings.add(in(note, finding)));
    }
    return new ChartNotes(documents, findings);
  }

  private static Finding in(SourceDocument note, Finding finding) {
    String within = finding.place().equals(Place.WHOLE) ? "" : ", " + finding.place().inWords();
    return new Finding(
        finding.rule(),
        finding.layer(),
        finding.severity(),
        Place.field("Note " + note.name() + within),
        finding.message(),
        finding.remedy(),
        null,
        finding.source());
  }
}
