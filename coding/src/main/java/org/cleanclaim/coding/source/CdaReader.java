package org.cleanclaim.coding.source;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// Reads a ClinicalDocument: the narrative of its sections, which is what was signed. Entries,
/// which repeat the narrative for machines, are passed over. A document type is refused, so that no
/// entity can reach out of the file or grow.
///
/// Source: HL7 CDA R2 narrative block; C-CDA R2.1 section codes.
final class CdaReader {
  private static final int DEEPEST = 200;
  private static final Set<String> BLOCKS =
      Set.of("paragraph", "list", "table", "thead", "tbody", "tfoot", "caption", "br", "text");
  private static final XMLInputFactory FACTORY = factory();

  private final List<Part> parts = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Deque<String> path = new ArrayDeque<>();
  private final Deque<OpenSection> open = new ArrayDeque<>();
  private @Nullable LineMaker narrative;
  private @Nullable LocalDate servedOn;
  private @Nullable LocalDate born;
  private Sex sex = Sex.UNKNOWN;
  private final StringBuilder attachment = new StringBuilder();
  private String attachmentType = "";

  /// A section under way; its place in the list of parts is kept for it.
  private static final class OpenSection {
    private final int line;
    private final int place;
    private String title = "";
    private String loinc = "";
    private List<Line> lines = List.of();

    OpenSection(int line, int place) {
      this.line = line;
      this.place = place;
    }
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  /// What was read, or what is wrong with it.
  static SourceDocument read(String name, String xml) {
    var reader = new CdaReader();
    try {
      reader.walk(xml);
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
      reader.findings.add(
          SourceFinding.DAMAGED.at("line " + line, "The XML is not well formed, or ends early."));
    }
    return reader.document(name);
  }

  private SourceDocument document(String name) {
    List<Part> all = new ArrayList<>(parts);
    if (!attachmentType.isEmpty()) all.addAll(attached());
    var text = SectionedText.of(all);
    return new SourceDocument(
        name,
        DocumentFormat.CDA,
        text.draft().text(),
        text.sections(),
        text.draft().passages(),
        servedOn,
        born,
        sex,
        findings);
  }

  private List<Part> attached() {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(attachment.toString().strip());
      var parts = AttachedText.parts(bytes, attachmentType, "nonXMLBody");
      findings.addAll(parts.findings());
      return parts.parts();
    } catch (IllegalArgumentException e) {
      findings.add(SourceFinding.NOT_READ.at("nonXMLBody", "The body is not base64."));
      return List.of();
    }
  }

