package org.cleanclaim.coding.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cleanclaim.coding.document.Headings;
import org.cleanclaim.kernel.Finding;

/// The text of an attachment within a document: plain text, HTML, or a C-CDA document.
record AttachedText(List<Part> parts, List<Finding> findings) {
  AttachedText {
    parts = List.copyOf(parts);
    findings = List.copyOf(findings);
  }

  /// @param type as the document calls it: `text/plain; charset=utf-8`
  static AttachedText parts(byte[] bytes, String type, String place) {
    String kind = type.toLowerCase(Locale.ROOT).replaceAll(";.*", "").strip();
    boolean isText =
        kind.isEmpty() || kind.startsWith("text/") || kind.endsWith("xml") || kind.endsWith("html");
    if (!isText) {
      String why = "An attachment of type " + kind + " is not read.";
      return new AttachedText(List.of(), List.of(SourceFinding.NOT_READ.at(place, why)));
    }
    Decoded decoded = Decoded.of(bytes);
    if (decoded.text().isEmpty()) {
      boolean isEmpty = decoded.findings().isEmpty();
      String why = isEmpty ? "An attachment is empty." : "An attachment is not text.";
      return new AttachedText(List.of(), List.of(SourceFinding.NOT_READ.at(place, why)));
    }
    var findings = new ArrayList<>(decoded.findings());
    return switch (DocumentReader.format(decoded.text())) {
      case HTML -> new AttachedText(parts(HtmlText.of(decoded.text()), place), findings);
      case PLAIN_TEXT -> new AttachedText(parts(plain(decoded.text()), place), findings);
      case CDA -> {
        SourceDocument inner = CdaReader.read(place, decoded.text());
        findings.addAll(inner.findings());
        var lines = new ArrayList<Line>();
        for (Line line : plain(inner.text())) {
          lines.add(new Line(line.words(), line.number(), false, false));
        }
        yield new AttachedText(parts(lines, place), findings);
      }
      case FHIR, REFUSED -> {
        findings.add(SourceFinding.NOT_READ.at(place, "An attachment holds no document."));
        yield new AttachedText(List.of(), findings);
      }
    };
  }

  private static List<Line> plain(String text) {
    var lines = new ArrayList<Line>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (!line.isBlank()) lines.add(new Line(line.stripTrailing(), number, false, false));
    }
    return lines;
  }

  /// Parts by headings: what a heading of a note says begins a part of its own.
  static List<Part> parts(List<Line> lines, String place) {
    var parts = new ArrayList<Part>();
    var under = new ArrayList<Line>();
    String title = "Narrative";
    int begin = 1;
    for (Line line : lines) {
      String heading = Headings.of(line.words());
      if (heading.isEmpty()) {
        under.add(line);
        continue;
      }
      if (!under.isEmpty()) parts.add(new Part(title, "", place, begin, 0, under));
      under = new ArrayList<>();
      title = heading;
      begin = line.number();
      String rest = line.words().strip().substring(heading.length()).replaceFirst("^\\s*:\\s*", "");
      if (!rest.isBlank()) under.add(new Line(rest, line.number(), false, line.isRow()));
    }
    if (!under.isEmpty()) parts.add(new Part(title, "", place, begin, 0, under));
    return parts;
  }
}
