package org.cleanclaim.edits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.codesets.publication.RuleTables.Table;
import org.cleanclaim.edits.ncci.NcciTables;

/// The starter tables with a few rows of a physician fee schedule: the global days of some codes.
final class FeeScheduleSets {
  static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
  static final Scrubber SCRUBBER = Scrubber.of(of(), NcciTables.starter());

  private FeeScheduleSets() {}

  static CodeSets of() {
    var values =
        new Table(
            "values",
            List.of("hcpcs", "mod", "global"),
            List.of(
                List.of("27447", "", "090"),
                List.of("11042", "", "000"),
                List.of("10060", "", "010"),
                List.of("99213", "", "XXX"),
                List.of("93000", "", "XXX"),
                List.of("93000", "26", "090"),
                List.of("22614", "", "ZZZ")));
    var all = new ArrayList<>(CodeSets.starter().publications());
    all.add(
        InstalledPublication.of(
            new Publication(
                PublicationKind.MPFS_RVU,
                "test",
                FIRST_DAY,
                "test",
                false,
                new RuleTables(List.of(values)))));
    return CodeSets.of(all);
  }
}
