package org.cleanclaim.coding.source;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// A file made ready for coding. Evidence points into `text`, which for plain text is the file's
/// own and for other formats the text taken out of it; [#origin] says where a character came from.
///
/// @param name of the file
/// @param text empty when nothing could be read
/// @param sections in the order of the text, without gaps
/// @param passages in the order of the text, one for each of its lines
/// @param servedOn the day of service where the document states one, else null
/// @param born the patient's birth date where the document states it, else null
/// @param findings what could not be read or was left out, and why
public record SourceDocument(
    String name,
    DocumentFormat format,
    String text,
    List<DocumentSection> sections,
    List<Passage> passages,
    @Nullable LocalDate servedOn,
    @Nullable LocalDate born,
    Sex sex,
    List<Finding> findings) {
  public SourceDocument {
    sections = List.copyOf(sections);
    passages = List.copyOf(passages);
    findings = List.copyOf(findings);
  }

  /// Whether codes may be proposed from it: it has a text and nothing speaks against reading it.
  public boolean isCodable() {
    return !text.isBlank() && findings.stream().noneMatch(f -> f.severity() == Severity.ERROR);
  }

  /// The title of the section that a character stands in; empty before the first heading.
  public String section(int offset) {
    int low = 0;
    int high = sections.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      DocumentSection section = sections.get(middle);
      if (offset < section.start()) high = middle - 1;
      else if (offset >= section.end()) low = middle + 1;
      else return section.title();
    }
    return "";
  }

  /// Where in the file a character of the text came from.
  public Passage origin(int offset) {
    return passages.isEmpty() ? new Passage(0, "", 1) : passages.get(passage(offset));
  }

  /// The line of the text, from 1, that a character stands on.
  public int line(int offset) {
    return passage(offset) + 1;
  }

  private int passage(int offset) {
    int low = 0;
    int high = Math.max(0, passages.size() - 1);
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (passages.get(middle).start() <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  @Override
  public String toString() {
    return "SourceDocument[masked]";
  }
}
