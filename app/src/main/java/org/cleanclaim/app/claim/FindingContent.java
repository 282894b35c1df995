package org.cleanclaim.app.claim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ServiceLine;

/// What a finding looked at, as a digest: while it stays the same, a decision about the finding
/// holds. A finding of a line looks at that line, and where lines are held against each other at
/// all of them; any other looks at the whole claim. Numbers of the claim itself do not count.
final class FindingContent {
  private FindingContent() {}

  static String digest(Claim claim, Finding finding) {
    var parts = new ArrayList<Object>();
    parts.add(finding.rule());
    parts.add(finding.place().inWords());
    parts.add(finding.message());
    parts.add(claim.payer());
    Integer number = finding.place().serviceLine();
    if (number == null) {
      claim.lines().forEach(line -> addLine(parts, claim, line));
      addClaim(parts, claim);
    } else {
      claim.lines().stream()
          .filter(line -> line.number() == number || comparesLines(finding.layer()))
          .forEach(line -> addLine(parts, claim, line));
    }
    return sha256(parts);
  }

  private static boolean comparesLines(Layer layer) {
    return switch (layer) {
      case NCCI, MODIFIER, DUPLICATE, CHART, PAYER_RULE -> true;
      case STRUCTURE,
          DEMOGRAPHICS,
          CODE_VALIDITY,
          COVERAGE,
          TIMELY_FILING,
          AUTHORIZATION,
          ELIGIBILITY,
          ACCIDENT,
          INSTITUTIONAL,
          BALANCE ->
          false;
    };
  }

  private static void addLine(List<Object> parts, Claim claim, ServiceLine line) {
    parts.add(line.number());
    parts.add(String.valueOf(line.procedure()));
    parts.add(line.modifiers());
    parts.add(line.unitsBilled().stripTrailingZeros().toPlainString());
    parts.add(line.charge().toString());
    parts.add(line.servedFrom() + " " + line.servedThrough());
    parts.add(String.valueOf(line.placeOfService()));
    parts.add(String.valueOf(line.authorizationNumber()));
    for (int pointer : line.diagnosisPointers()) {
      parts.add(
          pointer <= claim.diagnoses().size()
              ? claim.diagnoses().get(pointer - 1).code()
              : "no diagnosis " + pointer);
    }
  }

  // Members of the records rather than the records: those mask themselves when they are written.
  private static void addClaim(List<Object> parts, Claim claim) {
    claim.diagnoses().forEach(d -> parts.add(d.code()));
    parts.add(String.valueOf(claim.placeOfService()));
    parts.add(String.valueOf(claim.authorizationNumber()));
    parts.add(String.valueOf(claim.propertyCasualtyClaimNumber()));
    parts.add(String.valueOf(claim.accident()));
    var memberId = claim.subscriber().memberId();
    parts.add(memberId == null ? "" : memberId.value());
    parts.add(String.valueOf(claim.patient().bornOn()));
    parts.add(String.valueOf(claim.patient().sex()));
  }

  private static String sha256(List<Object> parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (Object part : parts) {
        byte[] bytes = part.toString().getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
