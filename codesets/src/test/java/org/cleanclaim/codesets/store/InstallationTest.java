package org.cleanclaim.codesets.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.SourceFile;
import org.cleanclaim.codesets.publication.CodePairs;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publisher.ReadResult;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run holds in memory, and when.
@NullUnmarked
class InstallationTest {
  private static final String PAIRS =
      "Column 1\tColumn 2\t\tEffective Date\tDeletion Date\tModifier\tRationale\n";
  private static final int PARTS = 40;

  @TempDir Path folder;

  private Installation installation;
  private int mostWhileReading;
  private final List<Integer> whileIndexing = new ArrayList<>();

  @Test
  void partsAreLetGoBeforeTheSearchesAreBuilt() throws Exception {
    var files = new ArrayList<SourceFile>();
    for (int i = 1; i <= PARTS; i++) {
      String row = "100%02d\t11055\t\t\t*\t1\tx\n".formatted(i);
      files.add(OrderFiles.file("ccipra-v302r0-f%d.txt".formatted(i), PAIRS + row));
    }
    files.add(OrderFiles.of("icd10cm_order_2026.txt", "#B88", "B880", "B881"));
    installation = new Installation(new StoreFolder(folder), null, this::look);

    assertThat(installation.install(files).outcomes())
        .hasOnlyElementsOfType(InstallReport.Installed.class);

    assertThat(mostWhileReading).isEqualTo(PARTS);
    assertThat(whileIndexing).isNotEmpty().containsOnly(0);
    var pairs =
        CodeStore.at(folder)
            .open()
            .rules(PublicationKind.PTP_PRACTITIONER, LocalDate.of(2024, 8, 1))
            .orElseThrow();
    assertThat(pairs.content(CodePairs.class).size()).isEqualTo(PARTS);
  }

  private void look(String step, int done, int of) {
    int held = held(installation);
    if (step.startsWith("Indexing")) whileIndexing.add(held);
    else mostWhileReading = Math.max(mostWhileReading, held);
  }

  /// How many tables can be reached from an object of the installation.
  private static int held(Object from) {
    return switch (from) {
      case Publication publication -> 1;
      case ReadResult.Changes changes -> 1;
      case Map<?, ?> map -> held(map.values());
      case Collection<?> all -> all.stream().mapToInt(InstallationTest::held).sum();
      case Installation run -> heldByFields(run);
      case Record row -> heldByFields(row);
      default -> 0;
    };
  }

  private static int heldByFields(Object owner) {
    int sum = 0;
    for (Field field : owner.getClass().getDeclaredFields()) sum += heldBy(field, owner);
    return sum;
  }

  private static int heldBy(Field field, Object owner) {
    if (Modifier.isStatic(field.getModifiers())) return 0;
    try {
      field.setAccessible(true);
      Object value = field.get(owner);
      return value == null ? 0 : held(value);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
