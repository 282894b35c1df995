package org.cleanclaim.workforce.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cleanclaim.workforce.benchmark.Benchmarks;
import org.cleanclaim.workforce.benchmark.Dimension;
import org.cleanclaim.workforce.publisher.FigureFiles;
import org.cleanclaim.workforce.publisher.FigureTables;
import org.cleanclaim.workforce.publisher.Reading;
import org.cleanclaim.workforce.publisher.Workbooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureStoreTest {
  private static final String SURVEY =
      """
      dimension,key,population,stat,unit,amount,source,year
      state,FL,billers and coders,mean,annual,"61,000",AAPC,2024
      state,GA,"coders, ""certified\""",p90,annual,#,AAPC,2024
      """;

  @TempDir Path home;

  @Test
  void installedYearsStandBesideThoseThatComeWithTheProgram() throws IOException {
    var store = FigureStore.at(home.resolve("workforce"));

    assertThat(store.install(Workbooks.text("aapc-2024.csv", SURVEY)))
        .isInstanceOf(Reading.Read.class);

    Benchmarks all = store.open().benchmarks();
    assertThat(all.figures(Dimension.STATE, "FL"))
        .extracting(f -> f.source().year())
        .containsExactly(2021, 2021, 2024);
    assertThat(all.latest(Dimension.STATE))
        .filteredOn(f -> f.key().equals("FL"))
        .extracting(f -> f.source().year())
        .containsExactly(2024);
    assertThat(all.withheld())
        .singleElement()
        .satisfies(w -> assertThat(w.population()).isEqualTo("coders, \"certified\""));
  }

  @Test
  void aRefusedFileChangesNothing() throws IOException {
    var store = FigureStore.at(home);
    store.install(Workbooks.text("aapc-2024.csv", SURVEY));

    var reading = store.install(Workbooks.text("aapc-2024.csv", SURVEY + "state,ZZ\n"));

    assertThat(reading).isInstanceOf(Reading.Refused.class);
    assertThat(store.open().installed()).hasSize(1);
    assertThat(store.open().benchmarks().figures(Dimension.STATE, "FL")).hasSize(3);
  }

  @Test
  void aFileOfTheSameNameIsReplaced() throws IOException {
    var store = FigureStore.at(home);
    store.install(Workbooks.text("aapc-2024.csv", SURVEY));
    store.install(Workbooks.text("aapc-2024.csv", SURVEY.replace("61,000", "62,000")));

    assertThat(store.open().installed()).hasSize(1);
    assertThat(store.open().benchmarks().figures(Dimension.STATE, "FL"))
        .extracting(f -> f.annual().toString())
        .contains("62000.00")
        .doesNotContain("61000.00");
  }

  @Test
  void aDamagedCopyIsToldAndTheOthersAreRead() throws IOException {
    var store = FigureStore.at(home);
    store.install(Workbooks.text("aapc-2024.csv", SURVEY));
    store.install(Workbooks.text("b.csv", SURVEY));
    try (var files = Files.list(home)) {
      Path kept = files.filter(f -> f.getFileName().toString().startsWith("b")).findFirst().get();
      Files.write(kept, new byte[] {1, 2, 3});
    }

    assertThat(store.open().refused())
        .singleElement()
        .satisfies(r -> assertThat(r.file()).isEqualTo("b.csv"));
    assertThat(store.open().installed()).hasSize(1);
  }

  @Test
  void tablesThatAreWrittenSayTheSame() throws IOException {
    Benchmarks all = FigureFiles.builtIn();
    Benchmarks again = Benchmarks.NONE;
    for (var table : FigureTables.of(all).entrySet()) {
      var read = (Reading.Read) FigureFiles.read(Workbooks.text(table.getKey(), table.getValue()));
      again = again.with(read.benchmarks());
    }

    assertThat(again).isEqualTo(all);
  }
}
