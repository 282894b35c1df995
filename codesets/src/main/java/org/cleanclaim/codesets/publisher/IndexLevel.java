package org.cleanclaim.codesets.publisher;

/// The level of a subterm in the XML indexes.
final class IndexLevel {
  private IndexLevel() {}

  static int of(Xml xml) throws DamagedFile {
    String level = xml.attribute("level");
    if (!level.matches("[1-9]\\d?")) throw xml.damage("The term has no level.");
    return Integer.parseInt(level);
  }
}
