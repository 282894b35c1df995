package org.cleanclaim.workforce.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.workforce.publisher.Workbooks.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.workforce.benchmark.Benchmarks;
import org.cleanclaim.workforce.benchmark.Dimension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureFilesTest {
  private static final String HEADING = "dimension,key,population,stat,unit,amount,source,year\n";

  private static Reading read(String rows) throws IOException {
    return FigureFiles.read(text("survey.csv", HEADING + rows));
  }

  @Test
  void theBuiltInTablesAreReadToTheLastRow() throws IOException {
    Benchmarks builtIn = FigureFiles.builtIn();

    assertThat(builtIn.figures()).hasSize(rows("pay_benchmarks.tsv"));
    assertThat(builtIn.headcounts()).hasSize(rows("employment.tsv"));
    assertThat(builtIn.effects()).hasSize(rows("pay_effects.tsv"));
    assertThat(builtIn.credentials())
        .containsExactly("CCA", "CCS", "CCS-P", "CIC", "COC", "CPB", "CPC", "CPC-P", "CRC");
  }

  /// The lines of a built-in table below its heading.
  private static int rows(String name) throws IOException {
    try (var stream = Benchmarks.class.getResourceAsStream(name)) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return (int) text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).count() - 1;
    }
  }

  @Test
  void readsASurveyWithThousandsSeparatorsQuotesAndMarks() throws IOException {
    var read =
        (Reading.Read)
            read(
                """
                metro,"Tampa, FL",coders,mean,annual,"$61,250",AAPC,2025
                state,Florida,coders,median,hourly,28.5,AAPC,2025
                state,GA,coders,mean,annual,*,AAPC,2025
                """);

    assertThat(read.benchmarks().figures(Dimension.METRO, "tampa, fl"))
        .singleElement()
        .satisfies(f -> assertThat(f.annual()).isEqualTo(Money.of("61250")));
    assertThat(read.benchmarks().figures(Dimension.STATE, "FL"))
        .singleElement()
        .satisfies(f -> {
          assertThat(f.annual()).isEqualTo(Money.of("59280"));
          assertThat(f.source().article()).isEqualTo("survey.csv");
        });
    assertThat(read.benchmarks().withheld()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "state,FL,coders,mean,annual,61250,AAPC                 |        | 7 cells",
        "metro,Tampa, FL,coders,mean,annual,61250,AAPC,2025     |        | 9 cells",
        "state,FL,coders,annual,mean,61250,AAPC,2025            | STAT   | no such statistic",
        "state,FL,coders,mean,annual,AAPC,61250,2025            | AMOUNT | is no number",
        "state,FL,coders,mean,annual,61250,2025,AAPC            | YEAR   | is no year",
        "county,FL,coders,mean,annual,61250,AAPC,2025           | DIMENSION | no such dimension",
        "state,ZZ,coders,mean,annual,61250,AAPC,2025            | KEY    | no such state",
        "state,FL,,mean,annual,61250,AAPC,2025                  | POPULATION | is empty",
        "state,FL,coders,mean,annual,0,AAPC,2025                | AMOUNT | paid nothing",
        "state,FL,coders,mean,annual,61.2505,AAPC,2025          | AMOUNT | parts of a cent",
        "state,FL,coders,mean,annual,'61,25',AAPC,2025          |        | 9 cells",
      })
  void refusesWhatItCannotReadWithRowAndColumn(String row, String column, String reason)
      throws IOException {
    assertThat(read("state,GA,coders,mean,annual,50000,AAPC,2025\n" + row + "\n"))
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            r -> {
              assertThat(r.row()).isEqualTo(3);
              assertThat(r.column()).isEqualTo(column == null ? "" : column);
              assertThat(r.message()).contains("survey.csv, row 3", reason);
            });
  }

  @Test
  void refusesFilesThatAreNoTableOfPay() throws IOException {
    assertThat(FigureFiles.read(text("empty.csv", ""))).isInstanceOf(Reading.Refused.class);
    assertThat(FigureFiles.read(text("other.csv", "name,amount\nx,1\n")))
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            r -> assertThat(r.message()).contains("heading", "dimension, key, population"));
    assertThat(FigureFiles.read(text("cut.csv", HEADING + "state,\"FL,coders\n")))
        .isInstanceOf(Reading.Refused.class);
  }
}
