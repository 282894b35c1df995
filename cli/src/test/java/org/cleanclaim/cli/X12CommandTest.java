package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class X12CommandTest {
  private static final String REMITTANCE =
      """
      ISA*00*          *00*          *ZZ*PAYER          *ZZ*PROVIDER       *260301*0900*^*00501*000000007*0*T*:~
      GS*HP*PAYER*PROVIDER*20260301*0900*7*X*005010X221A1~
      ST*835*0001~
      BPR*I*80*C*ACH************20260301~
      TRN*1*T100*1999999999~
      N1*PR*A PAYER~
      N3*1 PLAIN ST~
      N4*SPRINGFIELD*IL*62701~
      PER*BL*HELP*TE*2175550100~
      N1*PE*A CLINIC*XX*1234567893~
      LX*1~
      CLP*A1*1*100*80**12*P1~
      NM1*QC*1*SOMEBODY*PAT~
      SVC*HC:99213*100*80~
      DTM*472*20260201~
      CAS*CO*45*20~
      SE*15*0001~
      GE*1*7~
      IEA*1*000000007~
      """;

  private static final String CLAIMS =
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
      NM1*IL*1*TEST*PAT****MI*M1~
      N3*2 PLAIN ST~
      N4*MARLOW*OH*432150001~
      DMG*D8*19700505*F~
      NM1*PR*2*A PAYER*****PI*PAYER~
      CLM*C1*100***11:B:1*Y*A*Y*Y~
      HI*ABK:I10~
      LX*1~
      SV1*HC:99213*100*UN*1***1~
      DTP*472*D8*20260201~
      CLM*C2*50***11:B:1*Y*A*Y*Y~
      HI*ABK:I10~
      LX*1~
      SV1*HC:99212*5X*UN*1***1~
      DTP*472*D8*20260202~
      SE*28*0001~
      GE*1*8~
      IEA*1*000000008~
      """;

  @TempDir Path folder;
  private Path good;
  private Path bad;

  @BeforeEach
  void files() throws IOException {
    good = Files.writeString(folder.resolve("good.835"), REMITTANCE);
    bad = Files.writeString(folder.resolve("bad.835"), REMITTANCE.replace("*45*20~", "*45*21~"));
  }

  @Test
  void aCleanFileEndsWithZeroAndAFindingWithOne() {
    assertThat(Outcome.of("x12", "check", good.toString()).code()).isZero();

    var outcome = Outcome.of("x12", "check", bad.toString());

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.said())
        .contains("ERROR X12-835-SERVICE-BALANCE at loop 2110, SVC03, segment 14, byte")
        .contains("charge less adjustments is 79.00, paid is 80.00");
  }

  @Test
  void aFolderEndsWithATable() {
    var outcome = Outcome.of("x12", "check", folder.toString());

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.said())
        .containsPattern("Files +2\n")
        .containsPattern("Clean +1\n")
        .containsPattern("With errors +1\n")
        .containsPattern("Crashed +0");
  }

  @Test
  void aMissingFileDoesNotStopTheOthers() {
    var outcome = Outcome.of("x12", "check", folder.resolve("none").toString(), good.toString());

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.said()).contains("There is no file").containsPattern("Clean +1\n");
  }

  @Test
  void theAnswerOfTheReceiverIsWritten() throws IOException {
    Path answer = folder.resolve("answer.999");

    Outcome.of("x12", "check", bad.toString(), "--ack", answer.toString());

    assertThat(Files.readString(answer))
        .contains("TA1*000000007*260301*0900*A*000~")
        .contains("IK3*SVC*12*2110*8~")
        .contains("CTX*CLP01:A1~")
        .contains("IK4*3*782*I12*80~")
        .contains("IK5*R*5~")
        .contains("AK9*R*1*1*0~");
    assertThat(Outcome.of("x12", "check", answer.toString()).code()).isZero();
  }

  @Test
  void eachClaimIsAcceptedOrRejected() throws IOException {
    Path claims = Files.writeString(folder.resolve("two.837"), CLAIMS);
    Path answer = folder.resolve("answer.277ca");

    Outcome.of("x12", "check", claims.toString(), "--claim-ack", answer.toString());

    assertThat(Files.readString(answer))
        .contains("TRN*2*C1~\nSTC*A2:20*")
        .contains("TRN*2*C2~\nSTC*A7:178*");
    assertThat(Outcome.of("x12", "check", answer.toString()).code()).isZero();
    Outcome.of("x12", "check", good.toString(), "--claim-ack", folder.resolve("none").toString());
    assertThat(folder.resolve("none")).doesNotExist();
    var twice = Outcome.of("x12", "check", "-", "--claim-ack", answer.toString());
    assertThat(twice.code()).isEqualTo(3);
    assertThat(twice.said()).contains("Name a file");
  }

  @Test
  void findingsComeAsJsonToo() {
    assertThat(Outcome.of("x12", "check", bad.toString(), "--json").said())
        .contains("\"rule\":\"X12-835-SERVICE-BALANCE\"")
        .contains("\"errors\":2");
  }

  @Test
  void compressedFilesAndStandardInputAreRead() throws IOException {
    Path packed = folder.resolve("packed.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(REMITTANCE.getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(Outcome.of("x12", "check", packed.toString()).code()).isZero();

    InputStream console = System.in;
    try {
      System.setIn(new ByteArrayInputStream(REMITTANCE.getBytes(StandardCharsets.US_ASCII)));
      assertThat(Outcome.of("x12", "check", "-").code()).isZero();
    } finally {
      System.setIn(console);
    }
  }

  @Test
  void jsonAndBackIsTheSameFile() throws IOException {
    Path json = folder.resolve("file.json");
    Path back = folder.resolve("back.835");

    Outcome.of("x12", "json", good.toString(), "-o", json.toString());
    Outcome.of("x12", "json", "--back", json.toString(), "-o", back.toString());

    assertThat(Files.readString(json)).contains("{\"segment\":\"SVC\",\"elements\":[[\"HC\"");
    assertThat(Files.readString(back)).isEqualTo(REMITTANCE);
    Files.writeString(json, "{\"segment\":1}");
    var wrong = Outcome.of("x12", "json", "--back", json.toString(), "-o", back.toString());
    assertThat(wrong.code()).isEqualTo(3);
    assertThat(wrong.said()).contains("line 1");
  }

  @Test
  void showsCountsSplitsAndDeidentifies() throws IOException {
    assertThat(Outcome.of("x12", "show", good.toString()).said())
        .contains("2110")
        .contains("2026-02-01")
        .contains("80.00");
    assertThat(Outcome.of("x12", "stats", good.toString()).said())
        .containsPattern("claims +1")
        .containsPattern("paid +80.00");
    assertThat(
            Outcome.of(
                    "x12", "split", good.toString(), "--by", "transaction", "-o", folder + "/parts")
                .said())
        .contains("1 files with 1 transactions");
    assertThat(
            Outcome.of("x12", "split", good.toString(), "--by", "claims=1", "-o", folder + "/p2")
                .code())
        .isEqualTo(1);
    assertThat(
            Outcome.of("x12", "split", good.toString(), "--by", "claims=0", "-o", folder + "/p3")
                .code())
        .isEqualTo(2);
    assertThat(Outcome.of("x12", "show", folder.toString()).said()).contains("is a folder");
    assertThat(Outcome.of("x12", "show", "/dev/null").said()).contains("is empty");
    Path out = folder.resolve("public.835");
    assertThat(Outcome.of("x12", "deidentify", good.toString(), "-o", out.toString()).code())
        .isZero();
    assertThat(Files.readString(out)).doesNotContain("SOMEBODY").contains("SVC*HC:99213*100*80");
    assertThat(Outcome.of("x12", "check", out.toString()).code()).isZero();
    assertThat(Files.readString(out)).doesNotContain("*PROVIDER ").doesNotContain("*PROVIDER*");
    Outcome.of("x12", "deidentify", good.toString(), "-o", out.toString(), "--keep-envelopes");
    assertThat(Files.readString(out)).contains("*PROVIDER ").doesNotContain("SOMEBODY");
  }

  @Test
  void aFileThatCannotBeReadIsSaidInJsonToo() throws IOException {
    Path cut = folder.resolve("cut.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(cut))) {
      out.write(REMITTANCE.repeat(50).getBytes(StandardCharsets.US_ASCII));
    }
    byte[] whole = Files.readAllBytes(cut);
    Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));

    var outcome = Outcome.of("x12", "check", cut.toString(), "--json");

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.said().lines()).allMatch(l -> l.startsWith("{"));
    assertThat(outcome.said()).contains("\"failure\":\"The compressed file is damaged or cut off");
  }

  @Test
  void aFileWithWarningsOnlyIsNotCountedClean() throws IOException {
    Path odd = Files.writeString(folder.resolve("odd"), REMITTANCE.replace("CO*45", "CO*9999"));
    Files.delete(bad);

    var outcome = Outcome.of("x12", "check", folder.toString());

    assertThat(outcome.code()).as(odd.toString()).isZero();
    assertThat(outcome.said())
        .containsPattern("Clean +1\n")
        .containsPattern("With warnings only +1\n")
        .containsPattern("With errors +0\n");
  }
}
