package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands over plans and contracts.
@NullUnmarked
class AdjudicateCommandTest {
  private static final String CLAIMS =
      """
      ISA*00*          *00*          *ZZ*CLINIC         *ZZ*P1             *260305*0900*^*00501*000000001*0*T*:~
      GS*HC*CLINIC*P1*20260305*0900*1*X*005010X222A1~
      ST*837*0001*005010X222A1~
      BHT*0019*00*1*20260305*0900*CH~
      NM1*41*2*A CLINIC*****46*CLINIC~
      PER*IC*BILLING*TE*6145550101~
      NM1*40*2*A PAYER*****46*P1~
      HL*1**20*1~
      NM1*85*2*A CLINIC*****XX*1234567893~
      N3*1 TEST STREET~
      N4*MARLOW*OH*432150001~
      REF*EI*471852369~
      HL*2*1*22*0~
      SBR*P*18*******CI~
      NM1*IL*1*TEST*PAT****MI*M1~
      N3*1 TEST STREET~
      N4*MARLOW*OH*432150001~
      DMG*D8*19700505*F~
      NM1*PR*2*A PAYER*****PI*P1~
      CLM*C1*350***11:B:1*Y*A*Y*Y~
      HI*ABK:I10~
      LX*1~
      SV1*HC:99213*150*UN*1***1~
      DTP*472*D8*20260302~
      LX*2~
      SV1*HC:12001*200*UN*1***1~
      DTP*472*D8*20260302~
      SE*26*0001~
      GE*1*1~
      IEA*1*000000001~
      """;

  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    Files.writeString(folder.resolve("claims.x12"), CLAIMS);
    Files.writeString(
        folder.resolve("plan.yml"),
        """
        plan: Gold
        from: 2026-01-01
        tiers:
          in_network:
            deductible: {individual: 50.00}
            others: {coinsurance: 0.20}
            categories: {office: {copay: 30.00}}
        categories: {office: [99202-99215]}
        members: [{id: M1, from: 2026-01-01}]
        """);
    Files.writeString(
        folder.resolve("contract.yml"),
        """
        contract: Test
        from: 2026-01-01
        terms:
          - {name: visits, codes: [99213], pays: {fees: {99213: 90.00}}}
          - {name: repairs, codes: [12001], pays: {percent_of_charge: 0.50}}
        """);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private Outcome adjudicate(String... more) {
    var arguments = new ArrayList<String>();
    arguments.add("adjudicate");
    arguments.add(path("claims.x12"));
    arguments.addAll(
        List.of(
            "--plan",
            path("plan.yml"),
            "--contract",
            path("contract.yml"),
            "--home",
            path("home")));
    arguments.addAll(List.of(more));
    return Outcome.of(arguments.toArray(String[]::new));
  }

  @Test
  void claimsAreDecidedWithTheirSteps() {
    var outcome = adjudicate("--explain", "--835", path("paid.x12"));

    assertThat(outcome.said())
        .contains("C1: charged 350.00, paid 100.00, patient 90.00, status 1")
        .contains("CO-45 60.00, PR-3 30.00")
        .contains("CO-45 100.00, PR-1 50.00, PR-2 10.00")
        .contains("allowed by: repairs")
        .contains("balances");
    assertThat(outcome.code()).isEqualTo(Main.DONE);
    assertThat(folder.resolve("paid.x12")).content().contains("CLP*C1*1*350*100*90");
  }

  @Test
  void aLineWithoutPriceIsAFinding() throws IOException {
    Files.writeString(folder.resolve("claims.x12"), CLAIMS.replace("12001", "12002"));

    var outcome = adjudicate();

    assertThat(outcome.said()).contains("No term of the contract Test has a price for 12002");
    assertThat(outcome.code()).isEqualTo(Main.FINDINGS);
  }

  @Test
  void anUnknownMemberAndAFaultyPlanAreTold() throws IOException {
    Files.writeString(folder.resolve("claims.x12"), CLAIMS.replace("*MI*M1", "*MI*M2"));
    assertThat(adjudicate().said()).contains("The plan has no such member");
    assertThat(adjudicate().code()).isEqualTo(Main.FINDINGS);

    Files.writeString(folder.resolve("plan.yml"), "plan: X\nfrom: yesterday\n");
    var refused = adjudicate();
    assertThat(refused.code()).isEqualTo(Main.FAILURE);
    assertThat(refused.said()).contains("plan.yml, line 2: \"from\"");
  }

  @Test
  void anEstimateSaysTheShareAndHowSureItIs() {
    var outcome =
        Outcome.of(
            "estimate",
            "99213=150.00",
            "12001=200.00",
            "--plan",
            path("plan.yml"),
            "--member",
            "M1",
            "--contract",
            path("contract.yml"),
            "--dos",
            "2026-03-02",
            "--on",
            "2026-01-03",
            "--home",
            path("home"),
            "--json");

    assertThat(outcome.said())
        .contains("\"patient_pays\":\"90.00\"")
        .contains("\"level\":\"HIGH\"");
    assertThat(outcome.code()).isEqualTo(Main.DONE);
  }
}
