package org.cleanclaim.coding.source;

/// What a file turned out to be, by its content.
public enum DocumentFormat {
  PLAIN_TEXT("plain text"),
  HTML("HTML"),
  /// HL7 Clinical Document Architecture, C-CDA R2.1.
  CDA("C-CDA"),
  /// HL7 FHIR R4 as JSON.
  FHIR("FHIR"),
  /// Nothing that text can be read from.
  REFUSED("not read");

  private final String inWords;

  DocumentFormat(String inWords) {
    this.inWords = inWords;
  }

  public String inWords() {
    return inWords;
  }
}
