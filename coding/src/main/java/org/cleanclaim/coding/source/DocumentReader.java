package org.cleanclaim.coding.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.cleanclaim.coding.document.Headings;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// Reads a file of documentation by what it is, whatever its name says. Never fails: what cannot be
/// read is a finding of the document.
public final class DocumentReader {
  /// The largest file that is read, in bytes.
  public static final int LARGEST = 50_000_000;

  private static final Pattern CDA = Pattern.compile("<(?:\\w+:)?ClinicalDocument[\\s>]");
  private static final Pattern OTHER_XML = Pattern.compile("^\\s*<\\?xml|^\\s*<\\w+[^>]*xmlns=");
  private static final Pattern HTML =
      Pattern.compile(
          "(?i)^\\s*(?:<!--.*?-->\\s*)?<(?:!doctype html|html|head|body|div|p|table|h[1-6])\\b");
  private static final int HEAD = 4_000;

  private DocumentReader() {}

  /// @param name of the file, for messages
  public static SourceDocument read(String name, byte[] bytes) {
    if (bytes.length > LARGEST) {
      return refused(name, List.of(SourceFinding.TOO_LARGE.at("", "50 MB")));
    }
    Decoded decoded = Decoded.of(bytes);
    if (decoded.text().isBlank()) {
      return refused(
          name,
          decoded.findings().isEmpty() ? List.of(SourceFinding.EMPTY.at("")) : decoded.findings());
    }
    SourceDocument read =
        switch (format(decoded.text())) {
          case CDA -> CdaReader.read(name, decoded.text());
          case FHIR -> FhirReader.read(name, decoded.text());
          case HTML -> html(name, decoded.text());
          case PLAIN_TEXT -> plain(name, decoded.text());
          case REFUSED ->
              refused(
                  name,
                  List.of(
                      SourceFinding.DAMAGED.at(
                          "", "The file is XML or JSON, and neither C-CDA nor FHIR as JSON.")));
        };
    return judged(read, decoded.findings());
  }

  /// Reads a text that is kept as such, for example one taken out of a file before; what it looks
  /// like is not asked.
  public static SourceDocument ofText(String name, String text) {
    return judged(plain(name, text), List.of());
  }

  /// The characters of a file as they stand; empty when it is no text.
  public static String characters(byte[] bytes) {
    return Decoded.of(bytes).text();
  }

  static DocumentFormat format(String text) {
    String head = text.substring(0, Math.min(text.length(), HEAD));
    String begin = head.stripLeading();
    if (CDA.matcher(head).find()) return DocumentFormat.CDA;
    if (begin.startsWith("{")) {
      return text.contains("\"resourceType\"") ? DocumentFormat.FHIR : json(begin);
    }
    if (HTML.matcher(head).find()) return DocumentFormat.HTML;
    if (!OTHER_XML.matcher(head).find()) return DocumentFormat.PLAIN_TEXT;
    boolean isHtml = head.contains("http://www.w3.org/1999/xhtml");
    return isHtml ? DocumentFormat.HTML : DocumentFormat.REFUSED;
  }

  private static DocumentFormat json(String begin) {
    return begin.matches("(?s)\\{\\s*\".*") ? DocumentFormat.REFUSED : DocumentFormat.PLAIN_TEXT;
  }

  private static SourceDocument refused(String name, List<Finding> findings) {
    return new SourceDocument(
        name, DocumentFormat.REFUSED, "", List.of(), List.of(), null, null, Sex.UNKNOWN, findings);
  }

  private static SourceDocument html(String name, String html) {
    var draft = new TextDraft();
    for (Line line : HtmlText.of(html)) {
      if (line.isHeading()) draft.gap();
      boolean isUnknown = line.isHeading() && Headings.of(line.words()).isEmpty();
      if (isUnknown && draft.length() > 0) draft.line("Other section:", "", line.number());
      draft.line(line.words(), "", line.number());
    }
    return byHeadings(name, DocumentFormat.HTML, draft.text(), draft.passages(), List.of());
  }

  private static SourceDocument plain(String name, String text) {
    Checkboxes boxes = Checkboxes.of(text);
    List<Finding> findings =
        boxes.unchecked() == 0
            ? List.of()
            : List.of(SourceFinding.UNCHECKED.at("", boxes.unchecked()));
    var passages = new ArrayList<Passage>();
    int line = 1;
    passages.add(new Passage(0, "", line));
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      passages.add(new Passage(at + 1, "", ++line));
    }
    return byHeadings(name, DocumentFormat.PLAIN_TEXT, boxes.text(), passages, findings);
  }

  private static SourceDocument byHeadings(
      String name,
      DocumentFormat format,
      String text,
      List<Passage> passages,
      List<Finding> findings) {
    var sections = new ArrayList<DocumentSection>();
    String title = "";
    int start = 0;
    for (int at = 0; at < text.length(); ) {
      int end = text.indexOf('\n', at);
      if (end < 0) end = text.length();
      String heading = Headings.of(text.substring(at, end));
      if (!heading.isEmpty()) {
        if (at > start) sections.add(new DocumentSection(title, "", start, at));
        start = at;
        title = heading;
      }
      at = end + 1;
    }
    if (text.length() > start) {
      sections.add(new DocumentSection(title, "", start, text.length()));
    }
    Days.Stated stated = Days.ofService(text);
    Set<LocalDate> days = stated.days();
    var all = new ArrayList<>(findings);
    if (days.isEmpty() && !stated.unreadable().isEmpty()) {
      all.add(SourceFinding.UNREADABLE_DAY.at("", stated.unreadable().getFirst()));
    }
    if (days.size() > 1) all.add(SourceFinding.SEVERAL_DAYS.at(""));
    @Nullable LocalDate servedOn = days.size() == 1 ? days.iterator().next() : null;
    return new SourceDocument(
        name, format, text, sections, passages, servedOn, null, Sex.UNKNOWN, all);
  }

  /// What the text as a whole says about itself.
  private static SourceDocument judged(SourceDocument read, List<Finding> before) {
    var findings = new ArrayList<>(before);
    findings.addAll(read.findings());
    boolean isRefused = findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    if (!isRefused && read.text().isBlank()) {
      findings.add(SourceFinding.EMPTY.at(""));
    } else if (!isRefused && Templates.isUnfilled(read.text())) {
      findings.add(SourceFinding.TEMPLATE.at(""));
    } else if (!isRefused) {
      Language.foreign(read.text())
          .ifPresent(language -> findings.add(SourceFinding.LANGUAGE.at("", language)));
    }
    return new SourceDocument(
        read.name(),
        read.format(),
        read.text(),
        read.sections(),
        read.passages(),
        read.servedOn(),
        read.born(),
        read.sex(),
        findings);
  }
}
