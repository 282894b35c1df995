package org.cleanclaim.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ParallelCheckTest {
  private static final String HEAD =
      """
      ISA*00*          *00*          *ZZ*PAYER          *ZZ*PROVIDER       *260301*0900*^*00501*000000007*0*T*:~
      GS*HP*PAYER*PROVIDER*20260301*0900*7*X*005010X221A1~
      """;
  private static final String REMITTANCE =
      """
      ST*835*NUMBER~
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
      SE*15*NUMBER~
      """;

  @Test
  void severalCoresFindWhatOneFindsInTheSameOrder() throws IOException {
    long seed = Long.getLong("test.seed", System.nanoTime());
    var random = new Random(seed);
    for (int run = 0; run < 60; run++) {
      var file = new StringBuilder();
      file.append(HEAD);
      for (int i = 1; i <= 30; i++) file.append(REMITTANCE.replace("NUMBER", "%04d".formatted(i)));
      file.append("GE*30*7~\nIEA*1*000000007~\n");
      byte[] bytes = file.toString().getBytes(StandardCharsets.US_ASCII);
      for (int damage = 0; damage < run; damage++) {
        bytes[random.nextInt(bytes.length)] = (byte) (' ' + random.nextInt(95));
      }

      assertSame("-Dtest.seed=" + seed + " run " + run, bytes);
    }
  }

  /// Transactions longer than what is read at once, with and without line breaks, in any letters'
  /// case of SE, damaged more each time.
  @Test
  void severalCoresFindWhatOneFindsInLongTransactions() throws IOException {
    long seed = Long.getLong("test.seed", System.nanoTime());
    var random = new Random(seed);
    for (int run = 0; run < 12; run++) {
      var file = new StringBuilder(HEAD);
      for (int i = 1; i <= 5; i++) file.append(longRemittance(i, random.nextInt(3_000)));
      file.append("GE*5*7~\nIEA*1*000000007~\n");
      String text = run % 2 == 0 ? file.toString() : file.toString().replace("\n", "");
      if (run % 3 == 2) text = text.replace("SE*", "se*");
      byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
      for (int damage = 0; damage < run / 2; damage++) {
        bytes[random.nextInt(bytes.length)] = (byte) (' ' + random.nextInt(95));
      }

      assertSame("-Dtest.seed=" + seed + " run " + run, bytes);
    }
  }

  private static String longRemittance(int number, int claims) {
    int from = REMITTANCE.indexOf("CLP*");
    int to = REMITTANCE.indexOf("SE*");
    String claim = REMITTANCE.substring(from, to);
    return REMITTANCE.substring(0, from).replace("NUMBER", "%04d".formatted(number))
        + claim.repeat(claims)
        + "SE*%d*%04d~\n".formatted(10 + 5 * claims, number);
  }

  @Test
  void severalCoresFindWhatOneFindsInTheCorpus() throws IOException {
    String data = System.getenv("CLEANCLAIM_DATA");
    assumeTrue(data != null, "CLEANCLAIM_DATA names no folder of public X12 samples");
    try (var walk = Files.walk(Path.of(data, "corpus", "x12"))) {
      for (Path file : walk.filter(p -> p.toString().endsWith(".edi")).sorted().toList()) {
        assertSame(file.toString(), Files.readAllBytes(file));
      }
    }
  }

  private static void assertSame(String what, byte[] bytes) throws IOException {
    var alone = new ArrayList<Fault>();
    var together = new ArrayList<Fault>();
    var one = check(bytes, alone, 1);
    var several = check(bytes, together, 3);

    assertThat(together).as(what).containsExactlyInAnyOrderElementsOf(alone);
    assertThat(several).as(what).isEqualTo(one);
  }

  private static CheckedFile check(byte[] bytes, List<Fault> faults, int cores) throws IOException {
    return X12Checker.check(
        new ByteArrayInputStream(bytes), "test", CheckOptions.standard(), faults::add, cores);
  }
}
