package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Walks an XML file element by element. Document types and outside entities are switched off.
final class Xml implements AutoCloseable {
  private static final XMLInputFactory FACTORY = factory();

  private final InputStream stream;
  private final XMLStreamReader reader;
  private int depth;

  /// Opens the file and stands at its root element.
  Xml(InputStream stream) throws IOException {
    this.stream = stream;
    try {
      this.reader = FACTORY.createXMLStreamReader(stream);
    } catch (XMLStreamException e) {
      stream.close();
      throw damage(e);
    }
    while (next() != XMLStreamConstants.START_ELEMENT) {}
  }

  /// What is done with a child element; whatever it leaves unread is skipped.
  interface Child {
    void read(String name) throws IOException;
  }

  String name() {
    return reader.getLocalName();
  }

  int line() {
    return reader.getLocation().getLineNumber();
  }

  /// The attribute, or empty.
  String attribute(String name) {
    String value = reader.getAttributeValue(null, name);
    return value == null ? "" : value.strip();
  }

  DamagedFile damage(String reason) {
    return new DamagedFile(line(), reason);
  }

  /// Visits each child of the current element and ends behind the element.
  void children(Child child) throws IOException {
    int level = depth;
    while (true) {
      int event = next();
      if (event == XMLStreamConstants.END_ELEMENT && depth < level) return;
      if (event == XMLStreamConstants.START_ELEMENT) {
        child.read(name());
        while (depth > level) next();
      }
    }
  }

  /// The element's text with all below it, blanks collapsed.
  String text() throws IOException {
    var text = new StringBuilder();
    int level = depth;
    while (true) {
      int event = next();
      if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        text.append(reader.getText());
      } else if (event == XMLStreamConstants.END_ELEMENT && depth < level) {
        return collapse(text);
      }
    }
  }

  /// The element's text apart from the elements of these names below it, whose texts go to
  /// `asides`.
  String textWithout(List<String> names, List<String> asides) throws IOException {
    var text = new StringBuilder();
    int level = depth;
    while (true) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT && names.contains(name())) {
        asides.add(text());
        text.append(' ');
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        text.append(reader.getText());
      } else if (event == XMLStreamConstants.END_ELEMENT && depth < level) {
        return collapse(text);
      }
    }
  }

  /// A term's title, its nonessential modifiers kept apart.
  Title title() throws IOException {
    var modifiers = new ArrayList<String>();
    String text = textWithout(List.of("nemod"), modifiers);
    return new Title(text, String.join(" ", modifiers));
  }

  /// The words of a term and its nonessential modifiers.
  record Title(String text, String nonessential) {
    static final Title NONE = new Title("", "");

    boolean isEmpty() {
      return text.isEmpty() && nonessential.isEmpty();
    }
  }

  /// Reads on behind the root element, so that nothing follows it.
  void finish() throws IOException {
    while (next() != XMLStreamConstants.END_DOCUMENT) {}
  }

  static String collapse(CharSequence text) {
    return text.toString().replaceAll("[\\s\\u00A0]+", " ").strip();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }

  private int next() throws IOException {
    try {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) depth++;
      if (event == XMLStreamConstants.END_ELEMENT) depth--;
      return event;
    } catch (XMLStreamException e) {
      throw damage(e);
    }
  }

  private static DamagedFile damage(XMLStreamException e) {
    if (e.getNestedException() instanceof DamagedFile damaged) return damaged;
    int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    boolean isCut =
        message.contains("start and end within the same entity")
            || message.contains("premature end");
    return new DamagedFile(
        line, isCut ? "The XML file ends early." : "The XML is not well formed here.");
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }
}
