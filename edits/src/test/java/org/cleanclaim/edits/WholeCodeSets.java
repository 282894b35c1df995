package org.cleanclaim.edits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;

/// The starter tables with small tables over them that count as complete, so that a missing code is
/// an invalid one.
final class WholeCodeSets {
  private WholeCodeSets() {}

  static CodeSets of() {
    var all = new ArrayList<>(CodeSets.starter().publications());
    all.add(table(PublicationKind.ICD10CM_CODES, "I10", "F0280"));
    all.add(table(PublicationKind.HCPCS_CODES, "G0439"));
    all.add(table(PublicationKind.MODIFIERS, "25", "59"));
    all.add(table(PublicationKind.TAXONOMY, "207Q00000X"));
    return CodeSets.of(all);
  }

  private static InstalledPublication table(PublicationKind kind, String... codes) {
    var rows =
        Arrays.stream(codes)
            .map(c -> new CodeList.Row(c, title(c), "", true, null, null, Map.of()))
            .toList();
    var list = new CodeList(rows);
    return InstalledPublication.of(
        new Publication(kind, "test", LocalDate.of(2026, 1, 1), "a test's table", false, list));
  }

  private static String title(String code) {
    return code.equals("F0280") ? "Dementia in diseases classified elsewhere" : code;
  }
}
