package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScrubCommandTest {
  private static final String HEADER =
      """
      ISA*00*          *00*          *ZZ*CLINIC         *ZZ*PAYER          *260301*0900*^*00501*000000008*0*T*:~
      GS*HC*CLINIC*PAYER*20260301*0900*8*X*005010X222A1~
      ST*837*0001*005010X222A1~
      BHT*0019*00*B1*20260301*0900*CH~
      NM1*41*2*A CLINIC*****46*CLINIC~
      PER*IC*BILLING*TE*6145550100~
      NM1*40*2*A PAYER*****46*PAYER~
      HL*1**20*1~
      NM1*85*2*A CLINIC*****XX*1234567893~
      N3*1 PLAIN ST~
      N4*MARLOW*OH*432150001~
      REF*EI*471852369~
      HL*2*1*22*0~
      SBR*P*18*G1*A GROUP*****CI~
      NM1*IL*1*TEST*PAT****MI*M100~
      N3*2 PLAIN ST~
      N4*MARLOW*OH*432150001~
      DMG*D8*19700505*F~
      NM1*PR*2*A PAYER*****PI*PAYER~
      """;
  private static final String RULE =
      """
      rule: OWN-NOTE
      version: 1
      title: A rule
      intent: Something good
      owner: Ana
      reason: A denial
      source: A letter
      from: 2020-01-01
      when:
        - line.procedure is 99215
      do:
        - hold: The highest visit needs a note.
          fix: Add a note.
          denial: 16
        - set: line.note high
      examples:
        passes:
          - {line.procedure: 99213}
        fails:
          - {line.procedure: 99215}
      """;

  @TempDir Path folder;

  private record Outcome(int code, List<String> lines, String complaints) {}

  private static String claim(String number, String code, String day) {
    return """
    CLM*%s*100***11:B:1*Y*A*Y*Y~
    HI*ABK:I10~
    LX*1~
    SV1*HC:%s*100*UN*1***1~
    DTP*472*D8*%s~
    """
        .formatted(number, code, day);
  }

  private Path file(String... claims) throws IOException {
    String trailer =
        """
        SE*%d*0001~
        GE*1*8~
        IEA*1*000000008~
        """
            .formatted(17 + 5 * claims.length + 1);
    String text = HEADER + String.join("", claims) + trailer;
    return Files.writeString(folder.resolve("claims.837"), text.replace("\n", ""));
  }

  @Test
  void aCleanFileEndsWithZero() throws IOException {
    var outcome = scrub(file(claim("C1", "99213", "20260201")));

    assertThat(outcome.lines()).contains("Findings                                         0");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void findingsEndWithOneAndNameClaimPlaceAndRemedy() throws IOException {
    var outcome = scrub(file(claim("C1", "99213", "20260201"), claim("C2", "99244", "20260202")));

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.lines())
        .contains(
            "C2 WARNING VISIT-CONSULT-ASKED Referring npi: The consultation does not name who asked"
                + " for it. Enter the NPI of the referring clinician.");
    assertThat(outcome.lines()).anyMatch(l -> l.matches("VISIT-CONSULT-ASKED +1"));
    assertThat(outcome.lines()).anyMatch(l -> l.matches("Claims +2"));
  }

  @Test
  void anEarlierClaimOfTheFileIsSeen() throws IOException {
    var outcome =
        scrub(
            file(
                claim("C1", "99213", "20260201"),
                claim("C2", "99213", "20260202"),
                claim("C3", "99213", "20260201")));

    assertThat(outcome.lines().stream().filter(l -> l.contains("been billed already")).toList())
        .singleElement()
        .asString()
        .startsWith("C3 ");
  }

  /// 20610 is part of nothing, 99213 of the same day is part of it; 87880 is paid twice a day.
  @Test
  void theOrderOfClaimsChangesNoFinding() throws IOException {
    List<String> claims =
        List.of(
            claim("C1", "99213", "20260201"),
            claim("C2", "20610", "20260201"),
            claim("C3", "87880", "20260202").replace("UN*1", "UN*2"),
            claim("C4", "87880", "20260202"),
            claim("C5", "99213", "20260203"));
    var orders = List.of(List.of(0, 1, 2, 3, 4), List.of(1, 0, 3, 2, 4), List.of(4, 3, 2, 1, 0));

    for (List<Integer> order : orders) {
      var lines = scrub(file(order.stream().map(claims::get).toArray(String[]::new))).lines();
      assertThat(
              lines.stream()
                  .filter(l -> l.matches("C\\d \\w+ NCCI-.*"))
                  .map(l -> l.substring(0, 20)))
          .as("order %s", order)
          .containsExactlyInAnyOrder(
              "C1 WARNING NCCI-PTP ", "C3 WARNING NCCI-MUE ", "C4 WARNING NCCI-MUE ");
    }
  }

  @Test
  void aDaysLinesOnTwoClaimsOrOnOneAreToldAlike() throws IOException {
    String one = claim("C1", "99213", "20260201") + secondLine("20610", "20260201");
    String two = claim("C2", "20610", "20260201");

    var together = ruleCounts(scrub(file(one)));
    var apart = ruleCounts(scrub(file(claim("C1", "99213", "20260201"), two)));

    assertThat(together).containsExactly("NCCI-PTP 1");
    assertThat(apart).isEqualTo(together);
  }

  private static String secondLine(String code, String day) {
    return """
    LX*2~
    SV1*HC:%s*0*UN*1***1~
    DTP*472*D8*%s~
    """
        .formatted(code, day);
  }

  private static List<String> ruleCounts(Outcome outcome) {
    return outcome.lines().stream()
        .filter(l -> l.matches("NCCI-\\w+ +\\d+"))
        .map(l -> l.replaceAll(" +", " "))
        .toList();
  }

  @Test
  void anAddOnFindsItsPrimaryOnALaterClaim() throws IOException {
    Path table =
        Files.writeString(
            folder.resolve("AOC_V2026.csv"),
            """
            Add_On_Code,AOC_Edit_Type,Primary_Code
            99417,1,99215
            """);
    String home = folder.resolve("home").toString();
    var installed =
        run(
            "codes",
            "install",
            "--home",
            home,
            "--from",
            table.toString(),
            "--effective",
            "2026-01-01");
    assertThat(installed.complaints() + installed.lines()).doesNotContain("refused");
    assertThat(installed.code()).isZero();
    String addOn = claim("C1", "99417", "20260201");

    assertThat(ruleCounts(scrub(file(addOn)))).containsExactly("NCCI-AOC 1");
    assertThat(ruleCounts(scrub(file(addOn, claim("C2", "99215", "20260201"))))).isEmpty();
    assertThat(ruleCounts(scrub(file(claim("C2", "99215", "20260201"), addOn)))).isEmpty();
  }

  @Test
  void standardInputIsReadTwiceToo() throws IOException {
    Path file = file(claim("C1", "99213", "20260201"), claim("C2", "20610", "20260201"));
    var in = System.in;
    try {
      System.setIn(new ByteArrayInputStream(Files.readAllBytes(file)));
      assertThat(ruleCounts(scrub(Path.of("-")))).containsExactly("NCCI-PTP 1");
    } finally {
      System.setIn(in);
    }
  }

  @Test
  void whatIsBeforeTheEndOfADamagedFileIsScrubbed() throws IOException {
    Path file = file(claim("C1", "99213", "20260201"), claim("C2", "20610", "20260201"));
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.indexOf("SE*")));

    assertThat(scrub(file).lines()).anyMatch(l -> l.startsWith("C1 WARNING NCCI-PTP"));
  }

  @Test
  void noBadClaimStopsTheOthers() throws IOException {
    var many = new StringBuilder(claim("C1", "99213", "20260201"));
    for (int i = 2; i <= 999; i++) {
      many.append("LX*%d~SV1*HC:99213*0*UN*1***1~DTP*472*D8*20260201~".formatted(i));
    }
    String strange =
        claim("C2", "Q9999", "20260201").replace("UN*1", "UN*-5").replace("ABK:I10", "ABK:Z9Z");
    Path file = file(many.toString(), strange, claim("C3", "99244", "20260202"), many.toString());

    var outcome = scrub(file);

    assertThat(outcome.lines())
        .anyMatch(l -> l.matches("Claims +4"))
        .anyMatch(l -> l.startsWith("C2 ERROR STR-UNITS"))
        .anyMatch(l -> l.startsWith("C3 WARNING VISIT-CONSULT-ASKED"))
        .noneMatch(l -> l.contains("SCRUB-UNCHECKED"));
  }

  @Test
  void theWeightOfMedicaresEditsCanBeSet() throws IOException {
    Path file = file(claim("C1", "99213", "20260201"), claim("C2", "20610", "20260201"));

    assertThat(scrub(file, "--ncci", "COMMERCIAL=HOLD").lines())
        .anyMatch(l -> l.startsWith("C1 ERROR NCCI-PTP"));
    assertThat(ruleCounts(scrub(file, "--ncci", "COMMERCIAL=OFF"))).isEmpty();
    assertThat(ruleCounts(scrub(file, "--ncci", "MEDICAID=OFF"))).containsExactly("NCCI-PTP 1");
    assertThat(scrub(file, "--ncci", "COMMERCIAL=LOUD").code()).isEqualTo(2);
    assertThat(scrub(file, "--mce", "MEDICARE=OFF").code()).isEqualTo(1);
  }

  @Test
  void aCorrectionTakesThePlaceOfTheClaimOfItsNumber() throws IOException {
    String corrected = claim("C1", "99213", "20260201").replace("11:B:1", "11:B:7");
    corrected = corrected.replace("HI*", "REF*F8*P1~\nHI*");
    var outcome = scrub(file(claim("C1", "99213", "20260201"), corrected));

    assertThat(outcome.lines()).noneMatch(l -> l.contains("been billed"));
    String again = claim("C2", "99213", "20260201");
    assertThat(scrub(file(claim("C1", "99213", "20260201"), corrected, again)).lines())
        .filteredOn(l -> l.contains("been billed already"))
        .singleElement()
        .asString()
        .startsWith("C2 ");
  }

  @Test
  void theOrderOfTheFileIsKept() throws IOException {
    var claims = new ArrayList<String>();
    var numbers = new ArrayList<String>();
    for (int i = 1; i <= 3000; i++) {
      claims.add(claim("N" + i, "99244", "20260202"));
      numbers.add("N" + i);
    }
    var outcome = scrub(file(claims.toArray(String[]::new)));

    assertThat(
            outcome.lines().stream()
                .filter(l -> l.contains(" VISIT-CONSULT-ASKED "))
                .map(l -> l.substring(0, l.indexOf(' ')))
                .toList())
        .isEqualTo(numbers);
  }

  @Test
  void ownRulesHoldAndChange() throws IOException {
    Path rules = Files.createDirectory(folder.resolve("rules"));
    Files.writeString(rules.resolve("own.yaml"), RULE);
    Path file = file(claim("C1", "99215", "20260201"));

    var outcome = scrub(file, "--rules", rules.toString());
    var hidden = scrub(file, "--rules", rules.toString(), "--deidentify");

    assertThat(outcome.lines())
        .contains(
            "C1 CHANGED OWN-NOTE line 1, Note: nothing to high",
            "C1 ERROR OWN-NOTE line 1, Procedure: The highest visit needs a note. Add a note.");
    assertThat(hidden.lines()).contains("#1 CHANGED OWN-NOTE line 1, Note");
    assertThat(hidden.lines()).noneMatch(line -> line.contains("C1"));
  }

  @Test
  void aRefusedRuleIsSaidAndTheRestGoesOn() throws IOException {
    Path rules = Files.createDirectory(folder.resolve("rules"));
    Files.writeString(rules.resolve("own.yaml"), RULE.replace("owner:", "ownr:"));

    var outcome = scrub(file(claim("C1", "99213", "20260201")), "--rules", rules.toString());

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.complaints()).contains("own.yaml:5: OWN-NOTE: There is no \"ownr\" here.");
    assertThat(outcome.lines()).anyMatch(l -> l.matches("Claims +1"));
  }

  /// A policy of our own in the layout for policies that a practice keeps.
  @Test
  void installedPoliciesAreAskedForMedicareClaims() throws IOException {
    Path policies = folder.resolve("kept.csv");
    Files.writeString(
        policies,
        """
        document,title,contractor,states,codes,covered,not_covered,units,days,from,through,source
        L99999,Sugar,99901,OH,83036,E08-E13,,1,90,2020-01-01,,own reading
        """);
    Path home = folder.resolve("home");
    assertThat(
            run("codes", "install", "--from", policies.toString(), "--home", home.toString())
                .code())
        .isZero();
    Path claims = file(claim("C1", "83036", "20260201"));
    Files.writeString(claims, Files.readString(claims).replace("*CI~", "*MB~"));

    var inState = scrub(claims);
    var elsewhere = scrub(claims, "--mac", "99902");

    assertThat(inState.lines())
        .filteredOn(l -> l.contains("COV-DIAGNOSIS line 1"))
        .singleElement()
        .asString()
        .contains("L99999 (Sugar)", "GA when the patient signed");
    assertThat(elsewhere.lines()).noneMatch(l -> l.contains("COV-"));
    assertThat(scrub(claims, "--mac", "99901").lines())
        .anyMatch(l -> l.contains("COV-DIAGNOSIS line 1"));
  }

  @Test
  void jsonAndCsvHoldTheSameFindings() throws IOException {
    Path file = file(claim("C2", "99244", "20260202"));

    assertThat(scrub(file, "--json").lines())
        .anyMatch(l -> l.contains("\"rule\":\"VISIT-CONSULT-ASKED\"") && l.contains("\"C2\""))
        .anyMatch(l -> l.contains("\"byRule\":{\"VISIT-CONSULT-ASKED\":1}"));
    assertThat(scrub(file, "--csv").lines())
        .first(org.assertj.core.api.InstanceOfAssertFactories.STRING)
        .startsWith("file,claim,severity,rule,place");
    assertThat(run("scrub", file.toString(), "--json", "--csv").code()).isEqualTo(2);
  }

  @Test
  void fhirClaimsAreScrubbed() throws IOException {
    Path file = folder.resolve("claim.json");
    Files.writeString(
        file,
        """
        {"resourceType": "Claim", "identifier": [{"value": "F-1"}],
         "insurer": {"identifier": {"value": "P1"}}, "item": [
          {"productOrService": {"coding": [{"code": "99213"}]}, "servicedDate": "2026-02-02",
           "net": {"value": 10}}], "total": {"value": 11}}
        """);

    var outcome = scrub(file);

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.lines()).anyMatch(l -> l.startsWith("F-1 ERROR BAL-TOTAL"));
  }

  @Test
  void aMissingFileIsAFailureAndTheOthersAreScrubbed() throws IOException {
    Path good = file(claim("C1", "99213", "20260201"));
    var outcome =
        run(
            "scrub",
            folder.resolve("none.837").toString(),
            good.toString(),
            "--home",
            folder.resolve("home").toString(),
            "--as-of",
            "2026-03-01");

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.lines()).anyMatch(l -> l.matches("Claims +1"));
  }

  @Test
  void rulesAreTestedByTheirExamples() throws IOException {
    Path rules = Files.createDirectory(folder.resolve("rules"));
    Files.writeString(rules.resolve("own.yaml"), RULE);

    assertThat(run("rules", "test", rules.toString()).code()).isZero();
    assertThat(run("rules", "test").code()).isZero();

    Files.writeString(rules.resolve("own.yaml"), RULE.replace("is 99215", "is 99214"));
    var outcome = run("rules", "test", rules.toString());
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.lines())
        .contains("own.yaml:20: OWN-NOTE did not fire on an example that fails.");
  }

  @Test
  void rulesAreReplayedOverWhatPayersDecided() throws IOException {
    Path rules = Files.createDirectory(folder.resolve("rules"));
    Files.writeString(rules.resolve("own.yaml"), RULE);
    Path claims =
        file(
            claim("C1", "99215", "20260201"),
            claim("C2", "99215", "20260202"),
            claim("C3", "99213", "20260203"),
            claim("C4", "99215", "20260204"));
    Path remit = remittance();

    var outcome =
        run(
            "rules",
            "replay",
            "--rules",
            rules.toString(),
            "--claims",
            claims.toString(),
            "--remits",
            remit.toString());

    assertThat(outcome.code()).isZero();
    assertThat(outcome.lines())
        .anyMatch(l -> l.matches("Claims with a decision +3"))
        .anyMatch(l -> l.matches("Claims without a decision +1"))
        .anyMatch(l -> l.matches("Claims touched +2"))
        .anyMatch(l -> l.matches("Denied lines +1"))
        .anyMatch(l -> l.matches("Denials prevented +1"))
        .anyMatch(l -> l.matches("  charged for them +100.00"))
        .anyMatch(l -> l.matches("False holds +1"))
        .anyMatch(l -> l.matches("  paid for them +80.00"));
  }

  @Test
  void newTablesAreReplayedOverWhatPayersDecided() throws IOException {
    Path claims =
        file(
            claim("C1", "99215", "20260201"),
            claim("C2", "99215", "20260202"),
            claim("C3", "99213", "20260203"));
    Files.writeString(claims, Files.readString(claims).replace("*****CI~", "*****MB~"));
    Path limits =
        Files.writeString(
            folder.resolve("MCR_MUE_PractitionerServices_Eff_01-01-2026.csv"),
            """
            HCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale
            99215,0,2 Date of Service Edit: Policy,CMS Policy
            """);
    Path coming = folder.resolve("coming");
    assertThat(
            run("codes", "install", "--home", coming.toString(), "--from", limits.toString())
                .code())
        .isZero();

    var outcome =
        run(
            "rules",
            "replay",
            "--tables",
            coming.toString(),
            "--home",
            folder.resolve("home").toString(),
            "--claims",
            claims.toString(),
            "--remits",
            remittance().toString());

    assertThat(outcome.code()).isZero();
    assertThat(outcome.lines())
        .contains("What only the new tables say", "What the new tables say no longer");
    assertThat(outcome.lines()).anyMatch(l -> l.matches("NCCI-MUE +2 .*"));
  }

  private Path remittance() throws IOException {
    return Files.writeString(
        folder.resolve("paid.835"),
        """
        ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLINIC         *260301*0900*^*00501*000000007*0*T*:~
        GS*HP*PAYER*CLINIC*20260301*0900*7*X*005010X221A1~
        ST*835*0001~
        BPR*I*160*C*ACH************20260301~
        TRN*1*T100*1999999999~
        N1*PR*A PAYER~
        N1*PE*A CLINIC*XX*1234567893~
        LX*1~
        CLP*C1*4*100*0**12*P1~
        SVC*HC:99215*100*0~
        DTM*472*20260201~
        CAS*CO*16*100~
        CLP*C2*1*100*80**12*P2~
        SVC*HC:99215*100*80~
        DTM*472*20260202~
        CAS*CO*45*20~
        CLP*C3*1*100*80**12*P3~
        SVC*HC:99213*100*80~
        DTM*472*20260203~
        CAS*CO*45*20~
        SE*20*0001~
        GE*1*7~
        IEA*1*000000007~
        """
            .replace("\n", ""));
  }

  private Outcome scrub(Path file, String... options) {
    var arguments = new ArrayList<>(List.of("scrub", file.toString(), "--as-of", "2026-03-01"));
    arguments.addAll(List.of("--home", folder.resolve("home").toString()));
    arguments.addAll(List.of(options));
    return run(arguments.toArray(String[]::new));
  }

  private static Outcome run(String... arguments) {
    var said = new ByteArrayOutputStream();
    var complained = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    try {
      System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
      int code = Main.run(arguments);
      System.out.flush();
      return new Outcome(
          code,
          said.toString(StandardCharsets.UTF_8).lines().toList(),
          complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
