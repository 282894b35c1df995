package org.cleanclaim.grouping.msdrg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Public cases with known answers, and the tables that they were answered by.
final class Cases {
  private Cases() {}

  static Path folder() {
    String data = System.getenv("CLEANCLAIM_DATA");
    Assumptions.assumeTrue(data != null, "CLEANCLAIM_DATA is not set: no public cases to group");
    return Path.of(data, "vectors");
  }

  static List<JsonNode> all() throws IOException {
    var mapper = JsonMapper.shared();
    var cases = new ArrayList<JsonNode>();
    try (var lines = reader(folder().resolve("msdrg/msdrg_cases.jsonl.gz"))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        cases.add(mapper.readTree(line));
      }
    }
    return cases;
  }

  static RuleTables tables() throws IOException {
    var tables = new ArrayList<RuleTables.Table>();
    try (var files = Files.list(folder().resolve("msdrg_logic"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".tsv.gz")).sorted().toList()) {
        String name = file.getFileName().toString().replace(".tsv.gz", "");
        try (var lines = reader(file)) {
          List<String> columns = Arrays.asList(lines.readLine().split("\t", -1));
          List<List<String>> rows =
              lines.lines().map(line -> Arrays.asList(line.split("\t", -1))).toList();
          tables.add(new RuleTables.Table(name, columns, rows));
        }
      }
    }
    return new RuleTables(tables);
  }

  static Stay stay(JsonNode node) {
    var secondaries = new ArrayList<Stay.Condition>();
    node.path("sdx").forEach(dx -> secondaries.add(condition(dx)));
    var procedures = new ArrayList<String>();
    node.path("px").forEach(px -> procedures.add(px.asString()));
    return new Stay(
        node.path("age").asInt(),
        Sex.ofCode(node.path("sex").asString()),
        node.path("discharge_status").asInt(),
        switch (node.path("poa_hospital_status").asString()) {
          case "NON_EXEMPT" -> Stay.PoaReporting.REQUIRED;
          case "EXEMPT" -> Stay.PoaReporting.EXEMPT;
          default -> Stay.PoaReporting.UNKNOWN;
        },
        condition(node.path("pdx")),
        secondaries,
        procedures);
  }

  private static Stay.Condition condition(JsonNode node) {
    return new Stay.Condition(
        node.path("code").asString(), PresentOnAdmission.of(node.path("poa").asString()));
  }

  private static BufferedReader reader(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
  }
}
