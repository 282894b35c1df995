package org.cleanclaim.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BadInputTest {
  private static final String ISA =
      "ISA*00*          *00*          *ZZ*CLINIC         *ZZ*PAYER         "
          + " *260301*0900*^*00501*000000007*0*T*:~\n";
  private static final String HEAD =
      ISA + "GS*HC*CLINIC*PAYER*20260301*0900*7*X*005010X222A1~\nST*837*0001*005010X222A1~\n";

  @Test
  void anEmptyFileIsSaid() throws IOException {
    assertThat(rules(in(""))).containsExactly("X12-NO-ISA");
    assertThat(rules(in("\n \n"))).containsExactly("X12-NO-ISA");
  }

  @Test
  void aBinaryFileIsOneFinding() throws IOException {
    byte[] noise = new byte[3_000_000];
    new Random(7).nextBytes(noise);

    assertThat(rules(new ByteArrayInputStream(noise))).containsExactly("X12-NO-ISA");
  }

  /// What would have come behind the break is not told as missing.
  @Test
  void aFileThatBreaksOffSaysOnlyThat() throws IOException {
    assertThat(rules(in(HEAD + "BHT*0019*00*B1*20260301*0900*CH~\nNM1*41*2*CLIN")))
        .containsExactlyInAnyOrder("X12-TRUNCATED", "X12-NO-SE", "X12-NO-GE", "X12-NO-IEA");
  }

  /// Memory is bounded by the longest segment: the stream is longer than the heap of the tests
  /// would bear.
  @Test
  void aFileWithoutATerminatorIsReadToItsEndAndSaidOnce() throws IOException {
    assertThat(
            rules(new SequenceInputStream(in(ISA + "NTE*ADD*"), new Endless('A', 3_000_000_000L))))
        .contains("X12-SEGMENT-TOO-LONG", "X12-NO-IEA")
        .hasSizeLessThan(5);
  }

  @Test
  void aSegmentWithAMillionElementsIsAFinding() throws IOException {
    String file =
        HEAD
            + "BHT*0019*00*B1*20260301*0900*CH"
            + "*1".repeat(400_000)
            + "~\nSE*3*0001~\nGE*1*7~\nIEA*1*000000007~\n";

    assertThat(rules(in(file)))
        .contains("X12-ELEMENT-EXTRA")
        .doesNotContain("X12-SEGMENT-TOO-LONG");

    String longer = file.replace("*CH", "*CH" + "*1".repeat(1_000_000));
    assertThat(rules(in(longer))).contains("X12-SEGMENT-TOO-LONG").doesNotContain("X12-NO-SE");
  }

  @Test
  void levelsBelowEachOtherWithoutEndAreFindingsWithAPlace() throws IOException {
    var file = new StringBuilder(HEAD + "BHT*0019*00*B1*20260301*0900*CH~\n");
    for (int i = 1; i <= 100_000; i++) {
      file.append("HL*").append(i).append('*').append(i - 1).append("*22*1~\n");
    }
    file.append("SE*100003*0001~\nGE*1*7~\nIEA*1*000000007~\n");

    var faults = faults(in(file.toString()));

    assertThat(faults).hasSizeGreaterThan(10).hasSizeLessThanOrEqualTo(Faults.LIMIT);
    assertThat(faults)
        .filteredOn(f -> f.check() == Check.HL_PARENT)
        .first()
        .satisfies(f -> assertThat(f.designator()).isEqualTo("HL02"));
  }

  /// However many faults came before, a transaction set with an error is not accepted, and all are
  /// counted, on one core as on several.
  @Test
  void noErrorIsLostBehindTheLimit() throws IOException {
    var file = new StringBuilder(ISA + "GS*FA*A*B*20260301*0900*7*X*005010X231A1~\n");
    file.append("ST*999*0001*005010X231A1~\nAK1*HC*7*005010X222A1~\n");
    for (int i = 0; i < 12_000; i++) file.append("ZZ*1~\n");
    file.append("AK9*A*1*1*1~\nSE*12004*0001~\n");
    file.append("ST*999*0002*005010X231A1~\nZZ*1~\nSE*3*0002~\nGE*2*7~\nIEA*1*000000007~\n");
    String claims = file.toString().replace("GS*FA", "GS*HC");

    for (int cores : List.of(1, 2)) {
      var given = new ArrayList<Fault>();
      CheckedFile checked =
          X12Checker.check(in(claims), "bad", CheckOptions.standard(), given::add, cores);

      assertThat(given).hasSize(Faults.LIMIT);
      assertThat(checked.errors()).isGreaterThan(12_000);
      assertThat(checked.answers().getFirst().groups().getFirst().transactions())
          .allMatch(t -> !t.isAccepted());
    }
  }

  @Test
  void controlNumbersThatOccurTwiceAreNamedOnEachLevel() throws IOException {
    String set = "ST*999*0001*005010X231A1~\nSE*2*0001~\n";
    String group = "GS*FA*A*B*20260301*0900*7*X*005010X231A1~\n" + set + set + "GE*2*7~\n";
    String interchange = ISA + group + group + "IEA*2*000000007~\n";

    assertThat(rules(in(interchange + interchange)))
        .contains("X12-ISA-NUMBER-REPEATED", "X12-GS-NUMBER-REPEATED", "X12-ST-NUMBER-REPEATED");
  }

  @Test
  void anInterchangeThatIsCutOffDoesNotSwallowTheNext() throws IOException {
    String next = ISA.replace("000000007", "000000008") + "IEA*0*000000008~\n";

    var faults = faults(in(ISA + "GS*HC*CLINIC*PAY" + next));

    assertThat(faults)
        .extracting(f -> f.check().id())
        .contains("X12-LOST-TERMINATOR", "X12-NO-IEA");
    assertThat(faults).noneMatch(f -> f.check() == Check.IEA_NUMBER);
  }

  private static List<String> rules(InputStream in) throws IOException {
    return faults(in).stream().map(f -> f.check().id()).toList();
  }

  private static List<Fault> faults(InputStream in) throws IOException {
    var faults = new ArrayList<Fault>();
    CheckedFile checked = X12Checker.check(in, "bad", CheckOptions.standard(), faults::add);
    assertThat(checked.isClean()).isFalse();
    for (Fault fault : faults) {
      assertThat(fault.message()).endsWith(".");
      assertThat(fault.remedy()).endsWith(".");
    }
    return faults;
  }

  private static InputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  /// One byte over and over.
  private static final class Endless extends InputStream {
    private final byte value;
    private long left;

    Endless(char value, long length) {
      this.value = (byte) value;
      this.left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? value : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (left <= 0) return -1;
      int count = (int) Math.min(length, left);
      java.util.Arrays.fill(bytes, offset, offset + count, value);
      left -= count;
      return count;
    }
  }
}
