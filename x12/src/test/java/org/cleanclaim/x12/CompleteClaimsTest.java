package org.cleanclaim.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.x12.ClaimsWritten.Refused;
import org.cleanclaim.x12.ClaimsWritten.Written;
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

    assertThat(whole).isInstanceOf(Written.class);
    assertThat(((Refused) without).errorsByClaim())
        .containsOnlyKeys("C1")
        .extractingByKey("C1")
        .satisfies(e -> assertThat(e.getFirst()).contains("HI").contains("missing"));
  }

  @Test
  void separatorsAndLineBreaksAreThoseAskedFor() throws IOException {
    var written = (Written) X12Writer.completeClaims(ENVELOPE, "7", read(RewriteTest.CLAIMS));
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
