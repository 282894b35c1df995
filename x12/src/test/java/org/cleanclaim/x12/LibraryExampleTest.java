package org.cleanclaim.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.x12.Transaction.ClaimBatch;
import org.cleanclaim.x12.tool.ReceiverAnswer;
import org.junit.jupiter.api.Test;

/// The example of the library's page is this code.
class LibraryExampleTest {
  private static final Path PAGE = Path.of("../docs/reference/x12-library.md");
  private static final Path SOURCE =
      Path.of("src/test/java/org/cleanclaim/x12/LibraryExampleTest.java");

  @Test
  void theExampleDoesWhatItSays() throws IOException {
    InputStream in = claimsFile();
    InputStream again = claimsFile();
    InputStream whole = claimsFile();
    var claims = new ArrayList<Claim>();
    var preparedAt = LocalDateTime.of(2026, 3, 2, 8, 0);

    var remedies = new ArrayList<String>();
    CheckedFile checked =
        X12Checker.check(in, "claims.x12", CheckOptions.standard(), f -> remedies.add(f.remedy()));
    var answer = new ByteArrayOutputStream();
    ReceiverAnswer.write(checked, preparedAt, answer); // TA1 and 999

    X12Reader.claims(again, "claims.x12", fault -> {}, claims::add); // one by one: any size of file

    X12File file = X12Reader.read(whole, "claims.x12"); // with everything that no record holds
    byte[] same = X12Writer.rewritten(file);

    var envelope =
        new Envelope("ZZ", "CLINIC", "ZZ", "PAYER", preparedAt, "", true, Separators.STANDARD);
    var numbers = ControlNumbers.after(41);
    var batch = (ClaimBatch) file.transactions().getFirst();
    List<ClaimsWritten> files = X12Writer.claimFiles(envelope, numbers, batch, 500);

    assertThat(remedies).hasSize(1);
    assertThat(answer.toString(StandardCharsets.US_ASCII)).contains("TA1*").contains("IK5*R*5");
    assertThat(claims).hasSize(2);
    assertThat(same).isEqualTo(RewriteTest.CLAIMS.getBytes(StandardCharsets.US_ASCII));
    assertThat(files).singleElement().isInstanceOf(ClaimsWritten.Written.class);
    assertThat(numbers.last()).isEqualTo(42);
  }

  @Test
  void thePageShowsThisCode() throws IOException {
    String page =
        Files.readAllLines(PAGE).stream()
            .filter(l -> l.startsWith("    "))
            .reduce("", (text, line) -> text + line + "\n");
    String source = Files.readString(SOURCE).replaceAll("(?m)^\\s*\n", "");

    assertThat(page).isNotBlank();
    assertThat(source).contains(page);
  }

  private static InputStream claimsFile() {
    return new ByteArrayInputStream(RewriteTest.CLAIMS.getBytes(StandardCharsets.US_ASCII));
  }
}
