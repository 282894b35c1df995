package org.cleanclaim.codesets.publisher;

import java.io.IOException;

/// The fiscal year in the `version` element of the XML files.
final class XmlYear {
  private XmlYear() {}

  /// The year, or 0 when the element holds something else.
  static int of(Xml xml) throws IOException {
    String text = xml.text();
    return text.matches("20\\d\\d") ? Integer.parseInt(text) : 0;
  }
}
