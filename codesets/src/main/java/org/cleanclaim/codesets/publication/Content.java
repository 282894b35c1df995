package org.cleanclaim.codesets.publication;

/// What a table holds; one record for each shape.
public sealed interface Content
    permits CodeClasses,
        CodeList,
        CodeChanges,
        TabularList,
        AlphabeticIndex,
        TermTable,
        ExemptCodes,
        Crosswalk,
        ProcedureTables,
        Definitions,
        PartedContent {

  /// How many rows of the publisher's it has, for the count that is shown.
  int size();
}
