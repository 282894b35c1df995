package org.cleanclaim.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.x12.ClaimsWritten.Refused;
import org.cleanclaim.x12.Transaction.ClaimBatch;
import org.junit.jupiter.api.Test;

class CompleteClaimsTest {
  private static final Envelope ENVELOPE =
      new Envelope(
          "ZZ",
          "CLINIC",
          "ZZ",
          "PAYER",
          LocalDateTime.of(2026, 3, 1, 9, 0),
          "000000007",
          true,
          new Separators('|', '>', '!', '\''));

  @Test
  void anIncompleteClaimIsRefusedAndNamed() throws IOException {

    var whole = X12Writer.completeClaims(ENVELOPE, "7", read(RewriteTest.CLAIMS));
    var without =
        X12Writer.completeClaims(
            ENVELOPE, "7", read(RewriteTest.CLAIMS.replaceFirst("HI\\*ABK:I10~\n", "")));

    assertThat(whole).isInstanceOf(ClaimsWritten.Written.class);
    assertThat(((Refused) without).errorsByClaim())
        .containsOnlyKeys("C1")
        .extractingByKey("C1")
        .satisfies(e -> assertThat(e.getFirst()).contains("HI").contains("missing"));
  }

  @Test
  void separatorsAndLineBreaksAreThoseAskedFor() throws IOException {
    var written =
        (ClaimsWritten.Written) X12Writer.completeClaims(ENVELOPE, "7", read(RewriteTest.CLAIMS));
    byte[] oneLine = X12Writer.inOneLine(written.bytes(), ENVELOPE.separators());

    assertThat(new String(oneLine, StandardCharsets.US_ASCII))
        .contains("'CLM|C1|100|||11>B>1|Y|A|Y|Y'")
        .doesNotContain("\n");
    assertThat(claims(oneLine)).isEqualTo(claims(written.bytes())).hasSize(2);
  }

  @Test
  void aBatchIsSplitByReceiverAndNumber() throws IOException {
    ClaimBatch batch = read(RewriteTest.CLAIMS);

    assertThat(batch.split(10)).hasSize(1);
    assertThat(batch.split(1))
        .hasSize(2)
        .allSatisfy(b -> assertThat(b.claims()).hasSize(1))
        .extracting(ClaimBatch::batchReference)
        .containsExactly("B1-1", "B1-2");
    assertThat(batch.split(1).stream().flatMap(b -> b.claims().stream()).toList())
        .isEqualTo(batch.claims());
  }

  @Test
  void filesOfABatchAreNumberedOn() throws IOException {
    var numbers = ControlNumbers.after(999_999_998);

    var files = X12Writer.claimFiles(ENVELOPE, numbers, read(RewriteTest.CLAIMS), 1);

    assertThat(files)
        .extracting(f -> interchange(((ClaimsWritten.Written) f).bytes()))
        .containsExactly("999999999 999999999", "000000001 1");
    assertThat(numbers.last()).isEqualTo(1);
  }

  @Test
  void anIncompleteClaimDoesNotHoldBackTheOthers() throws IOException {
    String bad = RewriteTest.CLAIMS.replaceFirst("HI\\*ABK:I10~\n", "");

    var files = X12Writer.claimFiles(ENVELOPE, ControlNumbers.after(0), read(bad), 1);

    assertThat(files.get(0)).isInstanceOf(Refused.class);
    assertThat(files.get(1)).isInstanceOf(ClaimsWritten.Written.class);
  }

  @Test
  void anyOtherFileWithAnIncompleteLoopIsRefusedToo() throws IOException {
    byte[] whole =
        OneFaultTest.REMITTANCE.replace("SE*0", "SE*20").getBytes(StandardCharsets.US_ASCII);
    var remittance =
        X12Reader.read(new ByteArrayInputStream(whole), "835").transactions().getFirst();
    byte[] written =
        X12Writer.remittances(
            ENVELOPE, "1", List.of(((Transaction.RemittanceAdvice) remittance).remittance()));
    String lacking = new String(written, StandardCharsets.US_ASCII).replaceAll("LX\\|1'\n", "");

    assertThat(X12Writer.complete(written)).isInstanceOf(Written.Complete.class);
    assertThat(X12Writer.complete(lacking.getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOfSatisfying(
            Written.Refused.class,
            r -> assertThat(r.findings().getFirst().message()).contains("LX"));
  }

  private static String interchange(byte[] written) {
    try {
      var interchange =
          X12Reader.read(new ByteArrayInputStream(written), "837").interchanges().getFirst();
      return interchange.envelope().controlNumber()
          + " "
          + interchange.groups().getFirst().group().controlNumber();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Claim> claims(byte[] bytes) throws IOException {
    var claims = new java.util.ArrayList<Claim>();
    X12Reader.claims(new ByteArrayInputStream(bytes), "test", f -> {}, claims::add);
    return claims;
  }

  private static ClaimBatch read(String text) throws IOException {
    return (ClaimBatch)
        X12Reader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "test.x12")
            .transactions()
            .getFirst();
  }
}
