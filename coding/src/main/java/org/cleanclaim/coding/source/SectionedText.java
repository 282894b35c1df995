package org.cleanclaim.coding.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cleanclaim.coding.document.Headings;
import org.cleanclaim.coding.document.SectionKind;

/// One text of the sections of a structured document. Each begins with a heading that the reader of
/// notes knows; a section whose title says nothing to it states no diagnosis.
final class SectionedText {
  /// A problem list is what was known before where the document has an assessment of its own.
  private static final String KNOWN_BEFORE = "Past medical history";

  private static final String UNKNOWN = "Other section";
  private static final Pattern OVER =
      Pattern.compile("(?i)(?:^|, )(?:resolved|inactive|completed|in remission|remission)(?:$|,)");

  private final TextDraft draft = new TextDraft();
  private final List<DocumentSection> sections = new ArrayList<>();
  private final boolean hasAssessment;

  private SectionedText(List<Part> parts) {
    this.hasAssessment =
        parts.stream()
            .anyMatch(part ->
                !isProblemList(part)
                    && !part.lines().isEmpty()
                    && Headings.kind(heading(part)) == SectionKind.ASSESSMENT);
  }

  static SectionedText of(List<Part> parts) {
    var text = new SectionedText(parts);
    parts.forEach(text::add);
    return text;
  }

  TextDraft draft() {
    return draft;
  }

  List<DocumentSection> sections() {
    return sections;
  }

  private void add(Part part) {
    if (part.lines().isEmpty()) return;
    boolean isProblemList = isProblemList(part);
    String heading = isProblemList && hasAssessment ? KNOWN_BEFORE : heading(part);
    List<Line> now = part.lines();
    List<Line> over = List.of();
    if (isProblemList) {
      now = part.lines().stream().filter(line -> !isOver(line)).toList();
      over = part.lines().stream().filter(SectionedText::isOver).toList();
    }
    write(part, heading, now);
    write(part, KNOWN_BEFORE, over);
  }

  private static boolean isProblemList(Part part) {
    return part.loinc().equals(SectionCodes.PROBLEM_LIST);
  }

  private static boolean isOver(Line line) {
    return line.isRow() && OVER.matcher(line.words()).find();
  }

  private void write(Part part, String heading, List<Line> lines) {
    if (lines.isEmpty()) return;
    draft.gap();
    int start = draft.length();
    draft.line(heading + ":", part.place(), part.line());
    boolean saysTitle = !part.title().isBlank() && !part.title().equalsIgnoreCase(heading);
    if (heading.equals(UNKNOWN) && saysTitle) draft.line(part.title(), part.place(), part.line());
    for (Line line : lines) draft.line(line.words(), part.place(), line.number());
    String title = part.title().isBlank() ? heading : part.title();
    sections.add(new DocumentSection(title, part.loinc(), start, draft.length()));
  }

  private static String heading(Part part) {
    if (isProblemList(part)) return "Problem list";
    return SectionCodes.heading(part.loinc())
        .orElseGet(() -> Headings.kind(part.title()) == null ? UNKNOWN : part.title());
  }
}
