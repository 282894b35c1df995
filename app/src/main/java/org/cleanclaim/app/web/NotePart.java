package org.cleanclaim.app.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.cleanclaim.app.chart.Chart;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.kernel.code.CodeSystem;

/// A stretch of a note with the codes that it supports.
///
/// @param start its place in the document, in UTF-16 characters
/// @param codes empty for plain text
/// @param written the codes as people write them
public record NotePart(
    int start, String text, List<String> codes, List<String> written, boolean isDecided) {

  public int end() {
    return start + text.length();
  }

  private record Span(int start, int end, String code, String written, boolean isDecided) {}

  /// Cuts a document at every border of an evidence span.
  static List<NotePart> of(long documentId, String body, Chart chart) {
    var spans = spans(Long.toString(documentId), body.length(), chart);
    var borders = new TreeSet<Integer>(List.of(0, body.length()));
    for (Span span : spans) {
      borders.add(span.start());
      borders.add(span.end());
    }
    var parts = new ArrayList<NotePart>();
    int start = 0;
    for (int end : borders.tailSet(0, false)) {
      int from = start;
      var over = spans.stream().filter(s -> s.start() <= from && s.end() >= end).toList();
      parts.add(
          new NotePart(
              from,
              body.substring(from, end),
              over.stream().map(Span::code).distinct().toList(),
              over.stream().map(Span::written).distinct().toList(),
              over.stream().anyMatch(Span::isDecided)));
      start = end;
    }
    return parts;
  }

  private static List<Span> spans(String documentId, int length, Chart chart) {
    var spans = new ArrayList<Span>();
    for (var code : chart.codes())
      add(spans, documentId, length, code.evidence(), code.system(), code.code(), true);
    for (var suggestion : chart.suggestions()) {
      if (suggestion.decision() == null) {
        add(
            spans,
            documentId,
            length,
            suggestion.evidence(),
            suggestion.system(),
            suggestion.code(),
            false);
      }
    }
    for (var service : chart.services()) {
      if (service.decision() != Chart.Decision.REJECTED) {
        add(
            spans,
            documentId,
            length,
            service.evidence(),
            CodeSystem.HCPCS,
            service.code().value(),
            service.isAccepted());
      }
    }
    spans.sort(Comparator.comparingInt(Span::start));
    return spans;
  }

  private static void add(
      List<Span> spans,
      String documentId,
      int length,
      List<Evidence> evidence,
      CodeSystem system,
      String code,
      boolean isDecided) {
    for (Evidence e : evidence) {
      if (e.documentId().equals(documentId) && e.start() >= 0 && e.end() <= length) {
        spans.add(new Span(e.start(), e.end(), code, system.written(code), isDecided));
      }
    }
  }
}
