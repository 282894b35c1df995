package org.cleanclaim.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cleanclaim.x12.Transaction.RemittanceAdvice;
import org.cleanclaim.x12.lexer.Segment;
import org.junit.jupiter.api.Test;

class DamagedFilesTest {
  private static final String REMITTANCE =
      """
      ISA*00*          *00*          *ZZ*PAYER          *ZZ*PROVIDER       *260301*0900*^*00501*000000007*0*T*:~
      GS*HP*PAYER*PROVIDER*20260301*0900*7*X*005010X221A1~
      ST*835*0001~
      BPR*I*80*C*ACH************20260301~
      TRN*1*T100*1999~
      N1*PR*A PAYER~
      N1*PE*A CLINIC*XX*1234567893~
      LX*1~
      CLP*A1*1*100*80**12*P1~
      NM1*QC*1*TEST*PAT~
      SVC*HC:99213*100*80~
      DTM*472*20260201~
      CAS*CO*45*20~
      SE*12*0001~
      GE*1*7~
      IEA*1*000000007~
      """;

  @Test
  void aWholeFileHasNoFindings() throws IOException {
    var read = read(REMITTANCE);

    assertThat(read.findings()).isEmpty();
    assertThat(((RemittanceAdvice) read.transactions().getFirst()).remittance().claims())
        .hasSize(1);
  }

  @Test
  void separatorsComeFromTheFileAndLineBreaksDoNotCount() throws IOException {
    String other =
        REMITTANCE.replace("\n", "").replace('*', '|').replace(':', '>').replace("~", "\r\n");
    assertThat(read("\uFEFF\n\n" + other).findings()).isEmpty();
    assertThat(
            read(REMITTANCE.replaceAll("(.{40})", "$1\r\n").replaceFirst("(?s)^(.*?)\r\n", "$1"))
                .transactions())
        .hasSize(1);
  }

  @Test
  void smallLettersInNamesAndEightyColumnsDoNotMatter() throws IOException {
    String small =
        REMITTANCE.replace("CLP*", "clp*").replace("SVC*", "svc*").replace("ISA*", "isa*");
    String wrapped = REMITTANCE.replace("\n", "").replaceAll("(.{80})", "$1\n");

    for (String file : List.of(small, wrapped)) {
      var remittance = ((RemittanceAdvice) read(file).transactions().getFirst()).remittance();
      assertThat(remittance.claims().getFirst().services()).hasSize(1);
      assertThat(read(file).findings()).isEmpty();
    }
  }

  @Test
  void anOldVersionHasNoRepetitionSeparatorWhereAStandardsLetterStands() throws IOException {
    String old = REMITTANCE.replace("*^*00501*", "*U*00401*").replace("TEST*PAT", "TE^ST*PAT");

    var separators = read(old).interchanges().getFirst().envelope().separators();

    assertThat(separators.repetition()).isEqualTo(Separators.NONE);
    assertThat(read(REMITTANCE.replace("*^*00501*", "*U*00501*")).interchanges().getFirst())
        .satisfies(i -> assertThat(i.envelope().separators().repetition()).isEqualTo('^'));
  }

  @Test
  void otherTextBeforeAnIsaIsPassedOverEvenWhenItSpeaksOfOne() throws IOException {
    String letter = "Dear Isa, isa|a|" + "b|".repeat(20) + " visa*" + "c*".repeat(20) + "\n";

    var read = read(letter + REMITTANCE);

    assertThat(ids(read)).containsExactly("X12-LEADING-TEXT");
    assertThat(read.transactions()).hasSize(1);
    assertThat(ids(read(letter))).containsExactly("X12-NO-ISA");
  }

  @Test
  void anIsaThatLacksElementsDoesNotTakeThemFromTheNextSegment() throws IOException {
    for (String lacking : List.of("*0*T~", "*T*:~")) {
      String file = REMITTANCE.replace("*0*T*:~", lacking);
      for (String form : List.of(file, file.replace("\n", ""))) {
        assertThat(((RemittanceAdvice) read(form).transactions().getFirst()).remittance().claims())
            .as(lacking)
            .hasSize(1);
        assertThat(ids(read(form))).as(lacking).contains("X12-ISA-ELEMENTS");
      }
    }
  }

