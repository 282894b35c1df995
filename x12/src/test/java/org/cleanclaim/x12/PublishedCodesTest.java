package org.cleanclaim.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.x12.guide.CodeLists.Standing;
import org.cleanclaim.x12.guide.ElementChecks.Strictness;
import org.cleanclaim.x12.guide.GuideBook;
import org.cleanclaim.x12.tool.PublishedCodes;
import org.junit.jupiter.api.Test;

class PublishedCodesTest {
  private static final PublishedCodes CODES = new PublishedCodes();

  @Test
  void codesAreJudgedByTheDay() {
    var day = LocalDate.of(2026, 3, 1);

    assertThat(CODES.standing("carc", "45", day)).isEqualTo(Standing.IN_FORCE);
    assertThat(CODES.standing("carc", "A2", day)).isEqualTo(Standing.NOT_IN_FORCE);
    assertThat(CODES.standing("carc", "A2", LocalDate.of(2001, 1, 1))).isEqualTo(Standing.IN_FORCE);
    assertThat(CODES.standing("carc", "999", day)).isEqualTo(Standing.UNKNOWN);
    assertThat(CODES.standing("place-of-service", "10", LocalDate.of(2021, 12, 31)))
        .isEqualTo(Standing.NOT_IN_FORCE);
    assertThat(CODES.standing("place-of-service", "10", day)).isEqualTo(Standing.IN_FORCE);
    assertThat(CODES.standing("state", "OH", day)).isEqualTo(Standing.IN_FORCE);
    assertThat(CODES.standing("state", "ZZ", day)).isEqualTo(Standing.UNKNOWN);
    assertThat(CODES.standing("revenue", "0450", day)).isEqualTo(Standing.NO_LIST);
  }

  @Test
  void theSwitchSaysWhatAnUnknownCodeWeighs() throws IOException {
    assertThat(found(Strictness.OFF)).isEmpty();
    assertThat(found(Strictness.WARN))
        .singleElement()
        .satisfies(f -> {
          assertThat(f.isError()).isFalse();
          assertThat(f.check()).isEqualTo(Check.CODE_UNKNOWN);
          assertThat(f.designator()).isEqualTo("N402");
        });
    assertThat(found(Strictness.STRICT)).singleElement().matches(Fault::isError);
  }

  private static List<Fault> found(Strictness strictness) throws IOException {
    String file = RewriteTest.CLAIMS.replaceFirst("MARLOW\\*OH", "MARLOW*QQ");
    var faults = new ArrayList<Fault>();
    X12Checker.check(
        new ByteArrayInputStream(file.getBytes(StandardCharsets.US_ASCII)),
        "test",
        new CheckOptions(GuideBook.builtIn(), CODES, strictness),
        f -> {
          if (f.check() == Check.CODE_UNKNOWN) faults.add(f);
        });
    return faults;
  }
}