  private void walk(String xml) throws XMLStreamException {
    XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(xml));
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD -> {
          findings.add(
              SourceFinding.DAMAGED.at(
                  "line " + line(reader),
                  "The file declares a document type, which C-CDA has not."));
          return;
        }
        case XMLStreamConstants.START_ELEMENT -> {
          path.push(reader.getLocalName());
          if (path.size() > DEEPEST) {
            findings.add(
                SourceFinding.DAMAGED.at(
                    "line " + line(reader), "Elements are nested too deep for a document."));
            return;
          }
          start(reader);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            characters(reader);
        case XMLStreamConstants.END_ELEMENT -> {
          end(reader);
          path.pop();
        }
        default -> {}
      }
    }
  }

  private static int line(XMLStreamReader reader) {
    return Math.max(1, reader.getLocation().getLineNumber());
  }

  private boolean isBelow(String parent, String element) {
    if (!element.equals(path.peek())) return false;
    return path.stream().skip(1).findFirst().filter(parent::equals).isPresent();
  }

  private void start(XMLStreamReader reader) throws XMLStreamException {
    String element = reader.getLocalName();
    if (narrative != null) {
      block(narrative, element, reader);
      return;
    }
    switch (element) {
      case "section" -> {
        parts.add(new Part("", "", "", 1, 0, List.of()));
        open.push(new OpenSection(line(reader), parts.size() - 1));
      }
      case "code" -> {
        OpenSection section = open.peek();
        if (section != null && isBelow("section", "code")) {
          section.loinc = attribute(reader, "code");
        }
      }
      case "text" -> {
        if (isBelow("section", "text")) narrative = new LineMaker();
        if (isBelow("nonXMLBody", "text")) attachmentType = attribute(reader, "mediaType");
      }
      case "effectiveTime", "low" -> visitDay(reader);
      case "high" -> lastDay(reader);
      case "birthTime" -> {
        if (isOfThePatient(element)) born = day(attribute(reader, "value"));
      }
      case "administrativeGenderCode" -> {
        if (isOfThePatient(element)) sex = Sex.ofCode(attribute(reader, "code"));
      }
      default -> {}
    }
  }

  private static String attribute(XMLStreamReader reader, String name) {
    String value = reader.getAttributeValue(null, name);
    return value == null ? "" : value.strip();
  }

  /// Relatives of a family history are described with the same elements.
  private boolean isOfThePatient(String element) {
    return isBelow("patient", element) && path.contains("recordTarget");
  }

  private void visitDay(XMLStreamReader reader) {
    boolean isVisit = path.contains("encompassingEncounter") && open.isEmpty();
    if (isVisit && servedOn == null) servedOn = day(attribute(reader, "value"));
  }

  /// A stay is coded by the code sets of its last day.
  private void lastDay(XMLStreamReader reader) {
    boolean isVisit = path.contains("encompassingEncounter") && open.isEmpty();
    @Nullable LocalDate last = isVisit ? day(attribute(reader, "value")) : null;
    if (last != null) servedOn = last;
  }

  /// The day of a time stamp such as `202603121530-0500`.
  private static @Nullable LocalDate day(String stamp) {
    if (!stamp.matches("\\d{8}.*")) return null;
    return Days.of(stamp.substring(0, 4), stamp.substring(4, 6), stamp.substring(6, 8))
        .orElse(null);
  }

  private void block(LineMaker made, String element, XMLStreamReader reader) {
    switch (element) {
      case "item" -> made.item();
      case "tr" -> made.row();
      case "content" -> {
        if (attribute(reader, "revised").equals("delete")) path.push("deleted");
      }
      default -> {
        if (!BLOCKS.contains(element)) return;
        if (made.isInRow()) made.text(" ", line(reader));
        else made.end();
      }
    }
  }

  private void characters(XMLStreamReader reader) {
    String text = reader.getText();
    if (narrative != null) {
      // the place is that of the end of the event, so that lines within it are counted back
      long within = text.chars().filter(c -> c == '\n').count();
      int first = (int) Math.max(1, line(reader) - within);
      if (!path.contains("deleted")) narrative.text(text, first);
      return;
    }
    OpenSection section = open.peek();
    if (section != null && isBelow("section", "title")) section.title += text;
    if (isBelow("nonXMLBody", "text")) attachment.append(text);
  }

  private void end(XMLStreamReader reader) {
    String element = reader.getLocalName();
    if ("deleted".equals(path.peek())) path.pop();
    OpenSection section = open.peek();
    if (narrative != null) {
      switch (element) {
        case "text" -> {
          if (section != null) section.lines = narrative.lines();
          narrative = null;
        }
        case "item", "paragraph", "caption", "list" -> {
          if (narrative.isInRow()) narrative.text(" ", line(reader));
          else narrative.end();
        }
        case "tr" -> narrative.endRow();
        case "td" -> narrative.endCell();
        case "th" -> narrative.endHeadingCell();
        default -> {}
      }
      return;
    }
    if (element.equals("section") && section != null) {
      open.pop();
      String title = section.title.replaceAll("\\s+", " ").strip();
      String place = "section " + (title.isEmpty() ? section.loinc : title);
      parts.set(
          section.place,
          new Part(title, section.loinc, place, section.line, open.size(), section.lines));
    }
  }
}
