package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every command of the engines on every form of input, with its steps and as JSON.
@NullUnmarked
class EngineMatrixTest {
  @TempDir static Path folder;

  private static boolean hasPublishersTables;

  /// @param needsPublished whether the command needs tables that only a publisher has
  /// @param result what the text and the JSON have to say
  /// @param step what only `--explain` says
  record Case(
      String command,
      String file,
      List<String> options,
      boolean needsPublished,
      String result,
      String step) {
    @Override
    public String toString() {
      return command + " " + file;
    }
  }

  @BeforeAll
  static void files() throws IOException {
    write("tables/addendum_b_2031-04.csv", EngineFiles.OUTPATIENT_RATES);
    write("tables/rates_2031-01-01.csv", EngineFiles.SURGERY_RATES);
    write("tables/wages_2031-01-01.csv", EngineFiles.SURGERY_WAGES);
    write("tables/pairs_2031-01-01.csv", EngineFiles.SURGERY_PAIRS);
    write("tables/drgs_fy2021.csv", EngineFiles.STAY_WEIGHTS);
    write("tables/wages_fy2021.csv", EngineFiles.STAY_WAGES);
    write("tables/rates_fy2021.csv", EngineFiles.STAY_RATES);
    write("hospital.json", EngineFiles.HOSPITAL);
    write("plan.yml", EngineFiles.PLAN);
    write("contract.yml", EngineFiles.CONTRACT);
    write("visits.x12", EngineFiles.VISITS_837);
    write("visits.fhir.json", EngineFiles.VISITS_FHIR);
    write("visits.csv", EngineFiles.VISITS_CSV);
    write("visits.json", EngineFiles.VISITS_JSON);
    write("lines.x12", EngineFiles.OUTPATIENT_837);
    write("lines.fhir.json", EngineFiles.OUTPATIENT_FHIR);
    write("lines.csv", EngineFiles.LINES_CSV);
    write("lines.json", EngineFiles.LINES_JSON);
    write("center.x12", EngineFiles.SURGERY_837);
    write("stay.x12", EngineFiles.STAY_837);
    write("stay.fhir.json", EngineFiles.STAY_FHIR);
    write("stay.csv", EngineFiles.STAY_CSV);
    write("stay.json", EngineFiles.STAY_JSON);
    write("priced.x12", EngineFiles.PRICED_STAY_837);
    write("members.csv", EngineFiles.MEMBERS_CSV);
    write("members.json", EngineFiles.MEMBERS_JSON);
    write("members.x12", EngineFiles.VISITS_837.replace("20260302", "20250302"));
    write("members.fhir.json", EngineFiles.VISITS_FHIR.replace("2026-03-02", "2025-03-02"));
    install("tables", folder.resolve("tables"));
    String data = System.getenv("CLEANCLAIM_DATA");
    if (data == null) return;
    Path published = Path.of(data);
    Outcome.of(
        "codes",
        "install",
        "--from",
        published.resolve("vectors/msdrg_logic").toString(),
        "--effective",
        "2022-10-01",
        "--home",
        home());
    install("risk", published.resolve("data/hcc"));
    hasPublishersTables = true;
  }

  private static void install(String what, Path from) {
    var outcome = Outcome.of("codes", "install", "--from", from.toString(), "--home", home());
    assertThat(outcome.said()).as(what).contains("tables installed");
  }

  private static void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String home() {
    return folder.resolve("home").toString();
  }

  private static String path(String name) {
    return folder.resolve(name).toString();
  }

  private static Outcome run(Case aCase, String... more) {
    Assumptions.assumeTrue(
        hasPublishersTables || !aCase.needsPublished(),
        "CLEANCLAIM_DATA is not set: no publisher's tables for " + aCase);
    var arguments = new ArrayList<String>();
    arguments.add(aCase.command());
    arguments.add(path(aCase.file()));
    for (String option : aCase.options()) {
      arguments.add(option.startsWith("@") ? path(option.substring(1)) : option);
    }
    arguments.addAll(List.of("--home", home()));
    arguments.addAll(List.of(more));
    return Outcome.of(arguments.toArray(String[]::new));
  }

  static Stream<Case> matrix() {
    var cases = new ArrayList<Case>();
    for (String form : List.of("x12", "fhir.json", "csv", "json")) {
      var terms = List.of("--plan", "@plan.yml", "--contract", "@contract.yml");
      cases.add(new Case("adjudicate", "visits." + form, terms, false, "100.00", "[Gold]"));
      var dated = new ArrayList<>(terms);
      dated.addAll(List.of("--on", "2026-01-03"));
      cases.add(new Case("estimate", "visits." + form, dated, false, "90.00", "[Gold]"));
      cases.add(
          new Case("price", "lines." + form, List.of(), false, "260.00", "rate 130.00, status V"));
      cases.add(
          new Case("drg", "stay." + form, List.of(), true, "281", "Before hospital-acquired"));
      cases.add(
          new Case(
              "risk", "members." + form, List.of("--payment-year", "2026"), true, "M1", "HCC"));
    }
    cases.add(
        new Case(
            "price",
            "priced.x12",
            List.of("--hospital", "@hospital.json"),
            false,
            "12855.04",
            "federal"));
    cases.add(new Case("price", "center.x12", List.of("--cbsa", "18140"), false, "500.00", "half"));
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void theAnswerComesAsTextWithItsStepsAndAsJson(Case aCase) {
    var plain = run(aCase);
    var explained = run(aCase, "--explain");
    var json = run(aCase, "--json");

    assertThat(plain.said()).contains(aCase.result());
    assertThat(explained.said()).contains(aCase.result()).contains(aCase.step());
    assertThat(plain.said().length()).isLessThan(explained.said().length());
    JsonNode answer = JsonMapper.shared().readTree(json.said());
    assertThat(answer.toString()).contains(aCase.result());
    assertThat(plain.code()).isEqualTo(explained.code()).isEqualTo(json.code());
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void theSameFileGivesTheSameAnswerTwice(Case aCase) {
    assertThat(run(aCase, "--json")).isEqualTo(run(aCase, "--json"));
  }

  @Test
  void theFormsAgree() {
    for (String command : List.of("adjudicate", "estimate")) {
      var answers =
          matrix()
              .filter(aCase -> aCase.command().equals(command))
              .map(aCase -> JsonMapper.shared().readTree(run(aCase, "--json").said()))
              .map(answer -> answer.path(0).path("lines").toString())
              .distinct()
              .toList();
      assertThat(answers).as(command).hasSize(1);
    }
  }
}
