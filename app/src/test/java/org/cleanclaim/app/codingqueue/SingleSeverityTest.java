package org.cleanclaim.app.codingqueue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.grouping.msdrg.GrouperTables;
import org.cleanclaim.grouping.msdrg.GrouperVersion;
import org.cleanclaim.grouping.msdrg.MsDrgGrouper;
import org.cleanclaim.grouping.msdrg.PresentOnAdmission;
import org.cleanclaim.grouping.msdrg.Stay;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Which stays rest on one diagnosis, by the grouper's published tables.
class SingleSeverityTest {
  private static MsDrgGrouper grouper;

  @BeforeAll
  static void open() throws IOException {
    String data = System.getenv("CLEANCLAIM_DATA");
    Assumptions.assumeTrue(data != null, "CLEANCLAIM_DATA is not set: no grouper tables");
    var tables = new ArrayList<RuleTables.Table>();
    try (var files = Files.list(Path.of(data, "vectors/msdrg_logic"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".tsv.gz")).sorted().toList()) {
        tables.add(table(file));
      }
    }
    grouper = new MsDrgGrouper(GrouperTables.of(new RuleTables(tables)));
  }

  private static RuleTables.Table table(Path file) throws IOException {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      List<String> columns = Arrays.asList(lines.readLine().split("\t", -1));
      List<List<String>> rows =
          lines.lines().map(line -> Arrays.asList(line.split("\t", -1))).toList();
      return new RuleTables.Table(
          file.getFileName().toString().replace(".tsv.gz", ""), columns, rows);
    }
  }

  private static String why(String principal, String... secondaries) {
    var stay =
        new Stay(
            70,
            Sex.MALE,
            1,
            Stay.PoaReporting.REQUIRED,
            present(principal),
            Stream.of(secondaries).map(SingleSeverityTest::present).toList(),
            List.of());
    return SingleSeverity.single(grouper.group(stay, GrouperVersion.V43_0).secondaries())
        .orElse("");
  }

  private static Stay.Condition present(String code) {
    return new Stay.Condition(code, PresentOnAdmission.of("Y"));
  }

  @Test
  void oneMajorConditionIsNamed() {
    assertThat(why("J189", "J9601")).contains("one MCC, J9601");
    assertThat(why("J189", "J9601", "N179")).contains("one MCC, J9601");
  }

  @Test
  void oneMinorConditionWithoutAMajorOneIsNamed() {
    assertThat(why("J189", "N179")).contains("one CC, N179");
    assertThat(why("J189", "N179", "E119")).contains("one CC, N179");
  }

  @Test
  void severalOrNoneRestOnNoSingleOne() {
    assertThat(why("J189", "N179", "D62")).isEmpty();
    assertThat(why("J189", "J9601", "R6521")).isEmpty();
    assertThat(why("J189", "E119")).isEmpty();
    assertThat(why("J189")).isEmpty();
  }
}
