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

/// What is missing or cannot be is named by the commands of the engines, and never a silent zero.
@NullUnmarked
class EngineBadInputTest {
  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    write("plan.yml", EngineFiles.PLAN);
    write("contract.yml", EngineFiles.CONTRACT);
  }

  private String write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  private Outcome run(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--home", folder.resolve("home").toString()));
    return Outcome.of(all.toArray(String[]::new));
  }

  private Outcome decide(String command, String name, String text) throws IOException {
    return run(
        command,
        write(name, text),
        "--plan",
        folder.resolve("plan.yml").toString(),
        "--contract",
        folder.resolve("contract.yml").toString());
  }

  private void install(String name, String text) throws IOException {
    Path file = Path.of(write(name, text));
    assertThat(run("codes", "install", "--from", file.toString()).said()).contains("1 table");
  }

  @Test
  void aTableThatIsNotInstalledForTheDateIsNamed() throws IOException {
    install("addendum_b_2031-04.csv", EngineFiles.OUTPATIENT_RATES);

    var lines = run("price", write("a.csv", EngineFiles.LINES_CSV.replace("2031", "2032")));
    var visits = run("price", write("b.csv", "code,dos,charge,zip\n99213,2026-03-02,150,43215\n"));
    var stay = run("drg", write("c.csv", EngineFiles.STAY_CSV));
    var early = run("drg", write("d.csv", EngineFiles.STAY_CSV.replace("2026", "2011")));
    var risk = run("risk", write("e.csv", EngineFiles.MEMBERS_CSV), "--payment-year", "2026");
    var estimate = decide("estimate", "f.csv", EngineFiles.VISITS_CSV.replace("2026-", "2025-"));

    assertThat(lines.said()).contains("no price").contains("Addendum B of the year");
    assertThat(lines.code()).isEqualTo(Main.FINDINGS);
    assertThat(visits.said()).contains("physician fees of the year are not installed");
    assertThat(stay.said()).contains("No MS-DRG grouper logic is installed for 2026-03-04");
    assertThat(early.said()).contains("No version of the grouper is known").contains("2011");
    assertThat(risk.code()).isEqualTo(Main.FAILURE);
    assertThat(risk.said()).contains("2026").contains("not installed");
    assertThat(estimate.said()).contains("not covered on 2025-03-02");
    assertThat(estimate.code()).isEqualTo(Main.FINDINGS);
  }

  @Test
  void aContractThatDoesNotHoldOnTheDayIsNamed() throws IOException {
    write("plan.yml", EngineFiles.PLAN.replace("2026-01-01", "2020-01-01"));

    var outcome = decide("adjudicate", "a.csv", EngineFiles.VISITS_CSV.replace("2026-", "2025-"));

    assertThat(outcome.said()).contains("The contract Test does not hold on 2025-03-02");
    assertThat(outcome.code()).isEqualTo(Main.FINDINGS);
  }

  @Test
  void percentOfMedicareWithoutItsTableHasNoPrice() throws IOException {
    write(
        "contract.yml",
        """
        contract: Test
        from: 2026-01-01
        terms: [{name: all, pays: {percent_of_medicare: 1.20, locality: 10112-00}}]
        """);

    var outcome = decide("adjudicate", "a.csv", EngineFiles.VISITS_CSV);

    assertThat(outcome.said()).contains("There is no Medicare fee table for 2026-03-02");
    assertThat(outcome.code()).isEqualTo(Main.FINDINGS);
  }

  @Test
  void negativeAndAbsurdAmountsAreNamedWithTheirPlace() throws IOException {
    for (String command : List.of("adjudicate", "estimate")) {
      var negative =
          decide(command, "a.csv", EngineFiles.VISITS_CSV.replace(",150.00,", ",-150.00,"));
      var absurd =
          decide(command, "b.csv", EngineFiles.VISITS_CSV.replace(",150.00,", ",1500000000,"));
      var noUnits =
          decide(command, "c.csv", EngineFiles.VISITS_CSV.replace("99213,1,", "99213,0,"));
      var noAmount = decide(command, "d.csv", EngineFiles.VISITS_CSV.replace(",150.00,", ",,"));

      assertThat(negative.said()).contains("a.csv line 2").contains("charge").contains("-150.00");
      assertThat(absurd.said()).contains("The charge is negative or above 99999999.99");
      assertThat(noUnits.said()).contains("units cannot be read: \"0\"");
      assertThat(noAmount.said()).contains("charge is missing");
      assertThat(List.of(negative, absurd, noUnits, noAmount))
          .allMatch(outcome -> outcome.code() == Main.FINDINGS);
    }
  }

  @Test
  void negativeAmountsOfAn837AreNamed() throws IOException {
    var outcome =
        decide(
            "adjudicate", "a.x12", EngineFiles.VISITS_837.replace("HC:99213*150", "HC:99213*-150"));

    assertThat(outcome.said()).contains("negative");
    assertThat(outcome.code()).isEqualTo(Main.FINDINGS);
  }

  @Test
  void anUnknownPlanTierMemberOrLocalityIsNamed() throws IOException {
    var member = decide("adjudicate", "a.csv", EngineFiles.VISITS_CSV.replace("M1", "M9"));
    var estimate = decide("estimate", "b.csv", EngineFiles.VISITS_CSV.replace("M1", "M9"));
    var plan =
        run(
            "adjudicate",
            write("c.csv", EngineFiles.VISITS_CSV),
            "--plan",
            "none.yml",
            "--contract",
            folder.resolve("contract.yml").toString());
    var tier =
        run(
            "adjudicate",
            write("d.csv", EngineFiles.VISITS_CSV),
            "--tier",
            "abroad",
            "--plan",
            folder.resolve("plan.yml").toString(),
            "--contract",
            folder.resolve("contract.yml").toString());
    var zip = run("price", "99213", "--dos", "2026-03-02", "--zip", "00000");
    var area = run("price", write("e.x12", EngineFiles.SURGERY_837));

    assertThat(member.said()).contains("The plan has no such member");
    assertThat(member.code()).isEqualTo(Main.FINDINGS);
    assertThat(estimate.said()).contains("The plan has no such member");
    assertThat(plan.said()).contains("There is no file none.yml");
    assertThat(tier.said()).contains("has no tier \"abroad\"");
    assertThat(zip.said()).contains("not installed");
    assertThat(area.said()).contains("wage area is not known").contains("--cbsa");
    assertThat(area.code()).isEqualTo(Main.FINDINGS);
  }

  @Test
  void aDiagnosisThatIsNoneIsNamed() throws IOException {
    var claim = decide("adjudicate", "a.csv", EngineFiles.VISITS_CSV.replace("E11.22", "I0"));
    var stay = run("drg", write("b.csv", EngineFiles.STAY_CSV.replace("I21.4:Y", "I21.4:Q")));
    var none = run("drg", write("c.csv", EngineFiles.STAY_CSV.replace("I21.4:Y", "")));

    assertThat(claim.said()).contains("diagnoses cannot be read: \"I0\"");
    assertThat(stay.said()).contains("principal cannot be read");
    assertThat(none.said()).contains("principal is missing");
  }

  @Test
  void aDiagnosisThatIsNotValidOnTheDayIsNamed() throws IOException {
    var codes = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      codes.append("%05d %-7s 1 %-60s %s%n".formatted(i + 1, "I2" + i, "Title", "Title"));
    }
    install("icd10cm_order_2026.txt", codes.toString());

    var invalid = decide("adjudicate", "a.csv", EngineFiles.VISITS_CSV);
    var valid = decide("adjudicate", "b.csv", EngineFiles.VISITS_CSV.replace("E11.22", "I21"));

    assertThat(invalid.said()).contains("C1: The diagnosis E11.22 is not valid on 2026-03-02");
    assertThat(invalid.code()).isEqualTo(Main.FINDINGS);
    assertThat(valid.code()).isEqualTo(Main.DONE);
  }

  @Test
  void claimsOfAFamilyAreDecidedByTheDayWhateverTheirOrder() throws IOException {
    write(
        "plan.yml",
        """
        plan: Family
        from: 2026-01-01
        tiers:
          in_network:
            deductible: {individual: 100.00, family: 150.00, sharing: embedded}
            others: {coinsurance: 0.00}
        members:
          - {id: M1, family: F1, from: 2026-01-01}
          - {id: M2, family: F1, from: 2026-01-01}
          - {id: M3, from: 2026-01-01}
        """);
    write(
        "contract.yml",
        """
        contract: Test
        from: 2026-01-01
        terms: [{name: all, pays: {percent_of_charge: 1.00}}]
        """);
    String heading = "claim,member,code,dos,charge\n";
    String first = "A,M1,99213,2026-02-01,200.00\n";
    String second = "B,M2,99213,2026-03-01,200.00\n";
    String other = "C,M3,99213,2026-03-02,200.00\n";

    var inOrder = decide("adjudicate", "a.csv", heading + first + second + other);
    var turned = decide("adjudicate", "b.csv", heading + other + second + first);

    assertThat(inOrder.said())
        .contains("A: charged 200.00, paid 100.00, patient 100.00")
        .contains("B: charged 200.00, paid 150.00, patient 50.00")
        .contains("C: charged 200.00, paid 100.00, patient 100.00");
    assertThat(turned.said()).isEqualTo(inOrder.said());
  }

  @Test
  void medicareAfterAnotherPayerComparesAnInstitutionsServicesTogether() throws IOException {
    write(
        "plan.yml",
        """
        plan: Medicare
        from: 2026-01-01
        tiers:
          in_network:
            deductible: {individual: 100.00}
            others: {coinsurance: 0.00}
        coordination: medicare
        members: [{id: M1, from: 2026-01-01}]
        """);
    write(
        "contract.yml",
        """
        contract: Test
        from: 2026-01-01
        terms: [{name: all, pays: {fees: {G0463: 100.00, G0105: 100.00}}}]
        """);
    String rows =
        """
        claim,member,kind,sequence,code,revenue,dos,charge,prior_paid,prior_patient
        A,M1,institutional,2,G0463,510,2026-03-02,150.00,25.00,75.00
        A,M1,institutional,2,G0105,750,2026-03-02,150.00,25.00,75.00
        """;

    var outcome = decide("adjudicate", "a.csv", rows);
    var untold = decide("adjudicate", "b.csv", rows.replace(",25.00,75.00", ",,"));

    assertThat(outcome.said()).contains("A: charged 300.00, paid 100.00, patient 50.00, status 2");
    assertThat(outcome.said()).contains("balances");
    assertThat(untold.said()).contains("OA-22").contains("paid 0.00");
  }

  @Test
  void aFileThatIsNoneIsNamed() throws IOException {
    var broken = decide("adjudicate", "a.json", "[{\"claim\":\"A\"");
    var empty = decide("adjudicate", "b.json", "{\"resourceType\":\"Bundle\",\"entry\":[]}");
    var list = decide("estimate", "c.json", "[1, 2]");

    assertThat(broken.said()).contains("a.json").contains("cannot be read further");
    assertThat(empty.said()).contains("The bundle holds no claim");
    assertThat(list.said()).contains("cannot be read further");
    assertThat(List.of(broken, empty, list)).allMatch(outcome -> outcome.code() == Main.FINDINGS);
  }
}
