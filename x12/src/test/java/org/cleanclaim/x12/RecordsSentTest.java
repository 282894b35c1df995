package org.cleanclaim.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.cleanclaim.kernel.attachment.RecordsSent;
import org.cleanclaim.kernel.attachment.RecordsSent.Occasion;
import org.cleanclaim.kernel.attachment.SentRecord;
import org.cleanclaim.kernel.attachment.SentRecord.Format;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.junit.jupiter.api.Test;

/// Records that support claims (275), written and read.
class RecordsSentTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final Envelope ENVELOPE =
      new Envelope(
          "ZZ",
          "OFFICE",
          "ZZ",
          "HARBOR",
          DAY.atTime(9, 0),
          "000000042",
          false,
          Separators.STANDARD);

  private static RecordsSent records(Occasion occasion) {
    String file =
        Base64.getEncoder()
            .encodeToString("%PDF-1.7 ~*:^ and more".getBytes(StandardCharsets.ISO_8859_1));
    return new RecordsSent(
        occasion,
        "REF1",
        DAY,
        "HARBOR HEALTH",
        "HARBOR1",
        "OFFICE",
        "1234567893",
        "OFFICE",
        "1234567893",
        new PersonName("STORY", "ADA", null, null),
        "M1",
        "CC000001",
        DAY,
        DAY.plusDays(2),
        List.of(
            new SentRecord("AT000001", null, null, DAY, Format.IMAGE, file),
            new SentRecord("AT000002", "R4:19", "2", DAY, Format.HL7, file)));
  }

  private static X12File read(byte[] file) throws IOException {
    return X12Reader.read(new ByteArrayInputStream(file), "records.275");
  }

  @Test
  void whatIsWrittenIsCompleteByTheGuideAndReadsBackTheSame() throws IOException {
    for (Occasion occasion : Occasion.values()) {
      var records = records(occasion);
      byte[] file = X12Writer.records(ENVELOPE, "7", List.of(records, records));

      assertThat(X12Writer.complete(file)).isInstanceOf(Written.Complete.class);
      var transactions = read(file).transactions();
      assertThat(transactions).hasSize(2);
      assertThat(((Transaction.RecordsReceived) transactions.getFirst()).sent()).isEqualTo(records);
    }
  }

  @Test
  void aDocumentThatIsNotCodedComesBackByteByByte() throws IOException {
    String coded =
        new String(
            X12Writer.records(ENVELOPE, "7", List.of(records(Occasion.ASKED))),
            StandardCharsets.ISO_8859_1);
    String plain = coded.replaceAll("BIN[*][0-9]+[*][^~]+~", "BIN*9*a~b*c <d>~");

    var file = read(plain.getBytes(StandardCharsets.ISO_8859_1));

    var sent = ((Transaction.RecordsReceived) file.transactions().getFirst()).sent();
    assertThat(Base64.getDecoder().decode(sent.records().getFirst().base64()))
        .isEqualTo("a~b*c <d>".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(new String(X12Writer.rewritten(file), StandardCharsets.ISO_8859_1)).isEqualTo(plain);
  }
}
