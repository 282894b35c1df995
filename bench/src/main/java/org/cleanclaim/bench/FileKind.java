package org.cleanclaim.bench;

/// Which files are read.
enum FileKind {
  CLAIMS("837P"),
  REMITTANCES("835");

  private static final long SEED = 20260302;

  private final String label;

  FileKind(String label) {
    this.label = label;
  }

  /// The transaction set as people call it.
  String label() {
    return label;
  }

  FileGenerator generator() {
    return switch (this) {
      case CLAIMS -> new ClaimFileGenerator(SEED);
      case REMITTANCES -> new RemittanceFileGenerator(SEED);
    };
  }
}
