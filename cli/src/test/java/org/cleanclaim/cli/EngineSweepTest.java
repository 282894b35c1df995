package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are nothing, cut off, torn or absurd, through all five commands of the engines: each
/// ends with a sentence, none with a fault of the program, and none says that all went well.
class EngineSweepTest {
  @TempDir Path folder;

  private final List<String> bad = new ArrayList<>();

  @BeforeEach
  void files() throws IOException {
    Files.writeString(folder.resolve("plan.yml"), EngineFiles.PLAN);
    Files.writeString(folder.resolve("contract.yml"), EngineFiles.CONTRACT);
    Path rates = folder.resolve("addendum_b_2031-04.csv");
    Files.writeString(rates, EngineFiles.OUTPATIENT_RATES);
    assertThat(run(List.of("codes", "install", "--from", rates.toString())).code()).isZero();
    Path members = Files.createDirectory(folder.resolve("members"));
    Files.writeString(
        members.resolve("ra_dx_to_cc_2026.csv"),
        "diagnosis_code,cc,model_name\nE1122,37,CMS-HCC Model V28\n");
    Files.writeString(
        members.resolve("ra_coefficients_2026.csv"),
        "coefficient,value,model_domain,model_version\nCNA_F75_79,0.465,CMS-HCC,C28\n");
    Files.writeString(
        members.resolve("ra_hierarchies_2026.csv"),
        """
        cc_parent,cc_child,model_domain,model_version,model_fullname
        37,38,CMS-HCC,V28,CMS-HCC Model V28
        """);
    assertThat(run(List.of("codes", "install", "--from", members.toString())).code()).isZero();
  }

  private Outcome run(List<String> arguments) {
    var all = new ArrayList<>(arguments);
    all.addAll(List.of("--home", folder.resolve("home").toString()));
    return Outcome.of(all.toArray(String[]::new));
  }

  private Map<String, List<String>> commands(Path file) {
    String plan = folder.resolve("plan.yml").toString();
    String contract = folder.resolve("contract.yml").toString();
    String name = file.toString();
    var commands = new LinkedHashMap<String, List<String>>();
    commands.put("drg", List.of("drg", name));
    commands.put("risk", List.of("risk", name, "--payment-year", "2026"));
    commands.put("price", List.of("price", name));
    commands.put("adjudicate", List.of("adjudicate", name, "--plan", plan, "--contract", contract));
    commands.put("estimate", List.of("estimate", name, "--plan", plan, "--contract", contract));
    return commands;
  }

  private void refused(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, content);
    commands(file)
        .forEach((command, arguments) -> {
          var outcome = run(arguments);
          String said = outcome.said();
          boolean isGood =
              outcome.code() != Main.DONE
                  && !said.isBlank()
                  && !said.contains("Exception")
                  && !said.contains("\tat ")
                  && !said.contains("does not know:");
          if (!isGood) {
            bad.add("%s %s (%d): %s".formatted(command, name, outcome.code(), said));
          }
        });
  }

  @AfterEach
  void allWereRefused() {
    assertThat(bad).isEmpty();
  }

  private void refused(String name, String text) throws IOException {
    refused(name, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void filesThatAreNothing() throws IOException {
    refused("empty.csv", "");
    refused("blank.json", " \n\n ");
    refused("heading.csv", "claim,member,code,dos,charge\n");
    refused("mark.csv", "\uFEFF");
    refused("words.txt", "Dear payer, please find enclosed\nour claims.\n");
    refused("number.json", "17");
    refused("list.json", "[]");
    refused("lists.json", "[[[]]]");
    refused("null.json", "null");
    refused("nested.json", "[".repeat(5000));
    refused("object.json", "{}");
    refused("twice.csv", "member,member,code,code\nM1,M1,99213,99213\n");
    refused("quote.csv", "claim,member,code,dos,charge\n\"C1,M1,99213,2026-03-02,150.00\n");
    refused("wide.csv", "claim,member\n" + "x,".repeat(20_000) + "\n");
    refused("utf16.csv", EngineFiles.VISITS_CSV.getBytes(StandardCharsets.UTF_16));
    refused("head.x12", "ISA*00*");
    refused("cut.x12", EngineFiles.VISITS_837.substring(0, EngineFiles.VISITS_837.length() / 2));
    refused("patient.json", "{\"resourceType\":\"Patient\",\"id\":\"p\"}");
  }

  @Test
  void bytesThatMeanNothing() throws IOException {
    var random = new Random(1);
    for (int i = 0; i < 12; i++) {
      byte[] bytes = new byte[random.nextInt(20_000)];
      random.nextBytes(bytes);
      refused("random" + i, bytes);
    }
  }

  @Test
  void aLongLineIsReadAndRefused() throws IOException {
    refused("long.csv", "claim,member,code,dos,charge\nC1,M1," + "9".repeat(4_000_000) + "\n");
  }

  @Test
  void absurdCellsOfEveryColumn() throws IOException {
    String heading =
        """
        claim,member,kind,payer,npi,code,revenue,modifiers,units,pos,dos,charge,diagnoses,zip,id,dob,age,sex,status,admitted,discharged,principal,secondaries,procedures,orec,dual,date
        """;
    for (String absurd :
        List.of("1e30", "-1", "NaN", "99999999999999999999", "9999-99-99", "\u0000", "%s%n")) {
      String row = (absurd + ",").repeat(26) + absurd + "\n";
      refused("absurd.csv", heading + row);
    }
  }
}
