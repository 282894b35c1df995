package org.cleanclaim.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.imsweb.x12.reader.X12Reader.FileType;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.remittance.BalanceProof;
import org.cleanclaim.x12.Transaction.RemittanceAdvice;
import org.cleanclaim.x12.X12File;
import org.cleanclaim.x12.X12Reader;
import org.cleanclaim.x12.lexer.Segment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The generated files are what they say, for us and for other readers.
class GeneratedFilesTest {
  private static final int SIZE = 200_000;

  /// A generated file in memory.
  record Sample(String name, String text, GeneratedFile generated, FileType type) {
    static Sample of(FileGenerator generator, FileType type) {
      try {
        var out = new ByteArrayOutputStream();
        var generated = generator.write(out, SIZE);
        String text = out.toString(StandardCharsets.US_ASCII);
        return new Sample(type.name(), text, generated, type);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    byte[] bytes() {
      return text.getBytes(StandardCharsets.US_ASCII);
    }

    X12File read() throws IOException {
      return X12Reader.read(new ByteArrayInputStream(bytes()), name);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Sample> samples() {
    return Stream.of(claims(1), remittances(1), claims(2), remittances(2));
  }

  private static Sample claims(long seed) {
    return Sample.of(new ClaimFileGenerator(seed), FileType.ANSI837_5010_X222);
  }

  private static Sample remittances(long seed) {
    return Sample.of(new RemittanceFileGenerator(seed), FileType.ANSI835_5010_X221);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void ourReaderFindsNothing(Sample sample) throws IOException {
    X12File read = sample.read();

    assertThat(read.findings()).isEmpty();
    assertThat(read.transactions()).hasSize(sample.generated().transactions());
    assertThat(read.transactions().size()).isGreaterThan(2);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void sizeAndCountsAreAsSaid(Sample sample) throws IOException {
    assertThat(sample.generated().bytes()).isEqualTo(sample.text().length());
    assertThat(sample.text().length()).isBetween(SIZE, SIZE + 10_000);
    assertThat(count(sample, "")).isEqualTo(sample.generated().segments());
    assertThat(count(sample, "CLM") + count(sample, "CLP")).isEqualTo(sample.generated().claims());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void staediCountsTheSameSegments(Sample sample) throws Exception {
    long segments = 0;
    try (var reader =
        EDIInputFactory.newFactory()
            .createEDIStreamReader(new ByteArrayInputStream(sample.bytes()))) {
      while (reader.hasNext()) {
        EDIStreamEvent event = reader.next();
        assertThat(event.isError()).as(String.valueOf(reader.getLocation())).isFalse();
        if (event == EDIStreamEvent.START_SEGMENT) segments++;
      }
    }

    assertThat(segments).isEqualTo(sample.generated().segments());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void imswebFindsNoErrors(Sample sample) throws IOException {
    var reader =
        new com.imsweb.x12.reader.X12Reader(
            sample.type(), new ByteArrayInputStream(sample.bytes()), StandardCharsets.US_ASCII);

    assertThat(reader.getFatalErrors()).isEmpty();
    assertThat(reader.getErrors()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyNpiHasItsCheckDigit(Sample sample) throws IOException {
    var npis = new HashSet<String>();
    X12Reader.segments(
        new ByteArrayInputStream(sample.bytes()),
        s -> {
          if (s.is("NM1") && s.elementIs(8, "XX")) npis.add(s.element(9));
        });

    assertThat(npis).hasSizeGreaterThan(5).allSatisfy(n -> assertThat(Npi.parse(n)).isPresent());
  }

  @Test
  void remittancesBalance() throws IOException {
    for (var transaction : remittances(3).read().transactions()) {
      var advice = (RemittanceAdvice) transaction;

      assertThat(BalanceProof.of(advice.remittance()).failures()).isEmpty();
      assertThat(advice.remittance().providerAdjustments()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2_000, 16_384, 17_000, 33_333, 65_537})
  void smallFilesHaveClaimsInEveryTransaction(int size) throws IOException {
    for (FileGenerator generator :
        List.of(new ClaimFileGenerator(size), new RemittanceFileGenerator(size))) {
      var out = new ByteArrayOutputStream();
      GeneratedFile generated = generator.write(out, size);
      var read = X12Reader.read(new ByteArrayInputStream(out.toByteArray()), "small");

      assertThat(generated.bytes()).isBetween((long) size, size + 10_000L);
      assertThat(read.findings()).isEmpty();
    }
  }

  @Test
  void theSameSeedGivesTheSameFile() {
    assertThat(claims(7).text()).isEqualTo(claims(7).text()).isNotEqualTo(claims(8).text());
    assertThat(remittances(7).text())
        .isEqualTo(remittances(7).text())
        .isNotEqualTo(remittances(8).text());
  }

  @Test
  void claimsAreOfManyKinds() throws IOException {
    Sample sample = claims(4);

    for (String id : new String[] {"PAT", "SVD", "LIN", "NTE", "OI", "CAS", "PRV", "AMT"}) {
      assertThat(count(sample, id)).as(id).isPositive();
    }
  }

  private static long count(Sample sample, String id) throws IOException {
    long[] count = new long[1];
    X12Reader.segments(
        new ByteArrayInputStream(sample.bytes()), s -> count[0] += matches(s, id) ? 1 : 0);
    return count[0];
  }

  private static boolean matches(Segment segment, String id) {
    return id.isEmpty() || segment.is(id);
  }
}