  @Test
  void aLostTerminatorCostsOneFindingAndNoSegment() throws IOException {
    var read = read(REMITTANCE.replace("A PAYER~\n", "A PAYER\n"));

    assertThat(ids(read)).containsExactly("X12-LOST-TERMINATOR");
    assertThat(((RemittanceAdvice) read.transactions().getFirst()).remittance().payeeName())
        .isEqualTo("A CLINIC");
  }

  @Test
  void binaryDataMayHoldAnyByte() throws IOException {
    var segments = new ArrayList<Segment>();
    String file =
        REMITTANCE.substring(0, REMITTANCE.indexOf("ST*"))
            + "ST*275*0001*005010X210~\nBIN*11*a~b*c\nd~ST*~\nSE*3*0001~\nGE*1*7~\nIEA*1*000000007~\n";

    X12Reader.segments(
        new ByteArrayInputStream(file.getBytes(StandardCharsets.US_ASCII)),
        s -> segments.add(s.keep()));

    assertThat(segments).extracting(Segment::id).contains("BIN", "SE").doesNotContain("D", "B");
    assertThat(segments.get(3).element(2)).isEqualTo("a~b*c\nd~ST*");
  }

  @Test
  void severalInterchangesWithSeparatorsOfTheirOwnAreReadFromOneFile() throws IOException {
    var read =
        read(
            REMITTANCE
                + REMITTANCE
                    .replace("000000007", "000000008")
                    .replace('*', '+')
                    .replace('~', '\''));

    assertThat(read.interchanges()).hasSize(2);
    assertThat(read.findings()).isEmpty();
  }

  @Test
  void countsAndNumbersThatDisagreeAreEachNamed() throws IOException {
    String wrong =
        REMITTANCE
            .replace("SE*12*0001", "SE*11*0002")
            .replace("GE*1*7", "GE*2*8")
            .replace("IEA*1*000000007", "IEA*3*000000008");

    assertThat(read(wrong).findings())
        .extracting(f -> f.rule().value())
        .containsExactly(
            "X12-SE-COUNT",
            "X12-SE-NUMBER",
            "X12-GE-COUNT",
            "X12-GE-NUMBER",
            "X12-IEA-COUNT",
            "X12-IEA-NUMBER");
  }

  @Test
  void everyTruncationIsSaidAndNoneFails() throws IOException {
    for (int length = 0; length < REMITTANCE.strip().length(); length++) {
      assertThat(read(REMITTANCE.strip().substring(0, length)).hasErrors())
          .as("cut at " + length)
          .isTrue();
    }
  }

  @Test
  void noSingleWrongByteFails() throws IOException {
    long seed = Long.getLong("test.seed", System.nanoTime());
    var random = new Random(seed);
    byte[] bytes = REMITTANCE.getBytes(StandardCharsets.US_ASCII);
    for (int run = 0; run < 3_000; run++) {
      byte[] damaged = bytes.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      try {
        X12Reader.read(new ByteArrayInputStream(damaged), "damaged");
      } catch (RuntimeException e) {
        throw new AssertionError("-Dtest.seed=" + seed + " run " + run, e);
      }
    }
  }

  @Test
  void segmentsKnowTheirPlaceInTheFile() throws IOException {
    var segments = new ArrayList<Segment>();
    X12Reader.segments(
        new ByteArrayInputStream(REMITTANCE.getBytes(StandardCharsets.US_ASCII)),
        s -> segments.add(s.keep()));

    for (Segment segment : segments) {
      assertThat(REMITTANCE.substring((int) segment.byteOffset())).startsWith(segment.id());
    }
    assertThat(segments).extracting(Segment::number).startsWith(1, 2, 3);
    assertThat(segments.get(9).toString()).doesNotContain("PAT");
  }

  private static X12File read(String text) throws IOException {
    return X12Reader.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "test.x12");
  }

  static List<String> ids(X12File file) {
    return file.findings().stream().map(f -> f.rule().value()).toList();
  }
}
