package org.cleanclaim.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.CompiledTables;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.SearchEntries;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.search.CodeSearchIndex;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;

class KeptWordingsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

  private final Map<String, byte[]> kept = new HashMap<>();
  private final CompiledTables tables =
      (key, maker) -> ByteBuffer.wrap(kept.computeIfAbsent(key, k -> maker.get()));

  private CodingEngine engine(String title) {
    var row = new CodeList.Row("I10", title, "", true, null, null, Map.of());
    var codes =
        InstalledPublication.of(
            new Publication(
                PublicationKind.ICD10CM_CODES,
                "test",
                LocalDate.of(2025, 10, 1),
                "test",
                true,
                new CodeList(List.of(row))));
    return CodingEngine.of(
        CodeSets.of(
            List.of(codes), edition -> CodeSearchIndex.inMemory(SearchEntries.of(edition)), tables),
        DAY);
  }

  private static CodingProposal propose(CodingEngine engine) {
    return engine.propose(
        new Documentation(
            "d",
            "ASSESSMENT\n1. Hypertension.\n2. Goutiness.",
            EncounterSetting.OUTPATIENT,
            DAY,
            null,
            Sex.UNKNOWN));
  }

  @Test
  void theSameTablesAreCompiledOnce() {
    CodingProposal first = propose(engine("Hypertension"));
    CodingProposal second = propose(engine("Hypertension"));

    assertThat(kept).as("wordings and titles").hasSize(2);
    assertThat(first.suggestions()).isNotEmpty();
    assertThat(second).isEqualTo(first);
  }

  @Test
  void otherTablesAreCompiledAnew() {
    propose(engine("Hypertension"));
    CodingProposal other = propose(engine("Goutiness"));

    assertThat(kept).hasSize(4);
    assertThat(other.suggestions().getFirst().evidence().getFirst().quote()).isEqualTo("Goutiness");
  }
}
