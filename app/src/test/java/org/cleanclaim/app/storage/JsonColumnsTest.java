package org.cleanclaim.app.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.party.PartyName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a column holds of a record: what it says, and nothing that follows from it.
class JsonColumnsTest {
  private record Bill(
      PartyName to, Money owed, @Nullable String note, List<Money> parts, boolean isSent) {}

  private final JsonColumns json = new JsonColumns();

  @Test
  void aRecordIsWrittenWithoutWhatItLacksAndReadBackTheSame() {
    var bill =
        new Bill(
            new PartyName.PersonName("Rivers", "Ada", null, null),
            Money.ofCents(-250),
            null,
            List.of(Money.ofCents(-100), Money.ofCents(-150)),
            true);
    String written = json.write(bill);
    assertThat(written)
        .isEqualTo(
            """
            {"to":{"kind":"person","last":"Rivers","first":"Ada"},"owed":{"cents":-250},\
            "parts":[{"cents":-100},{"cents":-150}],"isSent":true}\
            """);
    assertThat(json.read(written, Bill.class)).isEqualTo(bill);
  }

  @Test
  void columnsWithWhatFollowsAndWhatIsMissingAreReadToo() {
    var bill =
        json.read(
            """
            {"to": {"kind": "organization", "name": "Payer"}, "owed": {"zero": true, "cents": 0, "negative": false},
             "note": null, "parts": [], "isSent": false}\
            """,
            Bill.class);
    assertThat(bill)
        .isEqualTo(
            new Bill(new PartyName.OrganizationName("Payer"), Money.ZERO, null, List.of(), false));
  }

  @Test
  void whatWasStoredBeforeARecordHadAListHasAnEmptyOne() {
    var bill =
        json.read(
            "{\"to\":{\"kind\":\"organization\",\"name\":\"A\"},\"owed\":{\"cents\":1},\"isSent\":false}",
            Bill.class);

    assertThat(bill.parts()).isEmpty();
    assertThat(bill.note()).isNull();
  }
}
