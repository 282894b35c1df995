package org.cleanclaim.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cleanclaim.kernel.acknowledgment.AcknowledgmentStatement;
import org.cleanclaim.kernel.acknowledgment.ClaimAcknowledgment;
import org.cleanclaim.kernel.acknowledgment.ClaimAcknowledgment.Status;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.party.Participant;
import org.cleanclaim.x12.Transaction.ClaimsAcknowledged;
import org.cleanclaim.x12.v005010.ClaimAcknowledgmentWriter.AcknowledgedClaim;
import org.junit.jupiter.api.Test;

/// The 277CA that we write follows its guide, and says of each claim what was to be said.
class ClaimAcknowledgmentTest {
  private static final Envelope ENVELOPE =
      new Envelope(
          "ZZ",
          "PAYER",
          "ZZ",
          "CLINIC",
          LocalDateTime.of(2026, 3, 1, 9, 5),
          "000000001",
          true,
          Separators.STANDARD);

  @Test
  void randomAcknowledgmentsAreValidAndReadBack() throws IOException {
    long seed = Long.getLong("test.seed", System.nanoTime());
    var random = new Random(seed);
    var chance = new RandomClaims(random);
    for (int run = 0; run < 100; run++) {
      var acknowledged = new ArrayList<AcknowledgedClaim>();
      for (int i = 0; i < random.nextInt(4); i++) {
        var claim = chance.claim(chance.pick(ClaimType.values()), run * 10 + i);
        acknowledged.add(new AcknowledgedClaim(claim, acknowledgment(claim, random.nextBoolean())));
      }

      byte[] bytes = write(acknowledged);

      assertThat(X12Writer.complete(bytes))
          .as("-Dtest.seed=" + seed)
          .isInstanceOf(Written.Complete.class);
      assertThat(read(bytes))
          .as("-Dtest.seed=" + seed)
          .containsExactlyInAnyOrderElementsOf(
              acknowledged.stream().map(ClaimAcknowledgmentTest::asWritten).toList());
    }
  }

  @Test
  void claimsStandBelowTheirOwnBillingProvider() throws IOException {
    Claim first = claim(RewriteTest.CLAIMS);
    Claim other = claim(RewriteTest.CLAIMS.replace("85*2*A CLINIC", "85*2*B CLINIC"));

    String written =
        new String(
            write(
                List.of(
                    new AcknowledgedClaim(first, acknowledgment(first, true)),
                    new AcknowledgedClaim(other, acknowledgment(other, false)))),
            StandardCharsets.US_ASCII);

    assertThat(written.lines().filter(l -> l.startsWith("HL*")))
        .containsExactly(
            "HL*1**20*1~",
            "HL*2*1*21*1~",
            "HL*3*2*19*1~",
            "HL*4*3*PT~",
            "HL*5*2*19*1~",
            "HL*6*5*PT~");
  }

  private static Claim claim(String file) throws IOException {
    var claims = new ArrayList<Claim>();
    byte[] bytes = file.getBytes(StandardCharsets.US_ASCII);
    X12Reader.claims(new ByteArrayInputStream(bytes), "test", f -> {}, claims::add);
    return claims.getFirst();
  }

  private static ClaimAcknowledgment acknowledgment(Claim claim, boolean isAccepted) {
    var statement =
        new AcknowledgmentStatement(
            List.of(isAccepted ? new Status("A2", "20", "PR") : new Status("A7", "164", "IL")),
            ENVELOPE.preparedAt().toLocalDate(),
            isAccepted ? AcknowledgmentStatement.ACCEPT : AcknowledgmentStatement.REJECT,
            claim.totalCharge(),
            isAccepted ? null : "The member number is not on file");
    return ClaimAcknowledgment.of(
        claim.controlNumber().value(),
        List.of(statement),
        isAccepted ? "P" + claim.controlNumber().value() : null,
        claim.servedFrom().orElse(ENVELOPE.preparedAt().toLocalDate()));
  }

  /// The patient is written from the claim.
  private static ClaimAcknowledgment asWritten(AcknowledgedClaim acknowledged) {
    Claim claim = acknowledged.claim();
    var memberId = claim.subscriber().memberId();
    return acknowledged
        .acknowledgment()
        .ofPatient(
            Participant.of(
                "QC",
                claim.patient().name(),
                memberId == null ? null : "MI",
                memberId == null ? null : memberId.value()));
  }

  private static byte[] write(List<AcknowledgedClaim> claims) {
    return X12Writer.claimAcknowledgments(
        ENVELOPE, "1", "A PAYER", "P1", "A CLINIC", "CLINIC", "B1", claims);
  }

  private static List<ClaimAcknowledgment> read(byte[] bytes) throws IOException {
    var file = X12Reader.read(new ByteArrayInputStream(bytes), "277CA");
    return ((ClaimsAcknowledged) file.transactions().getFirst()).acknowledgments();
  }
}
