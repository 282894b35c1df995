package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.cli.ScrubbedFiles.claim;
import static org.cleanclaim.cli.ScrubbedFiles.file;
import static org.cleanclaim.cli.ScrubbedFiles.scrub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rules that users write: in force, tested by their examples, replayed.
class OwnRulesTest {
  @TempDir Path folder;

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

  @Test
  void ownRulesHoldAndChange() throws IOException {
    Path rules = Files.createDirectory(folder.resolve("rules"));
    Files.writeString(rules.resolve("own.yaml"), RULE);
    Path file = file(folder, claim("C1", "99215", "20260201"));

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

    var outcome =
        scrub(file(folder, claim("C1", "99213", "20260201")), "--rules", rules.toString());

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.complained()).contains("own.yaml:5: OWN-NOTE: There is no \"ownr\" here.");
    assertThat(outcome.lines()).anyMatch(l -> l.matches("Claims +1"));
  }

  @Test
  void rulesAreTestedByTheirExamples() throws IOException {
    Path rules = Files.createDirectory(folder.resolve("rules"));
    Files.writeString(rules.resolve("own.yaml"), RULE);

    assertThat(Outcome.apart("rules", "test", rules.toString()).code()).isZero();
    assertThat(Outcome.apart("rules", "test").code()).isZero();

    Files.writeString(rules.resolve("own.yaml"), RULE.replace("is 99215", "is 99214"));
    var outcome = Outcome.apart("rules", "test", rules.toString());
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
            folder,
            claim("C1", "99215", "20260201"),
            claim("C2", "99215", "20260202"),
            claim("C3", "99213", "20260203"),
            claim("C4", "99215", "20260204"));
    Path remit = remittance();

    var outcome =
        Outcome.apart(
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
            folder,
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
            Outcome.apart(
                    "codes", "install", "--home", coming.toString(), "--from", limits.toString())
                .code())
        .isZero();

    var outcome =
        Outcome.apart(
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
}
