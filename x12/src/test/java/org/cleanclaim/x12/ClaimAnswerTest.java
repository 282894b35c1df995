package org.cleanclaim.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.cleanclaim.kernel.acknowledgment.ClaimAcknowledgment;
import org.cleanclaim.x12.Transaction.ClaimBatch;
import org.cleanclaim.x12.Transaction.ClaimsAcknowledged;
import org.cleanclaim.x12.tool.ClaimAnswer;
import org.junit.jupiter.api.Test;

/// A 277CA from the findings of a check.
class ClaimAnswerTest {
  private static final LocalDateTime AT = LocalDateTime.of(2026, 3, 1, 9, 0);

  // Whole, but for what the rewriting tests put in.
  private static final String CLAIMS =
      RewriteTest.CLAIMS
          .replace("CN1*02*5~\n", "")
          .replace("ZZ9*SOMETHING*NEW~\n", "")
          .replace("HCP*02*90*10~\n", "")
          .replace("SE*33", "SE*30");

  @Test
  void claimsWithoutErrorsAreAccepted() throws IOException {
    var answered = read(answer(CLAIMS));

    assertThat(answered).hasSize(2).allMatch(ClaimAcknowledgment::accepted);
    assertThat(answered.getFirst().statuses())
        .containsExactly(new ClaimAcknowledgment.Status("A2", "20", null));
  }

  @Test
  void anErrorRejectsItsOwnClaimAndSaysWhichDataIsMeant() throws IOException {
    var answered = read(answer(CLAIMS.replace("HC:99212*50*UN*1", "HC:99212*5X*UN*1")));

    assertThat(answered.get(0).accepted()).isTrue();
    assertThat(answered.get(1).accepted()).isFalse();
    assertThat(answered.get(1).claimControlNumber()).isEqualTo("C2");
    assertThat(answered.get(1).statuses())
        .contains(new ClaimAcknowledgment.Status("A7", "178", null));
    assertThat(answered.get(1).message()).contains("SV102");
  }

  @Test
  void anErrorAboveTheClaimsRejectsAllBelow() throws IOException {
    var answered = read(answer(CLAIMS.replace("XX*1234567893", "XX*1234567890")));

    assertThat(answered).hasSize(2).noneMatch(ClaimAcknowledgment::accepted);
    assertThat(answered)
        .allSatisfy(a ->
            assertThat(a.statuses()).contains(new ClaimAcknowledgment.Status("A7", "562", "85")));
  }

  @Test
  void anErrorOfTheWholeTransactionRejectsAllItsClaims() throws IOException {
    var answered = read(answer(CLAIMS.replace("SE*30", "SE*99")));

    assertThat(answered)
        .hasSize(2)
        .allSatisfy(a ->
            assertThat(a.statuses()).contains(new ClaimAcknowledgment.Status("A3", "684", null)));
  }

  /// Of every public sample with claims each claim is answered once, and an answer to a sample with
  /// whole names and numbers follows its guide.
  @Test
  void everyClaimOfThePublicSamplesIsAnswered() throws IOException {
    int claims = 0;
    int valid = 0;
    int written = 0;
    for (Path path : Samples.all()) {
      byte[] bytes = Files.readAllBytes(path);
      List<String> sent =
          X12Reader.read(new ByteArrayInputStream(bytes), "sample").interchanges().stream()
              .flatMap(i -> i.transactions().stream())
              .filter(ClaimBatch.class::isInstance)
              .flatMap(t -> ((ClaimBatch) t).claims().stream())
              .map(c -> c.controlNumber().value())
              .toList();
      if (sent.isEmpty()) continue;
      byte[] answer = answer(bytes);
      var answered = read(answer).stream().map(ClaimAcknowledgment::claimControlNumber).toList();
      assertThat(answered.stream().sorted().toList())
          .as(path.toString())
          .isEqualTo(sent.stream().sorted().toList());
      claims += sent.size();
      written++;
      if (X12Writer.complete(answer) instanceof Written.Complete) valid++;
    }
    System.out.printf("%d claims of %d files answered, %d answers valid%n", claims, written, valid);
    assertThat(claims).isGreaterThan(100);
    assertThat(valid * 100).isGreaterThanOrEqualTo(written * 75);
  }

  private static byte[] answer(String file) throws IOException {
    byte[] answer = answer(file.getBytes(StandardCharsets.UTF_8));
    assertThat(X12Writer.complete(answer)).isInstanceOf(Written.Complete.class);
    return answer;
  }

  private static byte[] answer(byte[] file) throws IOException {
    var claimAnswer = new ClaimAnswer();
    X12Checker.check(
        new ByteArrayInputStream(file), "837", CheckOptions.standard(), claimAnswer::add);
    var out = new ByteArrayOutputStream();
    claimAnswer.write(new ByteArrayInputStream(file), "837", AT, out);
    return out.toByteArray();
  }

  private static List<ClaimAcknowledgment> read(byte[] answer) throws IOException {
    return X12Reader.read(new ByteArrayInputStream(answer), "277CA").transactions().stream()
        .flatMap(t -> ((ClaimsAcknowledged) t).acknowledgments().stream())
        .collect(Collectors.toList());
  }
}
