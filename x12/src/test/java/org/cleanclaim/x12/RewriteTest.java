package org.cleanclaim.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.acknowledgment.InterchangeAcknowledgment;
import org.cleanclaim.x12.Transaction.ClaimBatch;
import org.cleanclaim.x12.lexer.Segment;
import org.junit.jupiter.api.Test;

class RewriteTest {
  static final String CLAIMS =
      """
      ISA*00*          *00*          *ZZ*CLINIC         *ZZ*PAYER          *260301*0900*^*00501*000000007*0*T*:~
      GS*HC*CLINIC*PAYER*20260301*0900*7*X*005010X222A1~
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
      CLM*C1*100.00***11:B:1*Y*A*Y*Y~
      CN1*02*5~
      REF*G1*AUTH~
      ZZ9*SOMETHING*NEW~
      NTE*ADD*BEFORE~
      HI*ABK:I10~
      LX*1~
      SV1*HC:99213:25::::A VISIT*100.00*UN*1***1~
      DTP*472*D8*20260201~
      HCP*02*90*10~
      CLM*C2*50***11:B:1*Y*A*Y*Y~
      HI*ABK:I10~
      LX*1~
      SV1*HC:99212*50*UN*1***1~
      DTP*472*D8*20260202~
      SE*33*0001~
      GE*1*7~
      IEA*1*000000007~
      """;

  @Test
  void whatIsNotChangedComesBackAsItStood() throws IOException {
    assertThat(text(X12Writer.rewritten(read(CLAIMS)))).isEqualTo(CLAIMS);
  }

  private static final String ANSWER =
      """
      ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLINIC         *260301*0910*^*00501*000000008*0*T*:~
      TA1*000000007*260301*0900*A*000~
      TA1*SHORT~
      TA1*000000006*260228*0900*R*023~
      IEA*0*000000008~
      """;

  @Test
  void aChangedInterchangeAcknowledgmentIsWrittenAsItIsNow() throws IOException {
    var file = read(ANSWER);
    assertThat(text(X12Writer.rewritten(file))).isEqualTo(ANSWER);

    var answer = file.interchanges().getFirst();
    var first = answer.acknowledgments().getFirst();
    var rejected =
        new InterchangeAcknowledgment(first.controlNumber(), first.interchangeAt(), "R", "024");
    var second = answer.acknowledgments().getLast();

    assertThat(text(X12Writer.rewritten(withAcknowledgments(file, List.of(rejected, second)))))
        .isEqualTo(ANSWER.replace("0900*A*000", "0900*R*024"));
    assertThat(text(X12Writer.rewritten(withAcknowledgments(file, List.of(first)))))
        .isEqualTo(ANSWER.replace("TA1*000000006*260228*0900*R*023~\n", ""));
  }

  private static X12File withAcknowledgments(
      X12File file, List<InterchangeAcknowledgment> acknowledgments) {
    var read = file.interchanges().getFirst();
    var changed = new Interchange(read.envelope(), acknowledgments, read.groups(), read.source());
    return new X12File(file.fileName(), List.of(changed), file.findings());
  }

  @Test
  void aChangeTouchesItsOwnElementAlone() throws IOException {
    var changed = CLAIMS.replace("NTE*ADD*BEFORE", "NTE*ADD*AFTER");

    var rewritten = X12Writer.rewritten(withClaims(read(CLAIMS), claims(changed)));

    assertThat(text(rewritten)).isEqualTo(changed);
  }

  @Test
  void aClaimTakenOutTakesItsSegmentsAlong() throws IOException {
    var file = read(CLAIMS);
    var second = ((ClaimBatch) file.transactions().getFirst()).claims().get(1);

    var rewritten = read(text(X12Writer.rewritten(withClaims(file, List.of(second)))));

    assertThat(((ClaimBatch) rewritten.transactions().getFirst()).claims())
        .singleElement()
        .satisfies(c -> assertThat(c.controlNumber().value()).isEqualTo("C2"));
    assertThat(rewritten.findings()).isEmpty();
  }

  @Test
  void aTransactionTakenOutIsNotWritten() throws IOException {
    var file = read(CLAIMS);
    var interchange = file.interchanges().getFirst();
    var without =
        new X12File(
            "x",
            List.of(
                new Interchange(
                    interchange.envelope(), List.of(), List.of(), interchange.source())),
            List.of());

    assertThat(text(X12Writer.rewritten(without))).doesNotContain("ST*").contains("GS*");
  }

  @Test
  void whatStandsInNoInterchangeIsReadAndComesBack() throws IOException {
    String headless = CLAIMS.substring(CLAIMS.indexOf("GS*"));

    var file = read(headless);

    assertThat(file.interchanges()).isEmpty();
    assertThat(((ClaimBatch) file.transactions().getFirst()).claims()).hasSize(2);
    assertThat(text(X12Writer.rewritten(file))).isEqualTo(headless);
  }

  /// Every corpus file comes back segment by segment, the damaged ones too.
  @Test
  void theCorpusComesBack() throws IOException {
    String data = System.getenv("CLEANCLAIM_DATA");
    assumeTrue(data != null, "CLEANCLAIM_DATA names no folder of public X12 samples");
    List<Path> files;
    try (var walk = Files.walk(Path.of(data, "corpus", "x12"))) {
      files = walk.filter(p -> p.toString().endsWith(".edi")).sorted().toList();
    }
    int compared = 0;
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      X12File read = X12Reader.read(new ByteArrayInputStream(bytes), file.toString());
      compared++;
      assertThat(raw(X12Writer.rewritten(read))).as(file.toString()).isEqualTo(raw(bytes));
    }
    assertThat(compared).isGreaterThan(320);
  }

  private static List<String> raw(byte[] bytes) throws IOException {
    var segments = new ArrayList<String>();
    X12Reader.segments(new ByteArrayInputStream(bytes), (Segment s) -> segments.add(s.raw()));
    return segments;
  }

  private static X12File withClaims(X12File file, List<org.cleanclaim.kernel.claim.Claim> claims) {
    var interchange = file.interchanges().getFirst();
    var group = interchange.groups().getFirst();
    var batch = (ClaimBatch) group.transactions().getFirst();
    var changed =
        new ClaimBatch(
            batch.header(),
            batch.submitterName(),
            batch.submitterId(),
            batch.submitterContact(),
            batch.receiverName(),
            batch.receiverId(),
            batch.batchReference(),
            claims);
    return new X12File(
        file.fileName(),
        List.of(
            new Interchange(
                interchange.envelope(),
                List.of(),
                List.of(new ReadGroup(group.group(), List.of(changed))),
                interchange.source())),
        List.of());
  }

  private static List<org.cleanclaim.kernel.claim.Claim> claims(String text) throws IOException {
    return ((ClaimBatch) read(text).transactions().getFirst()).claims();
  }

  private static X12File read(String text) throws IOException {
    return X12Reader.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "test.x12");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
