package org.cleanclaim.grouping.msdrg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The grouper against public cases with known answers.
class MsDrgGrouperTest {
  private static List<JsonNode> cases = List.of();
  private static MsDrgGrouper grouper;

  @BeforeAll
  static void open() throws IOException {
    cases = Cases.all();
    grouper = new MsDrgGrouper(GrouperTables.of(Cases.tables()));
  }

  @Test
  void knownAnswersComeOut() {
    var score = new Score();
    cases.forEach(node -> score.add(node, grouper));

    for (String field :
        List.of(
            "initial_drg",
            "final_drg",
            "initial_mdc",
            "final_mdc",
            "initial_grc",
            "final_grc",
            "initial_med_surg",
            "final_severity",
            "hac_status",
            "hac_categories_satisfied",
            "sdx.hacs",
            "sdx.poa")) {
      assertThat(score.wrong(field)).as(field).isZero();
    }
    assertThat(score.all("final_drg")).isGreaterThan(10_000);
    assertThat(score.wrong("sdx.initial_severity") * 500).isLessThan(score.all("sdx.poa"));
    assertThat(score.wrong("sdx.affects_drg") * 50).isLessThan(score.all("sdx.affects_drg"));
    assertThat(score.wrong("px.affects_drg") * 40).isLessThan(score.all("px.affects_drg"));
  }

  @Test
  void theOrderOfCodesDoesNotMatter() {
    long seed = 20_261_128L;
    var dice = new Random(seed);
    for (JsonNode node : cases.subList(0, 3000)) {
      Stay stay = Cases.stay(node);
      var secondaries = new ArrayList<>(stay.secondaries());
      var procedures = new ArrayList<>(stay.procedures());
      Collections.shuffle(secondaries, dice);
      Collections.shuffle(procedures, dice);
      var shuffled =
          new Stay(
              stay.ageYears(),
              stay.sex(),
              stay.dischargeStatus(),
              stay.reporting(),
              stay.principal(),
              secondaries,
              procedures);

      assertThat(grouper.group(shuffled, version(node)).last())
          .as("seed %d, %s", seed, node.path("id").asString())
          .isEqualTo(grouper.group(stay, version(node)).last());
    }
  }

  @Test
  void theExplanationNamesTheResult() {
    for (JsonNode node : cases.subList(0, 3000)) {
      Grouping grouping = grouper.group(Cases.stay(node), version(node));
      List<String> steps = grouper.explain(grouping);

      assertThat(steps.getLast()).contains("DRG %03d".formatted(grouping.last().drg()));
      if (grouping.last().returnCode() != ReturnCode.OK) {
        assertThat(String.join("\n", steps)).contains(grouping.last().returnCode().meaning());
      }
    }
  }

  @Test
  void eachSecondaryIsTriedAsPrincipal() {
    JsonNode node = cases.getFirst();
    Stay stay = Cases.stay(node);

    List<WhatIf.Trial> trials = WhatIf.eachPrincipal(grouper, stay, version(node));

    assertThat(trials).hasSize(stay.secondaries().size());
    assertThat(trials.getFirst().principal()).isEqualTo(stay.secondaries().getFirst().code());
    assertThat(trials.getFirst().result())
        .isEqualTo(grouper.group(stay.withPrincipal(0), version(node)).last());
  }

  @Test
  void anAgeThatNobodyReachesIsRefused() {
    Stay stay = Cases.stay(cases.getFirst());
    var old =
        new Stay(
            200,
            stay.sex(),
            stay.dischargeStatus(),
            stay.reporting(),
            stay.principal(),
            stay.secondaries(),
            stay.procedures());

    assertThat(grouper.group(old, GrouperVersion.V43_1).last().returnCode())
        .isEqualTo(ReturnCode.INVALID_AGE);
  }

  @Test
  void theDayOfDischargeDecidesTheVersion() {
    assertThat(GrouperVersion.on(LocalDate.of(2024, 9, 30))).contains(GrouperVersion.V41_1);
    assertThat(GrouperVersion.on(LocalDate.of(2024, 10, 1))).contains(GrouperVersion.V42_0);
    assertThat(GrouperVersion.on(LocalDate.of(2023, 9, 30))).isEmpty();
    assertThat(GrouperVersion.on(LocalDate.of(2026, 10, 1))).isEmpty();
  }

  private static GrouperVersion version(JsonNode node) {
    return GrouperVersion.numbered(node.path("version").asInt()).orElseThrow();
  }
}
