package org.cleanclaim.x12.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class X12FuzzerTest {
  private static final String REMITTANCE =
      """
      ISA*00*          *00*          *ZZ*PAYER          *ZZ*PROVIDER       *260301*0900*^*00501*000000007*0*T*:~
      GS*HP*PAYER*PROVIDER*20260301*0900*7*X*005010X221A1~
      ST*835*0001~
      BPR*I*80*C*ACH************20260301~
      TRN*1*T100*1999999999~
      N1*PR*A PAYER~
      N3*1 PLAIN ST~
      N4*SPRINGFIELD*IL*62701~
      PER*BL*HELP*TE*2175550100~
      N1*PE*A CLINIC*XX*1234567893~
      LX*1~
      CLP*A1*1*100*80**12*P1~
      NM1*QC*1*TEST*PAT~
      SVC*HC:99213*100*80~
      DTM*472*20260201~
      CAS*CO*45*20~
      SE*15*0001~
      GE*1*7~
      IEA*1*000000007~
      """;

  @Test
  void noDamageIsTooMuch() throws IOException {
    long seed = Long.getLong("x12.fuzz.seed", System.nanoTime());
    long wanted = Long.getLong("x12.fuzz.segments", 300_000);
    var fuzzer = new X12Fuzzer(samples(), seed);

    long mutants = fuzzer.run(Long.getLong("x12.fuzz.from", 0), wanted);

    System.out.printf(
        "fuzzed %,d mutants with %,d segments, -Dx12.fuzz.seed=%d%n",
        mutants, fuzzer.segments(), seed);
    assertThat(fuzzer.segments()).isGreaterThanOrEqualTo(wanted);
  }

  /// What once crashed a reader never does again.
  @Test
  void theFilesThatCrashedAreRead() throws IOException {
    var fuzzer = new X12Fuzzer(List.of(new byte[] {1}), 1);
    try (var walk = Files.walk(Path.of("src/test/resources/crashers"))) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        fuzzer.read(Files.readAllBytes(file));
      }
    }
    assertThat(fuzzer.segments()).isPositive();
  }

  private static List<byte[]> samples() throws IOException {
    var samples = new ArrayList<byte[]>();
    samples.add(REMITTANCE.getBytes(StandardCharsets.US_ASCII));
    String data = System.getenv("CLEANCLAIM_DATA");
    if (data != null) samples.addAll(X12Fuzzer.samples(Path.of(data, "corpus", "x12")));
    return samples;
  }
}
